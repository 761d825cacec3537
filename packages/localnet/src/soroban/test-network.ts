import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Address, type Keypair, Operation, scValToNative, xdr } from '@stellar/stellar-sdk/base'
import { type BuildOptions, type Fate, TestNetwork } from '../core/testing.ts'
import { encodeEntry } from '../ledger/codec.ts'
import { accountKey } from '../ledger/keys.ts'

/** The test contract that does one thing of each kind. */
export const COUNTER_WASM = readFileSync(new URL('../../host/fixtures/counter.wasm', import.meta.url))
const COUNTER_HASH = createHash('sha256').update(COUNTER_WASM).digest()

/** What a transaction declares; generous where nothing is said. */
export interface Declared {
  readonly readOnly?: readonly xdr.LedgerKey[]
  readonly readWrite?: readonly xdr.LedgerKey[]
  readonly instructions?: number
  readonly diskReadBytes?: number
  readonly writeBytes?: number
  readonly resourceFee?: bigint
  /** Positions in `readWrite` to restore. */
  readonly archived?: readonly number[]
  readonly build?: BuildOptions
}

/** For tests: the returned value of a transaction that succeeded. */
export function returned(fate: Fate): unknown {
  const meta = xdr.TransactionMeta.fromXdr(fate.applied?.metaXdr ?? new Uint8Array())
  if (meta.type !== 'v4' || !meta.v4.sorobanMeta?.returnValue) throw new Error(`nothing came back: ${fate.code}`)
  return scValToNative(meta.v4.sorobanMeta.returnValue)
}

export function dataOf(declared: Declared): xdr.SorobanTransactionData {
  const archivedSorobanEntries = [...(declared.archived ?? [])]
  return new xdr.SorobanTransactionData({
    ext:
      archivedSorobanEntries.length === 0
        ? xdr.SorobanTransactionDataExt.v0()
        : xdr.SorobanTransactionDataExt.resourceExt(new xdr.SorobanResourcesExtV0({ archivedSorobanEntries })),
    resources: new xdr.SorobanResources({
      footprint: new xdr.LedgerFootprint({
        readOnly: [...(declared.readOnly ?? [])],
        readWrite: [...(declared.readWrite ?? [])],
      }),
      instructions: declared.instructions ?? 50_000_000,
      diskReadBytes: declared.diskReadBytes ?? 100_000,
      writeBytes: declared.writeBytes ?? 100_000,
    }),
    resourceFee: declared.resourceFee ?? 500_000_000n,
  })
}

export function dataKey(contract: string, key: xdr.ScVal, durability = xdr.ContractDataDurability.persistent) {
  return xdr.LedgerKey.contractData(
    new xdr.LedgerKeyContractData({ contract: Address.fromString(contract).toScAddress(), key, durability }),
  )
}

/** A network with the test contract on it. */
export class CounterNetwork {
  readonly net: TestNetwork
  readonly payer: Keypair
  readonly counter: string
  readonly code = xdr.LedgerKey.contractCode(new xdr.LedgerKeyContractCode({ hash: COUNTER_HASH }))
  readonly instance: xdr.LedgerKey
  /** The network as it is at first. */
  readonly start: Uint8Array

  private constructor(net: TestNetwork, payer: Keypair, counter: string) {
    this.net = net
    this.payer = payer
    this.counter = counter
    this.instance = dataKey(counter, xdr.ScVal.scvLedgerKeyContractInstance())
    this.start = net.core.serialize()
  }

  static async start(): Promise<CounterNetwork> {
    const net = await TestNetwork.start()
    const payer = net.fund()
    net.invoke(payer, Operation.uploadContractWasm({ wasm: COUNTER_WASM }))
    const address = Address.fromString(payer.publicKey())
    const created = net.invoke(payer, Operation.createCustomContract({ address, wasmHash: COUNTER_HASH }))
    return new CounterNetwork(net, payer, String(returned(created)))
  }

  /** The key under which the contract counts for an account. */
  countKey(who: string): xdr.LedgerKey {
    return dataKey(this.counter, xdr.ScVal.scvVec([xdr.ScVal.scvSymbol('Count'), Address.fromString(who).toScVal()]))
  }

  call(name: string, ...args: xdr.ScVal[]): xdr.Operation {
    return Operation.invokeContractFunction({ contract: this.counter, function: name, args })
  }

  /** The call by the payer, with the authorization that its signature on the transaction stands for. */
  authorized(name: string, ...args: xdr.ScVal[]): xdr.Operation {
    const { body } = this.call(name, ...args)
    if (body.type !== 'invokeHostFunction') throw new Error('not an invocation')
    const func = body.invokeHostFunctionOp.hostFunction
    if (func.type !== 'hostFunctionTypeInvokeContract') throw new Error('not an invocation')
    const contractFn = xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(func.invokeContract)
    const entry = new xdr.SorobanAuthorizationEntry({
      credentials: xdr.SorobanCredentials.sorobanCredentialsSourceAccount(),
      rootInvocation: new xdr.SorobanAuthorizedInvocation({ function: contractFn, subInvocations: [] }),
    })
    return Operation.invokeHostFunction({ func, auth: [entry] })
  }

  /** Sends the operation with exactly these resources. */
  send(operation: xdr.Operation, declared: Declared = {}): Fate {
    const data = dataOf(declared)
    // The builder adds the resource fee to this one, which is for inclusion.
    const fee = 100
    const edit = (builder: { setSorobanData(data: xdr.SorobanTransactionData): unknown }) =>
      void builder.setSorobanData(data)
    return this.net.submit(this.payer, [operation], { fee, edit, ...declared.build })
  }

  /** Every entry but the payer's account, which pays for failures too: key, bytes and time to live. */
  untouched(): string[] {
    const own = accountKey(this.payer.publicKey())
    const all = [...this.net.core.state.entries].filter(([key]) => key !== own)
    return all.map(([key, entry]) => {
      const liveUntil = entry.kind === 'contract' ? entry.liveUntilLedger : null
      return `${key} ${Buffer.from(encodeEntry(entry)).toString('hex')} ${liveUntil}`
    })
  }
}
