import { type AssetName, NATIVE } from '../ledger/keys.ts'
import type { LedgerState } from '../ledger/state.ts'
import { type LedgerContext, LedgerTxn } from '../ledger/txn.ts'
import { INT64_MAX } from '../ledger/wire.ts'
import { convertWithOffersAndPools, MAX_OFFERS_TO_CROSS } from './convert.ts'

export interface FoundPath {
  readonly sourceAsset: AssetName
  readonly sourceStroops: bigint
  readonly destinationAsset: AssetName
  readonly destinationStroops: bigint
  /** Assets between the two. */
  readonly path: readonly AssetName[]
}

/** A network of many assets has more paths than are worth looking at. */
const MAX_STEPS = 5_000
const PATHS_PER_PAIR = 5

interface Search {
  readonly wanted: ReadonlySet<AssetName>
  readonly maxHops: number
  /** Assets one trade away. */
  readonly neighbours: (asset: AssetName) => Iterable<AssetName>
  /** What the trade comes to on this layer; null if neither book nor pool can give it. */
  readonly trade: (txn: LedgerTxn, at: AssetName, next: AssetName, amount: bigint) => bigint | null
  readonly found: (assets: readonly AssetName[], amount: bigint) => void
}

/** Walks trade by trade, each on what the trades before it left; nothing of it is kept. */
function walk(search: Search, start: LedgerTxn, from: AssetName, amount: bigint): void {
  let steps = 0
  const visit = (txn: LedgerTxn, assets: readonly AssetName[], at: AssetName, left: bigint): void => {
    if (search.wanted.has(at)) search.found(assets, left)
    if (assets.length > search.maxHops) return
    for (const next of search.neighbours(at)) {
      if (assets.includes(next) || steps >= MAX_STEPS) continue
      steps += 1
      const layer = txn.child()
      const traded = search.trade(layer, at, next, left)
      if (traded !== null && traded > 0n) visit(layer, [...assets, next], next, traded)
    }
  }
  visit(start, [from], from, amount)
}

function best(
  paths: FoundPath[],
  pair: (path: FoundPath) => AssetName,
  better: (a: FoundPath, b: FoundPath) => number,
) {
  const taken = new Map<AssetName, number>()
  return paths.sort(better).filter((path) => {
    const count = (taken.get(pair(path)) ?? 0) + 1
    taken.set(pair(path), count)
    return count <= PATHS_PER_PAIR
  })
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** Ways to deliver an exact amount from any of the source assets, the cheapest of each first. */
export function pathsToReceive(
  state: LedgerState,
  context: LedgerContext,
  args: { sources: readonly AssetName[]; asset: AssetName; amountStroops: bigint; maxHops: number },
): FoundPath[] {
  const paths: FoundPath[] = []
  walk(
    {
      wanted: new Set(args.sources),
      maxHops: args.maxHops,
      neighbours: (asset) => new Set([...state.book.boughtBy(asset), ...state.pooledWith(asset)]),
      trade: (txn, wheat, sheep, amount) => {
        const conversion = convertWithOffersAndPools(txn, {
          sheep,
          maxSheepSend: INT64_MAX,
          wheat,
          maxWheatReceive: amount,
          rounding: 'strictReceive',
          maxOffers: MAX_OFFERS_TO_CROSS,
          stopAt: () => null,
        })
        return conversion.outcome === 'complete' && conversion.wheatReceived === amount ? conversion.sheepSent : null
      },
      found: (assets, sourceStroops) => {
        paths.push({
          sourceAsset: assets.at(-1) ?? NATIVE,
          sourceStroops,
          destinationAsset: args.asset,
          destinationStroops: args.amountStroops,
          path: assets.slice(1, -1).reverse(),
        })
      },
    },
    LedgerTxn.over(state, context),
    args.asset,
    args.amountStroops,
  )
  return best(
    paths,
    (path) => path.sourceAsset,
    (a, b) => compare(a.sourceStroops, b.sourceStroops),
  )
}

/** Ways to spend an exact amount on any of the destination assets, the most of each first. */
export function pathsToSend(
  state: LedgerState,
  context: LedgerContext,
  args: { destinations: readonly AssetName[]; asset: AssetName; amountStroops: bigint; maxHops: number },
): FoundPath[] {
  const paths: FoundPath[] = []
  walk(
    {
      wanted: new Set(args.destinations),
      maxHops: args.maxHops,
      neighbours: (asset) => new Set([...state.book.soldFor(asset), ...state.pooledWith(asset)]),
      trade: (txn, sheep, wheat, amount) => {
        const conversion = convertWithOffersAndPools(txn, {
          sheep,
          maxSheepSend: amount,
          wheat,
          maxWheatReceive: INT64_MAX,
          rounding: 'strictSend',
          maxOffers: MAX_OFFERS_TO_CROSS,
          stopAt: () => null,
        })
        return conversion.outcome === 'complete' && conversion.sheepSent === amount ? conversion.wheatReceived : null
      },
      found: (assets, destinationStroops) => {
        paths.push({
          sourceAsset: args.asset,
          sourceStroops: args.amountStroops,
          destinationAsset: assets.at(-1) ?? NATIVE,
          destinationStroops,
          path: assets.slice(1, -1),
        })
      },
    },
    LedgerTxn.over(state, context),
    args.asset,
    args.amountStroops,
  )
  return best(
    paths,
    (path) => path.destinationAsset,
    (a, b) => compare(b.destinationStroops, a.destinationStroops),
  )
}
