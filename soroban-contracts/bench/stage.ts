import { readFile } from 'node:fs/promises'
import {
  account,
  addressBytes,
  buildEnvelope,
  type Chain,
  type ChainOperation,
  contractCall,
  createChain,
  createKey,
  deliver,
  deployContract,
  deployedAddress,
  type Key,
  prepare,
  randomSalt,
  sign,
  submitNow,
  uploadWasm,
  wasmHash,
} from '@heliobond/chain'
import { type Localnet, startLocalnet } from '@heliobond/localnet'
import { Spec } from '@stellar/stellar-sdk/contract'
import { createMeter, type Meter, type Usage } from './meter.ts'

/** All contracts, in the order in which a town comes to them. */
export const CONTRACTS = ['registry', 'tariff', 'energy', 'offering', 'tender', 'certificate'] as const
export type ContractName = (typeof CONTRACTS)[number]

/** A built contract and its own interface. */
interface Code {
  readonly wasm: Uint8Array
  readonly spec: Spec
}

/** A call did not succeed. The message names it. */
export class CallFailedError extends Error {}

/** Where and by whom a contract is called. */
export interface Call {
  /** Who pays for the transaction and signs it. */
  readonly who: string
  readonly contract: ContractName
  readonly id: string
  readonly method: string
  readonly args?: Record<string, unknown>
  /** Who else authorizes it. */
  readonly also?: readonly string[]
  /** The row of the table; the method alone when absent. The first call of a row is measured, the others are only made. */
  readonly row?: string
}

/** A network of its own, its people, and the table of what their calls cost. */
export interface Stage {
  readonly net: Localnet
  readonly chain: Chain
  /** Usages by `contract.row`, in the order of the calls. */
  readonly table: ReadonlyMap<string, Usage>
  /** The largest entry of each kind that measured calls touched, in bytes, by `contract.name`. */
  readonly stored: ReadonlyMap<string, number>
  key(name: string): Key
  address(name: string): string
  publicKey(name: string): Uint8Array
  now(): bigint
  /** Lets the network's clock show a time; ledgers go on one by one, so that nothing is archived on the way. */
  warp(to: bigint): void
  /** Carries classic operations out. */
  classic(source: string, operations: readonly ChainOperation[], signers?: readonly string[]): Promise<void>
  /** Carries an asset contract's or any other single operation out, measured as that row. */
  single(who: string, row: string, operation: ChainOperation, also?: readonly string[]): Promise<Done>
  call<T>(call: Call): Promise<T>
  /** What a call would cost if it were made now; why not, if it cannot be. */
  probe(call: Call): Promise<Usage | { readonly refused: string }>
  /** Puts the code of every contract on the network. */
  upload(): Promise<void>
  /** The address that a contract of this salt will have. */
  addressOf(salt: string): string
  deploy(name: ContractName, args: Record<string, unknown>, salt?: string): Promise<string>
  close(): Promise<void>
}

interface Done {
  readonly usage: Usage | undefined
  readonly returnValueXdr: string | undefined
}

const BID_STROOPS = 100n

/** Starts the embedded network. Its people get lumens when they are first named in `people`. */
export async function openStage(people: readonly string[]): Promise<Stage> {
  const net = await startLocalnet()
  const chain = createChain({ network: 'local', rpcUrl: net.rpcUrl, passphrase: net.passphrase, pollMs: 1 })
  const meter = await createMeter(net)
  const keys = new Map<string, Key>()
  const table = new Map<string, Usage>()
  const stored = new Map<string, number>()
  const deployed = new Map<string, ContractName>()
  const key = (name: string): Key => {
    const known = keys.get(name) ?? createKey()
    keys.set(name, known)
    return known
  }
  const address = (name: string) => key(name).address
  const signers = (names: readonly string[]) => names.map((name) => key(name).signer)
  for (const name of people) await net.fund(address(name))
  const code = await readCode()
  const operationOf = ({ contract, id, method, args }: Call): ChainOperation =>
    contractCall({ spec: code[contract].spec, contractId: id, method, args: args ?? {} })
  const now = () => net.core.latestLedger().closeTime

  const stage: Stage = {
    net,
    chain,
    table,
    stored,
    key,
    address,
    publicKey: (name) => addressBytes(address(name)),
    now,
    warp(to) {
      const seconds = Number(to - now())
      if (seconds > 0) net.advance({ seconds, ledgers: 1 })
    },
    async classic(source, operations, also = []) {
      const done = await submitNow(chain, { source: key(source).signer, operations, signers: signers(also) })
      if (done.kind !== 'success') throw new CallFailedError(`${source}: ${text(done)}`)
    },
    async single(who, row, operation, also = []) {
      const done = await carryOut(chain, meter, key(who), operation, signers(also), table.has(row), row)
      if (done.usage && !table.has(row)) table.set(row, { ...done.usage, feeStroops: feeOf(net, done.hash) })
      for (const { contractId, name, bytes } of done.usage?.stored ?? []) {
        const contract = deployed.get(contractId)
        const kind = `${contract}.${name}`
        if (contract) stored.set(kind, Math.max(bytes, stored.get(kind) ?? 0))
      }
      return done
    },
    async call<T>(call: Call) {
      const row = `${call.contract}.${call.row ?? call.method}`
      const { returnValueXdr } = await stage.single(call.who, row, operationOf(call), call.also)
      if (returnValueXdr === undefined) throw new CallFailedError(`${row} returned nothing`)
      const value: unknown = code[call.contract].spec.funcResToNative(call.method, returnValueXdr)
      return (isResult(value) ? value.unwrap() : value) as T
    },
    async probe(call) {
      const prepared = await prepareCall(chain, key(call.who), operationOf(call), signers(call.also ?? []))
      if (prepared.kind !== 'ready') return { refused: text(prepared) }
      return meter(prepared.envelope.envelopeXdr, prepared.resourceFeeStroops)
    },
    async upload() {
      for (const name of CONTRACTS)
        await stage.single('admin', `${name}.(code)`, uploadWasm({ source: address('admin'), wasm: code[name].wasm }))
    },
    addressOf: (salt) => deployedAddress({ deployer: address('admin'), salt, passphrase: net.passphrase }),
    async deploy(name, args, salt = randomSalt()) {
      const deployer = address('admin')
      const { wasm, spec } = code[name]
      const operation = deployContract({ source: deployer, deployer, wasmHash: wasmHash(wasm), salt, spec, args })
      deployed.set(stage.addressOf(salt), name)
      await stage.single('admin', `${name}.(constructor)`, operation)
      return stage.addressOf(salt)
    },
    close: () => net.close(),
  }
  return stage
}

async function readCode(): Promise<Readonly<Record<ContractName, Code>>> {
  const read = async (name: ContractName): Promise<Code> => {
    const wasm = await readFile(new URL(`../../packages/contracts/wasm/${name}.wasm`, import.meta.url))
    return { wasm, spec: Spec.fromWasm(wasm) }
  }
  const [registry, tariff, energy, offering, tender, certificate] = await Promise.all([
    read('registry'),
    read('tariff'),
    read('energy'),
    read('offering'),
    read('tender'),
    read('certificate'),
  ])
  return { registry, tariff, energy, offering, tender, certificate }
}

type Signers = readonly Key['signer'][]

async function prepareCall(chain: Chain, { signer }: Key, operation: ChainOperation, authorizers: Signers) {
  const source = await account(chain, signer.address)
  if (!source) throw new CallFailedError(`account ${signer.address} does not exist`)
  const plan = { source: signer.address, sequence: source.sequence + 1n, operations: [operation] }
  const envelope = buildEnvelope(
    { ...plan, now: await chain.now(), baseFeeStroops: BID_STROOPS },
    chain.config.passphrase,
  )
  return prepare(chain, envelope, { authorizers })
}

async function carryOut(
  chain: Chain,
  meter: Meter,
  key: Key,
  operation: ChainOperation,
  authorizers: Signers,
  isKnown: boolean,
  row: string,
) {
  const prepared = await prepareCall(chain, key, operation, authorizers)
  if (prepared.kind !== 'ready') throw new CallFailedError(`${row}: ${text(prepared)}`)
  const signed = await sign(prepared.envelope, [key.signer], chain.config.passphrase)
  const usage = isKnown ? undefined : meter(signed.envelopeXdr, 0n)
  if (usage && 'refused' in usage) throw new CallFailedError(`${row}: the meter's host says ${usage.refused}`)
  const done = await deliver(chain, signed)
  if (done.kind !== 'success') throw new CallFailedError(`${row}: ${text(done)}`)
  return { usage, hash: signed.hash, returnValueXdr: prepared.returnValueXdr }
}

function feeOf(net: Localnet, hash: string): bigint {
  const applied = net.core.transaction(hash)
  if (!applied) throw new Error(`the network forgot ${hash}`)
  return applied.feeChargedStroops - BID_STROOPS
}

function isResult(value: unknown): value is { unwrap(): unknown } {
  return typeof value === 'object' && value !== null && 'unwrap' in value && typeof value.unwrap === 'function'
}

const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)).slice(0, 600)
