import type { Receipt } from './collect.ts'
import type { EscrowBuckets } from './escrow.ts'
import { sum } from './money.ts'
import type { PrincipalPosting } from './principal.ts'
import type { WaterfallAllocation } from './waterfall.ts'

/** The buckets after money went through the waterfall, with the parties' credits as they are then. */
export const bucketsAfter = <Buckets extends EscrowBuckets>(
  buckets: Buckets,
  split: WaterfallAllocation,
  posting: PrincipalPosting,
  credits: readonly bigint[],
): Buckets => ({
  ...buckets,
  operations: buckets.operations + split.operations,
  coupon: buckets.coupon + split.coupon,
  reserve: buckets.reserve + split.reserve,
  renewal: buckets.renewal + split.renewal,
  principal: buckets.principal + posting.toPrincipalStroops,
  credits,
})

/** The receipt of money that went through the waterfall. */
export const receiptOf = (
  money: Pick<Receipt, 'party' | 'pulled' | 'creditUsed' | 'surplus'>,
  split: WaterfallAllocation,
  posting: PrincipalPosting,
): Receipt => ({
  ...money,
  operations: split.operations,
  coupon: split.coupon,
  reserve: split.reserve,
  renewal: split.renewal,
  principal: posting.toPrincipalStroops,
  loanReturned: sum(posting.returnedStroops),
})
