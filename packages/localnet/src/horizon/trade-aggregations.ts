import { toAmount } from '../server/encoding.ts'
import { found, type HttpAnswer, invalidField, problem } from './answer.ts'
import { readOptionalAsset } from './asset-query.ts'
import type { HorizonHandler, HorizonRequest } from './context.ts'
import type { Trade } from './ingest/trade-book.ts'
import { type PageQuery, readPage } from './paging.ts'
import { toPrice } from './prices.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const RESOLUTIONS_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, DAY_MS, 7 * DAY_MS]

interface Price {
  readonly n: bigint
  readonly d: bigint
}

interface Bucket {
  /** Unix milliseconds at which it begins. */
  readonly timestampMs: number
  count: number
  baseStroops: bigint
  counterStroops: bigint
  high: Price
  low: Price
  first: Price
  last: Price
}

interface Times {
  readonly resolutionMs: number
  readonly offsetMs: number
  readonly startMs: number
  /** Zero is the end of time. */
  readonly endMs: number
}

const isAbove = (a: Price, b: Price): boolean => a.n * b.d > b.n * a.d

/** Trades are first rounded down to their minute, then to their bucket (history/trade_aggregation.go). */
function minuteOf({ closeTime }: Trade): number {
  const ms = Number(closeTime) * 1_000
  return ms - (ms % MINUTE_MS)
}

function readMs(query: URLSearchParams, field: string): number | undefined {
  const text = query.get(field) || '0'
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

function readTimes({ query }: HorizonRequest): Times | { readonly refusal: HttpAnswer } {
  const refuse = (field: string, reason: string) => ({ refusal: invalidField(field, reason) })
  const [resolutionMs, offsetMs] = [readMs(query, 'resolution'), readMs(query, 'offset')]
  const [start, end] = [readMs(query, 'start_time'), readMs(query, 'end_time')]
  if (start === undefined) return refuse('start_time', 'unparseable value')
  if (end === undefined) return refuse('end_time', 'unparseable value')
  if (resolutionMs === undefined || !RESOLUTIONS_MS.includes(resolutionMs)) {
    return refuse(
      'resolution',
      'illegal or missing resolution. allowed resolutions are: 1 minute (60000), 5 minutes (300000), 15 minutes (900000), 1 hour (3600000), 1 day (86400000) and 1 week (604800000)',
    )
  }
  if (offsetMs === undefined || offsetMs % HOUR_MS !== 0 || offsetMs >= DAY_MS || offsetMs > resolutionMs) {
    return refuse(
      'offset',
      'illegal or missing offset. offset must be a multiple of an hour, less than or equal to the resolution, and less than 24 hours',
    )
  }
  const roundedUp = Math.ceil((start - offsetMs) / resolutionMs) * resolutionMs + offsetMs
  const startMs = start === 0 ? 0 : start < offsetMs ? offsetMs : roundedUp
  if (end !== 0 && end < offsetMs) return badEnd()
  const endMs = end === 0 ? 0 : Math.floor((end - offsetMs) / resolutionMs) * resolutionMs + offsetMs
  return endMs !== 0 && endMs < startMs ? badEnd() : { resolutionMs, offsetMs, startMs, endMs }
}

function badEnd() {
  const reason =
    'illegal end time. adjusted end time must be greater than the offset and greater than the provided start time'
  return { refusal: invalidField('end_time', reason) }
}

/** Adds up trades in the order given; as many buckets as a page holds. */
function bucketsOf(trades: Iterable<Trade>, base: string, times: Times, page: PageQuery): Bucket[] {
  const buckets: Bucket[] = []
  for (const trade of trades) {
    const minute = minuteOf(trade)
    if (minute < times.startMs || (times.endMs !== 0 && minute >= times.endMs)) continue
    const timestampMs = Math.trunc((minute - times.offsetMs) / times.resolutionMs) * times.resolutionMs + times.offsetMs
    const sold = trade.sold === base
    const price = sold ? { n: trade.priceN, d: trade.priceD } : { n: trade.priceD, d: trade.priceN }
    let bucket = buckets.at(-1)
    if (bucket?.timestampMs !== timestampMs) {
      if (buckets.length === page.limit) break
      const start = { count: 0, baseStroops: 0n, counterStroops: 0n }
      bucket = { timestampMs, ...start, high: price, low: price, first: price, last: price }
      buckets.push(bucket)
    }
    bucket.count += 1
    bucket.baseStroops += sold ? trade.soldStroops : trade.boughtStroops
    bucket.counterStroops += sold ? trade.boughtStroops : trade.soldStroops
    if (isAbove(price, bucket.high)) bucket.high = price
    if (isAbove(bucket.low, price)) bucket.low = price
    if (page.descending) bucket.first = price
    else bucket.last = price
  }
  return buckets
}

function describe({ timestampMs, count, baseStroops, counterStroops, high, low, first, last }: Bucket) {
  const priced = (name: string, { n, d }: Price) => ({
    [name]: toPrice(n, d),
    [`${name}_r`]: { n: n.toString(), d: d.toString() },
  })
  return {
    timestamp: timestampMs.toString(),
    trade_count: count.toString(),
    base_volume: toAmount(baseStroops),
    counter_volume: toAmount(counterStroops),
    avg: toPrice(counterStroops, baseStroops),
    ...priced('high', high),
    ...priced('low', low),
    ...priced('open', first),
    ...priced('close', last),
  }
}

function unknownAsset(field: string): HttpAnswer {
  return problem({
    code: 'not_found',
    title: 'Resource Missing',
    status: 404,
    detail:
      'The resource at the url requested was not found. This usually occurs for one of two reasons: The url requested is not valid, or no data in our database could be found with the parameters provided.',
    extras: { invalid_field: field, reason: 'not found' },
  })
}

function* tradesOf(places: readonly number[], all: readonly Trade[], descending: boolean): Generator<Trade> {
  for (let step = 0; step < places.length; step++) {
    const trade = all[places[descending ? places.length - 1 - step : step] ?? -1]
    if (trade !== undefined) yield trade
  }
}

export const listTradeAggregations: HorizonHandler = (request, context) => {
  const read = readPage(request, context)
  if ('refusal' in read) return read.refusal
  const { page } = read
  const base = readOptionalAsset(request.query, 'base_')
  if ('refusal' in base) return base.refusal
  if (base.asset === undefined) return invalidField('base_asset_type', 'Missing required field')
  const counter = readOptionalAsset(request.query, 'counter_')
  if ('refusal' in counter) return counter.refusal
  if (counter.asset === undefined) return invalidField('counter_asset_type', 'Missing required field')
  const times = readTimes(request)
  if ('refusal' in times) return times.refusal
  const { trades, allTrades } = context.index
  if (!trades.knows(base.asset)) return unknownAsset('base_asset')
  if (!trades.knows(counter.asset)) return unknownAsset('counter_asset')
  const places = trades.ofPair(base.asset, counter.asset)
  const buckets = bucketsOf(tradesOf(places, allTrades, page.descending), base.asset, times, page)
  const self = `${context.baseUrl}${request.path}?${request.query}`
  return found({
    _links: { self: { href: self }, next: { href: nextOf(self, buckets, times, page) }, prev: { href: '' } },
    _embedded: { records: buckets.map(describe) },
  })
}

/** The same question about the time beyond the last bucket. */
function nextOf(self: string, buckets: readonly Bucket[], times: Times, page: PageQuery): string {
  const last = buckets.at(-1)
  if (last === undefined) return self
  const next = new URL(self)
  const { timestampMs } = last
  if (page.descending) {
    next.searchParams.set('end_time', Math.max(timestampMs, times.startMs).toString())
  } else {
    const startMs = timestampMs + times.resolutionMs
    next.searchParams.set('start_time', (times.endMs === 0 ? startMs : Math.min(startMs, times.endMs)).toString())
  }
  next.searchParams.sort()
  return next.href
}
