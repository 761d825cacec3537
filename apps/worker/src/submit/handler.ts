import type { ChainOperation } from '@heliobond/chain'
import type { Queryable, WorkerContext } from '../context.ts'
import type { LookupSuccess } from '../network-port.ts'
import type { OutboxRow } from './outbox.ts'

/** What a handler wants sent: one contract call, or up to 100 classic operations. */
export interface Submission {
  readonly operations: readonly ChainOperation[]
  /** Names of the keys that sign, besides the channel's. */
  readonly signers: readonly string[]
}

/** A refusal to build: `retry` when time may heal it (no path yet, nothing to collect yet), otherwise the entry is dead. */
export interface BuildRefusal {
  readonly code: string
  readonly detail: string
  readonly retry: boolean
}

/**
 * One kind of business action. `build` is asked anew for every envelope, so that quotes are fresh; the envelope before is proven dead by then.
 * `booked` runs in the database transaction that marks the entry as succeeded: an action is booked once or not at all.
 */
export interface Handler {
  readonly kind: string
  /** The role whose own process builds, signs and follows it, with keys that no other process needs; absent: `submit`. */
  readonly role?: string
  build(context: WorkerContext, row: OutboxRow): Promise<Submission | BuildRefusal>
  booked(context: WorkerContext, client: Queryable, row: OutboxRow, outcome: LookupSuccess): Promise<void>
  /** The action will not happen by this entry. Frees what the request had reserved. */
  abandoned?(context: WorkerContext, client: Queryable, row: OutboxRow, code: string): Promise<void>
}

export function isRefusal(built: Submission | BuildRefusal): built is BuildRefusal {
  return 'code' in built
}
