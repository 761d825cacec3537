import {
  Account,
  Address,
  type Keypair,
  Operation,
  SorobanDataBuilder,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-sdk/base'
import { dataOf } from '../soroban/test-network.ts'
import { Agreed, withAuth } from './agreed.test-helper.ts'
import { type ContractStep, Contracts } from './contracts.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** For tests: a contract transaction as far as it is not yet anybody's: what it does and what it declares. */
export interface Draft {
  readonly kind: string
  readonly source: Keypair
  readonly operation: xdr.Operation
  readonly data: xdr.SorobanTransactionData
  readonly done?: () => void
}

interface Simulated {
  readonly auth: readonly xdr.SorobanAuthorizationEntry[]
  readonly data: xdr.SorobanTransactionData
}

const MOST_EARLIER = 20
/** Stroops that a call declares which was never simulated: enough for most. */
const GUESSED_FEE = 60_000_000n

/**
 * For tests: makes contract transactions. Most are simulated and sent as a client would; some with other resources, another
 * footprint or other signatures than they need, and those that no simulation lets pass are sent all the same.
 */
export class Drafter {
  readonly #world: World
  readonly #contracts: Contracts
  readonly #earlier: Draft[] = []

  constructor(world: World, rich: readonly Keypair[]) {
    this.#world = world
    this.#contracts = new Contracts(world, rich)
  }

  next(): Draft {
    const { dice } = this.#world
    const draft = dice.weighted<() => Draft>([
      [16, () => this.#invocation(this.#contracts.next())],
      [3, () => this.#extension()],
      [3, () => this.#restoration()],
      [1, () => (this.#earlier.length === 0 ? this.#invocation(this.#contracts.next()) : dice.pick(this.#earlier))],
    ])()
    this.#earlier.push(draft)
    if (this.#earlier.length > MOST_EARLIER) this.#earlier.shift()
    return draft
  }

  #invocation(step: ContractStep): Draft {
    const { source, operation, label, done } = step
    const kind = `invokeHostFunction: ${label}`
    const recorded = this.#simulated(source, operation, null)
    if (recorded === null) return { kind, source, operation, data: this.#guessed(step) }
    const agreed = new Agreed(this.#world, recorded.auth, (address) => this.#contracts.signerFor(address))
    const enforced =
      recorded.auth.length === 0 ? recorded : this.#simulated(source, withAuth(operation, agreed.good()), null)
    const spoilt = this.#spoilt((enforced ?? recorded).data)
    // There are few uploads: they are tried with too little more often.
    const data = label === 'upload' ? this.#spoilt(spoilt) : spoilt
    const sent = withAuth(operation, agreed.mostlyGood())
    return { kind, source, operation: sent, data, ...(done !== undefined && { done }) }
  }

  #simulated(source: Keypair, operation: xdr.Operation, data: xdr.SorobanTransactionData | null): Simulated | null {
    const { core } = this.#world.net
    const builder = new TransactionBuilder(new Account(source.publicKey(), '1'), {
      fee: '100',
      networkPassphrase: core.passphrase,
      timebounds: { minTime: 0, maxTime: 0 },
    })
    builder.addOperation(operation)
    if (data !== null) builder.setSorobanData(data)
    const answer = core.simulate(builder.build().toEnvelope(), { useUpgradedAuth: this.#world.dice.once(2) })
    if (answer.error !== undefined) return null
    const [result] = (answer.results ?? []) as { auth: string[] }[]
    return {
      auth: (result?.auth ?? []).map((entry) => xdr.SorobanAuthorizationEntry.fromXdr(entry, 'base64')),
      data: new SorobanDataBuilder(String(answer.transactionData)).build(),
    }
  }

  /** What a simulation would have said, guessed: for calls that no simulation lets pass. */
  #guessed({ operation }: ContractStep): xdr.SorobanTransactionData {
    const { body } = operation
    const declared = { instructions: 20_000_000, resourceFee: GUESSED_FEE, diskReadBytes: 4000, writeBytes: 4000 }
    if (body.type !== 'invokeHostFunction') return dataOf(declared)
    const { hostFunction } = body.invokeHostFunctionOp
    if (hostFunction.type !== 'hostFunctionTypeInvokeContract') return dataOf(declared)
    const { contractAddress } = hostFunction.invokeContract
    const keys = this.#keysOf(Address.fromScAddress(contractAddress).toString())
    const isArchived = this.#areArchived()
    const readOnly = keys.filter((key) => !isArchived(key) && (key.type === 'contractCode' || this.#world.dice.once(2)))
    const readWrite = keys.filter((key) => !readOnly.includes(key)).slice(0, 8)
    const archived = readWrite.flatMap((key, at) => (isArchived(key) ? [at] : []))
    return dataOf({ ...declared, readOnly, readWrite, archived: this.#world.dice.once(4) ? [] : archived })
  }

  #areArchived(): (key: xdr.LedgerKey) => boolean {
    const { core } = this.#world.net
    const { sequence } = core.latestLedger()
    return (key) => {
      const liveUntil = core.entry(key.toXdr())?.liveUntilLedger
      return liveUntil !== undefined && liveUntil !== null && liveUntil < sequence && !isTemporary(key)
    }
  }

  /** Everything that a contract keeps, and its code. */
  #keysOf(contract: string): xdr.LedgerKey[] {
    const keys: xdr.LedgerKey[] = []
    for (const { key, entry } of this.#contractEntries()) {
      if (key.type !== 'contractData') continue
      if (Address.fromScAddress(key.contractData.contract).toString() !== contract) continue
      keys.push(key)
      const code = codeOf(entry.entryXdr)
      if (code !== null) keys.push(code)
    }
    return keys.slice(0, 40)
  }

  *#contractEntries() {
    for (const entry of this.#world.net.core.state.entries.values()) {
      if (entry.kind !== 'contract' || entry.liveUntilLedger === null) continue
      yield { key: xdr.LedgerKey.fromXdr(entry.keyXdr), entry }
    }
  }

  #extension(): Draft {
    const { dice, net } = this.#world
    const source = this.#contracts.rich()
    const { sequence } = net.core.latestLedger()
    const living = [...this.#contractEntries()].filter(({ entry }) => (entry.liveUntilLedger ?? 0) > sequence)
    const readOnly = this.#some(living.map(({ key }) => key))
    const extendTo = dice.weighted([
      [6, 100 + dice.below(3_000_000)],
      [1, 3_110_400],
    ])
    const operation = Operation.extendFootprintTtl({ extendTo, source: source.publicKey() })
    const kind = 'extendFootprintTtl'
    const fits = dataOf({ readOnly })
    const data = this.#simulated(source, operation, fits)?.data ?? dataOf({ readOnly, resourceFee: GUESSED_FEE })
    // A footprint for writing is none to be extended.
    if (dice.once(12))
      return { kind, source, operation, data: dataOf({ readWrite: readOnly, resourceFee: GUESSED_FEE }) }
    return { kind, source, operation, data: this.#spoilt(data) }
  }

  #restoration(): Draft {
    const { dice } = this.#world
    const source = this.#contracts.rich()
    const archived = [...this.#contractEntries()].map(({ key }) => key).filter(this.#areArchived())
    const readWrite = this.#some(archived)
    const operation = Operation.restoreFootprint({ source: source.publicKey() })
    const kind = 'restoreFootprint'
    const fits = dataOf({ readWrite })
    const data = this.#simulated(source, operation, fits)?.data ?? dataOf({ readWrite, resourceFee: GUESSED_FEE })
    if (dice.once(12))
      return { kind, source, operation, data: dataOf({ readOnly: readWrite, resourceFee: GUESSED_FEE }) }
    return { kind, source, operation, data: this.#spoilt(data) }
  }

  /** One to three, each once. */
  #some(keys: readonly xdr.LedgerKey[]): xdr.LedgerKey[] {
    if (keys.length === 0) return []
    const count = 1 + this.#world.dice.below(3)
    return [...new Set(Array.from({ length: count }, () => this.#world.dice.pick(keys)))]
  }

  /** The resources, often others than those that are needed. */
  #spoilt(data: xdr.SorobanTransactionData): xdr.SorobanTransactionData {
    const { dice } = this.#world
    const { resources } = data
    const { footprint, instructions, diskReadBytes, writeBytes } = resources
    const change = (
      changed: Partial<ConstructorParameters<typeof xdr.SorobanResources>[0]>,
      resourceFee = data.resourceFee,
    ) =>
      new xdr.SorobanTransactionData({
        ext: data.ext,
        resources: new xdr.SorobanResources({ footprint, instructions, diskReadBytes, writeBytes, ...changed }),
        resourceFee,
      })
    const { readOnly, readWrite } = footprint
    const without = (keys: readonly xdr.LedgerKey[]) => {
      const dropped = dice.below(Math.max(1, keys.length))
      return keys.filter((_, at) => at !== dropped)
    }
    const percent = BigInt(30 + dice.below(70))
    return dice.weighted<() => xdr.SorobanTransactionData>([
      [30, () => data],
      [1, () => change({ instructions: Math.floor(instructions / 3) })],
      [1, () => change({ writeBytes: Math.floor(writeBytes / 2) })],
      [1, () => change({ diskReadBytes: 0 })],
      [3, () => change({}, (data.resourceFee * percent) / 100n)],
      [1, () => change({ footprint: new xdr.LedgerFootprint({ readOnly, readWrite: without(readWrite) }) })],
      [1, () => change({ footprint: new xdr.LedgerFootprint({ readOnly: without(readOnly), readWrite }) })],
      [
        1,
        () => change({ footprint: new xdr.LedgerFootprint({ readOnly: [...readOnly, ...readWrite], readWrite: [] }) }),
      ],
      [
        1,
        () =>
          new xdr.SorobanTransactionData({
            ext: xdr.SorobanTransactionDataExt.v0(),
            resources,
            resourceFee: data.resourceFee,
          }),
      ],
      [1, () => change({ instructions: 500_000_000 })],
    ])()
  }
}

/** The key of the code of a contract, if the entry is the contract's instance. */
function codeOf(entryXdr: Uint8Array): xdr.LedgerKey | null {
  const { data } = xdr.LedgerEntry.fromXdr(entryXdr)
  const val = data.type === 'contractData' ? data.contractData.val : null
  if (val?.type !== 'scvContractInstance' || val.instance.executable.type !== 'contractExecutableWasm') return null
  return xdr.LedgerKey.contractCode(new xdr.LedgerKeyContractCode({ hash: val.instance.executable.wasmHash }))
}

const isTemporary = (key: xdr.LedgerKey): boolean =>
  key.type === 'contractData' && key.contractData.durability.name === 'temporary'
