import { StrKey } from '@stellar/stellar-sdk/base'
import {
  ACCOUNT_AUTH_CLAWBACK_ENABLED,
  ACCOUNT_AUTH_IMMUTABLE,
  ACCOUNT_AUTH_REQUIRED,
  ACCOUNT_AUTH_REVOCABLE,
  type AccountEntry,
  LINE_AUTHORIZED,
  LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES,
  LINE_CLAWBACK_ENABLED,
  type TrustLineEntry,
} from '../ledger/entries.ts'
import { signerAddress } from '../ledger/keys.ts'
import { toAmount, toBase64, toRfc3339 } from '../server/encoding.ts'
import { found, invalidField, notFound, problem } from './answer.ts'
import { ASSET_REASON, assetFields, parseAssetName } from './assets.ts'
import { type HorizonContext, type HorizonHandler, link, pagedLink } from './context.ts'
import { lineOf } from './ingest/entry-index.ts'
import { type PageQuery, pageAnswer, readPage } from './paging.ts'
import { ACCOUNT_REASON, isHash } from './scope.ts'

const SIGNER_TYPES = ['ed25519_public_key', 'preauth_tx', 'sha256_hash', 'ed25519_signed_payload'] as const
/** From this nested extension on an account remembers when its sequence number last moved. */
const SEQUENCE_AGE_LEVEL = 3

function lineBalance(entry: TrustLineEntry) {
  const authorized = (entry.flags & LINE_AUTHORIZED) !== 0
  const line = lineOf(entry)
  const common = {
    balance: toAmount(entry.balanceStroops),
    limit: toAmount(entry.limitStroops),
    last_modified_ledger: entry.lastModifiedLedger,
    is_authorized: authorized,
    is_authorized_to_maintain_liabilities: authorized || (entry.flags & LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES) !== 0,
    ...((entry.flags & LINE_CLAWBACK_ENABLED) !== 0 && { is_clawback_enabled: true }),
  }
  if ('poolId' in line) {
    // Shares of a pool cannot be offered; Horizon tells neither liabilities nor a sponsor of them.
    return { ...common, liquidity_pool_id: line.poolId, asset_type: 'liquidity_pool_shares' }
  }
  return {
    ...common,
    buying_liabilities: toAmount(entry.buyingLiabilitiesStroops),
    selling_liabilities: toAmount(entry.sellingLiabilitiesStroops),
    ...(entry.sponsor !== null && { sponsor: entry.sponsor }),
    ...assetFields(line.asset),
  }
}

function nativeBalance(account: AccountEntry) {
  return {
    balance: toAmount(account.balanceStroops),
    buying_liabilities: toAmount(account.buyingLiabilitiesStroops),
    selling_liabilities: toAmount(account.sellingLiabilitiesStroops),
    asset_type: 'native',
  }
}

function signersOf(account: AccountEntry) {
  const others = account.signers.map((signer) => ({
    weight: signer.weight,
    key: signerAddress(signer.key),
    type: SIGNER_TYPES[signer.key.type],
    ...(signer.sponsor !== null && { sponsor: signer.sponsor }),
  }))
  return [
    ...others,
    {
      weight: account.thresholds[0] ?? 0,
      key: account.address,
      type: SIGNER_TYPES[0],
    },
  ]
}

function linksOf(address: string, baseUrl: string) {
  const self = `${baseUrl}/accounts/${address}`
  const paged = (name: string) => pagedLink(`${self}/${name}`)
  return {
    self: link(self),
    transactions: paged('transactions'),
    operations: paged('operations'),
    payments: paged('payments'),
    effects: paged('effects'),
    offers: paged('offers'),
    trades: paged('trades'),
    data: link(`${self}/data/{key}`),
  }
}

function describe(account: AccountEntry, { state, core, baseUrl }: HorizonContext) {
  const { address, flags, thresholds } = account
  const modified = core.ledger(account.lastModifiedLedger)
  const homeDomain = account.homeDomain.toString()
  return {
    _links: linksOf(address, baseUrl),
    id: address,
    account_id: address,
    sequence: account.sequence.toString(),
    ...(account.extensionLevel >= SEQUENCE_AGE_LEVEL && {
      sequence_ledger: account.sequenceLedger,
      sequence_time: account.sequenceTime.toString(),
    }),
    subentry_count: account.numSubEntries,
    ...(account.inflationDestination !== null && {
      inflation_destination: account.inflationDestination,
    }),
    ...(homeDomain !== '' && { home_domain: homeDomain }),
    last_modified_ledger: account.lastModifiedLedger,
    last_modified_time: modified ? toRfc3339(modified.closeTime) : null,
    thresholds: {
      low_threshold: thresholds[1] ?? 0,
      med_threshold: thresholds[2] ?? 0,
      high_threshold: thresholds[3] ?? 0,
    },
    flags: {
      auth_required: (flags & ACCOUNT_AUTH_REQUIRED) !== 0,
      auth_revocable: (flags & ACCOUNT_AUTH_REVOCABLE) !== 0,
      auth_immutable: (flags & ACCOUNT_AUTH_IMMUTABLE) !== 0,
      auth_clawback_enabled: (flags & ACCOUNT_AUTH_CLAWBACK_ENABLED) !== 0,
    },
    balances: [...state.trustLinesOf(address).map(lineBalance), nativeBalance(account)],
    signers: signersOf(account),
    data: Object.fromEntries(state.dataOf(address).map((entry) => [entry.name.toString(), toBase64(entry.value)])),
    num_sponsoring: account.numSponsoring,
    num_sponsored: account.numSponsored,
    ...(account.sponsor !== null && { sponsor: account.sponsor }),
    paging_token: address,
  }
}

const invalidAccount = () => invalidField('account_id', ACCOUNT_REASON)

export const getAccount: HorizonHandler = (_request, context, [address = '']) => {
  if (!StrKey.isValidEd25519PublicKey(address)) return invalidAccount()
  const account = context.state.account(address)
  return account ? found(describe(account, context)) : notFound()
}

/** The name in a path; undefined when it is no escaped text. */
function unescaped(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    // It throws on a lone percent sign, which is the client's mistake.
    return undefined
  }
}

/** One value that an account keeps. */
export const getAccountData: HorizonHandler = (_request, { state }, [address = '', key = '']) => {
  if (!StrKey.isValidEd25519PublicKey(address)) return invalidAccount()
  const name = unescaped(key)
  if (name === undefined || name.length > 64) return invalidField('key', `${key} does not validate as length(1|64)`)
  const entry = state.dataOf(address).find((each) => each.name.toString() === name)
  if (entry === undefined) return notFound()
  return found({ value: toBase64(entry.value), ...(entry.sponsor !== null && { sponsor: entry.sponsor }) })
}

const FILTERS = ['signer', 'sponsor', 'asset', 'liquidity_pool'] as const

function invalidFilters() {
  return problem({
    code: 'invalid_accounts_params',
    title: 'Invalid Accounts Parameters',
    status: 400,
    detail:
      'Exactly one filter is required. Please ensure that you are including a signer, sponsor, asset, or liquidity pool filter.',
  })
}

/** Why a filter's value is none; undefined if it is one. */
function refusalOf(name: (typeof FILTERS)[number], value: string) {
  if (name === 'liquidity_pool')
    return isHash(value) ? undefined : invalidField(name, `${value} does not validate as sha256`)
  if (name !== 'asset') return StrKey.isValidEd25519PublicKey(value) ? undefined : invalidField(name, ACCOUNT_REASON)
  if (value === 'native') return invalidField('asset', "you can't filter by asset: native")
  return parseAssetName(value) === undefined ? invalidField('asset', ASSET_REASON) : undefined
}

/** Addresses in their order, beyond the cursor. */
function addressesBy(name: (typeof FILTERS)[number], value: string, page: PageQuery, { core, state }: HorizonContext) {
  const { cursor, limit, descending } = page
  if (name === 'asset' || name === 'liquidity_pool') {
    const tag = `${name === 'asset' ? 'asset' : 'pool'}:${value}`
    const after = cursor === undefined ? undefined : `${cursor} ${tag}`
    return state.entries.lines.page([tag], { after, limit, descending })
  }
  const addresses = [...core.accountsBy({ [name]: value })].sort()
  if (descending) addresses.reverse()
  const beyond = (address: string) => cursor === undefined || (descending ? address < cursor : address > cursor)
  return addresses.filter(beyond).slice(0, limit)
}

export const listAccounts: HorizonHandler = (request, context) => {
  const read = readPage(request, context)
  if ('refusal' in read) return read.refusal
  const given = FILTERS.flatMap((name) => {
    const value = request.query.get(name)
    return value ? [{ name, value }] : []
  })
  for (const { name, value } of given) {
    const refusal = refusalOf(name, value)
    if (refusal !== undefined) return refusal
  }
  const [filter] = given
  if (filter === undefined || given.length !== 1) return invalidFilters()
  const records = addressesBy(filter.name, filter.value, read.page, context)
    .flatMap((address) => context.state.account(address) ?? [])
    .map((account) => describe(account, context))
  return pageAnswer(records, read.page, request, context)
}
