import { parseCivilDate, SECONDS_PER_DAY, toEpochDays } from './civil-date.ts'
import { parseStroops, STROOPS_PER_UNIT } from './money.ts'
import { err, ok, type Result } from './result.ts'

/** What a price is made of, stroops per kWh; each may be a credit. They add up to the price. */
export type TariffComponents = {
  readonly base: bigint
  readonly fuel: bigint
  readonly purchase: bigint
}

/** One change of a tariff: what a kWh costs from a moment on. */
export type TariffChange = {
  /** The tariff's symbol in the tariff contract, e.g. a utility's residential rate. */
  readonly symbol: string
  /** Unix seconds. */
  readonly effectiveAt: bigint
  /** Stroops per kWh. */
  readonly priceStroops: bigint
  /** Null: told as a whole. */
  readonly components: TariffComponents | null
}

export type TariffSheetRefusal = {
  readonly code: 'NOT_A_TARIFF_SHEET'
  /** Where in the sheet, and what is wanted there. */
  readonly detail: string
}

/** The tariff contract takes no price above a million a kWh. */
export const MAX_PRICE_STROOPS = 1_000_000n * STROOPS_PER_UNIT
/** The contract keeps 120 changes of 16 tariffs; a sheet may go further back. */
const MOST_CHANGES = 10_000

/**
 * Reads a tariff sheet: what a utility (or whoever copies its published rates) says its prices are, past and announced.
 *
 * ```json
 * {"prices": [
 *   {"symbol": "GRID", "effectiveAt": "2026-07-01T00:00:00-06:00", "price": "0.1873"},
 *   {"symbol": "GRID", "effectiveAt": "2026-10-01T00:00:00-06:00", "components": {"base": "0.12", "fuel": "0.0801", "purchase": "-0.01"}}
 * ]}
 * ```
 *
 * Prices are decimals in a string, per kWh in the settlement currency, with at most 7 decimals; times have seconds and an offset. Unknown members are
 * passed over. One wrong entry refuses the whole sheet: half a sheet would be another tariff.
 *
 * @returns the changes, ordered by symbol and time
 */
export function parseTariffSheet(text: string): Result<readonly TariffChange[], TariffSheetRefusal> {
  let sheet: unknown
  try {
    sheet = JSON.parse(text)
  } catch {
    return refuse('it is not JSON')
  }
  const prices = isRecord(sheet) ? sheet.prices : undefined
  if (!Array.isArray(prices)) return refuse('prices: a list is wanted')
  if (prices.length > MOST_CHANGES) return refuse(`prices: ${prices.length} entries; ${MOST_CHANGES} are taken`)
  const changes: TariffChange[] = []
  const seen = new Set<string>()
  for (const [index, entry] of prices.entries()) {
    const change = readChange(entry)
    if (!change.ok) return refuse(`prices[${index}]${change.error.detail}`)
    const { symbol, effectiveAt } = change.value
    if (seen.has(`${symbol} ${effectiveAt}`))
      return refuse(`prices[${index}]: ${symbol} has a price of that time already`)
    seen.add(`${symbol} ${effectiveAt}`)
    changes.push(change.value)
  }
  return ok(changes.toSorted(inOrder))
}

/**
 * Reads a moment as RFC 3339 writes it, with seconds and an offset, as Unix seconds; null for anything else. A time without an offset names no moment,
 * and fractions of a second are no time from which a price could hold.
 */
export function parseMoment(text: string): bigint | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:Z|([+-])(\d{2}):(\d{2}))$/.exec(text)
  if (!match) return null
  const [, day = '', hours, minutes, seconds, sign, offsetHours = '0', offsetMinutes = '0'] = match
  const date = parseCivilDate(day)
  if (!date.ok || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return null
  const ofDay = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  const offset = (Number(offsetHours) * 3_600 + Number(offsetMinutes) * 60) * (sign === '-' ? -1 : 1)
  return BigInt(toEpochDays(date.value)) * SECONDS_PER_DAY + BigInt(ofDay - offset)
}

function readChange(entry: unknown): Result<TariffChange, TariffSheetRefusal> {
  if (!isRecord(entry)) return refuse(': an object is wanted')
  const { symbol, effectiveAt: time } = entry
  if (typeof symbol !== 'string' || !/^[A-Za-z0-9_]{1,32}$/.test(symbol))
    return refuse('.symbol: 1 to 32 letters, digits and underscores are wanted')
  const effectiveAt = typeof time === 'string' ? parseMoment(time) : null
  if (effectiveAt === null || effectiveAt < 0n)
    return refuse('.effectiveAt: a time with seconds and an offset is wanted, such as 2026-07-01T00:00:00-06:00')
  const components = entry.components == null ? ok(null) : readComponents(entry.components)
  if (!components.ok) return components
  const total = components.value === null ? null : componentsTotal(components.value)
  const price = entry.price == null ? ok(total) : readDecimal('.price', entry.price)
  if (!price.ok) return price
  if (price.value === null) return refuse(': a price or its components are wanted')
  if (total !== null && total !== price.value) return refuse('.price: the components do not add up to it')
  if (price.value <= 0n || price.value > MAX_PRICE_STROOPS)
    return refuse(': a price above 0 and at most 1000000 a kWh is wanted')
  return ok({ symbol, effectiveAt, priceStroops: price.value, components: components.value })
}

function readComponents(value: unknown): Result<TariffComponents, TariffSheetRefusal> {
  if (!isRecord(value)) return refuse('.components: base, fuel and purchase are wanted')
  const base = readDecimal('.components.base', value.base)
  const fuel = readDecimal('.components.fuel', value.fuel)
  const purchase = readDecimal('.components.purchase', value.purchase)
  if (!base.ok) return base
  if (!fuel.ok) return fuel
  if (!purchase.ok) return purchase
  return ok({ base: base.value, fuel: fuel.value, purchase: purchase.value })
}

/** What the components add up to. */
export const componentsTotal = ({ base, fuel, purchase }: TariffComponents): bigint => base + fuel + purchase

function readDecimal(where: string, value: unknown): Result<bigint, TariffSheetRefusal> {
  // A JSON number is a float by the time it is read: 0.1873 would have lost its last stroop somewhere.
  const parsed = typeof value === 'string' ? parseStroops(value) : null
  return parsed?.ok
    ? parsed
    : refuse(`${where}: a decimal in a string with at most 7 decimals is wanted, such as "0.1873"`)
}

const inOrder = (a: TariffChange, b: TariffChange): number =>
  a.symbol === b.symbol ? Number(a.effectiveAt - b.effectiveAt) : a.symbol < b.symbol ? -1 : 1

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const refuse = (detail: string) => err({ code: 'NOT_A_TARIFF_SHEET', detail } as const)
