import { getAccount, listAccounts } from './accounts.ts'
import { type HttpAnswer, notImplemented } from './answer.ts'
import type { HorizonContext, HorizonHandler, HorizonRequest } from './context.ts'
import { getFeeStats, getLedger, getRoot } from './ledgers.ts'
import { getAccountOffers, getOrderBook } from './offers.ts'
import { getAccountOperations } from './operations.ts'
import { getStrictReceivePaths, getStrictSendPaths } from './paths.ts'
import { submitTransaction } from './submit.ts'
import { getTransaction } from './transactions.ts'

/** Method, segments of the path (`*` is any one) and what answers. */
const ROUTES: readonly (readonly [string, readonly string[], HorizonHandler])[] = [
  ['GET', [], getRoot],
  ['GET', ['accounts'], listAccounts],
  ['GET', ['accounts', '*'], getAccount],
  ['GET', ['accounts', '*', 'operations'], getAccountOperations],
  ['GET', ['accounts', '*', 'offers'], getAccountOffers],
  ['GET', ['paths', 'strict-receive'], getStrictReceivePaths],
  ['GET', ['paths', 'strict-send'], getStrictSendPaths],
  ['GET', ['order_book'], getOrderBook],
  ['GET', ['fee_stats'], getFeeStats],
  ['GET', ['transactions', '*'], getTransaction],
  ['GET', ['ledgers', '*'], getLedger],
  ['POST', ['transactions'], submitTransaction],
]

/** What a pattern's stars stand for; undefined when the path is another one. */
function matchPath(pattern: readonly string[], path: readonly string[]): readonly string[] | undefined {
  if (pattern.length !== path.length) return undefined
  if (!pattern.every((part, index) => part === '*' || part === path[index])) return undefined
  return path.filter((_, index) => pattern[index] === '*')
}

/** Answers the part of Horizon's API that this network has; anything else is refused by its name. */
export async function answerHorizon(request: HorizonRequest, context: HorizonContext): Promise<HttpAnswer> {
  const path = request.path.split('/').filter((segment) => segment !== '')
  for (const [method, pattern, handler] of ROUTES) {
    if (method !== request.method) continue
    const segments = matchPath(pattern, path)
    if (segments) return handler(request, context, segments)
  }
  return notImplemented(`${request.method} ${request.path}`)
}
