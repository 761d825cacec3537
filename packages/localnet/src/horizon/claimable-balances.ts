import { addressOf, assetName } from '../ledger/keys.ts'
import { toAmount } from '../server/encoding.ts'
import { found, invalidField, notFound } from './answer.ts'
import { readAddress, readNamedAsset } from './asset-query.ts'
import { type HorizonContext, type HorizonHandler, link, pagedLink } from './context.ts'
import { balanceKeyText, type StoredBalance } from './ingest/entry-index.ts'
import { predicateFields } from './ingest/predicates.ts'
import { modifiedTime } from './offers.ts'
import { pageAnswer, readPage } from './paging.ts'
import { BALANCE_REASON, isBalanceId } from './scope.ts'

const CLAWBACK_ENABLED = 1

function describe(stored: StoredBalance, context: HorizonContext) {
  const { id, balance, sponsor, lastModifiedLedger } = stored
  const self = `${context.baseUrl}/claimable_balances/${id}`
  const flags = balance.ext.v === 1 ? balance.ext.v1.flags : 0
  return {
    _links: {
      self: link(self),
      transactions: pagedLink(`${self}/transactions`),
      operations: pagedLink(`${self}/operations`),
    },
    id,
    asset: assetName(balance.asset),
    amount: toAmount(balance.amount),
    ...(sponsor !== null && { sponsor }),
    last_modified_ledger: lastModifiedLedger,
    last_modified_time: modifiedTime(lastModifiedLedger, context),
    claimants: balance.claimants.map(({ v0 }) => ({
      destination: addressOf(v0.destination.ed25519),
      predicate: predicateFields(v0.predicate),
    })),
    flags: { clawback_enabled: (flags & CLAWBACK_ENABLED) !== 0 },
    paging_token: `${lastModifiedLedger}-${id}`,
  }
}

export const getClaimableBalance: HorizonHandler = (_request, context, [id = '']) => {
  if (!isBalanceId(id)) return invalidField('id', BALANCE_REASON)
  const stored = context.state.entries.balance(id)
  return stored === undefined ? notFound() : found(describe(stored, context))
}

export const listClaimableBalances: HorizonHandler = (request, context) => {
  const tags: string[] = []
  const asset = readNamedAsset(request.query, 'asset')
  if ('refusal' in asset) return asset.refusal
  if (asset.asset !== undefined) tags.push(`asset:${asset.asset}`)
  for (const field of ['sponsor', 'claimant'] as const) {
    const address = readAddress(request.query, field)
    if (typeof address === 'object') return address
    if (address !== undefined) tags.push(`${field}:${address}`)
  }
  const read = readPage(request, context)
  if ('refusal' in read) return read.refusal
  const { cursor, limit, descending } = read.page
  const match = cursor === undefined ? undefined : /^(\d{1,10})-([0-9a-f]+)$/.exec(cursor)
  if (match === null || (match && !isBalanceId(match[2] ?? ''))) {
    const reason =
      'The first part should be a number higher than 0 and the second part should be a valid claimable balance ID'
    return invalidField('cursor', reason)
  }
  const after = match && balanceKeyText(Number(match[1]), match[2] ?? '')
  const balances = context.state.entries.balances.page(tags, { after, limit, descending })
  return pageAnswer(
    balances.map((stored) => describe(stored, context)),
    read.page,
    request,
    context,
  )
}
