import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Address, Asset, type Keypair, nativeToScVal, Operation, StrKey, xdr } from '@stellar/stellar-sdk/base'
import type { World } from './world.test-helper.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../host/fixtures/${name}.wasm`, import.meta.url))
const WASM = { counter: fixture('counter'), token: fixture('token'), wallet: fixture('wallet') } as const
const MOST_CODES = 12
const MOST_CONTRACTS = 60
const MOST_ASSET_CONTRACTS = 14

export type ContractKind = keyof typeof WASM

/** For tests: a contract that was made, and whose word counts in it. */
export interface KnownContract {
  readonly kind: ContractKind
  readonly address: string
  readonly owner: Keypair
}

/** For tests: what is done, in whose transaction, and who else must agree. */
export interface ContractStep {
  /** What the outcome is counted as. */
  readonly label: 'upload' | 'create' | 'call'
  readonly source: Keypair
  readonly operation: xdr.Operation
  /** Told once it succeeded. */
  readonly done?: () => void
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
export const addressVal = (address: string): xdr.ScVal => Address.fromString(address).toScVal()
const i128 = (amount: bigint): xdr.ScVal => nativeToScVal(amount, { type: 'i128' })
const u32 = (value: number): xdr.ScVal => nativeToScVal(value, { type: 'u32' })
const text = (value: string): xdr.ScVal => xdr.ScVal.scvString(value)
const symbol = (value: string): xdr.ScVal => xdr.ScVal.scvSymbol(value)

/** The same contract under another hash: with a section at its end that no one reads. */
function variant(wasm: Uint8Array, tag: Uint8Array): Uint8Array {
  return Buffer.concat([wasm, Uint8Array.of(0, 2 + tag.length, 1, 0x76), tag])
}

/** For tests: the contracts of a world, and what people do with them. */
export class Contracts {
  readonly #world: World
  readonly #codes: { readonly kind: ContractKind; readonly wasm: Uint8Array }[] = []
  #known: KnownContract[] = []
  readonly #assetContracts: Asset[] = []
  /** They pay for what costs more than the people of the market have. */
  readonly #rich: readonly Keypair[]

  constructor(world: World, rich: readonly Keypair[]) {
    this.#world = world
    this.#rich = rich
  }

  of(kind: ContractKind): readonly KnownContract[] {
    return this.#known.filter((contract) => contract.kind === kind)
  }

  /** Whose key signs for this address: an account's own, or that of the owner of a wallet. */
  signerFor(address: string): Keypair | undefined {
    if (!address.startsWith('C')) return this.#world.knows(address) ? this.#world.keyOf(address) : undefined
    return this.of('wallet').find((wallet) => wallet.address === address)?.owner
  }

  rich(): Keypair {
    return this.#world.dice.pick(this.#rich)
  }

  anybody(): Keypair {
    return this.#world.dice.once(2) ? this.rich() : this.#world.person()
  }

  next(): ContractStep {
    const { dice } = this.#world
    if (this.#codes.length < 3)
      return this.#upload(this.#fresh((['counter', 'token', 'wallet'] as const)[this.#codes.length] ?? 'counter'))
    if (this.#assetContracts.length < this.#world.assets.length) return this.#createAsset()
    for (const kind of ['counter', 'token', 'wallet'] as const)
      if (this.of(kind).length === 0) return this.#create(kind)
    return dice.weighted<() => ContractStep>([
      [2, () => this.#anyUpload()],
      [2, () => this.#create(dice.pick(['counter', 'token', 'wallet'] as const))],
      [1, () => this.#createWrongly()],
      [1, () => this.#createAsset()],
      [6, () => this.#callCounter()],
      [6, () => this.#callToken()],
      [7, () => this.#callAsset()],
    ])()
  }

  #fresh(kind: ContractKind): { kind: ContractKind; wasm: Uint8Array } {
    const tag = this.#codes.length < 3 ? Uint8Array.of() : this.#world.dice.bytes(4)
    return { kind, wasm: tag.length === 0 ? WASM[kind] : variant(WASM[kind], tag) }
  }

  #anyUpload(): ContractStep {
    const { dice } = this.#world
    return dice.weighted<() => ContractStep>([
      [
        4,
        () =>
          this.#upload(
            this.#codes.length < MOST_CODES ? this.#fresh(dice.pick(['counter', 'wallet'])) : dice.pick(this.#codes),
          ),
      ],
      [1, () => this.#upload({ kind: 'counter', wasm: dice.bytes(40) }, false)],
      [1, () => this.#upload({ kind: 'counter', wasm: WASM.counter.subarray(0, 900) }, false)],
    ])()
  }

  #upload(code: { kind: ContractKind; wasm: Uint8Array }, isCode = true): ContractStep {
    const source = this.rich()
    const done = (): void => {
      if (isCode && !this.#codes.includes(code)) this.#codes.push(code)
    }
    const operation = Operation.uploadContractWasm({ wasm: code.wasm, source: source.publicKey() })
    return { label: 'upload', source, operation, done }
  }

  #create(kind: ContractKind): ContractStep {
    const { dice } = this.#world
    if (this.#known.length >= MOST_CONTRACTS) return this.#createWrongly()
    const source = this.rich()
    // Somebody else may be the one in whose name it is made: then they sign for it.
    const deployer = dice.once(3) ? this.#world.person() : source
    const owner = this.#world.person()
    const salt = dice.bytes(32)
    const args: Record<ContractKind, () => xdr.ScVal[]> = {
      counter: () => [],
      token: () => [addressVal(owner.publicKey()), text('Sunlight'), text('SUN'), u32(7)],
      wallet: () => [xdr.ScVal.scvBytes(owner.rawPublicKey()), xdr.ScVal.scvVec([])],
    }
    const { wasm } = dice.pick(this.#codes.filter((code) => code.kind === kind))
    const operation = Operation.createCustomContract({
      address: Address.fromString(deployer.publicKey()),
      wasmHash: sha256(wasm),
      constructorArgs: args[kind](),
      salt,
      source: source.publicKey(),
    })
    const address = this.#addressFrom(deployer.publicKey(), salt)
    return { label: 'create', source, operation, done: () => void this.#known.push({ kind, address, owner }) }
  }

  #createWrongly(): ContractStep {
    const { dice } = this.#world
    const source = this.rich()
    const token = this.#codes.find(({ kind }) => kind === 'token')?.wasm ?? WASM.token
    const wasmHash = dice.once(2) ? dice.bytes(32) : sha256(token)
    const address = Address.fromString(source.publicKey())
    const salt = dice.bytes(32)
    const operation = Operation.createCustomContract({ address, wasmHash, salt, source: source.publicKey() })
    return { label: 'create', source, operation }
  }

  #createAsset(): ContractStep {
    const { dice, assets, issuers } = this.#world
    const source = this.rich()
    const missing = assets.find((asset) => !this.#assetContracts.some((other) => other.equals(asset)))
    const isFull = this.#assetContracts.length >= MOST_ASSET_CONTRACTS
    const other = isFull ? dice.pick(assets) : new Asset(`A${dice.below(10_000)}`, dice.pick(issuers).publicKey())
    const asset = missing ?? other
    const done = (): void => {
      if (!this.#assetContracts.some((known) => known.equals(asset))) this.#assetContracts.push(asset)
    }
    const operation = Operation.createStellarAssetContract({ asset, source: source.publicKey() })
    return { label: 'create', source, operation, done }
  }

  #addressFrom(deployer: string, salt: Uint8Array): string {
    const preimage = xdr.HashIdPreimage.envelopeTypeContractId(
      new xdr.HashIdPreimageContractId({
        networkId: this.#world.net.core.networkId,
        contractIdPreimage: xdr.ContractIdPreimage.contractIdPreimageFromAddress(
          new xdr.ContractIdPreimageFromAddress({ address: Address.fromString(deployer).toScAddress(), salt }),
        ),
      }),
    )
    return StrKey.encodeContract(sha256(preimage.toXdr()))
  }

  #call(source: Keypair, contract: string, name: string, args: xdr.ScVal[]): ContractStep {
    const operation = Operation.invokeContractFunction({
      contract,
      function: name,
      args,
      source: source.publicKey(),
    })
    return { label: 'call', source, operation }
  }

  /** Itself, another person or a wallet: whoever is named must agree. */
  #somebody(source: Keypair): string {
    const { dice } = this.#world
    const wallets = this.of('wallet')
    return dice.weighted<() => string>([
      [3, () => source.publicKey()],
      [2, () => this.#world.person().publicKey()],
      [2, () => (wallets.length === 0 ? source.publicKey() : dice.pick(wallets).address)],
    ])()
  }

  #callCounter(): ContractStep {
    const { dice } = this.#world
    const counters = this.of('counter')
    const { address } = dice.pick(counters)
    const source = this.anybody()
    const who = addressVal(this.#somebody(source))
    const call = (name: string, ...args: xdr.ScVal[]) => this.#call(source, address, name, args)
    return dice.weighted<() => ContractStep>([
      [8, () => call('count', who)],
      [2, () => call('of', who)],
      [2, () => call('forget', who)],
      [2, () => call('keep', who, u32(20_000 + dice.below(2_000_000)))],
      [2, () => call('draft', u32(dice.below(100)))],
      [1, () => call('drafted')],
      [2, () => call('store', u32(dice.below(4)), u32(1 + dice.below(3000)))],
      [2, () => call('relay', addressVal(dice.pick(counters).address), symbol('of'), who)],
      [1, () => call('relay', addressVal(dice.pick(counters).address), symbol('count'), who)],
      [1, () => call('shout', who, u32(dice.below(40)))],
      [1, () => call('dice')],
      [1, () => call(dice.pick(['fall', 'refuse', 'nothing', 'swell']))],
      [1, () => call('spin')],
    ])()
  }

  #callToken(): ContractStep {
    const { dice } = this.#world
    const { address, owner } = dice.pick(this.of('token'))
    const source = this.anybody()
    const amount = i128(BigInt(1 + dice.below(1000)))
    const from = addressVal(this.#somebody(source))
    const to = addressVal(this.#somebody(source))
    const call = (name: string, ...args: xdr.ScVal[]) => this.#call(source, address, name, args)
    const until = u32(this.#world.net.core.latestLedger().sequence + dice.below(100_000))
    return dice.weighted<() => ContractStep>([
      [5, () => call('mint', to, i128(BigInt(dice.below(100_000))))],
      [5, () => call('transfer', from, to, amount)],
      [2, () => call('approve', from, to, amount, until)],
      [2, () => call('transfer_from', to, from, to, amount)],
      [2, () => call('burn', from, amount)],
      [1, () => call('balance', from)],
      [1, () => call('pause', addressVal(owner.publicKey()))],
      [3, () => call('unpause', addressVal(owner.publicKey()))],
    ])()
  }

  #callAsset(): ContractStep {
    const { dice, assets } = this.#world
    const asset = dice.pick(assets)
    const source = this.anybody()
    const contract = asset.contractId(this.#world.net.core.passphrase)
    const issuer = asset.isNative() ? undefined : this.#world.issuerOf(asset)
    const amount = i128(BigInt(dice.pick([1, 1000, 10_000_000, 50_000_000])) * BigInt(1 + dice.below(9)))
    const from = addressVal(this.#somebody(source))
    const to = addressVal(this.#somebody(source))
    const call = (name: string, ...args: xdr.ScVal[]) => this.#call(source, contract, name, args)
    const asIssuer = (name: string, ...args: xdr.ScVal[]) => this.#call(issuer ?? source, contract, name, args)
    const until = u32(this.#world.net.core.latestLedger().sequence + dice.below(100_000))
    return dice.weighted<() => ContractStep>([
      [9, () => call('transfer', from, to, amount)],
      [3, () => asIssuer('mint', to, amount)],
      [1, () => asIssuer('clawback', to, amount)],
      [2, () => asIssuer('set_authorized', to, xdr.ScVal.scvBool(!dice.once(4)))],
      [2, () => call('approve', from, to, amount, until)],
      [2, () => call('transfer_from', to, from, to, amount)],
      [2, () => call('burn', from, amount)],
      [1, () => call('trust', addressVal(this.#world.bareOne().publicKey()))],
      [1, () => call('balance', from)],
      [1, () => call('nothing')],
    ])()
  }
}
