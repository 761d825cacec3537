import type { ChainEvent } from '@heliobond/chain'
import { toHex } from '@heliobond/domain'
import type { ContractName } from '../contracts-port.ts'

/** A contract or asset that the indexer follows: a row of `followed`. */
export interface Followed {
  readonly contractId: string
  /** Of a token: only what this account received; empty: everything. */
  readonly account: string
  /** One of our contracts; `asset`: a bond or a certificate; `collection`: payments to a party's collection account. */
  readonly contract: ContractName | 'asset' | 'collection'
  /** `CODE:ISSUER` of an asset. */
  readonly asset: string | null
  readonly offeringId: number | null
  readonly systemId: number | null
  /** The ledger before its first event that matters. */
  readonly sinceLedger: number
  /** Every event up to and in this ledger is in the log and in the projections. */
  readonly throughLedger: number
}

/** An event as the log keeps it, with what is followed there. */
export interface LoggedEvent {
  readonly source: Followed
  readonly event: ChainEvent
  /** The event's name in the contract's interface, e.g. `BillIssued`; the first topic for assets. */
  readonly name: string
  /** Its fields by name, as the contract has them. Empty for assets. */
  readonly data: Readonly<Record<string, unknown>>
}

/** A contract's value as JSON: numbers as decimal strings, bytes as hex, a variant without fields as its name. */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return toHex(value)
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item)]))
  if (typeof value !== 'object' || value === null) return value ?? null
  if (isVariant(value) && (value.values === undefined || value.values.length === 0)) return value.tag
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
}

const isVariant = (value: object): value is { tag: string; values?: readonly unknown[] } =>
  'tag' in value && typeof value.tag === 'string'

/** The name of a variant (`{tag, values}`) of a contract. */
export const tagOf = (value: unknown): string => (value as { tag: string }).tag

/**
 * A number for the nth row that one transaction makes: rows sort as the network's history does, and deriving them anew gives the same numbers.
 * The ledger stands above 32 bits, 20 bits are the transaction's, 12 the row's (as in SEP-35).
 */
export const rowId = ({ ledger, applicationOrder }: ChainEvent, nth: number): bigint =>
  (BigInt(ledger) << 32n) | (BigInt(applicationOrder) << 12n) | BigInt(nth)
