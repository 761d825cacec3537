import type { LocalnetCore } from '../core/types.ts'
import type { Faults } from '../server/faults.ts'
import type { LedgerHistory } from '../server/history.ts'
import type { Snapshots } from '../server/snapshots.ts'
import type { EventIndex } from './event-index.ts'
import type { FeeWindows } from './fee-stats.ts'
import type { RpcOutcome } from './outcome.ts'

/** What a method may look at. */
export interface RpcContext {
  readonly core: LocalnetCore
  /** The ledgers this node has heard of; all of them unless a fault makes it lag. */
  readonly history: LedgerHistory
  readonly events: EventIndex
  readonly fees: FeeWindows
  readonly faults: Faults
  readonly snapshots: Snapshots
  readonly friendbotUrl: string
}

/** @param params an object, a list or undefined: as the call gave them */
export type RpcMethod = (params: unknown, context: RpcContext) => RpcOutcome
