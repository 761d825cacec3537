import * as xdr from '@stellar/stellar-sdk/xdr'
import { xdrText } from './address.ts'
import type { Chain } from './chain.ts'
import { ledgerEntries } from './ledger-entries.ts'

/** What one transaction may use of the ledger, by the network's vote. */
export interface ResourceLimits {
  readonly diskReadEntries: number
  readonly diskReadBytes: number
  readonly writeEntries: number
  readonly writeBytes: number
}

/** Votes change limits rarely. */
const LIMITS_AGE_MS = 600_000
const known = new WeakMap<Chain, { readonly limits: ResourceLimits; readonly readAtMs: number }>()

/** The limits in force, at most ten minutes old. */
export async function resourceLimits(chain: Chain): Promise<ResourceLimits> {
  const before = known.get(chain)
  if (before && performance.now() - before.readAtMs < LIMITS_AGE_MS) return before.limits
  const key = xdr.LedgerKey.configSetting(
    new xdr.LedgerKeyConfigSetting({ configSettingId: xdr.ConfigSettingId.configSettingContractLedgerCostV0 }),
  )
  const entry = (await ledgerEntries(chain, [key])).get(xdrText(key))
  if (entry?.data.type !== 'configSetting' || entry.data.configSetting.type !== 'configSettingContractLedgerCostV0')
    throw new Error('the network does not tell its limits')
  const { contractLedgerCost } = entry.data.configSetting
  const limits = {
    diskReadEntries: contractLedgerCost.txMaxDiskReadEntries,
    diskReadBytes: contractLedgerCost.txMaxDiskReadBytes,
    writeEntries: contractLedgerCost.txMaxWriteLedgerEntries,
    writeBytes: contractLedgerCost.txMaxWriteBytes,
  }
  known.set(chain, { limits, readAtMs: performance.now() })
  return limits
}

/** Room that is left free: lifetimes are written with the entries, and an entry that is brought back may differ in size by its wrapping. */
const MARGIN_BYTES_AN_ENTRY = 200

/**
 * Entries in portions that one transaction each can bring back or extend, in order: no portion writes or reads more than the network lets a
 * transaction. An entry that alone is larger stands alone; the network then says so.
 *
 * @param keys XDR `LedgerKey`, base64
 */
export async function portionsOf(chain: Chain, keys: readonly string[]): Promise<string[][]> {
  const limits = await resourceLimits(chain)
  const mostBytes = Math.min(limits.writeBytes, limits.diskReadBytes)
  const mostEntries = Math.min(limits.writeEntries, limits.diskReadEntries)
  const entries = await ledgerEntries(
    chain,
    keys.map((key) => xdr.LedgerKey.fromXdr(key, 'base64')),
  )
  const portions: string[][] = []
  let portion: string[] = []
  let bytes = 0
  for (const key of keys) {
    const size = MARGIN_BYTES_AN_ENTRY + key.length + (entries.get(key)?.data.toXdr().length ?? 0)
    if (portion.length > 0 && (bytes + size > mostBytes || portion.length >= mostEntries)) {
      portions.push(portion)
      portion = []
      bytes = 0
    }
    portion.push(key)
    bytes += size
  }
  if (portion.length > 0) portions.push(portion)
  return portions
}

/** Whether a call's resources are more than one transaction may use. */
export function exceeds(resources: xdr.SorobanResources, archivedCount: number, limits: ResourceLimits): boolean {
  return (
    resources.writeBytes > limits.writeBytes ||
    resources.diskReadBytes > limits.diskReadBytes ||
    resources.footprint.readWrite.length > limits.writeEntries ||
    archivedCount > limits.diskReadEntries
  )
}
