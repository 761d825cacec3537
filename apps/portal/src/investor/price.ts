import { parseStroops } from '@heliobond/domain'

/** A price as the network's order book holds it: `n` of the stablecoin for `d` of the bond. */
export interface Price {
  readonly n: number
  readonly d: number
}

const UNIT = 10_000_000n
const MAX_I32 = 2_147_483_647n

/** Reads a price such as `0.985` exactly; null for what is none, or what the order book cannot hold. */
export function readPrice(text: string): Price | null {
  const price = parseStroops(text.trim())
  if (!price.ok || price.value <= 0n) return null
  const divisor = gcd(price.value, UNIT)
  const [n, d] = [price.value / divisor, UNIT / divisor]
  return n > MAX_I32 || d > MAX_I32 ? null : { n: Number(n), d: Number(d) }
}

/** A price with its decimals, at most seven and cut there; `0.985`. */
export function priceText({ n, d }: Price): string {
  const stroops = (BigInt(n) * UNIT) / BigInt(d)
  const decimals = (stroops % UNIT).toString().padStart(7, '0').replace(/0+$/, '').padEnd(2, '0')
  return `${stroops / UNIT}.${decimals}`
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}
