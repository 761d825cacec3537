import { xdr } from '@stellar/stellar-sdk/base'
import type { ClosedLedger, LocalnetCore } from '../core/types.ts'
import type { RpcMethod } from './context.ts'
import { decode } from './decode.ts'
import { readFormat, type XdrFormat, xdrField } from './format.ts'
import { headerOf, ledgerCloseMeta } from './ledger-meta.ts'
import { invalidParams } from './outcome.ts'
import { isWithin, parseGoInteger, rangeOf, readPage } from './page.ts'
import { getLatestLedgerRequest, getLedgersRequest } from './requests.ts'

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
  const asked = decode(params, getLatestLedgerRequest)
  if ('error' in asked) return asked
  const format = readFormat(asked.value.xdrFormat)
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
  const asked = decode(params, getLedgersRequest)
  if ('error' in asked) return asked
  const latest = history.latest()
  const oldest = history.oldest()
  const page = readPage(asked.value, history, MAX_LIMIT)
  if ('error' in page) return page
  const { cursor, limit } = page.value
  let start = page.value.startLedger
  if (cursor !== undefined) {
    const last = parseGoInteger(cursor, 'ParseUint', 32)
    if (typeof last === 'string') return invalidParams(last)
    start = Number(last) + 1
    if (!isWithin(start, history)) return invalidParams(`cursor ('${cursor}') must be ${rangeOf(history)}`)
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
        ...described(core, ledger, page.value.format),
      })),
      latestLedger: latest.sequence,
      latestLedgerCloseTime: Number(latest.closeTime),
      oldestLedger: oldest.sequence,
      oldestLedgerCloseTime: Number(oldest.closeTime),
      cursor: String(found.at(-1)?.sequence ?? start - 1),
    },
  }
}
