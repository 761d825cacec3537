import { createHash } from 'node:crypto'
import type { Localnet } from '@heliobond/localnet'
import { StrKey } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { Soroban } from '../../packages/localnet/src/soroban/index.ts'

/** What one contract call costs, as the network counts it. */
export interface Usage {
  readonly instructions: number
  readonly memoryBytes: number
  /** Entries of the footprint, those written among them. */
  readonly readEntries: number
  /** The size of those of them that exist. */
  readonly readBytes: number
  /** Entries that are no contract's own: accounts and trustlines, which the network reads from disk. */
  readonly diskEntries: number
  readonly diskBytes: number
  /** Entries that the call may write, which the fee is for. */
  readonly writeEntries: number
  /** The size of what it did write. */
  readonly writeBytes: number
  /** Events and return value. */
  readonly eventBytes: number
  /** How many events. */
  readonly events: number
  readonly transactionBytes: number
  /** Stroops: instructions, reading, writing, bandwidth, events and rent; without the bid for inclusion. */
  readonly feeStroops: bigint
}

/** The network's limits of one transaction: mainnet's, which the embedded network has. */
export const LIMITS = {
  instructions: 400_000_000,
  memoryBytes: 41_943_040,
  readEntries: 400,
  diskEntries: 200,
  diskBytes: 200_000,
  writeEntries: 200,
  writeBytes: 132_096,
  eventBytes: 16_384,
  transactionBytes: 132_096,
} as const satisfies Partial<Record<keyof Usage, number>>

/** A persistent entry of a contract that a call touched. */
export interface StoredEntry {
  readonly contractId: string
  /** What its key begins with; `(instance)`, or `(code)`, whose contract is the code's hash in hex. */
  readonly name: string
  readonly bytes: number
}

/** Counts what a prepared call would cost in the next ledger. The ledger stays as it is. */
export type Meter = (
  envelopeXdr: string,
  feeStroops: bigint,
) => (Usage & { readonly stored: readonly StoredEntry[] }) | { readonly refused: string }

/** More than any call costs: what a call may spend is not what is measured. */
const PLENTY_STROOPS = 1_000_000_000_000n

/** A meter of a network, with a host of its own: it applies the call to a copy of what it touches. */
export async function createMeter(net: Localnet): Promise<Meter> {
  const soroban = await Soroban.load()
  const networkId = createHash('sha256').update(net.passphrase).digest()
  return (envelopeXdr, feeStroops) => {
    const envelope = xdr.TransactionEnvelope.fromXdr(envelopeXdr, 'base64')
    const { sorobanData, op, source } = partsOf(envelope)
    const { readOnly, readWrite } = sorobanData.resources.footprint
    const written = new Map<string, number>()
    const latest = net.core.latestLedger()
    const transactionBytes = envelope.toXdr().length
    const outcome = soroban.applyInvoke({
      view: {
        get: (key) => net.core.entry(key) ?? null,
        put: (key, entry) => written.set(Buffer.from(key).toString('hex'), entry.length),
        delete: (key) => written.set(Buffer.from(key).toString('hex'), 0),
      },
      header: {
        protocolVersion: net.core.protocolVersion,
        sequence: latest.sequence + 1,
        closeTime: latest.closeTime,
        networkId,
        baseReserve: 5_000_000,
      },
      sorobanData,
      envelopeSizeBytes: transactionBytes,
      refundableFeeBudget: PLENTY_STROOPS,
      op,
      source,
      prngSeed: networkId,
    })
    if (!outcome.ok) return { refused: outcome.internalError ?? outcome.code }
    const keys = [...readOnly, ...readWrite]
    const sizes = keys.map((key) => net.core.entry(key.toXdr())?.entryXdr.length ?? 0)
    const fromDisk = sizes.filter((_, at) => isClassic(keys[at]))
    return {
      instructions: Number(outcome.consumed.cpuInstructions),
      memoryBytes: Number(outcome.consumed.memBytes),
      readEntries: keys.length,
      readBytes: total(sizes),
      diskEntries: fromDisk.length,
      diskBytes: total(fromDisk),
      writeEntries: readWrite.length,
      writeBytes: total([...written.values()]),
      eventBytes: total(outcome.contractEventsXdr.map(({ length }) => length)) + (outcome.returnValueXdr?.length ?? 0),
      events: outcome.contractEventsXdr.length,
      transactionBytes,
      feeStroops,
      stored: keys.flatMap((key) => {
        const keyXdr = key.toXdr()
        const bytes = written.get(Buffer.from(keyXdr).toString('hex')) ?? net.core.entry(keyXdr)?.entryXdr.length ?? 0
        const name = nameOf(key)
        return name === undefined || bytes === 0 ? [] : [{ ...name, bytes }]
      }),
    }
  }
}

/** How much of each limit a call takes, the most first: 1 is all of it. */
export function shares(usage: Usage): readonly { readonly limit: keyof typeof LIMITS; readonly share: number }[] {
  const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[]
  return names.map((limit) => ({ limit, share: usage[limit] / LIMITS[limit] })).sort((a, b) => b.share - a.share)
}

function partsOf(envelope: xdr.TransactionEnvelope) {
  if (envelope.type !== 'envelopeTypeTx') throw new Error('not a plain transaction')
  const { tx } = envelope.v1
  const [operation] = tx.operations
  if (operation?.body.type !== 'invokeHostFunction' || tx.ext.type !== 'sorobanData') {
    throw new Error('not a prepared contract call')
  }
  const account = operation.sourceAccount ?? tx.sourceAccount
  if (account.type !== 'keyTypeEd25519') throw new Error('a muxed source')
  const source = StrKey.encodeEd25519PublicKey(account.ed25519.value)
  return { sorobanData: tx.ext.sorobanData, op: operation.body.invokeHostFunctionOp, source }
}

function nameOf(key: xdr.LedgerKey): Pick<StoredEntry, 'contractId' | 'name'> | undefined {
  if (key.type !== 'contractData' || key.contractData.durability !== xdr.ContractDataDurability.persistent)
    return undefined
  const { contract, key: dataKey } = key.contractData
  if (contract.type !== 'scAddressTypeContract') return undefined
  const contractId = StrKey.encodeContract(contract.contractId.value)
  if (dataKey.type === 'scvLedgerKeyContractInstance') return { contractId, name: '(instance)' }
  const first = dataKey.type === 'scvVec' ? dataKey.vec?.[0] : undefined
  return { contractId, name: first?.type === 'scvSymbol' ? first.sym.toString() : '(other)' }
}

const isClassic = (key: xdr.LedgerKey | undefined): boolean => key?.type === 'account' || key?.type === 'trustline'

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
