import { Asset, StrKey, scValToNative, xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction } from '../core/types.ts'
import { publicKeyOf } from '../ledger/keys.ts'
import { operationsOf } from '../rpc/envelope.ts'
import { fromTotalOrderId, toTotalOrderId } from '../rpc/ids.ts'
import { toAmount, toRfc3339 } from '../server/encoding.ts'
import { invalidField, notFound } from './answer.ts'
import { assetFields, parseAssetName } from './assets.ts'
import { type HorizonContext, type HorizonHandler, link } from './context.ts'
import { accountFields, baseAddress } from './muxed.ts'
import { accountsIn, operationFields } from './operation-fields.ts'
import { type PageQuery, pageAnswer, readPage } from './paging.ts'
import { operationResults } from './result-codes.ts'
import { describeTransaction, sourceOf } from './transactions.ts'

interface BalanceChange {
  readonly type: string
  readonly from?: string
  readonly to?: string
  readonly amount: string
}

const CHANGES = ['transfer', 'mint', 'clawback', 'burn']

function contractOf(name: string, passphrase: string): string {
  if (name === 'native') return Asset.native().contractId(passphrase)
  const [code = '', issuer = ''] = name.split(':')
  return new Asset(code, issuer).contractId(passphrase)
}

/** The balance change that an event of a Stellar Asset Contract tells; undefined for any other event. */
function balanceChange(event: xdr.ContractEvent, passphrase: string): BalanceChange | undefined {
  const { topics, data } = event.body.v0
  if (!event.contractId || topics.some((topic) => !['scvSymbol', 'scvAddress', 'scvString'].includes(topic.type))) {
    return undefined
  }
  const [kind, ...rest] = topics.map((topic): unknown => scValToNative(topic))
  const asset = rest.pop()
  const name = typeof asset === 'string' ? parseAssetName(asset) : undefined
  if (typeof kind !== 'string' || !CHANGES.includes(kind) || name === undefined) return undefined
  if (StrKey.encodeContract(event.contractId.toBytes()) !== contractOf(name, passphrase)) return undefined
  const value: unknown = scValToNative(data)
  const amount = typeof value === 'object' && value !== null && 'amount' in value ? value.amount : value
  if (typeof amount !== 'bigint') return undefined
  const [first, second] = rest.map(String)
  const ends = kind === 'mint' ? { to: first } : kind === 'transfer' ? { from: first, to: second } : { from: first }
  return {
    type: kind,
    ...ends,
    amount: toAmount(amount),
    ...assetFields(name),
  }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

interface Described {
  readonly record: { readonly paging_token: string } & Record<string, unknown>
  readonly participants: ReadonlySet<string>
}

function describe(
  applied: AppliedTransaction,
  index: number,
  operation: xdr.Operation,
  context: HorizonContext,
): Described {
  const { core, baseUrl } = context
  const source = sourceOf(applied, operation, core.passphrase)
  const results = operationResults(xdr.TransactionResult.fromXdr(applied.resultXdr))
  const fields = operationFields(operation.body, source, results[index])
  const id = toTotalOrderId({
    ledger: applied.ledger,
    transaction: applied.applicationOrder,
    operation: index + 1,
  }).toString()
  const changes =
    operation.body.type === 'invokeHostFunction'
      ? (applied.contractEvents[index] ?? []).flatMap((event) => balanceChange(event, core.passphrase) ?? [])
      : undefined
  const self = `${baseUrl}/operations/${id}`
  const participants = new Set([...accountsIn(fields), baseAddress(source)])
  for (const { from, to } of changes ?? []) {
    for (const end of [from, to]) if (end !== undefined) participants.add(baseAddress(end))
  }
  return {
    participants,
    record: {
      _links: {
        self: link(self),
        transaction: link(`${baseUrl}/transactions/${applied.hash}`),
        effects: link(`${self}/effects`),
        succeeds: link(`${baseUrl}/effects?order=desc&cursor=${id}`),
        precedes: link(`${baseUrl}/effects?order=asc&cursor=${id}`),
      },
      id,
      paging_token: id,
      transaction_successful: applied.successful,
      ...accountFields('source_account', source),
      type: snake(operation.body.type),
      type_i: operation.body.toXdrObject().type,
      created_at: toRfc3339(applied.closeTime),
      transaction_hash: applied.hash,
      ...fields,
      ...(changes && { asset_balance_changes: changes }),
    },
  }
}

/** Bytes are looked for before anything is decoded: most transactions do not mention the account at all. */
function mentions(applied: AppliedTransaction, publicKey: Buffer): boolean {
  const within = (bytes: Uint8Array): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(publicKey)
  return within(applied.envelopeXdr) || within(applied.metaXdr)
}

function* transactionsIn(page: PageQuery, { core, history }: HorizonContext): Generator<AppliedTransaction> {
  const cursor = page.cursor === undefined ? undefined : fromTotalOrderId(BigInt(page.cursor)).ledger
  const ledgers = page.descending
    ? history.backFrom(cursor ?? history.latest().sequence)
    : history.from(cursor ?? history.oldest().sequence)
  for (const ledger of ledgers) {
    const transactions = core.transactionsOf(ledger.sequence)
    yield* page.descending ? transactions.toReversed() : transactions
  }
}

export const getAccountOperations: HorizonHandler = (request, context, [address = '']) => {
  if (!StrKey.isValidEd25519PublicKey(address)) return invalidField('account_id', 'Account ID must start with `G`')
  if (!context.state.account(address)) return notFound()
  const read = readPage(request.query)
  if ('refusal' in read) return read.refusal
  const { page } = read
  if (page.cursor !== undefined && !/^\d{1,19}$/.test(page.cursor)) {
    return invalidField('cursor', 'cursor must be a number')
  }
  const after = page.cursor === undefined ? undefined : BigInt(page.cursor)
  const beyond = (token: string): boolean =>
    after === undefined || (page.descending ? BigInt(token) < after : BigInt(token) > after)
  const includeFailed = request.query.get('include_failed') === 'true'
  const joined = request.query.get('join') === 'transactions'
  const publicKey = Buffer.from(publicKeyOf(address))

  const records: Described['record'][] = []
  for (const applied of transactionsIn(page, context)) {
    if (!(applied.successful || includeFailed) || !mentions(applied, publicKey)) continue
    const operations = [...operationsOf(xdr.TransactionEnvelope.fromXdr(applied.envelopeXdr)).entries()]
    const ordered = page.descending ? operations.toReversed() : operations
    for (const [index, operation] of ordered) {
      const { record, participants } = describe(applied, index, operation, context)
      if (!participants.has(address) || !beyond(record.paging_token)) continue
      records.push(joined ? { ...record, transaction: describeTransaction(applied, context) } : record)
      if (records.length === page.limit) return pageAnswer(records, page, request, context)
    }
  }
  return pageAnswer(records, page, request, context)
}
