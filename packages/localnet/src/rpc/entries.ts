import { xdr } from '@stellar/stellar-sdk/base'
import { fromBase64 } from '../server/encoding.ts'
import type { RpcMethod } from './context.ts'
import { decode } from './decode.ts'
import { readFormat, told } from './format.ts'
import { invalidParams } from './outcome.ts'
import { getLedgerEntriesRequest } from './requests.ts'

const MAX_KEYS = 200

function decodeKey(text: string): xdr.LedgerKey | undefined {
  try {
    return xdr.LedgerKey.fromXdr(fromBase64(text))
  } catch {
    return undefined
  }
}

/** Temporary entries vanish when their time is over; persistent ones stay, archived, and can be restored. */
function isTemporary(key: xdr.LedgerKey): boolean {
  return key.type === 'contractData' && key.contractData.durability.name === 'temporary'
}

/**
 * Entries in the order of their keys, each once: of a key that is named twice, where it is named last. Of an archived entry the
 * network does not know when it was archived, and answers that it lived until ledger 0.
 */
export const getLedgerEntries: RpcMethod = (params, { core, history }) => {
  const asked = decode(params, getLedgerEntriesRequest)
  if ('error' in asked) return asked
  const format = readFormat(asked.value.xdrFormat)
  if ('error' in format) return format
  const json = format.value === 'json'
  const { keys = [] } = asked.value
  if (keys.length > MAX_KEYS) {
    return invalidParams(`key count (${keys.length}) exceeds maximum supported (${MAX_KEYS})`)
  }
  const decoded = new Map<string, xdr.LedgerKey>()
  for (const [index, text = ''] of keys.entries()) {
    const key = decodeKey(text)
    if (!key) return invalidParams(`cannot unmarshal key value ${text} at index ${index}`)
    if (key.type === 'ttl') return invalidParams('ledger ttl entries cannot be queried directly')
    const canonical = key.toXdr('base64')
    decoded.delete(canonical)
    decoded.set(canonical, key)
  }
  const latestLedger = history.latest().sequence
  const entries: unknown[] = []
  for (const [text, key] of decoded) {
    const found = core.entry(key.toXdr())
    if (!found) continue
    const isOver = found.liveUntilLedger !== null && found.liveUntilLedger < latestLedger
    if (isOver && isTemporary(key)) continue
    const entry = xdr.LedgerEntry.fromXdr(found.entryXdr)
    entries.push({
      ...(json
        ? { keyJson: key.toJson(), dataJson: entry.data.toJson() }
        : { key: text, xdr: entry.data.toXdr('base64') }),
      lastModifiedLedgerSeq: found.lastModifiedLedger,
      ...(found.liveUntilLedger !== null && {
        liveUntilLedgerSeq: isOver ? 0 : found.liveUntilLedger,
      }),
      [json ? 'extJson' : 'extXdr']: told(format.value, entry.ext),
    })
  }
  return { result: { entries, latestLedger } }
}
