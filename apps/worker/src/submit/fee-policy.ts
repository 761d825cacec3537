import type { Queryable } from '../context.ts'

/** What the platform pays for a place in a ledger. Amounts are stroops of lumens; bids are for one operation, a contract call's resources apart. */
export interface FeePolicy {
  /** No bid is higher. */
  readonly capStroops: bigint
  /** Beyond so much in a day an operator is told. */
  readonly dailyBudgetStroops: bigint
}

/** In force until an operator writes the setting `fees`: `{"capStroops": "100000", "dailyBudgetStroops": "500000000"}`. */
export const DEFAULT_FEES: FeePolicy = { capStroops: 100_000n, dailyBudgetStroops: 50n * 10_000_000n }

/** The policy in force. @throws {RangeError} with words, if the setting is not one */
export async function feePolicy(db: Queryable): Promise<FeePolicy> {
  const { rows } = await db.query<{ value: Record<string, unknown> }>(`SELECT value FROM setting WHERE key = 'fees'`)
  const value = rows[0]?.value
  if (value === undefined) return DEFAULT_FEES
  const amount = (name: keyof FeePolicy): bigint => {
    const given = value[name] ?? String(DEFAULT_FEES[name])
    if (typeof given !== 'string' || !/^[1-9]\d{0,17}$/.test(given))
      throw new RangeError(`setting "fees": ${name} must be a positive whole number of stroops in quotes`)
    return BigInt(given)
  }
  return { capStroops: amount('capStroops'), dailyBudgetStroops: amount('dailyBudgetStroops') }
}

/** The network's queue takes a fee bump in place of another of the same transaction only at ten times its bid. */
const REPLACEMENT_FACTOR = 10n

/**
 * What to bid in place of `bidStroops` for a transaction that is not taken while others bid `othersStroops`: null where waiting is not a matter of
 * money, `capped` where the cap forbids what the network would ask for.
 */
export function raisedBid(bidStroops: bigint, othersStroops: bigint, capStroops: bigint): bigint | 'capped' | null {
  if (othersStroops <= bidStroops) return null
  const least = bidStroops * REPLACEMENT_FACTOR
  if (least > capStroops) return 'capped'
  const wanted = othersStroops > least ? othersStroops : least
  return wanted > capStroops ? capStroops : wanted
}

/** What to bid for an envelope that takes the place of a dead one: what others bid, and more than was not enough. */
export function firstBid(othersStroops: bigint, lastBidStroops: bigint | null, capStroops: bigint): bigint {
  const more = lastBidStroops === null ? 0n : lastBidStroops * 2n
  const wanted = othersStroops > more ? othersStroops : more
  return wanted > capStroops ? capStroops : wanted
}
