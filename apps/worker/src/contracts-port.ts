import type { Asset, ChainOperation, ContractEventXdr } from '@heliobond/chain'
import type { ContractName } from '@heliobond/contracts'
import type { LookupSuccess } from './network-port.ts'

export type { ContractName } from '@heliobond/contracts'

/**
 * Contract calls by name, as the handlers make them. One narrow door: what a handler sends and what it books can be read in one place,
 * and nothing else of the worker knows how the network encodes it.
 */
export interface ContractsPort {
  /** The call as an operation whose source (and so its authority) is `source`. */
  call(
    contract: ContractName,
    id: string,
    method: string,
    args: Record<string, unknown>,
    source: string,
  ): ChainOperation
  /** Lets `spender` pull an asset from `from`, up to an amount and until a ledger. */
  approve(args: {
    readonly source: string
    readonly asset: Asset
    readonly from: string
    readonly spender: string
    readonly amountStroops: bigint
    readonly expiresLedger: number
  }): ChainOperation
  /** What an account or a contract holds of an asset, in stroops. */
  balance(asset: Asset, holder: string): Promise<bigint>
  /** Simulates a reading call on the latest ledger. */
  read<T>(contract: ContractName, id: string, method: string, args?: Record<string, unknown>): Promise<T>
  /** Whether a call would pass on the latest ledger, and what it would return; else the name of the contract's refusal. */
  wouldPass<T>(
    contract: ContractName,
    id: string,
    method: string,
    args?: Record<string, unknown>,
  ): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: string }>
  /** What the call of a successful transaction returned. */
  returned<T>(contract: ContractName, method: string, outcome: LookupSuccess): T
  /** Data of the events of that name which the contract emitted in the transaction, in order. */
  events<T>(contract: ContractName, id: string, name: string, outcome: LookupSuccess): T[]
  /** An event by the contract's interface; undefined for one that its interface does not name. */
  decode(
    contract: ContractName,
    event: ContractEventXdr,
  ): { readonly name: string; readonly data: Readonly<Record<string, unknown>> } | undefined
  /** The classic asset that an asset contract (SAC) is of; null for another contract. */
  assetOf(contractId: string): Promise<Asset | null>
}
