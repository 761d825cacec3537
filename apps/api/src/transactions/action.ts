/** What a wallet can be asked to sign here: each action turns its parameters into a transaction, and says what it will do. */
import {
  type Asset,
  type Chain,
  type ChainOperation,
  type ContractClients,
  contractCall,
  contractOf,
  type MethodArgs,
  type MethodName,
  type MethodResult,
  type PathSource,
  type Signer,
  specOf,
  type TransactionMemo,
} from '@heliobond/chain'
import type { ContractName } from '@heliobond/contracts'
import type { Database, Transaction } from '@heliobond/db'
import type { Static, TObject } from 'typebox'
import type { PlatformKeys } from '../platform-keys.ts'

/** What an action works with. `now` is the network's time. */
export interface Tools {
  readonly database: Database
  readonly chain: Chain
  readonly paths: PathSource
  /** Who pays reserves for others, where this installation does: its own signature is added when what was built comes back. */
  readonly sponsor?: Signer | undefined
  /** Keys that the platform makes for what it opens itself. */
  readonly keys?: PlatformKeys | undefined
  /** Who asked, where somebody signed in. */
  readonly actor: string | null
  /** Who signs: the transaction's source. */
  readonly source: string
  readonly now: bigint
}

/** Money or bonds that go from one to another if the transaction succeeds. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly asset: Asset
  readonly amountStroops: bigint
}

/** What a transaction does, in data: the portal says it in words, in the reader's language. */
export interface Description {
  readonly moves: readonly Move[]
  /** Names and values; amounts are decimal strings of stroops. */
  readonly facts: Readonly<Record<string, string>>
}

/** A transaction to build, and what it will do. */
export interface Plan {
  readonly operations: readonly ChainOperation[]
  /** Accounts whose signatures it needs besides the source's. */
  readonly signers?: readonly string[]
  readonly memo?: TransactionMemo
  /**
   * What it does.
   * @param returnValueXdr what a contract call would return now, XDR `ScVal` in base64; undefined for classic operations.
   */
  describe(returnValueXdr: string | undefined): Description
}

/** A transaction that has succeeded. */
export interface Done {
  readonly tx: Transaction
  readonly source: string
  readonly hash: string
  /** Of the network that it is on. */
  readonly passphrase: string
  /** What the contract returned, as JSON; null for classic operations. */
  readonly returnValue: unknown
}

/** A contract method, for what it returns. */
export interface ContractReturn {
  readonly contract: ContractName
  readonly method: string
}

/** One kind of transaction. */
export interface Action<P extends TObject = TObject> {
  /** Stable: part of the public interface. */
  readonly name: string
  /** For the documentation: what it does and who can sign it. */
  readonly summary: string
  readonly params: P
  /** The contract method whose return value the finished transaction has. */
  readonly returns?: ContractReturn | ((params: Static<P>) => ContractReturn | undefined)
  /** @throws {Problem} when it cannot be done now. */
  plan(params: Static<P>, tools: Tools): Promise<Plan>
  /** Names of the platform's own keys that sign it besides, once a wallet has signed: see {@link PlatformKeys}. */
  cosigners?(params: Static<P>, tools: Pick<Tools, 'database'>): Promise<readonly string[]>
  /** What changes here once it has succeeded, in the database transaction that says so. What the indexer sees is its business. */
  booked?(params: Static<P>, done: Done): Promise<void>
}

/** An action; its parameters are typed by their schema. */
export const defineAction = <P extends TObject>(action: Action<P>): Action => action as unknown as Action

/**
 * The call of a contract as a plan. `describe` gets what the call would return now; the contract that is called is among the facts, so that a
 * wallet's page can compare it with what it signs.
 */
export function planCall<Name extends ContractName, Method extends MethodName<ContractClients[Name]>>(
  { chain }: Tools,
  contract: Name,
  contractId: string,
  method: Method,
  args: MethodArgs<ContractClients[Name], Method>,
  describe: (returned: MethodResult<ContractClients[Name], Method>) => Description,
): Plan {
  const handle = contractOf(contract, contractId, chain)
  return {
    operations: [contractCall({ spec: specOf(contract), contractId, method, args: args ?? {} })],
    describe(returnValueXdr) {
      if (returnValueXdr === undefined) throw new Error(`${contract}.${method} was simulated without a result`)
      const { moves, facts } = describe(handle.decodeResult(method, returnValueXdr))
      return { moves, facts: { ...facts, contract: contractId } }
    },
  }
}

/** A transaction of classic operations, whose effect is known before it is built. */
export const planClassic = (
  operations: readonly ChainOperation[],
  description: Description,
  more: Pick<Plan, 'signers' | 'memo'> = {},
): Plan => ({ operations, ...more, describe: () => description })

/** A value that a contract returned, as JSON: numbers beyond 2^53 as decimal strings, bytes as hex. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toJson(inner)]))
  }
  return value ?? null
}
