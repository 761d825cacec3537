/** Who may do what in an offering. The contract decides: this only shows each office what is theirs. Pure. */
export const OFFICES = ['issuer', 'trustee', 'compliance', 'operator', 'works'] as const
export type Office = (typeof OFFICES)[number]

/** The offices that an address holds. */
export const officesOf = (roles: Readonly<Record<string, string>>, address: string): Office[] =>
  OFFICES.filter((office) => roles[office] === address)

/** An act that needs nothing but a signature. */
export interface OfferingAct {
  readonly action: string
  /** States of the offering in which it makes sense. */
  readonly states: readonly string[]
  /** Whose it is; everybody's where none is named. */
  readonly offices: readonly Office[]
  /** Only where the works are paid without a tender. */
  readonly withoutTender?: boolean
}

export const OFFERING_ACTS = [
  { action: 'close-funding', states: ['Funding'], offices: ['issuer'] },
  { action: 'go-live', states: ['Building'], offices: ['works'], withoutTender: true },
  { action: 'unwind', states: ['Building'], offices: ['issuer', 'trustee'] },
  { action: 'call', states: ['Live'], offices: ['issuer', 'trustee'] },
  { action: 'mature', states: ['Live', 'Defaulted'], offices: ['issuer', 'trustee', 'operator'] },
  { action: 'declare-default', states: ['Live'], offices: ['trustee'] },
  { action: 'sweep-unclaimed', states: ['Matured', 'Closed'], offices: ['issuer', 'trustee'] },
] as const satisfies readonly OfferingAct[]
export type OfferingActName = (typeof OFFERING_ACTS)[number]['action']

/** What somebody with these offices may do in this state. */
export const actsFor = (
  offices: readonly Office[],
  { state, tenderContract }: { readonly state: string; readonly tenderContract: string | null },
): OfferingActName[] =>
  OFFERING_ACTS.filter(
    (act: OfferingAct) =>
      act.states.includes(state) &&
      (act.offices.length === 0 || act.offices.some((office) => offices.includes(office))) &&
      !(act.withoutTender === true && tenderContract !== null),
  ).map(({ action }) => action)

/** What the times of an offering say. RFC 3339; null where there is none. */
export interface OfferingTimes {
  readonly longStop: string | null
  readonly callDate: string | null
  readonly maturesAt: string | null
}

/** From when on the contract takes an act; null where no time keeps it. */
export function possibleFrom(action: OfferingActName, { longStop, callDate, maturesAt }: OfferingTimes): string | null {
  if (action === 'unwind') return longStop
  return action === 'mature' ? (callDate ?? maturesAt) : null
}
