import { addDays, apiMoment, dayNamed } from '../data/civil.ts'

/** Days as an address names them, both included; what is no day is left out. */
export function spanOf(query: { readonly from?: string; readonly to?: string }): { from?: string; to?: string } {
  const [from, to] = [dayNamed(query.from ?? ''), dayNamed(query.to ?? '')]
  return {
    ...(from && { from: apiMoment(from) }),
    // The API's end is not part of the time any more.
    ...(to && { to: apiMoment(addDays(to, 1)) }),
  }
}
