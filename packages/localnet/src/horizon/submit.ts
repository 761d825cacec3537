import { xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction } from '../core/types.ts'
import { decodeEnvelope, hashOf } from '../rpc/envelope.ts'
import { toBase64 } from '../server/encoding.ts'
import { found, type HttpAnswer, problem } from './answer.ts'
import type { HorizonContext, HorizonHandler, HorizonRequest } from './context.ts'
import { resultCodes } from './result-codes.ts'
import { describeTransaction } from './transactions.ts'

/** How long a client waits for its transaction's ledger, unless told. Real time: it bounds a connection. */
const TIMEOUT_MS = 30_000

function failed(envelopeXdr: string, resultXdr: Uint8Array): HttpAnswer {
  return problem({
    code: 'transaction_failed',
    title: 'Transaction Failed',
    status: 400,
    detail:
      'The transaction failed when submitted to the stellar network. The `extras.result_codes` field on this response contains further details.  Descriptions of each code can be found at: https://developers.stellar.org/api/errors/http-status-codes/horizon-specific/transaction-failed/',
    extras: {
      envelope_xdr: envelopeXdr,
      result_xdr: toBase64(resultXdr),
      result_codes: resultCodes(xdr.TransactionResult.fromXdr(resultXdr)),
    },
  })
}

function malformed(envelopeXdr: string): HttpAnswer {
  return problem({
    code: 'transaction_malformed',
    title: 'Transaction Malformed',
    status: 400,
    detail:
      'Horizon could not decode the transaction envelope in this request. A transaction should be an XDR TransactionEnvelope struct encoded using base64.  The envelope read from this request is echoed in the `extras.envelope_xdr` field of this response for your convenience.',
    extras: { envelope_xdr: envelopeXdr },
  })
}

function busy(): HttpAnswer {
  return problem({
    code: 'server_over_capacity',
    title: 'Server Over Capacity',
    status: 503,
    detail: 'The network turned the transaction away for now. Send the same transaction again later.',
  })
}

function timedOut(hash: string, envelopeXdr: string): HttpAnswer {
  return problem({
    code: 'transaction_submission_timeout',
    title: 'Transaction Submission Timeout',
    status: 504,
    detail:
      'Your transaction submission request has timed out. This does not necessarily mean the submission has failed. Before resubmitting, please use the transaction hash provided in `extras.hash` to poll the GET /transactions endpoint for sometime and check if it was included in a ledger.',
    extras: { hash, envelope_xdr: envelopeXdr },
  })
}

/** The transaction once a ledger includes it; undefined if none does in time. */
function included(
  hash: string,
  { core, submissionTimeoutMs = TIMEOUT_MS }: HorizonContext,
): Promise<AppliedTransaction | undefined> {
  return new Promise((resolve) => {
    const finish = (applied: AppliedTransaction | undefined): void => {
      clearTimeout(timer)
      unsubscribe()
      resolve(applied)
    }
    // The wait of one client is no reason for the process to live on.
    const timer = setTimeout(() => finish(undefined), submissionTimeoutMs).unref()
    const unsubscribe = core.onLedger(() => {
      const applied = core.transaction(hash)
      if (applied) finish(applied)
    })
  })
}

/** The body's refusal if it is of a kind that the path does not read. */
function refuseBody({ contentType }: HorizonRequest): HttpAnswer | undefined {
  const kind = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (kind === '' || kind === 'application/x-www-form-urlencoded' || kind === 'multipart/form-data') return undefined
  return problem({
    code: 'unsupported_media_type',
    title: 'Unsupported Media Type',
    status: 415,
    detail:
      'The request has an unsupported content type. Presently, the only supported content type is application/x-www-form-urlencoded.',
  })
}

/** The envelope in the request's `tx`, or the refusal of what is none. */
function readEnvelope({ form, query }: HorizonRequest) {
  const text = form.get('tx') ?? query.get('tx') ?? ''
  return { text, envelope: decodeEnvelope(text) }
}

/** Sends a transaction and waits for its ledger. One that is in a ledger already is answered with what came of it. */
export const submitTransaction: HorizonHandler = async (request, context) => {
  const refusal = refuseBody(request)
  if (refusal !== undefined) return refusal
  const { text, envelope } = readEnvelope(request)
  if (!envelope) return malformed(text)
  const { core, faults } = context
  const hash = hashOf(envelope, core.networkId)
  if (!core.transaction(hash)) {
    if (faults.take(['tryAgainLater'], 'sendTransaction').length > 0) return busy()
    const sent = core.send(envelope)
    if (sent.status === 'TRY_AGAIN_LATER') return busy()
    if (sent.status === 'ERROR') {
      if (!sent.errorResultXdr) throw new Error(`transaction ${sent.hash} was refused without a result`)
      return failed(text, sent.errorResultXdr)
    }
  }
  const applied = core.transaction(hash) ?? (await included(hash, context))
  if (!applied) return timedOut(hash, text)
  return applied.successful ? found(describeTransaction(applied, context, hash)) : failed(text, applied.resultXdr)
}

/** HTTP statuses of what became of a transaction that was only sent (protocols/horizon, GetStatus). */
const ASYNC_STATUSES = { PENDING: 201, DUPLICATE: 409, TRY_AGAIN_LATER: 503, ERROR: 400 } as const

/** Sends a transaction and tells at once how the network took it, without waiting for a ledger. */
export const submitTransactionAsync: HorizonHandler = (request, { core, faults }) => {
  const refusal = refuseBody(request)
  if (refusal !== undefined) return refusal
  const { text, envelope } = readEnvelope(request)
  if (!envelope) return malformed(text)
  const hash = hashOf(envelope, core.networkId)
  const busyNow = faults.take(['tryAgainLater'], 'sendTransaction').length > 0
  const sent = busyNow ? { status: 'TRY_AGAIN_LATER' as const } : core.send(envelope)
  const result = 'errorResultXdr' in sent && sent.errorResultXdr
  const body = { ...(result && { error_result_xdr: toBase64(result) }), tx_status: sent.status, hash }
  return { ...found(body), status: ASYNC_STATUSES[sent.status] }
}
