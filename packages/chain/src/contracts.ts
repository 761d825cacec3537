import type { AssembledTransaction, Result as ContractResult, Spec } from '@stellar/stellar-sdk/contract'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { scAddress, xdrText } from './address.ts'
import { bytesOfHex } from './bytes.ts'
import type { Chain } from './chain.ts'
import { contractCall } from './contract-operations.ts'
import { buildEnvelope, readTransaction } from './envelope.ts'
import type { ContractEventXdr } from './events.ts'
import type { ChainOperation } from './operation.ts'
import { type CallRefusal, type Simulated, simulate } from './prepare.ts'

type Method = (...args: never[]) => Promise<AssembledTransaction<unknown>>

/** The contract methods of a generated client. */
export type MethodName<Client> = {
  [K in keyof Client]: Client[K] extends Method ? K : never
}[keyof Client] &
  string

/** The named arguments of a method; `undefined` for a method without any. */
export type MethodArgs<Client, Name extends MethodName<Client>> = Client[Name] extends (
  ...args: infer Parameters
) => Promise<unknown>
  ? // A generated method's last parameter, its options, is optional: without others it can be called with none.
    Parameters extends readonly [infer Args, ...unknown[]]
    ? Args
    : undefined
  : never

/** What a method returns, without the wrapping of a contract's `Result`. */
export type MethodResult<Client, Name extends MethodName<Client>> = Client[Name] extends (
  ...args: never[]
) => Promise<AssembledTransaction<infer Returned>>
  ? Returned extends ContractResult<infer Value>
    ? Value
    : Returned
  : never

type ArgsOf<Client, Name extends MethodName<Client>> =
  MethodArgs<Client, Name> extends undefined ? readonly [] : readonly [args: MethodArgs<Client, Name>]

/** What a contract refused, with its error's name from its interface. */
export type ContractRefusal = CallRefusal & { readonly contractErrorName?: string }

/** A question to a contract came to no answer. */
export class ContractReadError extends Error {
  readonly code = 'CONTRACT_READ'
  readonly refusal: ContractRefusal
  constructor(method: string, refusal: ContractRefusal) {
    super(`${method}: ${refusal.contractErrorName ?? refusal.code}: ${refusal.message}`)
    this.name = 'ContractReadError'
    this.refusal = refusal
  }
}

/** What a question came to, where a refusal is expected. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ContractRefusal }

/** An event of the contract, by its interface. */
export interface ContractEvent<Event extends ContractEventXdr> {
  readonly name: string
  /** The event's fields by name. */
  readonly data: Readonly<Record<string, unknown>>
  /** What it was read from, with its place in the network's history where that is known. */
  readonly event: Event
}

/** One contract on one network, typed by its generated client. */
export interface ContractHandle<Client> {
  readonly contractId: string
  /** The operation that calls a method; `source` where the transaction's source is another account. */
  call<Name extends MethodName<Client>>(method: Name, ...args: ArgsOf<Client, Name>): ChainOperation
  callFrom<Name extends MethodName<Client>>(source: string, method: Name, ...args: ArgsOf<Client, Name>): ChainOperation
  /**
   * What a method would return now. Nothing changes.
   * @throws {ContractReadError} if the contract refuses.
   */
  read<Name extends MethodName<Client>>(
    method: Name,
    ...args: ArgsOf<Client, Name>
  ): Promise<MethodResult<Client, Name>>
  /** The same, with a refusal as a value: to ask whether a call would pass. Needs no authorization to be given. */
  tryRead<Name extends MethodName<Client>>(
    method: Name,
    ...args: ArgsOf<Client, Name>
  ): Promise<ReadResult<MethodResult<Client, Name>>>
  /** Reads what a call returned: `returnValueXdr` of a lookup. */
  decodeResult<Name extends MethodName<Client>>(method: Name, scValXdr: string): MethodResult<Client, Name>
  /** Reads those events that are the contract's own; others are left out. */
  decodeEvents<Event extends ContractEventXdr>(events: readonly Event[]): readonly ContractEvent<Event>[]
  /** The name of one of the contract's error numbers. */
  errorName(contractError: number): string | undefined
}

/** Questions need a source that is an account by form; this one belongs to nobody (32 zero bytes). */
const NOBODY = 'GAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAWHF'

/** A contract by its interface, typed by `Client`, the interface of its generated client. */
export function contractWith<Client>(spec: Spec, contractId: string, chain: Chain): ContractHandle<Client> {
  const operation = (method: string, args: object | undefined, source?: string): ChainOperation =>
    contractCall({ spec, contractId, method, args: args ?? {}, ...(source !== undefined && { source }) })

  const errorName = (contractError: number): string | undefined =>
    spec
      .errorCases()
      .find(({ value }) => value === contractError)
      ?.name.toString()

  function decode<T>(method: string, scValXdr: string): T {
    const value: unknown = spec.funcResToNative(method, scValXdr)
    return (isResult(value) ? value.unwrap() : value) as T
  }

  async function tryRead<T>(method: string, args: object | undefined): Promise<ReadResult<T>> {
    const simulated = await ask(chain, operation(method, args))
    if (simulated.kind === 'ok') {
      if (simulated.returnValueXdr === undefined) throw new Error(`${method} returned nothing`)
      return { ok: true, value: decode<T>(method, simulated.returnValueXdr) }
    }
    if (simulated.kind === 'needs-restore') {
      return { ok: false, error: { code: 'CALL_FAILED', message: 'entries that it reads are archived' } }
    }
    const { refusal } = simulated
    const name = refusal.contractError === undefined ? undefined : errorName(refusal.contractError)
    return { ok: false, error: { ...refusal, ...(name !== undefined && { contractErrorName: name }) } }
  }

  return {
    contractId,
    call: (method, ...[args]) => operation(method, args as object | undefined),
    callFrom: (source, method, ...[args]) => operation(method, args as object | undefined, source),
    async read(method, ...[args]) {
      const result = await tryRead<never>(method, args as object | undefined)
      if (!result.ok) throw new ContractReadError(method, result.error)
      return result.value
    },
    tryRead: (method, ...[args]) => tryRead(method, args as object | undefined),
    decodeResult: (method, scValXdr) => decode(method, scValXdr),
    decodeEvents: (events) =>
      events.flatMap((event) => {
        if (event.contractId !== contractId) return []
        const parsed = spec.parseEvent([...event.topicsXdr], event.valueXdr)
        return parsed ? [{ name: parsed.name, data: parsed.data, event }] : []
      }),
    errorName,
  }
}

/** Simulates a call that is a question: sequence number, fee and time are of no account. */
export function ask(chain: Chain, operation: ChainOperation): Promise<Simulated> {
  const envelope = buildEnvelope({ source: NOBODY, sequence: 1n, operations: [operation], now: 0n }, '')
  return simulate(chain, readTransaction(envelope.envelopeXdr).tx)
}

function isResult(value: unknown): value is ContractResult<unknown> {
  return typeof value === 'object' && value !== null && 'unwrap' in value && typeof value.unwrap === 'function'
}

/** The key of a contract's instance, whose life its keeper extends: XDR `LedgerKey`, base64. */
export function instanceKey(contractId: string): string {
  return contractDataKey(contractId, xdr.ScVal.scvLedgerKeyContractInstance())
}

/** The key of one of a contract's persistent entries: XDR `LedgerKey`, base64. */
export function contractDataKey(contractId: string, key: xdr.ScVal): string {
  const ledgerKey = xdr.LedgerKey.contractData(
    new xdr.LedgerKeyContractData({
      contract: scAddress(contractId),
      key,
      durability: xdr.ContractDataDurability.persistent,
    }),
  )
  return xdrText(ledgerKey)
}

/** The key of uploaded code: XDR `LedgerKey`, base64. */
export function codeKey(wasmHash: string): string {
  return xdrText(xdr.LedgerKey.contractCode(new xdr.LedgerKeyContractCode({ hash: bytesOfHex(wasmHash, 32) })))
}
