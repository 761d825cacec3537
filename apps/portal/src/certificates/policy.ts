import { readPercentBps } from '../format/percent.ts'

/** Whose a system's certificates are to be, as it is filled in. */
export interface PolicyShares {
  readonly kind: 'Rec' | 'Carbon' | 'Retained'
  readonly owner: string
  readonly ownerBps: number
  readonly partiesBps: number
  readonly donorsBps: number
}

/** The donors whom a policy can name. */
export interface PolicyDonors {
  /** Hex. */
  readonly root: string
  readonly unitsStroops: string
  readonly leafCount: number
}

const ADDRESS = /^[GC][A-Z2-7]{55}$/
const WHOLE_BPS = 10_000

/** Basis points of a share as it is typed in; null for what is none. Nothing typed is 0. */
export const bpsTyped = (typed: string): number | null => (typed.trim() === '' ? 0 : readPercentBps(typed.trim()))

export const isAddress = (text: string): boolean => ADDRESS.test(text)

/** Whether the shares are the whole, somebody is named for the owner's, and donors are there where they have one. */
export const isPolicy = (shares: PolicyShares, donors: PolicyDonors | null): boolean =>
  isAddress(shares.owner) &&
  shares.ownerBps + shares.partiesBps + shares.donorsBps === WHOLE_BPS &&
  (shares.donorsBps === 0 || donors !== null)

/** A policy as the call of the contract carries it, in the form in which this browser reads calls. */
export function policyArgument(shares: PolicyShares, donors: PolicyDonors | null): string {
  const named = shares.donorsBps > 0 ? donors : null
  return JSON.stringify({
    donors_bps: String(shares.donorsBps),
    donors_count: String(named?.leafCount ?? 0),
    donors_root: named?.root ?? '0'.repeat(64),
    donors_units: named?.unitsStroops ?? '0',
    kind: JSON.stringify([shares.kind]),
    owner: shares.owner,
    owner_bps: String(shares.ownerBps),
    parties_bps: String(shares.partiesBps),
  })
}
