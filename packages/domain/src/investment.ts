import { BPS, mulDivCeil } from './money.ts'
import { err, ok, type Result } from './result.ts'

/** The terms of the primary sale. */
export type SaleTerms = {
  readonly capStroops: bigint
  readonly denominationStroops: bigint
  readonly minTicketStroops: bigint
  readonly maxTicketStroops: bigint
  /** Price in basis points of par. */
  readonly priceBps: number
}

export type InvestmentRefusal =
  | { readonly code: 'NOT_A_MULTIPLE'; readonly denominationStroops: bigint }
  | { readonly code: 'BELOW_MINIMUM'; readonly minTicketStroops: bigint }
  | { readonly code: 'ABOVE_MAXIMUM'; readonly maxTicketStroops: bigint }
  | { readonly code: 'OVER_REMAINING'; readonly remainingStroops: bigint }

/** What bonds cost: `ceil(amount x price / 10,000)`, rounded up so that the escrow never sells below the price. */
export const purchaseCostStroops = (amountStroops: bigint, priceBps: number): bigint =>
  mulDivCeil(amountStroops, BigInt(priceBps), BPS)

/**
 * Whether so many bonds can be bought in one ticket, and for how much. `mintedStroops` is what is sold already.
 *
 * Law: what is minted never exceeds the cap.
 */
export function quoteInvestment(
  amountStroops: bigint,
  mintedStroops: bigint,
  terms: SaleTerms,
): Result<{ readonly costStroops: bigint }, InvestmentRefusal> {
  const { capStroops, denominationStroops, minTicketStroops, maxTicketStroops, priceBps } = terms
  if (amountStroops <= 0n || amountStroops < minTicketStroops) return err({ code: 'BELOW_MINIMUM', minTicketStroops })
  if (amountStroops > maxTicketStroops) return err({ code: 'ABOVE_MAXIMUM', maxTicketStroops })
  if (amountStroops % denominationStroops !== 0n) return err({ code: 'NOT_A_MULTIPLE', denominationStroops })
  const remainingStroops = capStroops - mintedStroops
  if (amountStroops > remainingStroops) return err({ code: 'OVER_REMAINING', remainingStroops })
  return ok({ costStroops: purchaseCostStroops(amountStroops, priceBps) })
}
