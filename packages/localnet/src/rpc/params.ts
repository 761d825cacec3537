import { type Checked, invalidParams } from './outcome.ts'

/** The named parameters of a control call. */
export type Params = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Absent and an empty list mean no parameters; a list with something in it is refused. */
export function readParams(value: unknown): Checked<Params> {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return { value: {} }
  return isRecord(value) ? { value } : invalidParams('params must be an object with named fields')
}

/** A text that must be there. */
export function requiredText(params: Params, name: string): Checked<string> {
  const value = params[name]
  return typeof value === 'string' ? { value } : invalidParams(`${name} must be a string`)
}

/** A text that may be missing. */
export function optionalText(params: Params, name: string): Checked<string | undefined> {
  const value = params[name]
  if (value === undefined || value === null) return { value: undefined }
  return typeof value === 'string' ? { value } : invalidParams(`${name} must be a string`)
}

/** A whole number from 0 on that may be missing; 0 then. */
export function optionalCount(params: Params, name: string): Checked<number> {
  const value = params[name]
  if (value === undefined || value === null) return { value: 0 }
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? { value }
    : invalidParams(`${name} must be a whole number, not negative`)
}
