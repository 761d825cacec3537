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
import { badRequest, found, invalidField, notFound } from './answer.ts'
import { assetFields, parseAssetName } from './assets.ts'
import { type HorizonContext, type HorizonHandler, link } from './context.ts'
import { pageAnswer, readPage } from './paging.ts'

const SIGNER_TYPES = ['ed25519_public_key', 'preauth_tx', 'sha256_hash', 'ed25519_signed_payload'] as const
/** From this nested extension on an account remembers when its sequence number last moved. */
const SEQUENCE_AGE_LEVEL = 3

function lineBalance(line: TrustLineEntry) {
  const authorized = (line.flags & LINE_AUTHORIZED) !== 0
  return {
    balance: toAmount(line.balanceStroops),
    limit: toAmount(line.limitStroops),
    buying_liabilities: toAmount(line.buyingLiabilitiesStroops),
    selling_liabilities: toAmount(line.sellingLiabilitiesStroops),
    ...(line.sponsor !== null && { sponsor: line.sponsor }),
    last_modified_ledger: line.lastModifiedLedger,
    is_authorized: authorized,
    is_authorized_to_maintain_liabilities: authorized || (line.flags & LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES) !== 0,
    ...((line.flags & LINE_CLAWBACK_ENABLED) !== 0 && {
      is_clawback_enabled: true,
    }),
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
  const paged = (name: string) => link(`${self}/${name}{?cursor,limit,order}`)
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

export const getAccount: HorizonHandler = (_request, context, [address = '']) => {
  if (!StrKey.isValidEd25519PublicKey(address)) {
    return invalidField('account_id', 'Account ID must start with `G` and contain 56 alphanum characters')
  }
  const account = context.state.account(address)
  return account ? found(describe(account, context)) : notFound()
}

type Filter = {
  readonly asset?: string
  readonly signer?: string
  readonly sponsor?: string
}

export const listAccounts: HorizonHandler = (request, context) => {
  const filters: Filter[] = []
  for (const name of ['asset', 'signer', 'sponsor'] as const) {
    const value = request.query.get(name)
    if (value) filters.push({ [name]: value })
  }
  const [filter] = filters
  if (request.query.get('liquidity_pool')) return badRequest('Liquidity pools are not implemented by this network.')
  if (filters.length !== 1 || !filter) {
    return badRequest('Exactly one filter is required: signer, sponsor, asset.')
  }
  if (filter.asset !== undefined && (filter.asset === 'native' || !parseAssetName(filter.asset))) {
    return invalidField('asset', 'Asset must be the concatenation of the asset code and issuer: Code:Issuer')
  }
  const read = readPage(request.query)
  if ('refusal' in read) return read.refusal
  const { cursor, limit, descending } = read.page
  const addresses = [...context.core.accountsBy(filter)].sort()
  if (descending) addresses.reverse()
  const beyond = addresses.filter(
    (address) => cursor === undefined || (descending ? address < cursor : address > cursor),
  )
  const accounts = beyond.slice(0, limit).flatMap((address) => context.state.account(address) ?? [])
  return pageAnswer(
    accounts.map((account) => describe(account, context)),
    read.page,
    request,
    context,
  )
}
