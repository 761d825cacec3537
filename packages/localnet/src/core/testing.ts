import {
  Account,
  type Asset,
  type FeeBumpTransaction,
  Keypair,
  Operation,
  SorobanDataBuilder,
  type Transaction,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-sdk/base'
import type { AccountEntry, TrustLineEntry } from '../ledger/entries.ts'
import { accountKey, trustLineKey } from '../ledger/keys.ts'
import { type CoreOptions, createCore, rootKeypair } from './core.ts'
import type { AppliedTransaction, EmbeddedCore, SendOutcome } from './types.ts'

/** For tests: Unix seconds at which test networks start. */
export const TEST_TIME = 1_780_000_000n

export interface BuildOptions {
  readonly fee?: number
  readonly sequence?: bigint
  /** Signs instead of the source. */
  readonly signers?: readonly Keypair[]
  readonly edit?: (builder: TransactionBuilder) => void
}

/** What became of a transaction: the code of the whole and of each operation, as the network's own words. */
export interface Fate {
  readonly code: string
  readonly operations: readonly string[]
  readonly applied: AppliedTransaction | undefined
  readonly sent: SendOutcome
}

type Json = { readonly [key: string]: unknown }

function first(value: unknown): [string, unknown] {
  if (typeof value === 'string') return [value, null]
  const [entry] = Object.entries(value as Json)
  if (entry === undefined) throw new Error('empty result')
  return entry
}

function operationCode(result: unknown): string {
  const [outer, inner] = first(result)
  return outer === 'op_inner' ? first(first(inner)[1])[0] : outer
}

/** The codes in a TransactionResult; those of the inner transaction, if there is one, after a slash. */
export function codesOf(resultXdr: Uint8Array): { code: string; operations: string[] } {
  const json = xdr.TransactionResult.fromXdr(resultXdr).toJson() as Json
  let [code, value] = first(json.result)
  if (code.startsWith('tx_fee_bump_inner')) {
    const [innerCode, innerValue] = first(((value as Json).result as Json).result)
    code = `${code}/${innerCode}`
    value = innerValue
  }
  return { code, operations: Array.isArray(value) ? value.map(operationCode) : [] }
}

/** A network on a clock of its own, with the shortest ways to do things on it. */
export class TestNetwork {
  readonly core: EmbeddedCore
  readonly root: Keypair
  /** Machine time: set it to let time pass. */
  readonly clock: { now: bigint }

  private constructor(core: EmbeddedCore, clock: { now: bigint }) {
    this.core = core
    this.root = rootKeypair(core.passphrase)
    this.clock = clock
  }

  static async start(options: CoreOptions = {}): Promise<TestNetwork> {
    const clock = { now: TEST_TIME }
    const bug = (error: unknown): never => {
      throw error
    }
    const core = await createCore({ machineNow: () => clock.now, onInternalError: bug, ...options })
    return new TestNetwork(core, clock)
  }

  account(address: string): AccountEntry {
    const entry = this.core.state.get(accountKey(address))
    if (entry?.kind !== 'account') throw new Error(`no account ${address}`)
    return entry
  }

  exists(address: string): boolean {
    return this.core.state.get(accountKey(address)) !== null
  }

  line(address: string, asset: Asset): TrustLineEntry {
    const entry = this.core.state.get(trustLineKey(address, asset.toString()))
    if (entry?.kind !== 'trustline') throw new Error(`no line of ${address} to ${asset}`)
    return entry
  }

  build(source: Keypair, operations: readonly xdr.Operation[], options: BuildOptions = {}): Transaction {
    const sequence = options.sequence ?? this.account(source.publicKey()).sequence
    const builder = new TransactionBuilder(new Account(source.publicKey(), String(sequence)), {
      fee: String(options.fee ?? 100),
      networkPassphrase: this.core.passphrase,
      timebounds: { minTime: 0, maxTime: 0 },
    })
    for (const operation of operations) builder.addOperation(operation)
    options.edit?.(builder)
    const transaction = builder.build()
    for (const signer of options.signers ?? [source]) transaction.sign(signer)
    return transaction
  }

  send(transaction: Transaction | FeeBumpTransaction): Fate {
    const sent = this.core.send(transaction.toEnvelope())
    const applied = sent.status === 'PENDING' ? this.core.transaction(sent.hash) : undefined
    const resultXdr = sent.errorResultXdr ?? applied?.resultXdr
    const codes = resultXdr === undefined ? { code: sent.status, operations: [] } : codesOf(resultXdr)
    return { ...codes, applied, sent }
  }

  submit(source: Keypair, operations: readonly xdr.Operation[], options: BuildOptions = {}): Fate {
    return this.send(this.build(source, operations, options))
  }

  /** Submits what must succeed. @throws {Error} if it does not */
  must(source: Keypair, operations: readonly xdr.Operation[], options: BuildOptions = {}): AppliedTransaction {
    const fate = this.submit(source, operations, options)
    if (fate.code !== 'tx_success' || fate.applied === undefined) {
      throw new Error(`expected success, got ${fate.code} ${fate.operations.join(' ')}`)
    }
    return fate.applied
  }

  /** Simulates a contract call and submits it with what the simulation asked for. @throws {Error} if it cannot run */
  invoke(source: Keypair, operation: xdr.Operation): Fate {
    const simulated = this.core.simulate(this.build(source, [operation]).toEnvelope(), {})
    const { error, results, transactionData, minResourceFee } = simulated
    if (error !== undefined) throw new Error(String(error))
    const { body } = operation
    if (body.type !== 'invokeHostFunction' || !Array.isArray(results)) throw new Error('not an invocation')
    const [{ auth: entries }] = results as [{ auth: string[] }]
    const auth = entries.map((entry) => xdr.SorobanAuthorizationEntry.fromXdr(entry, 'base64'))
    const authorized = Operation.invokeHostFunction({ func: body.invokeHostFunctionOp.hostFunction, auth })
    const data = new SorobanDataBuilder(String(transactionData)).build()
    const fee = 100 + Number(minResourceFee)
    return this.submit(source, [authorized], { fee, edit: (builder) => builder.setSorobanData(data) })
  }

  /** A new account with lumens of the root account. */
  fund(lumens = '10000'): Keypair {
    const keypair = Keypair.random()
    this.must(this.root, [Operation.createAccount({ destination: keypair.publicKey(), startingBalance: lumens })])
    return keypair
  }

  /** A new account with a line to each asset, and as much of each as told. */
  holder(assets: readonly (readonly [Asset, string])[], issuers: readonly Keypair[]): Keypair {
    const keypair = this.fund()
    for (const [asset, amount] of assets) {
      this.must(keypair, [Operation.changeTrust({ asset })])
      const issuer = issuers.find((candidate) => candidate.publicKey() === asset.getIssuer())
      if (issuer === undefined) throw new Error(`no issuer of ${asset}`)
      if (amount !== '0') this.must(issuer, [Operation.payment({ destination: keypair.publicKey(), asset, amount })])
    }
    return keypair
  }
}
