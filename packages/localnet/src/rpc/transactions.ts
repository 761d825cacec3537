import { xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction } from '../core/types.ts'
import type { RpcMethod } from './context.ts'
import { decode } from './decode.ts'
import { decodeEnvelope, hashOf } from './envelope.ts'
import { inFormat, readFormat, told, valuesField, type XdrFormat, xdrField } from './format.ts'
import { fromTotalOrderId, toTotalOrderId } from './ids.ts'
import { invalidParams } from './outcome.ts'
import { parseGoInteger, readPage } from './page.ts'
import { getTransactionRequest, getTransactionsRequest, sendTransactionRequest } from './requests.ts'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 200
const HASH_BYTES = 32

export const sendTransaction: RpcMethod = (params, { core, history, faults }) => {
  const asked = decode(params, sendTransactionRequest)
  if ('error' in asked) return asked
  const format = readFormat(asked.value.xdrFormat)
  if ('error' in format) return format
  const envelope = decodeEnvelope(asked.value.transaction ?? '')
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
        hash: hashOf(envelope, core.networkId),
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

/** What Go says of a hash that is none; undefined if it is one. */
function hashRefusal(hash: string): string | undefined {
  // Half its length, rounded down, is what the network compares.
  if (Math.floor(hash.length / 2) !== HASH_BYTES) return `unexpected hash length (${hash.length})`
  const strange = [...hash].find((character) => !/[0-9a-fA-F]/.test(character))
  if (strange !== undefined) {
    const point = (strange.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `incorrect hash: encoding/hex: invalid byte: U+${point} '${strange}'`
  }
  return hash.length % 2 === 0 ? undefined : 'incorrect hash: encoding/hex: odd length hex string'
}

export const getTransaction: RpcMethod = (params, { core, history, faults }) => {
  const asked = decode(params, getTransactionRequest)
  if ('error' in asked) return asked
  const { hash = '', minLedger = 0, maxLedger = 0 } = asked.value
  const format = readFormat(asked.value.xdrFormat)
  if ('error' in format) return format
  if (minLedger !== 0 && maxLedger !== 0 && minLedger > maxLedger) {
    return invalidParams(`minLedger (${minLedger}) must not exceed maxLedger (${maxLedger})`)
  }
  const refusal = hashRefusal(hash)
  if (refusal !== undefined) return invalidParams(refusal)

  const latest = history.latest()
  const oldest = history.oldest()
  const seen = {
    latestLedger: latest.sequence,
    latestLedgerCloseTime: latest.closeTime.toString(),
    oldestLedger: oldest.sequence,
    oldestLedgerCloseTime: oldest.closeTime.toString(),
  }
  const found = core.transaction(hash.toLowerCase())
  const last = Math.min(latest.sequence, maxLedger || latest.sequence)
  const known = found !== undefined && found.ledger >= minLedger && found.ledger <= last
  if (!known || faults.take(['notFound'], 'getTransaction').length > 0) {
    return {
      result: {
        ...seen,
        status: 'NOT_FOUND',
        txHash: hash,
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
      txHash: hash,
      createdAt: found.closeTime.toString(),
    },
  }
}

export const getTransactions: RpcMethod = (params, { core, history }) => {
  const asked = decode(params, getTransactionsRequest)
  if ('error' in asked) return asked
  const page = readPage(asked.value, history, MAX_LIMIT)
  if ('error' in page) return page
  const { cursor, format } = page.value
  const latest = history.latest()
  const oldest = history.oldest()
  let start = { ledger: page.value.startLedger, transaction: 1 }
  if (cursor !== undefined) {
    const id = parseGoInteger(cursor, 'ParseInt', 64)
    if (typeof id === 'string') return invalidParams(id)
    const last = fromTotalOrderId(id)
    start = { ledger: last.ledger, transaction: last.transaction + 1 }
    if (start.ledger < oldest.sequence) {
      return invalidParams(`database does not contain metadata for ledger: ${start.ledger}`)
    }
  }

  const limit = page.value.limit || DEFAULT_LIMIT
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
        ...describe(transaction, format),
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
