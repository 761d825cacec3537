import { xdr } from '@stellar/stellar-sdk/base'
import type { ClosedLedger, LocalnetCore } from '../core/types.ts'
import type { RpcMethod } from './context.ts'
import { type XdrFormat, xdrField } from './format.ts'
import { headerOf, ledgerCloseMeta } from './ledger-meta.ts'
import { INVALID_REQUEST, invalidParams, refuse } from './outcome.ts'
import { optionalCount, readFormat, readPage } from './params.ts'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 200

/** The XDR fields of `getLedgers`: in JSON the two for XDR stay, empty. */
function described(core: LocalnetCore, ledger: ClosedLedger, format: XdrFormat): Record<string, unknown> {
  const meta = ledgerCloseMeta(core, ledger)
  return {
    ...(format === 'json' && { headerXdr: '', metadataXdr: '' }),
    ...xdrField(format, 'header', xdr.LedgerHeaderHistoryEntry, ledger.headerXdr),
    ...xdrField(format, 'metadata', xdr.LedgerCloseMeta, meta),
  }
}

export const getLatestLedger: RpcMethod = (params, { core, history }) => {
  const format = readFormat(params)
  if ('error' in format) return format
  const latest = history.latest()
  return {
    result: {
      id: latest.hash,
      protocolVersion: core.protocolVersion,
      sequence: latest.sequence,
      closeTime: latest.closeTime.toString(),
      ...xdrField(format.value, 'header', xdr.LedgerHeader, headerOf(latest)),
      ...xdrField(format.value, 'metadata', xdr.LedgerCloseMeta, ledgerCloseMeta(core, latest)),
    },
  }
}

export const getLedgers: RpcMethod = (params, { core, history }) => {
  const format = readFormat(params)
  if ('error' in format) return format
  const startLedger = optionalCount(params, 'startLedger')
  if ('error' in startLedger) return startLedger
  const page = readPage(params)
  if ('error' in page) return page
  const { cursor, limit } = page.value
  const latest = history.latest()
  const oldest = history.oldest()
  const within = (sequence: number): boolean => sequence >= oldest.sequence && sequence <= latest.sequence
  const range = `the oldest ledger: ${oldest.sequence} and the latest ledger: ${latest.sequence} for this rpc instance`

  if (limit > MAX_LIMIT) return refuse(INVALID_REQUEST, `limit must not exceed ${MAX_LIMIT}`)
  let start = startLedger.value
  if (cursor !== undefined) {
    if (start !== 0) return refuse(INVALID_REQUEST, 'startLedger and cursor cannot both be set')
    if (!/^\d{1,10}$/.test(cursor)) return invalidParams(`cursor ('${cursor}') must be a ledger number`)
    start = Number(cursor) + 1
    if (!within(start)) return invalidParams(`cursor ('${cursor}') must be between ${range}`)
  } else if (!within(start)) {
    return refuse(INVALID_REQUEST, `start ledger (${start}) must be between ${range}`)
  }

  const found: ClosedLedger[] = []
  for (const ledger of history.from(start)) {
    found.push(ledger)
    if (found.length >= (limit || DEFAULT_LIMIT)) break
  }
  return {
    result: {
      ledgers: found.map((ledger) => ({
        hash: ledger.hash,
        sequence: ledger.sequence,
        ledgerCloseTime: ledger.closeTime.toString(),
        ...described(core, ledger, format.value),
      })),
      latestLedger: latest.sequence,
      latestLedgerCloseTime: Number(latest.closeTime),
      oldestLedger: oldest.sequence,
      oldestLedgerCloseTime: Number(oldest.closeTime),
      cursor: String(found.at(-1)?.sequence ?? start - 1),
    },
  }
}
