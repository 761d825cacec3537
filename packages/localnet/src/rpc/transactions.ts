import { xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction } from '../core/types.ts'
import type { RpcMethod } from './context.ts'
import { decodeEnvelope, hashOf } from './envelope.ts'
import { inFormat, told, valuesField, type XdrFormat, xdrField } from './format.ts'
import { fromTotalOrderId, toTotalOrderId } from './ids.ts'
import { INVALID_REQUEST, invalidParams, refuse } from './outcome.ts'
import { optionalCount, readFormat, readPage, requiredText } from './params.ts'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 200
const HASH_HEX_LENGTH = 64

export const sendTransaction: RpcMethod = (params, { core, history, faults }) => {
  const format = readFormat(params)
  if ('error' in format) return format
  const text = requiredText(params, 'transaction')
  if ('error' in text) return text
  const envelope = decodeEnvelope(text.value)
  if (!envelope) return invalidParams('invalid_xdr')

  // As on the network, the ledger reported is the latest before the transaction was handed on.
  const latest = history.latest()
  const seen = {
    latestLedger: latest.sequence,
    latestLedgerCloseTime: latest.closeTime.toString(),
  }
  if (faults.take(['tryAgainLater'], 'sendTransaction').length > 0) {
    return {
      result: {
        status: 'TRY_AGAIN_LATER',
        hash: hashOf(envelope, core.passphrase),
        ...seen,
      },
    }
  }
  const { status, hash, errorResultXdr, diagnosticEventsXdr = [] } = core.send(envelope)
  return {
    result: {
      ...(errorResultXdr && xdrField(format.value, 'errorResult', xdr.TransactionResult, errorResultXdr)),
      ...(diagnosticEventsXdr.length > 0 &&
        valuesField(
          format.value,
          'diagnosticEvents',
          diagnosticEventsXdr.map((event) => inFormat(format.value, xdr.DiagnosticEvent, event)),
        )),
      status,
      hash,
      ...seen,
    },
  }
}

/** What both `getTransaction` and `getTransactions` tell of a transaction. */
function describe(transaction: AppliedTransaction, format: XdrFormat) {
  // Read once: a stored transaction decodes its events each time it is asked.
  const { diagnosticEvents, transactionEvents, contractEvents } = transaction
  const diagnostics =
    diagnosticEvents.length > 0 &&
    valuesField(
      format,
      'diagnosticEvents',
      diagnosticEvents.map((event) => told(format, event)),
    )
  return {
    status: transaction.successful ? 'SUCCESS' : 'FAILED',
    txHash: transaction.hash,
    applicationOrder: transaction.applicationOrder,
    feeBump: transaction.feeBump,
    ...xdrField(format, 'envelope', xdr.TransactionEnvelope, transaction.envelopeXdr),
    ...xdrField(format, 'result', xdr.TransactionResult, transaction.resultXdr),
    ...xdrField(format, 'resultMeta', xdr.TransactionMeta, transaction.metaXdr),
    ...diagnostics,
    events: {
      ...diagnostics,
      ...valuesField(
        format,
        'transactionEvents',
        transactionEvents.map((event) => told(format, event)),
      ),
      ...valuesField(
        format,
        'contractEvents',
        contractEvents.map((events) => events.map((event) => told(format, event))),
      ),
    },
    ledger: transaction.ledger,
  }
}

export const getTransaction: RpcMethod = (params, { core, history, faults }) => {
  const format = readFormat(params)
  if ('error' in format) return format
  const hash = requiredText(params, 'hash')
  if ('error' in hash) return hash
  if (hash.value.length !== HASH_HEX_LENGTH) return invalidParams(`unexpected hash length (${hash.value.length})`)
  if (!/^[0-9a-fA-F]*$/.test(hash.value)) return invalidParams('incorrect hash: not hexadecimal')

  const latest = history.latest()
  const oldest = history.oldest()
  const seen = {
    latestLedger: latest.sequence,
    latestLedgerCloseTime: latest.closeTime.toString(),
    oldestLedger: oldest.sequence,
    oldestLedgerCloseTime: oldest.closeTime.toString(),
  }
  const found = core.transaction(hash.value.toLowerCase())
  const known = found !== undefined && found.ledger <= latest.sequence
  if (!known || faults.take(['notFound'], 'getTransaction').length > 0) {
    return {
      result: {
        ...seen,
        status: 'NOT_FOUND',
        txHash: hash.value,
        applicationOrder: 0,
        feeBump: false,
        ledger: 0,
        createdAt: '0',
        events: {},
      },
    }
  }
  return {
    result: {
      ...seen,
      ...describe(found, format.value),
      txHash: hash.value,
      createdAt: found.closeTime.toString(),
    },
  }
}

export const getTransactions: RpcMethod = (params, { core, history }) => {
  const format = readFormat(params)
  if ('error' in format) return format
  const startLedger = optionalCount(params, 'startLedger')
  if ('error' in startLedger) return startLedger
  const page = readPage(params)
  if ('error' in page) return page
  const { cursor, limit: asked } = page.value
  const latest = history.latest()
  const oldest = history.oldest()

  if (asked > MAX_LIMIT) return refuse(INVALID_REQUEST, `limit must not exceed ${MAX_LIMIT}`)
  let start = { ledger: startLedger.value, transaction: 1 }
  if (cursor !== undefined) {
    if (start.ledger !== 0) return refuse(INVALID_REQUEST, 'startLedger and cursor cannot both be set')
    if (!/^\d{1,19}$/.test(cursor)) return invalidParams(`cursor ('${cursor}') must be a number`)
    const last = fromTotalOrderId(BigInt(cursor))
    start = { ledger: last.ledger, transaction: last.transaction + 1 }
  } else if (start.ledger < oldest.sequence || start.ledger > latest.sequence) {
    return refuse(
      INVALID_REQUEST,
      `start ledger (${start.ledger}) must be between the oldest ledger: ${oldest.sequence} and the latest ledger: ${latest.sequence} for this rpc instance`,
    )
  }

  const limit = asked || DEFAULT_LIMIT
  const found: AppliedTransaction[] = []
  // Without a transaction the cursor stays where the search ended, so that the next page goes on from there.
  let end = { ledger: start.ledger, transaction: start.transaction - 1 }
  for (const ledger of history.from(start.ledger)) {
    const skipped = ledger.sequence === start.ledger ? start.transaction - 1 : 0
    end = { ledger: ledger.sequence, transaction: skipped }
    for (const transaction of core.transactionsOf(ledger.sequence).slice(skipped)) {
      found.push(transaction)
      end = {
        ledger: ledger.sequence,
        transaction: transaction.applicationOrder,
      }
      if (found.length >= limit) break
    }
    if (found.length >= limit) break
  }
  return {
    result: {
      transactions: found.map((transaction) => ({
        ...describe(transaction, format.value),
        createdAt: Number(transaction.closeTime),
      })),
      latestLedger: latest.sequence,
      latestLedgerCloseTimestamp: Number(latest.closeTime),
      oldestLedger: oldest.sequence,
      oldestLedgerCloseTimestamp: Number(oldest.closeTime),
      cursor: toTotalOrderId({ ...end, operation: 1 }).toString(),
    },
  }
}
