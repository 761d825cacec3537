/** What a feeder says next, from what its source and the tariff contract say. Pure. */
import type { TariffChange, TariffComponents } from '@heliobond/domain'

/** What the contract knows of one tariff. */
export interface TariffView {
  /** The price in force and those announced, in order; empty: it has no price yet. */
  readonly changes: readonly { readonly effectiveAt: bigint; readonly priceStroops: bigint }[]
  /** A price that one feeder said and a second one must say too. */
  readonly waiting: WaitingPrice | null
  /** Addresses. */
  readonly feeders: readonly string[]
  /** A price that nobody confirmed for so long is stale. */
  readonly maxAgeSeconds: bigint
}

export interface WaitingPrice {
  readonly feeder: string
  readonly effectiveAt: bigint
  readonly priceStroops: bigint
  readonly components: TariffComponents | null
}

/** The contract has one price for a moment, the source another. What is in the contract stays: bills name it. */
export interface TariffDifference {
  readonly effectiveAt: bigint
  readonly contractStroops: bigint
  readonly sourceStroops: bigint
}

export interface TariffDecision {
  /**
   * `set`: say `change`; it comes into force, or waits for a second feeder, or is what the first one waits for. `wait`: this feeder's word waits.
   * `disagree`: another feeder's word waits, and this one's source does not say so. `hold`: contract and source say the same. `unlisted`: the source
   * says nothing of this tariff.
   */
  readonly act: 'set' | 'wait' | 'disagree' | 'hold' | 'unlisted'
  /** What the source says next; null: nothing that the contract does not have. */
  readonly change: TariffChange | null
  readonly waiting: WaitingPrice | null
  readonly differences: readonly TariffDifference[]
}

/** The contract takes nothing further ahead; a day less, since its ledger may be behind. */
const MOST_AHEAD_SECONDS = 365n * 86_400n

/**
 * @param sheet the source's changes of this tariff, in order
 * @param self the feeder's address
 * @param now the network's time
 */
export function decideTariff(
  sheet: readonly TariffChange[],
  view: TariffView,
  self: string,
  now: bigint,
): TariffDecision {
  const change = nextChange(sheet, view, now)
  const waiting = openWaiting(view)
  const said = { change, waiting, differences: differencesOf(sheet, view) }
  // What a person had this feeder say waits just so.
  if (sheet.length === 0) return { ...said, act: waiting?.feeder === self ? 'wait' : 'unlisted' }
  if (waiting && waiting.feeder !== self)
    return { ...said, act: change && isSame(change, waiting) ? 'set' : 'disagree' }
  if (waiting && (!change || isSame(change, waiting))) return { ...said, act: 'wait' }
  return { ...said, act: change ? 'set' : 'hold' }
}

/** The earliest change that comes after all that the contract has. Where it has none, the past before today's price is left out. */
function nextChange(sheet: readonly TariffChange[], { changes }: TariffView, now: bigint): TariffChange | null {
  const since = changes.at(-1)?.effectiveAt ?? (sheet.findLast((one) => one.effectiveAt <= now)?.effectiveAt ?? 0n) - 1n
  const next = sheet.find(({ effectiveAt }) => effectiveAt > since)
  return next && next.effectiveAt <= now + MOST_AHEAD_SECONDS ? next : null
}

/** What waits and can still come into force: its feeder is one, and nothing later was set meanwhile. */
function openWaiting({ waiting, feeders, changes }: TariffView): WaitingPrice | null {
  if (!waiting || !feeders.includes(waiting.feeder)) return null
  const last = changes.at(-1)
  return last && waiting.effectiveAt <= last.effectiveAt ? null : waiting
}

const isSame = (change: TariffChange, waiting: WaitingPrice): boolean =>
  change.effectiveAt === waiting.effectiveAt &&
  change.priceStroops === waiting.priceStroops &&
  (['base', 'fuel', 'purchase'] as const).every((part) => change.components?.[part] === waiting.components?.[part])

function differencesOf(sheet: readonly TariffChange[], { changes }: TariffView): TariffDifference[] {
  const first = changes[0]
  const last = changes.at(-1)
  if (!first || !last) return []
  const of = (list: readonly { readonly effectiveAt: bigint; readonly priceStroops: bigint }[], at: bigint) =>
    list.findLast((one) => one.effectiveAt <= at)?.priceStroops
  const listed = sheet.filter(({ effectiveAt }) => first.effectiveAt <= effectiveAt && effectiveAt <= last.effectiveAt)
  const moments = new Set([...changes, ...listed].map(({ effectiveAt }) => effectiveAt))
  const differences: TariffDifference[] = []
  for (const effectiveAt of moments) {
    const contractStroops = of(changes, effectiveAt)
    const sourceStroops = of(sheet, effectiveAt)
    // A sheet that begins later says nothing of the time before.
    if (contractStroops === undefined || sourceStroops === undefined || contractStroops === sourceStroops) continue
    differences.push({ effectiveAt, contractStroops, sourceStroops })
  }
  return differences.toSorted((a, b) => Number(a.effectiveAt - b.effectiveAt))
}
