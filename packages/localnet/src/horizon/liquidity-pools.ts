import { found, invalidField, notFound } from './answer.ts'
import { readAddress } from './asset-query.ts'
import { readAssetList } from './assets.ts'
import { type HorizonContext, type HorizonHandler, link, pagedLink } from './context.ts'
import { poolFields } from './ingest/effects-of-pools.ts'
import { lineOf, type StoredPool } from './ingest/entry-index.ts'
import { modifiedTime } from './offers.ts'
import { type PageQuery, pageAnswer, readPage } from './paging.ts'
import { invalidPoolId, isHash } from './scope.ts'

function describe({ id, pool, lastModifiedLedger }: StoredPool, context: HorizonContext) {
  const self = `${context.baseUrl}/liquidity_pools/${id}`
  return {
    _links: {
      self: link(self),
      transactions: pagedLink(`${self}/transactions`),
      operations: pagedLink(`${self}/operations`),
    },
    ...poolFields(pool),
    id,
    paging_token: id,
    last_modified_ledger: lastModifiedLedger,
    last_modified_time: modifiedTime(lastModifiedLedger, context),
  }
}

export const getLiquidityPool: HorizonHandler = (_request, context, [id = '']) => {
  if (!isHash(id)) return invalidPoolId(id)
  const stored = context.state.entries.pools.get(id)
  return stored === undefined ? notFound() : found(describe(stored, context))
}

/** The pools of which an account holds shares, in the order of their ids. */
function poolsOf(address: string, { cursor, limit, descending }: PageQuery, { state }: HorizonContext) {
  const ids = state.trustLinesOf(address).flatMap((entry) => {
    const line = lineOf(entry)
    return 'poolId' in line ? [line.poolId] : []
  })
  const beyond = (id: string) => cursor === undefined || (descending ? id < cursor : id > cursor)
  const ordered = ids.sort()
  if (descending) ordered.reverse()
  return ordered
    .filter(beyond)
    .slice(0, limit)
    .flatMap((id) => state.entries.pools.get(id) ?? [])
}

export const listLiquidityPools: HorizonHandler = (request, context) => {
  const reserves = request.query.get('reserves') ?? ''
  const assets = reserves === '' ? [] : readAssetList(reserves)
  if (assets === undefined) {
    return invalidField('reserves', 'Invalid reserves, should be comma-separated list of assets in canonical form')
  }
  const account = readAddress(request.query, 'account')
  if (typeof account === 'object') return account
  const read = readPage(request, context)
  if ('refusal' in read) return read.refusal
  const { cursor, limit, descending } = read.page
  const tags = assets.map((asset) => `reserve:${asset}`)
  const pools =
    account === undefined
      ? context.state.entries.pools.page(tags, { after: cursor, limit, descending })
      : poolsOf(account, read.page, context)
  return pageAnswer(
    pools.map((stored) => describe(stored, context)),
    read.page,
    request,
    context,
  )
}
