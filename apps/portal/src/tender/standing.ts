import type { TenderSummary } from '../api/tender-types.ts'

/** What a tender came to nothing by. The contract opens another one only after that. */
const OVER = ['Cancelled', 'Terminated']

/** The tender of an offering that stands: open, decided or done. While there is one, no other can be opened. */
export const standingTender = <T extends Pick<TenderSummary, 'stage'>>(tenders: readonly T[]): T | undefined =>
  tenders.find(({ stage }) => !OVER.includes(stage))
