import type { Api } from '@stellar/stellar-sdk/rpc'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { xdrText } from './address.ts'
import type { Chain } from './chain.ts'

/** An entry of the ledger as the network holds it now. */
export interface LedgerEntry {
  /** XDR `LedgerKey`, base64. */
  readonly key: string
  readonly data: xdr.LedgerEntryData
  /** The last ledger in which a contract's entry lives; absent for classic entries. */
  readonly liveUntilLedger?: number
}

/** Keys one request may name. */
const MAX_KEYS = 200

/** Reads entries in as few requests as there can be; what does not exist is not in the answer. */
export async function ledgerEntries(
  chain: Chain,
  keys: readonly xdr.LedgerKey[],
): Promise<ReadonlyMap<string, LedgerEntry>> {
  const found = new Map<string, LedgerEntry>()
  for (let from = 0; from < keys.length; from += MAX_KEYS) {
    const batch = keys.slice(from, from + MAX_KEYS).map(xdrText)
    const answer = await chain.rpc.ask<Api.RawGetLedgerEntriesResponse>('getLedgerEntries', { keys: batch })
    for (const { key, xdr: data, liveUntilLedgerSeq } of answer.entries ?? []) {
      found.set(key, {
        key,
        data: xdr.LedgerEntryData.fromXdr(data, 'base64'),
        ...(liveUntilLedgerSeq !== undefined && { liveUntilLedger: liveUntilLedgerSeq }),
      })
    }
  }
  return found
}
