import { err, ok, type Result } from './result.ts'

/** Stroops in one unit of a Stellar asset (7 decimals). */
export const STROOPS_PER_UNIT = 10_000_000n

/** Basis points in a whole. */
export const BPS = 10_000n

/** The largest amount a contract can hold: i128. */
export const MAX_I128 = 2n ** 127n - 1n

/** The largest amount a trustline can hold: i64. */
export const MAX_I64 = 2n ** 63n - 1n

export type AmountRefusal =
  | { readonly code: 'MALFORMED_AMOUNT'; readonly text: string }
  | { readonly code: 'TOO_MANY_DECIMALS'; readonly text: string }
  | { readonly code: 'AMOUNT_TOO_LARGE'; readonly text: string }

/**
 * Reads a decimal amount such as `123.4567890` as stroops.
 *
 * Only plain digits with an optional leading minus and at most seven decimals are an amount: no exponent, no grouping,
 * no blank. Law: `parseStroops(formatStroops(x))` is `x` for every i128.
 */
export function parseStroops(text: string): Result<bigint, AmountRefusal> {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return err({ code: 'MALFORMED_AMOUNT', text })
  const [, sign = '', units = '', decimals = ''] = match
  if (decimals.length > 7) return err({ code: 'TOO_MANY_DECIMALS', text })
  // Long digit strings are refused before they cost time: i128 has 39 digits.
  if (units.length > 40) return err({ code: 'AMOUNT_TOO_LARGE', text })
  const magnitude = BigInt(units) * STROOPS_PER_UNIT + BigInt(decimals.padEnd(7, '0'))
  const stroops = sign === '-' ? -magnitude : magnitude
  if (stroops > MAX_I128 || stroops < -MAX_I128 - 1n) return err({ code: 'AMOUNT_TOO_LARGE', text })
  return ok(stroops)
}

/** Writes stroops with all seven decimals, `1234567890n` as `123.4567890`: the form that Horizon and wallets use. */
export function formatStroops(stroops: bigint): string {
  const magnitude = stroops < 0n ? -stroops : stroops
  const decimals = (magnitude % STROOPS_PER_UNIT).toString().padStart(7, '0')
  return `${stroops < 0n ? '-' : ''}${magnitude / STROOPS_PER_UNIT}.${decimals}`
}

/**
 * `floor(a * b / divisor)` without loss in between.
 * @throws {RangeError} if an operand is negative or the divisor is not positive (a caller bug).
 */
export function mulDivFloor(a: bigint, b: bigint, divisor: bigint): bigint {
  requireMulDiv(a, b, divisor)
  return (a * b) / divisor
}

/**
 * `ceil(a * b / divisor)` without loss in between.
 * @throws {RangeError} if an operand is negative or the divisor is not positive (a caller bug).
 */
export function mulDivCeil(a: bigint, b: bigint, divisor: bigint): bigint {
  requireMulDiv(a, b, divisor)
  return (a * b + divisor - 1n) / divisor
}

/** The part of `amountStroops` that `bps` names, rounded down. */
export const bpsFloor = (amountStroops: bigint, bps: number): bigint => mulDivFloor(amountStroops, BigInt(bps), BPS)

/** The part of `amountStroops` that `bps` names, rounded up. */
export const bpsCeil = (amountStroops: bigint, bps: number): bigint => mulDivCeil(amountStroops, BigInt(bps), BPS)

/** The smaller of two amounts. */
export const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** The larger of two amounts. */
export const max = (a: bigint, b: bigint): bigint => (a > b ? a : b)

/** The sum of amounts; 0 for none. */
export const sum = (amounts: Iterable<bigint>): bigint => {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

/**
 * Guards an amount that a caller must not pass below zero.
 * @throws {RangeError} naming the amount.
 */
export function requireNotNegative(name: string, amount: bigint): void {
  if (amount < 0n) throw new RangeError(`${name} is negative: ${amount}`)
}

function requireMulDiv(a: bigint, b: bigint, divisor: bigint): void {
  if (a < 0n || b < 0n || divisor <= 0n) throw new RangeError(`mulDiv of ${a} * ${b} / ${divisor}`)
}
