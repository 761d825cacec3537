import { bpsCeil, err, formatStroops, mulDivCeil, ok, type Result } from '@heliobond/domain'
import type { Asset } from './assets.ts'
import type { Chain } from './chain.ts'
import {
  askHorizon,
  assetOfHorizon,
  type HorizonAsset,
  HorizonUnavailableError,
  horizonQuery,
  stroopsOfHorizon,
} from './horizon.ts'

/** How to pay an exact amount from an asset. */
export interface PaymentPath {
  readonly sendAsset: Asset
  /** The assets between, at most five. */
  readonly path: readonly Asset[]
  /** What it would cost now, in stroops of `sendAsset`. */
  readonly sendStroops: bigint
  /** The most that may leave the payer: that and the slippage allowed. */
  readonly sendMaxStroops: bigint
}

/** A way that is known without asking: for networks without a Horizon. */
export interface Route {
  readonly sendAsset: Asset
  readonly destAsset: Asset
  readonly path: readonly Asset[]
  /** The dearest price taken: stroops of `sendAsset` for `per` stroops of `destAsset`. */
  readonly price: { readonly stroops: bigint; readonly per: bigint }
}

export interface PathQuery {
  readonly sendAsset: Asset
  readonly destAsset: Asset
  readonly destAmountStroops: bigint
  /** How much dearer than now it may become, in basis points. */
  readonly slippageBps: number
}

export type NoPath = { readonly code: 'NO_PATH'; readonly sendAsset: Asset; readonly destAsset: Asset }

/** A source of payment paths. */
export interface PathSource {
  /** The cheapest way from one asset. */
  cheapest(query: PathQuery): Promise<Result<PaymentPath, NoPath>>
}

/** The network's paths: from its Horizon where it has one, from the configured routes otherwise. */
export function pathSource(chain: Chain, routes: readonly Route[] = []): PathSource {
  const { horizonUrl } = chain.config
  const quotes = async (query: PathQuery): Promise<readonly Quote[]> =>
    horizonUrl === undefined ? routeQuotes(routes, query) : await horizonQuotes(chain, query)
  return {
    async cheapest(query) {
      const { sendAsset, destAsset, destAmountStroops, slippageBps } = query
      if (sendAsset === destAsset) {
        return ok({ sendAsset, path: [], sendStroops: destAmountStroops, sendMaxStroops: destAmountStroops })
      }
      const [best] = [...(await quotes(query))].sort(cheaper)
      if (!best) return err({ code: 'NO_PATH', sendAsset, destAsset })
      const { path, sendStroops } = best
      return ok({ sendAsset, path, sendStroops, sendMaxStroops: sendStroops + bpsCeil(sendStroops, slippageBps) })
    },
  }
}

interface Quote {
  readonly path: readonly Asset[]
  readonly sendStroops: bigint
}

/** The cheaper first; of equals the shorter, which fewer can spoil. */
function cheaper(a: Quote, b: Quote): number {
  if (a.sendStroops !== b.sendStroops) return a.sendStroops < b.sendStroops ? -1 : 1
  return a.path.length - b.path.length
}

function routeQuotes(routes: readonly Route[], query: PathQuery): readonly Quote[] {
  return routes
    .filter(({ sendAsset, destAsset }) => sendAsset === query.sendAsset && destAsset === query.destAsset)
    .map(({ path, price }) => ({
      path,
      sendStroops: mulDivCeil(query.destAmountStroops, price.stroops, price.per),
    }))
}

interface HorizonPath {
  readonly source_amount: string
  readonly path: readonly HorizonAsset[]
}

async function horizonQuotes(chain: Chain, query: PathQuery): Promise<readonly Quote[]> {
  const answer = await askHorizon<{ _embedded?: { records?: readonly HorizonPath[] } }>(
    chain,
    '/paths/strict-receive',
    {
      source_assets: query.sendAsset,
      destination_amount: formatStroops(query.destAmountStroops),
      ...horizonQuery('destination', query.destAsset),
    },
  )
  if (!answer) throw new HorizonUnavailableError('HTTP 404')
  return (answer._embedded?.records ?? []).map((record) => ({
    path: record.path.map(assetOfHorizon),
    sendStroops: stroopsOfHorizon(record.source_amount),
  }))
}
