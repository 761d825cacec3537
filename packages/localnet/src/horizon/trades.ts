import { StrKey } from '@stellar/stellar-sdk/base'
import type { AssetName } from '../ledger/keys.ts'
import { toTotalOrderId } from '../rpc/ids.ts'
import { toAmount, toRfc3339 } from '../server/encoding.ts'
import { type HttpAnswer, invalidField, notFound } from './answer.ts'
import { readOptionalAsset } from './asset-query.ts'
import { prefixedAssetFields } from './assets.ts'
import { type HorizonContext, type HorizonHandler, type HorizonRequest, link } from './context.ts'
import type { Trade } from './ingest/trade-book.ts'
import { type HistoryPage, pageAnswer, readHistoryPage } from './paging.ts'
import { ACCOUNT_REASON, invalidPoolId, isHash } from './scope.ts'
import { numbersIn, type Range } from './window.ts'

/** One side of a trade under `base_` or `counter_`; a pool has neither account nor offer. */
function sideFields(trade: Trade, side: 'base' | 'counter', seller: boolean): Record<string, unknown> {
  const asset = seller ? trade.sold : trade.bought
  const stroops = seller ? trade.soldStroops : trade.boughtStroops
  const pool = seller && trade.kind === 'liquidity_pool'
  const offerId = seller ? trade.offerId : trade.buyerOfferId
  return {
    ...(pool
      ? { [`${side}_liquidity_pool_id`]: trade.seller }
      : {
          [`${side}_offer_id`]: String(offerId),
          [`${side}_account`]: seller ? trade.seller : trade.buyer,
        }),
    [`${side}_amount`]: toAmount(stroops),
    ...prefixedAssetFields(asset, `${side}_`),
  }
}

function describe(trade: Trade, baseIsSeller: boolean, { baseUrl }: HorizonContext) {
  const party = (seller: boolean) => {
    const pool = seller && trade.kind === 'liquidity_pool'
    return link(`${baseUrl}/${pool ? 'liquidity_pools' : 'accounts'}/${seller ? trade.seller : trade.buyer}`)
  }
  const token = `${trade.operationId}-${trade.order}`
  const [n, d] = baseIsSeller ? [trade.priceN, trade.priceD] : [trade.priceD, trade.priceN]
  return {
    _links: {
      self: link(''),
      base: party(baseIsSeller),
      counter: party(!baseIsSeller),
      operation: link(`${baseUrl}/operations/${trade.operationId}`),
    },
    id: token,
    paging_token: token,
    ledger_close_time: toRfc3339(trade.closeTime),
    trade_type: trade.kind,
    ...(trade.poolFeeBp !== null && { liquidity_pool_fee_bp: trade.poolFeeBp }),
    ...sideFields(trade, 'base', baseIsSeller),
    ...sideFields(trade, 'counter', !baseIsSeller),
    base_is_seller: baseIsSeller,
    price: { n: n.toString(), d: d.toString() },
  }
}

/** The place of the first trade that comes after a cursor, or at it. */
function firstTrade(all: readonly Trade[], id: bigint, order: bigint, after: boolean): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const trade = all[middle]
    const place = BigInt(trade?.order ?? 0)
    const before =
      trade !== undefined &&
      (trade.operationId < id || (trade.operationId === id && (after ? place <= order : place < order)))
    if (before) low = middle + 1
    else high = middle
  }
  return low
}

function rangeOf({ after, descending }: HistoryPage, { index, core }: HorizonContext): Range {
  const all = index.allTrades
  const elder = toTotalOrderId({ ledger: core.oldestLedger(), transaction: 0, operation: 0 })
  const kept = { from: firstTrade(all, elder, 0n, false), to: all.length }
  if (after === undefined) return kept
  if (descending) return { from: kept.from, to: firstTrade(all, after.id, after.order, false) }
  return { from: Math.max(kept.from, firstTrade(all, after.id, after.order, true)), to: kept.to }
}

interface Filter {
  readonly account?: string
  readonly offer?: bigint
  readonly pool?: string
  readonly base?: AssetName
  readonly counter?: AssetName
  readonly kind: string
}

const TRADE_TYPES = ['all', 'orderbook', 'liquidity_pool']

/** Checks what a list of trades is asked for by (actions/trade.go, TradesQuery). */
function readFilter({ query }: HorizonRequest, scoped: Partial<Filter>): Filter | { readonly refusal: HttpAnswer } {
  const refuse = (field: string, reason: string) => ({ refusal: invalidField(field, reason) })
  const kind = query.get('trade_type') || 'all'
  if (!TRADE_TYPES.includes(kind)) return refuse('trade_type', 'Trade type must be all, orderbook, or liquidity_pool')
  const base = readOptionalAsset(query, 'base_')
  if ('refusal' in base) return base
  const counter = readOptionalAsset(query, 'counter_')
  if ('refusal' in counter) return counter
  if ((base.asset === undefined) !== (counter.asset === undefined)) {
    return refuse(
      'base_asset_type,counter_asset_type',
      'this endpoint supports asset pairs but only one asset supplied',
    )
  }
  const offerText = query.get('offer_id') ?? ''
  if (offerText !== '' && !/^\d{1,19}$/.test(offerText)) {
    return refuse('offer_id', 'Offer ID must be an integer higher than 0')
  }
  const account = scoped.account ?? (query.get('account_id') || undefined)
  if (account !== undefined && !StrKey.isValidEd25519PublicKey(account)) return refuse('account_id', ACCOUNT_REASON)
  const offer = scoped.offer ?? (offerText === '' || BigInt(offerText) === 0n ? undefined : BigInt(offerText))
  const pool = scoped.pool ?? (query.get('liquidity_pool_id') || undefined)
  if (pool !== undefined && !isHash(pool)) return { refusal: invalidPoolId(pool) }
  if (base.asset !== undefined && offer !== undefined) {
    return refuse(
      'base_asset_type,counter_asset_type,offer_id',
      'this endpoint does not support filtering by both asset pair and offer id ',
    )
  }
  if (base.asset !== undefined && pool !== undefined) {
    return refuse(
      'base_asset_type,counter_asset_type,liquidity_pool_id',
      'this endpoint does not support filtering by both asset pair and liquidity pool id ',
    )
  }
  if ([account, offer, pool].filter((each) => each !== undefined).length > 1) {
    return refuse(
      'account_id,liquidity_pool_id,offer_id',
      'Use a single filter for trades, you can only use one of account_id, liquidity_pool_id, offer_id',
    )
  }
  if (offer !== undefined && kind === 'liquidity_pool') {
    return refuse('trade_type', `trade_type ${kind} cannot be used with the offer_id filter`)
  }
  if (pool !== undefined && kind === 'orderbook') {
    return refuse('trade_type', `trade_type ${kind} cannot be used with the liquidity_pool_id filter`)
  }
  return {
    kind,
    ...(account !== undefined && { account }),
    ...(offer !== undefined && { offer }),
    ...(pool !== undefined && { pool }),
    ...(base.asset !== undefined && { base: base.asset }),
    ...(counter.asset !== undefined && { counter: counter.asset }),
  }
}

/** Where to look: the narrowest list for the filter; undefined when what is asked for never appeared. */
function listFor({ account, offer, pool, base, counter }: Filter, { index, state }: HorizonContext) {
  const { trades } = index
  if (account !== undefined && !index.trail(account) && !state.account(account)) return undefined
  if (base !== undefined && counter !== undefined) {
    return trades.knows(base) && trades.knows(counter) ? trades.ofPair(base, counter) : undefined
  }
  if (account !== undefined) return trades.ofParty(account)
  if (offer !== undefined) return trades.ofOffer(offer)
  if (pool === undefined) return 'all'
  return index.trail(pool) ? trades.ofParty(pool) : undefined
}

function* everyPlace({ from, to }: Range, descending: boolean): Generator<number> {
  for (let step = 0; step < to - from; step++) yield descending ? to - 1 - step : from + step
}

function tradesPage(request: HorizonRequest, context: HorizonContext, scoped: Partial<Filter>): HttpAnswer {
  const read = readHistoryPage(request, context)
  if ('refusal' in read) return read.refusal
  const filter = readFilter(request, scoped)
  if ('refusal' in filter) return filter.refusal
  const list = listFor(filter, context)
  if (list === undefined) return notFound()
  const { page } = read
  const range = rangeOf(page, context)
  const places = list === 'all' ? everyPlace(range, page.descending) : numbersIn(list, range, page.descending)
  const matches = ({ kind, seller, buyer }: Trade) =>
    (filter.kind === 'all' || filter.kind === kind) &&
    (filter.account === undefined || seller === filter.account || buyer === filter.account)
  const records = places
    .map((place) => context.index.allTrades[place])
    .filter((trade) => trade !== undefined)
    .filter(matches)
    .take(page.limit)
    .map((trade) => describe(trade, filter.base ? trade.sold === filter.base : trade.baseIsSeller, context))
    .toArray()
  return pageAnswer(records, page, request, context)
}

export const listTrades: HorizonHandler = (request, context) => tradesPage(request, context, {})

export const listAccountTrades: HorizonHandler = (request, context, [account = '']) =>
  tradesPage(request, context, { account })

export const listPoolTrades: HorizonHandler = (request, context, [pool = '']) => tradesPage(request, context, { pool })

export const listOfferTrades: HorizonHandler = (request, context, [id = '']) => {
  if (!/^\d{1,19}$/.test(id)) return invalidField('offer_id', 'Offer ID must be an integer higher than 0')
  return tradesPage(request, context, { offer: BigInt(id) })
}
