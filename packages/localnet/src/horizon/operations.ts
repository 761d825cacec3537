import { xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction } from '../core/types.ts'
import { operationsOf } from '../rpc/envelope.ts'
import { fromTotalOrderId } from '../rpc/ids.ts'
import { toRfc3339 } from '../server/encoding.ts'
import { beforeHistory, found, invalidField, notFound } from './answer.ts'
import { type HorizonContext, type HorizonHandler, type HorizonRequest, link } from './context.ts'
import { writtenAddress } from './ingest/effect-list.ts'
import { ordinalOf, positionOf, type Ref, refOf } from './ingest/history-index.ts'
import { accountFields } from './muxed.ts'
import { operationDetails } from './operation-details.ts'
import { operationFields } from './operation-fields.ts'
import { type HistoryPage, pageAnswer, readHistoryPage } from './paging.ts'
import { readFlag } from './query.ts'
import { operationResults } from './result-codes.ts'
import { readScope, type Scope, type ScopeKind } from './scope.ts'
import { describeTransaction } from './transactions.ts'
import { everyOperation, numbersIn, operationsBeyond } from './window.ts'

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

interface Bodies {
  readonly applied: AppliedTransaction
  readonly operations: readonly xdr.Operation[]
  readonly results: readonly xdr.OperationResult[]
}

/** Describes the operations of a page; the bodies of one transaction are read once for all that follow one another. */
class OperationTeller {
  readonly #context: HorizonContext
  readonly #joined: boolean
  #bodies: Bodies | undefined

  constructor(context: HorizonContext, joined: boolean) {
    this.#context = context
    this.#joined = joined
  }

  tell(ref: Ref) {
    const { index, baseUrl } = this.#context
    const decoded = index.decoded(ordinalOf(ref))
    const { applied } = decoded
    const at = positionOf(ref)
    const { operations, results } = this.#bodiesOf(applied)
    const body = operations[at]?.body
    if (body === undefined) throw new Error(`transaction ${applied.hash} has no operation ${at}`)
    const source = writtenAddress(decoded.sourceOf(at))
    const id = index.operationId(ref).toString()
    const self = `${baseUrl}/operations/${id}`
    return {
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
      type: snake(body.type),
      type_i: decoded.operation(at).body.type,
      created_at: toRfc3339(applied.closeTime),
      transaction_hash: applied.hash,
      ...(this.#joined && { transaction: describeTransaction(applied, this.#context) }),
      ...operationFields(body, source, results[at]),
      ...operationDetails(decoded, at, index.events),
    }
  }

  #bodiesOf(applied: AppliedTransaction): Bodies {
    if (this.#bodies?.applied !== applied) {
      this.#bodies = {
        applied,
        operations: operationsOf(xdr.TransactionEnvelope.fromXdr(applied.envelopeXdr)),
        results: operationResults(xdr.TransactionResult.fromXdr(applied.resultXdr)),
      }
    }
    return this.#bodies
  }
}

/** Reads `join`; undefined when it asks for anything but transactions. */
function readJoin({ query }: HorizonRequest): boolean | undefined {
  const join = query.get('join') ?? ''
  return join === '' ? false : join === 'transactions' ? true : undefined
}

const JOIN_REFUSAL = invalidField('join', 'Accepted values: transactions')
const FAILED_REFUSAL = invalidField('include_failed', 'Filter should be true or false')

function* operationsIn(scope: Scope, page: HistoryPage, { index }: HorizonContext, paymentsOnly: boolean) {
  const range = operationsBeyond(index, page, scope.range)
  const { trail } = scope
  if (paymentsOnly) yield* numbersIn(trail?.payments ?? index.payments, range, page.descending)
  else if (trail !== undefined) yield* numbersIn(trail.operations, range, page.descending)
  else yield* everyOperation(index, range, page.descending)
}

/** A list of operations, or of those only that move money; failed ones when asked for, and of one transaction always. */
export function listOperations(kind: ScopeKind, paymentsOnly: boolean): HorizonHandler {
  return (request, context, [name = '']) => {
    const read = readHistoryPage(request, context)
    if ('refusal' in read) return read.refusal
    const joined = readJoin(request)
    if (joined === undefined) return JOIN_REFUSAL
    const includeFailed = readFlag(request.query, 'include_failed')
    if (includeFailed === undefined) return FAILED_REFUSAL
    const scope = readScope(kind, name, context)
    if ('status' in scope) return scope
    const teller = new OperationTeller(context, joined)
    const shows = (ref: Ref) =>
      includeFailed || kind === 'transaction' || context.index.transaction(ordinalOf(ref)).successful
    const records = operationsIn(scope, read.page, context, paymentsOnly)
      .filter(shows)
      .take(read.page.limit)
      .map((ref) => teller.tell(ref))
      .toArray()
    return pageAnswer(records, read.page, request, context)
  }
}

/** The operation with a total order id; undefined if there is none. */
export function findOperation(text: string, { index, core }: HorizonContext): Ref | undefined {
  const place = fromTotalOrderId(BigInt(text))
  const ordinal = index.ordinalAt(place)
  const applied = index.transactions[ordinal]
  const exact = applied?.ledger === place.ledger && applied.applicationOrder === place.transaction
  if (!exact || place.ledger < core.oldestLedger()) return undefined
  if (place.operation < 1 || place.operation > index.operationCount(ordinal)) return undefined
  return refOf(ordinal, place.operation - 1)
}

export const isOperationId = (text: string): boolean => /^\d{1,19}$/.test(text)

export const getOperation: HorizonHandler = (request, context, [id = '']) => {
  if (!isOperationId(id)) return invalidField('id', 'Operation ID must be an integer higher than 0')
  const joined = readJoin(request)
  if (joined === undefined) return JOIN_REFUSAL
  if (fromTotalOrderId(BigInt(id)).ledger < context.core.oldestLedger()) return beforeHistory()
  const ref = findOperation(id, context)
  return ref === undefined ? notFound() : found(new OperationTeller(context, joined).tell(ref))
}
