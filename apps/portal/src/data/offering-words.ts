import type { Tone } from '../ui/badge.tsx'

/** States of an offering's contract, in the order of a life that goes well; then those of one that does not. */
export const OFFERING_STATES = [
  'Draft',
  'Funding',
  'Building',
  'Live',
  'Matured',
  'Closed',
  'Refunding',
  'Unwinding',
  'Defaulted',
] as const
export type OfferingState = (typeof OFFERING_STATES)[number]

/** A state of the API as one of ours; null for one that this portal does not know. */
export const offeringState = (state: string): OfferingState | null =>
  OFFERING_STATES.find((known) => known === state) ?? null

export const STATE_TONES: Readonly<Record<OfferingState, Tone>> = {
  Draft: 'neutral',
  Funding: 'accent',
  Refunding: 'warn',
  Building: 'sun',
  Live: 'good',
  Matured: 'good',
  Defaulted: 'bad',
  Unwinding: 'warn',
  Closed: 'neutral',
}

export const OFFERING_KINDS = ['Bond', 'Equity', 'Donation'] as const
export type OfferingKind = (typeof OFFERING_KINDS)[number]
export const offeringKind = (kind: string | undefined): OfferingKind =>
  OFFERING_KINDS.find((known) => known.toLowerCase() === kind?.toLowerCase()) ?? 'Bond'
