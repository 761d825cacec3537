import { BPS, mulDivFloor, requireNotNegative, sum } from './money.ts'

/**
 * Splits a whole in proportion to weights: floors first, what is left one each by largest remainder, ties to the lower index.
 *
 * Laws: the parts add up to `whole`; each part is within one of its exact share; a weight of 0 gets 0; when `whole` is
 * at most the sum of the weights, no part exceeds its weight.
 *
 * @example apportion(10n, [1n, 1n, 1n]) // [4n, 3n, 3n]
 * @throws {RangeError} if an amount is negative, or there is a whole to split and nothing to split it by (a caller bug).
 */
export function apportion(whole: bigint, weights: readonly bigint[]): bigint[] {
  requireNotNegative('whole', whole)
  for (const weight of weights) requireNotNegative('weight', weight)
  if (whole === 0n) return weights.map(() => 0n)
  const totalWeight = sum(weights)
  if (totalWeight === 0n) throw new RangeError(`${whole} to split and no weight`)

  const parts = weights.map((weight) => (whole * weight) / totalWeight)
  const byRemainder = weights
    .map((weight, index) => ({
      index,
      remainder: (whole * weight) % totalWeight,
    }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  // The units left are fewer than the non-zero remainders, so a weight of 0 never receives one.
  const left = Number(whole - sum(parts))
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n
  return parts
}

/**
 * Splits money by the parties' portions: floor each, what is left to party 0. Joint money (exports, what remains at
 * maturity) goes this way.
 *
 * Law: the parts add up to `whole`.
 *
 * @throws {RangeError} if the amount is negative or the portions do not add up to 10,000 (a caller bug).
 */
export function splitByPortion(whole: bigint, portionsBps: readonly number[]): bigint[] {
  requirePortions(portionsBps)
  const parts = portionsBps.map((portionBps) => mulDivFloor(whole, BigInt(portionBps), BPS))
  parts[0] = (parts[0] ?? 0n) + whole - sum(parts)
  return parts
}

function requirePortions(portionsBps: readonly number[]): void {
  const total = portionsBps.reduce((running, portionBps) => running + portionBps, 0)
  if (total !== Number(BPS) || portionsBps.some((portionBps) => portionBps < 0)) {
    throw new RangeError(`portions do not add up to ${BPS}: ${portionsBps.join(', ')}`)
  }
}
