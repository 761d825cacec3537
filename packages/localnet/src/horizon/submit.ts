import { xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction } from '../core/types.ts'
import { decodeEnvelope, hashOf } from '../rpc/envelope.ts'
import { toBase64 } from '../server/encoding.ts'
import { found, type HttpAnswer, invalidField, problem } from './answer.ts'
import type { HorizonContext, HorizonHandler } from './context.ts'
import { resultCodes } from './result-codes.ts'
import { describeTransaction } from './transactions.ts'

/** How long a client waits for its transaction's ledger, as Horizon is configured. Real time: it bounds a connection. */
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
function included(hash: string, { core }: HorizonContext): Promise<AppliedTransaction | undefined> {
  return new Promise((resolve) => {
    const finish = (applied: AppliedTransaction | undefined): void => {
      clearTimeout(timer)
      unsubscribe()
      resolve(applied)
    }
    // The wait of one client is no reason for the process to live on.
    const timer = setTimeout(() => finish(undefined), TIMEOUT_MS).unref()
    const unsubscribe = core.onLedger(() => {
      const applied = core.transaction(hash)
      if (applied) finish(applied)
    })
  })
}

export const submitTransaction: HorizonHandler = async ({ form }, context) => {
  const text = form.get('tx')
  if (!text) return invalidField('tx', 'tx must hold an envelope in base64 XDR')
  const envelope = decodeEnvelope(text)
  if (!envelope) return malformed(text)
  const { core, faults } = context
  const already = core.transaction(hashOf(envelope, core.passphrase))
  if (!already) {
    if (faults.take(['tryAgainLater'], 'sendTransaction').length > 0) return busy()
    const sent = core.send(envelope)
    if (sent.status === 'TRY_AGAIN_LATER') return busy()
    if (sent.status === 'ERROR') {
      if (!sent.errorResultXdr) throw new Error(`transaction ${sent.hash} was refused without a result`)
      return failed(text, sent.errorResultXdr)
    }
  }
  const hash = hashOf(envelope, core.passphrase)
  const applied = core.transaction(hash) ?? (await included(hash, context))
  if (!applied) return timedOut(hash, text)
  return applied.successful ? found(describeTransaction(applied, context)) : failed(text, applied.resultXdr)
}
