import { xdr } from '@stellar/stellar-sdk/base'
import type { RpcMethod } from './context.ts'
import { told } from './format.ts'
import { invalidParams } from './outcome.ts'
import { readFormat } from './params.ts'

const MAX_KEYS = 200

function decodeKey(text: string): xdr.LedgerKey | undefined {
  try {
    return xdr.LedgerKey.fromXdr(text, 'base64')
  } catch {
    return undefined
  }
}

/** Temporary entries vanish when their time is over; persistent ones stay, archived, and can be restored. */
function isTemporary(key: xdr.LedgerKey): boolean {
  return key.type === 'contractData' && key.contractData.durability.name === 'temporary'
}

export const getLedgerEntries: RpcMethod = (params, { core, history }) => {
  const format = readFormat(params)
  if ('error' in format) return format
  const json = format.value === 'json'
  const { keys } = params
  if (!Array.isArray(keys)) return invalidParams('keys must be a list of base64 ledger keys')
  if (keys.length > MAX_KEYS) {
    return invalidParams(`key count (${keys.length}) exceeds maximum supported (${MAX_KEYS})`)
  }
  const latestLedger = history.latest().sequence
  const entries: unknown[] = []
  for (const [index, text] of keys.entries()) {
    const key = typeof text === 'string' ? decodeKey(text) : undefined
    if (!key) return invalidParams(`cannot unmarshal key value ${String(text)} at index ${index}`)
    if (key.type === 'ttl') return invalidParams('ledger ttl entries cannot be queried directly')
    const found = core.entry(key.toXdr())
    if (!found) continue
    if (found.liveUntilLedger !== null && found.liveUntilLedger < latestLedger && isTemporary(key)) continue
    const entry = xdr.LedgerEntry.fromXdr(found.entryXdr)
    entries.push({
      ...(json
        ? { keyJson: key.toJson(), dataJson: entry.data.toJson() }
        : { key: text, xdr: entry.data.toXdr('base64') }),
      lastModifiedLedgerSeq: found.lastModifiedLedger,
      ...(found.liveUntilLedger !== null && {
        liveUntilLedgerSeq: found.liveUntilLedger,
      }),
      [json ? 'extJson' : 'extXdr']: told(format.value, entry.ext),
    })
  }
  return { result: { entries, latestLedger } }
}
