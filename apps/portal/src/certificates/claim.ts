/** What is said when certificates are retired: it stands on the ledger for ever. */
export interface RetirementClaim {
  readonly beneficiary: string
  readonly purpose: string
  /** Days, `YYYY-MM-DD`; the last one included. */
  readonly periodFrom: string
  readonly periodTo: string
}

/** Bytes that the contract takes of each text. */
export const MOST_CLAIM_BYTES = 128
const DAY = /^\d{4}-\d{2}-\d{2}$/

export const fitsClaim = (text: string): boolean => new TextEncoder().encode(text).length <= MOST_CLAIM_BYTES

/** Whether a claim is whole and can be made. */
export const isWhole = ({ beneficiary, purpose, periodFrom, periodTo }: RetirementClaim): boolean =>
  [beneficiary, purpose].every((text) => text.trim() !== '' && fitsClaim(text)) &&
  DAY.test(periodFrom) &&
  DAY.test(periodTo) &&
  periodFrom <= periodTo

/** A claim as the call of the contract carries it, in the form in which this browser reads calls. */
export const claimArgument = ({ beneficiary, purpose, periodFrom, periodTo }: RetirementClaim): string =>
  JSON.stringify({ beneficiary, period: `${periodFrom}/${periodTo}`, purpose })
