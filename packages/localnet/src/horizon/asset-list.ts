import { StrKey } from '@stellar/stellar-sdk/base'
import {
  ACCOUNT_AUTH_CLAWBACK_ENABLED,
  ACCOUNT_AUTH_IMMUTABLE,
  ACCOUNT_AUTH_REQUIRED,
  ACCOUNT_AUTH_REVOCABLE,
} from '../ledger/entries.ts'
import { issuerOf } from '../ledger/keys.ts'
import { toAmount } from '../server/encoding.ts'
import { invalidField } from './answer.ts'
import { assetFields } from './assets.ts'
import { type HorizonContext, type HorizonHandler, link } from './context.ts'
import { type AssetStat, assetStatKey } from './ingest/asset-stats.ts'
import { pageAnswer, readPage } from './paging.ts'

function describe(stat: AssetStat, { state, index, core }: HorizonContext) {
  const { asset, authorized, maintaining, unauthorized, claimable, pools } = stat
  const { asset_type, asset_code, asset_issuer } = assetFields(asset)
  const issuer = state.account(issuerOf(asset) ?? '')
  const flags = issuer?.flags ?? 0
  const homeDomain = issuer?.homeDomain.toString() ?? ''
  const contract = index.events.contractOf(asset)
  const { holdings } = state.entries
  const inContracts = holdings.of(contract, core.latestLedger().sequence)
  return {
    _links: { toml: link(homeDomain.trim() === '' ? '' : `https://${homeDomain}/.well-known/stellar.toml`) },
    asset_type,
    asset_code,
    asset_issuer,
    paging_token: `${asset_code}_${asset_issuer}_${asset_type}`,
    ...(holdings.isDeployed(contract) && { contract_id: StrKey.encodeContract(Buffer.from(contract, 'hex')) }),
    accounts: {
      authorized: authorized.count,
      authorized_to_maintain_liabilities: maintaining.count,
      unauthorized: unauthorized.count,
    },
    num_claimable_balances: claimable.count,
    num_liquidity_pools: pools.count,
    num_contracts: inContracts.count,
    balances: {
      authorized: toAmount(authorized.stroops),
      authorized_to_maintain_liabilities: toAmount(maintaining.stroops),
      unauthorized: toAmount(unauthorized.stroops),
    },
    claimable_balances_amount: toAmount(claimable.stroops),
    liquidity_pools_amount: toAmount(pools.stroops),
    contracts_amount: toAmount(inContracts.stroops),
    flags: {
      auth_required: (flags & ACCOUNT_AUTH_REQUIRED) !== 0,
      auth_revocable: (flags & ACCOUNT_AUTH_REVOCABLE) !== 0,
      auth_immutable: (flags & ACCOUNT_AUTH_IMMUTABLE) !== 0,
      auth_clawback_enabled: (flags & ACCOUNT_AUTH_CLAWBACK_ENABLED) !== 0,
    },
  }
}

/** The key of the asset that a cursor names; null when it names none (actions/asset.go, validateAssetParams). */
function readCursor(cursor: string | undefined): { readonly after: string | undefined } | { readonly reason: string } {
  if (cursor === undefined) return { after: undefined }
  const [code = '', issuer = '', ...rest] = cursor.split('_')
  const type = rest.join('_')
  if (rest.length === 0) return { reason: 'the cursor is not a valid paging_token' }
  if (!/^[a-zA-Z0-9]{1,12}$/.test(code)) return { reason: `${code} is not a valid asset code` }
  if (!StrKey.isValidEd25519PublicKey(issuer)) return { reason: `${issuer} is not a valid asset issuer` }
  if (!/^(native|credit_alphanum4|credit_alphanum12)$/.test(type)) {
    return { reason: `${type} is not a valid asset type` }
  }
  return { after: assetStatKey(`${code}:${issuer}`) }
}

export const listAssets: HorizonHandler = (request, context) => {
  const code = request.query.get('asset_code') ?? ''
  const issuer = request.query.get('asset_issuer') ?? ''
  const read = readPage(request, context)
  if ('refusal' in read) return read.refusal
  if (code !== '' && !/^[a-zA-Z0-9]{1,12}$/.test(code)) {
    return invalidField('asset_code', `${code} is not a valid asset code`)
  }
  if (issuer !== '' && !StrKey.isValidEd25519PublicKey(issuer)) {
    return invalidField('asset_issuer', `${issuer} is not a valid asset issuer`)
  }
  const { limit, descending } = read.page
  const begin = readCursor(read.page.cursor)
  if ('reason' in begin) return invalidField('cursor', begin.reason)
  const tags = [...(code === '' ? [] : [`code:${code}`]), ...(issuer === '' ? [] : [`issuer:${issuer}`])]
  const assets = context.state.entries.assets.page(tags, { after: begin.after, limit, descending })
  return pageAnswer(
    assets.map((stat) => describe(stat, context)),
    read.page,
    request,
    context,
  )
}
