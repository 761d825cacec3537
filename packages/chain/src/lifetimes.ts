import * as xdr from '@stellar/stellar-sdk/xdr'
import { xdrText } from './address.ts'
import type { Chain } from './chain.ts'
import { ask, ContractReadError, instanceKey } from './contracts.ts'
import { ledgerEntries } from './ledger-entries.ts'
import type { ChainOperation } from './operation.ts'

/**
 * The persistent contract entries that a call would touch now, its code and instance among them: what a keeper keeps alive so that the
 * call stays cheap. Keys are XDR `LedgerKey`, base64, as `extendTtl` takes them.
 *
 * @throws {ContractReadError} if the call would fail.
 */
export async function touchedKeys(chain: Chain, operation: ChainOperation): Promise<readonly string[]> {
  const simulated = await ask(chain, operation)
  if (simulated.kind === 'refused') throw new ContractReadError('touchedKeys', simulated.refusal)
  if (simulated.kind === 'needs-restore') {
    throw new ContractReadError('touchedKeys', { code: 'CALL_FAILED', message: 'entries that it touches are archived' })
  }
  const { readOnly, readWrite } = simulated.data.resources.footprint
  return [...readOnly, ...readWrite].filter(isKept).map(xdrText)
}

/** Temporary entries (nonces of authorizations) are meant to go; classic entries have no lifetime. */
function isKept(key: xdr.LedgerKey): boolean {
  if (key.type === 'contractCode') return true
  return key.type === 'contractData' && key.contractData.durability === xdr.ContractDataDurability.persistent
}

/** The last ledger in which each contract entry lives, by key; entries that do not exist are not in the answer. */
export async function lifetimes(chain: Chain, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const entries = await ledgerEntries(
    chain,
    keys.map((key) => xdr.LedgerKey.fromXdr(key, 'base64')),
  )
  const found = new Map<string, number>()
  for (const { key, liveUntilLedger } of entries.values()) {
    if (liveUntilLedger !== undefined) found.set(key, liveUntilLedger)
  }
  return found
}

/** The key of the code that each contract runs, by contract; an asset's own contract (SAC) has none. */
export async function codeKeysOf(chain: Chain, contractIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const instances = new Map(contractIds.map((contractId) => [instanceKey(contractId), contractId]))
  const entries = await ledgerEntries(
    chain,
    [...instances.keys()].map((key) => xdr.LedgerKey.fromXdr(key, 'base64')),
  )
  const found = new Map<string, string>()
  for (const { key, data } of entries.values()) {
    const contractId = instances.get(key)
    if (contractId === undefined || data.type !== 'contractData') continue
    const { val } = data.contractData
    if (val.type !== 'scvContractInstance' || val.instance.executable.type !== 'contractExecutableWasm') continue
    const hash = new xdr.LedgerKeyContractCode({ hash: val.instance.executable.wasmHash })
    found.set(contractId, xdrText(xdr.LedgerKey.contractCode(hash)))
  }
  return found
}
