import { xdr } from '@stellar/stellar-sdk/base'
import type { LedgerView } from './view.ts'

/** What the Soroban transactions of one ledger may declare together; bytes, entries and instructions. */
export interface LedgerLimits {
  readonly transactions: number
  /** Of one cluster, whose transactions depend on each other and are applied one after the other. */
  readonly instructions: bigint
  /** Clusters that are applied side by side. */
  readonly clusters: number
  readonly transactionsSizeBytes: number
  readonly diskReadBytes: number
  readonly writeBytes: number
  readonly diskReadEntries: number
  readonly writeEntries: number
}

/** What one Soroban transaction declares. */
export interface TxResources {
  readonly instructions: bigint
  readonly sizeBytes: number
  readonly diskReadBytes: number
  readonly writeBytes: number
  readonly diskReadEntries: number
  readonly writeEntries: number
  /** Base64 keys: two transactions depend on each other if one writes what the other names. */
  readonly readOnly: readonly string[]
  readonly readWrite: readonly string[]
}

interface Cluster {
  readonly instructions: bigint
  readonly readOnly: ReadonlySet<string>
  readonly readWrite: ReadonlySet<string>
}

/** What the Soroban transactions chosen so far declare together. */
export interface LedgerTotals {
  readonly transactions: number
  readonly transactionsSizeBytes: number
  readonly diskReadBytes: number
  readonly writeBytes: number
  readonly diskReadEntries: number
  readonly writeEntries: number
  readonly clusters: readonly Cluster[]
}

/** Of a ledger without Soroban transactions. */
export const emptyLedger: LedgerTotals = {
  transactions: 0,
  transactionsSizeBytes: 0,
  diskReadBytes: 0,
  writeBytes: 0,
  diskReadEntries: 0,
  writeEntries: 0,
  clusters: [],
}

function setting<Type extends xdr.ConfigSettingEntry['type']>(
  view: LedgerView,
  id: number,
  type: Type,
): Extract<xdr.ConfigSettingEntry, { type: Type }> {
  const found = view.get(Uint8Array.from([0, 0, 0, 8, 0, 0, 0, id]))
  const data = found && xdr.LedgerEntry.fromXdr(found.entryXdr).data
  if (data?.type !== 'configSetting' || data.configSetting.type !== type) {
    throw new Error(`the ledger has no configuration setting ${id}`)
  }
  return data.configSetting as Extract<xdr.ConfigSettingEntry, { type: Type }>
}

/** The limits of the network's own configuration entries. @throws {Error} when the ledger lacks a setting. */
export function ledgerLimits(view: LedgerView): LedgerLimits {
  const { contractCompute } = setting(view, 1, 'configSettingContractComputeV0')
  const { contractLedgerCost } = setting(view, 2, 'configSettingContractLedgerCostV0')
  const { contractBandwidth } = setting(view, 5, 'configSettingContractBandwidthV0')
  const { contractExecutionLanes } = setting(view, 11, 'configSettingContractExecutionLanes')
  const { contractParallelCompute } = setting(view, 14, 'configSettingContractParallelComputeV0')
  return {
    transactions: contractExecutionLanes.ledgerMaxTxCount,
    instructions: contractCompute.ledgerMaxInstructions,
    clusters: contractParallelCompute.ledgerMaxDependentTxClusters,
    transactionsSizeBytes: contractBandwidth.ledgerMaxTxsSizeBytes,
    diskReadBytes: contractLedgerCost.ledgerMaxDiskReadBytes,
    writeBytes: contractLedgerCost.ledgerMaxWriteBytes,
    diskReadEntries: contractLedgerCost.ledgerMaxDiskReadEntries,
    writeEntries: contractLedgerCost.ledgerMaxWriteLedgerEntries,
  }
}

const CLASSIC = new Set<xdr.LedgerKey['type']>(['account', 'trustline'])

/** What a transaction declares. @param sizeBytes of the envelope; of a fee bump that of the inner one */
export function txResources(data: xdr.SorobanTransactionData, sizeBytes: number, isRestore: boolean): TxResources {
  const { footprint, instructions, diskReadBytes, writeBytes } = data.resources
  const classic = [...footprint.readOnly, ...footprint.readWrite].filter(({ type }) => CLASSIC.has(type)).length
  const archived = data.ext.type === 'resourceExt' ? data.ext.resourceExt.archivedSorobanEntries.length : 0
  return {
    instructions: BigInt(instructions),
    sizeBytes,
    diskReadBytes,
    writeBytes,
    // Only classic and archived entries are read from disk; a restore reads all that it names.
    diskReadEntries: isRestore ? footprint.readWrite.length : classic + archived,
    writeEntries: footprint.readWrite.length,
    readOnly: footprint.readOnly.map((key) => key.toXdr('base64')),
    readWrite: footprint.readWrite.map((key) => key.toXdr('base64')),
  }
}

function depends({ readOnly, readWrite }: Cluster, tx: TxResources): boolean {
  return (
    tx.readWrite.some((key) => readWrite.has(key) || readOnly.has(key)) || tx.readOnly.some((key) => readWrite.has(key))
  )
}

/** The totals with one more transaction, which joins all clusters that it depends on into one. */
export function withTransaction(totals: LedgerTotals, tx: TxResources): LedgerTotals {
  const joined = totals.clusters.filter((cluster) => depends(cluster, tx))
  const apart = totals.clusters.filter((cluster) => !joined.includes(cluster))
  const cluster: Cluster = {
    instructions: joined.reduce((sum, { instructions }) => sum + instructions, tx.instructions),
    readOnly: new Set([...joined.flatMap(({ readOnly }) => [...readOnly]), ...tx.readOnly]),
    readWrite: new Set([...joined.flatMap(({ readWrite }) => [...readWrite]), ...tx.readWrite]),
  }
  return {
    transactions: totals.transactions + 1,
    transactionsSizeBytes: totals.transactionsSizeBytes + tx.sizeBytes,
    diskReadBytes: totals.diskReadBytes + tx.diskReadBytes,
    writeBytes: totals.writeBytes + tx.writeBytes,
    diskReadEntries: totals.diskReadEntries + tx.diskReadEntries,
    writeEntries: totals.writeEntries + tx.writeEntries,
    clusters: [...apart, cluster],
  }
}

/** Whether the clusters can be dealt out to as many threads as there are, the largest first. */
function canRunSideBySide(clusters: readonly Cluster[], limits: LedgerLimits): boolean {
  const threads = Array.from({ length: Math.max(1, limits.clusters) }, () => 0n)
  const sizes = clusters.map(({ instructions }) => instructions).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
  return sizes.every((size) => {
    const at = threads.findIndex((taken) => taken + size <= limits.instructions)
    if (at === -1) return false
    threads[at] = (threads[at] ?? 0n) + size
    return true
  })
}

/**
 * Whether one more Soroban transaction fits into a ledger: seven sums, and the instructions of dependent transactions,
 * which one thread carries out. Transactions are planned in one stage.
 */
export function fits(totals: LedgerTotals, tx: TxResources, limits: LedgerLimits): boolean {
  const after = withTransaction(totals, tx)
  return (
    after.transactions <= limits.transactions &&
    after.transactionsSizeBytes <= limits.transactionsSizeBytes &&
    after.diskReadBytes <= limits.diskReadBytes &&
    after.writeBytes <= limits.writeBytes &&
    after.diskReadEntries <= limits.diskReadEntries &&
    after.writeEntries <= limits.writeEntries &&
    canRunSideBySide(after.clusters, limits)
  )
}

/** Whether transactions fit into so many ledgers by their sums alone, whichever depend on each other. */
export function fitIntoLedgers(txs: readonly TxResources[], limits: LedgerLimits, ledgers: number): boolean {
  const instructions = txs.reduce((total, tx) => total + tx.instructions, 0n)
  const sum = (of: (tx: TxResources) => number): number => txs.reduce((total, tx) => total + of(tx), 0)
  return (
    txs.length <= limits.transactions * ledgers &&
    instructions <= limits.instructions * BigInt(limits.clusters * ledgers) &&
    sum(({ sizeBytes }) => sizeBytes) <= limits.transactionsSizeBytes * ledgers &&
    sum(({ diskReadBytes }) => diskReadBytes) <= limits.diskReadBytes * ledgers &&
    sum(({ writeBytes }) => writeBytes) <= limits.writeBytes * ledgers &&
    sum(({ diskReadEntries }) => diskReadEntries) <= limits.diskReadEntries * ledgers &&
    sum(({ writeEntries }) => writeEntries) <= limits.writeEntries * ledgers
  )
}
