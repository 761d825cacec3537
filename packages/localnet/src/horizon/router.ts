import type { TextAnswer } from '../server/text-answer.ts'
import { getAccount, getAccountData, listAccounts } from './accounts.ts'
import { type HttpAnswer, notFound } from './answer.ts'
import { listAssets } from './asset-list.ts'
import { getClaimableBalance, listClaimableBalances } from './claimable-balances.ts'
import type { HorizonContext, HorizonHandler, HorizonRequest } from './context.ts'
import { listEffects, listOperationEffects } from './effects.ts'
import { getFeeStats } from './fee-stats.ts'
import { getLedger, listLedgers } from './ledgers.ts'
import { getLiquidityPool, listLiquidityPools } from './liquidity-pools.ts'
import { getAccountOffers, getOffer, listOffers } from './offers.ts'
import { getOperation, listOperations } from './operations.ts'
import { getOrderBook } from './order-book.ts'
import { getStrictReceivePaths, getStrictSendPaths } from './paths.ts'
import { getHealth, getRoot } from './root.ts'
import type { ScopeKind } from './scope.ts'
import { submitTransaction, submitTransactionAsync } from './submit.ts'
import { listTradeAggregations } from './trade-aggregations.ts'
import { listAccountTrades, listOfferTrades, listPoolTrades, listTrades } from './trades.ts'
import { getTransaction, listTransactions } from './transactions.ts'

/** What answers a path, and how. */
export interface Route {
  readonly method: 'GET' | 'POST'
  /** `*` is any one segment. */
  readonly pattern: readonly string[]
  readonly handler: HorizonHandler
  /** What of it can be had as a stream of events: new records of a page, or an object whenever it changes. */
  readonly stream?: 'page' | 'object'
  /** Whether it needs the index of the history. */
  readonly indexed: boolean
}

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '')

function get(path: string, handler: HorizonHandler, stream?: Route['stream']): Route {
  return { method: 'GET', pattern: segmentsOf(path), handler, indexed: false, ...(stream && { stream }) }
}

/** A list or a record of the history. */
function past(path: string, handler: HorizonHandler, stream?: Route['stream']): Route {
  return { ...get(path, handler, stream), indexed: true }
}

function post(path: string, handler: HorizonHandler): Route {
  return { method: 'POST', pattern: segmentsOf(path), handler, indexed: false }
}

/** The lists of history that a path has below it; `/` for those of everything. */
function historyOf(path: string, kind: ScopeKind, lists: readonly string[]): Route[] {
  const handlers: Readonly<Record<string, HorizonHandler>> = {
    transactions: listTransactions(kind),
    operations: listOperations(kind, false),
    payments: listOperations(kind, true),
    effects: listEffects(kind),
  }
  return lists.flatMap((list) => {
    const handler = handlers[list]
    return handler === undefined ? [] : [past(`${path}/${list}`, handler, 'page')]
  })
}

const EVERYTHING = ['transactions', 'operations', 'payments', 'effects']

const ROUTES: readonly Route[] = [
  get('/', getRoot),
  get('/health', getHealth),
  get('/fee_stats', getFeeStats),
  get('/accounts', listAccounts),
  get('/accounts/*', getAccount, 'object'),
  get('/accounts/*/data/*', getAccountData, 'object'),
  get('/accounts/*/offers', getAccountOffers, 'page'),
  past('/accounts/*/trades', listAccountTrades, 'page'),
  ...historyOf('/accounts/*', 'account', EVERYTHING),
  past('/ledgers', listLedgers, 'page'),
  past('/ledgers/*', getLedger),
  ...historyOf('/ledgers/*', 'ledger', EVERYTHING),
  ...historyOf('', 'all', EVERYTHING),
  get('/transactions/*', getTransaction),
  ...historyOf('/transactions/*', 'transaction', ['operations', 'payments', 'effects']),
  past('/operations/*', getOperation),
  past('/operations/*/effects', listOperationEffects, 'page'),
  past('/trades', listTrades, 'page'),
  past('/trade_aggregations', listTradeAggregations),
  get('/offers', listOffers),
  get('/offers/*', getOffer),
  past('/offers/*/trades', listOfferTrades, 'page'),
  past('/assets', listAssets),
  get('/claimable_balances', listClaimableBalances),
  get('/claimable_balances/*', getClaimableBalance),
  ...historyOf('/claimable_balances/*', 'balance', ['transactions', 'operations']),
  get('/liquidity_pools', listLiquidityPools),
  get('/liquidity_pools/*', getLiquidityPool),
  past('/liquidity_pools/*/trades', listPoolTrades, 'page'),
  ...historyOf('/liquidity_pools/*', 'pool', ['transactions', 'operations', 'effects']),
  get('/order_book', getOrderBook, 'object'),
  get('/paths', getStrictReceivePaths),
  get('/paths/strict-receive', getStrictReceivePaths),
  get('/paths/strict-send', getStrictSendPaths),
  post('/transactions', submitTransaction),
  post('/transactions_async', submitTransactionAsync),
]

/** What a pattern's stars stand for; undefined when the path is another one. */
function matchPath(pattern: readonly string[], path: readonly string[]): readonly string[] | undefined {
  if (pattern.length !== path.length) return undefined
  if (!pattern.every((part, index) => part === '*' || part === path[index])) return undefined
  return path.filter((_, index) => pattern[index] === '*')
}

export interface Matched {
  readonly route: Route
  readonly answer: (request: HorizonRequest, context: HorizonContext) => Promise<HttpAnswer>
}

/** What answers a request; undefined when nothing does. */
export function matchRoute({ method, path }: HorizonRequest): Matched | undefined {
  const segments = segmentsOf(path)
  for (const route of ROUTES) {
    if (route.method !== method) continue
    const stars = matchPath(route.pattern, segments)
    if (stars === undefined) continue
    return {
      route,
      async answer(request, context) {
        if (route.indexed) await context.index.catchUp()
        return route.handler(request, context, stars)
      },
    }
  }
  return undefined
}

/** What Horizon says where it has nothing: of a path, or of a method that the path has not. */
export function unknownPath({ path }: HorizonRequest): HttpAnswer | TextAnswer {
  const segments = segmentsOf(path)
  const exists = ROUTES.some(({ pattern }) => matchPath(pattern, segments) !== undefined)
  return exists ? { status: 405, text: '' } : notFound()
}

/** Answers Horizon's API: all of its paths are here. */
export async function answerHorizon(
  request: HorizonRequest,
  context: HorizonContext,
): Promise<HttpAnswer | TextAnswer> {
  const matched = matchRoute(request)
  return matched === undefined ? unknownPath(request) : matched.answer(request, context)
}
