import { StrKey } from '@stellar/stellar-sdk/base'
import type { PaymentPath } from '../core/types.ts'
import type { AssetName } from '../ledger/keys.ts'
import { parseAmount, toAmount } from '../server/encoding.ts'
import { badRequest, type HttpAnswer, invalidField } from './answer.ts'
import { readOptionalAsset } from './asset-query.ts'
import { assetFields, prefixedAssetFields, readAssetList } from './assets.ts'
import type { HorizonContext, HorizonHandler } from './context.ts'
import { lineOf } from './ingest/entry-index.ts'
import { wholeAnswer } from './paging.ts'
import { ACCOUNT_REASON } from './scope.ts'

/** Assets in one list, as Horizon is configured. */
const MAX_ASSETS = 15
/** Trades on one path; a payment may have one more. */
const MAX_HOPS = 5

function describe({ source, destination, path }: PaymentPath) {
  return {
    ...prefixedAssetFields(source.asset, 'source_'),
    source_amount: toAmount(source.amountStroops),
    ...prefixedAssetFields(destination.asset, 'destination_'),
    destination_amount: toAmount(destination.amountStroops),
    path: path.map(assetFields),
  }
}

interface Held {
  readonly asset: AssetName
  readonly balanceStroops: bigint
}

/** What an account holds or may hold, lumens last; nothing for an account that does not exist. */
function heldBy(address: string, { state }: HorizonContext): readonly Held[] {
  const account = state.account(address)
  if (!account) return []
  const lines = state.trustLinesOf(address).flatMap((entry) => {
    const line = lineOf(entry)
    return 'asset' in line ? [{ asset: line.asset, balanceStroops: entry.balanceStroops }] : []
  })
  return [...lines, { asset: 'native', balanceStroops: account.balanceStroops }]
}

type Ends = { readonly held: readonly Held[]; readonly ofAccount: boolean } | { readonly refusal: HttpAnswer }

/** The open end of a path: a list of assets, or what an account holds; exactly one of the two. */
function readEnds(query: URLSearchParams, context: HorizonContext, side: 'source' | 'destination'): Ends {
  const list = query.get(`${side}_assets`) ?? ''
  const account = query.get(`${side}_account`) ?? ''
  if ((list === '') === (account === '')) {
    const detail = `The request requires either a list of ${side} assets or a ${side} account. Both fields cannot be present.`
    return { refusal: badRequest(detail) }
  }
  if (account !== '' && !StrKey.isValidEd25519PublicKey(account)) {
    return {
      refusal: invalidField(`${side}_account`, ACCOUNT_REASON),
    }
  }
  const assets = account === '' ? readAssetList(list) : undefined
  if (account === '' && !assets) return { refusal: invalidField(`${side}_assets`, 'not a list of assets') }
  const held = assets?.map((asset) => ({ asset, balanceStroops: 0n })) ?? heldBy(account, context)
  if (held.length > MAX_ASSETS) {
    const what = account === '' ? 'list' : 'number'
    const reason = `${what} of assets exceeds maximum length of ${MAX_ASSETS}`
    return { refusal: invalidField(`${side}_assets`, reason) }
  }
  return { held, ofAccount: account !== '' }
}

type FixedEnd = { readonly asset: AssetName; readonly amountStroops: bigint } | { readonly refusal: HttpAnswer }

/** The end of a path whose asset and amount are given (actions/path.go). */
function readFixedEnd(query: URLSearchParams, side: 'source' | 'destination'): FixedEnd {
  const stroops = parseAmount(query.get(`${side}_amount`) ?? '') ?? 0n
  if (stroops <= 0n) return { refusal: invalidField(`${side}_amount`, 'Amount must be positive') }
  const read = readOptionalAsset(query, `${side}_`)
  if ('refusal' in read) return read
  const { asset } = read
  if (asset !== undefined) return { asset, amountStroops: stroops }
  const reason = 'Asset type must be native, credit_alphanum4 or credit_alphanum12'
  return { refusal: invalidField(`${side}_asset_type`, reason) }
}

export const getStrictReceivePaths: HorizonHandler = ({ query }, context) => {
  const ends = readEnds(query, context, 'source')
  if ('refusal' in ends) return ends.refusal
  const fixed = readFixedEnd(query, 'destination')
  if ('refusal' in fixed) return fixed.refusal
  const { asset, amountStroops } = fixed
  const sources = ends.held.map((each) => each.asset)
  const paths = context.core.strictReceivePaths({
    sources,
    destination: { asset, amountStroops },
    maxHops: MAX_HOPS,
  })
  // An account is not offered a path that costs more than it has.
  const balances = new Map(ends.held.map((each) => [each.asset, each.balanceStroops]))
  const payable = ends.ofAccount
    ? paths.filter(({ source }) => source.amountStroops <= (balances.get(source.asset) ?? 0n))
    : paths
  return wholeAnswer(payable.map(describe))
}

export const getStrictSendPaths: HorizonHandler = ({ query }, context) => {
  const ends = readEnds(query, context, 'destination')
  if ('refusal' in ends) return ends.refusal
  const fixed = readFixedEnd(query, 'source')
  if ('refusal' in fixed) return fixed.refusal
  const { asset, amountStroops } = fixed
  const destinations = ends.held.map((each) => each.asset)
  const paths = context.core.strictSendPaths({
    source: { asset, amountStroops },
    destinations,
    maxHops: MAX_HOPS,
  })
  return wholeAnswer(paths.map(describe))
}
