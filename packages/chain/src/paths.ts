import { bpsCeil, err, formatStroops, mulDivCeil, ok, parseStroops, type Result } from '@heliobond/domain'
import { type Asset, assetParts, parseAsset } from './assets.ts'
import type { Chain } from './chain.ts'
import { requestTimeout } from './config.ts'

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

/** Horizon gave no answer that can be read. */
export class HorizonUnavailableError extends Error {
  readonly code = 'HORIZON_UNAVAILABLE'
  constructor(reason: string, options?: ErrorOptions) {
    super(`Horizon: ${reason}`, options)
    this.name = 'HorizonUnavailableError'
  }
}

/** The network's paths: from its Horizon where it has one, from the configured routes otherwise. */
export function pathSource(chain: Chain, routes: readonly Route[] = []): PathSource {
  const { horizonUrl } = chain.config
  const timeoutMs = requestTimeout(chain.config)
  const quotes = async (query: PathQuery): Promise<readonly Quote[]> =>
    horizonUrl === undefined ? routeQuotes(routes, query) : await horizonQuotes(horizonUrl, timeoutMs, query)
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

interface HorizonAsset {
  readonly asset_type: string
  readonly asset_code?: string
  readonly asset_issuer?: string
}

interface HorizonPath {
  readonly source_amount: string
  readonly path: readonly HorizonAsset[]
}

async function horizonQuotes(horizonUrl: string, timeoutMs: number, query: PathQuery): Promise<readonly Quote[]> {
  const url = new URL(`${horizonUrl.replace(/\/$/, '')}/paths/strict-receive`)
  url.searchParams.set('source_assets', query.sendAsset)
  url.searchParams.set('destination_amount', formatStroops(query.destAmountStroops))
  for (const [name, value] of destination(query.destAsset)) url.searchParams.set(name, value)
  let answer: { _embedded?: { records?: readonly HorizonPath[] } }
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    if (!response.ok) throw new HorizonUnavailableError(`HTTP ${response.status}`)
    answer = (await response.json()) as typeof answer
  } catch (error) {
    if (error instanceof HorizonUnavailableError) throw error
    throw new HorizonUnavailableError(error instanceof Error ? error.message : String(error), { cause: error })
  }
  return (answer._embedded?.records ?? []).map((record) => ({
    path: record.path.map(assetOfHorizon),
    sendStroops: stroopsOf(record.source_amount),
  }))
}

function destination(asset: Asset): readonly (readonly [string, string])[] {
  const parts = assetParts(asset)
  if (!parts) return [['destination_asset_type', 'native']]
  return [
    ['destination_asset_type', parts.code.length <= 4 ? 'credit_alphanum4' : 'credit_alphanum12'],
    ['destination_asset_code', parts.code],
    ['destination_asset_issuer', parts.issuer],
  ]
}

function assetOfHorizon(asset: HorizonAsset): Asset {
  if (asset.asset_type === 'native') return 'native'
  const parsed = parseAsset(`${asset.asset_code}:${asset.asset_issuer}`)
  if (!parsed.ok) throw new HorizonUnavailableError(`not an asset: ${parsed.error.text}`)
  return parsed.value
}

function stroopsOf(text: string): bigint {
  const amount = parseStroops(text)
  if (!amount.ok) throw new HorizonUnavailableError(`not an amount: ${text}`)
  return amount.value
}
