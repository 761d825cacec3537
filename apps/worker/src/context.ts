import type { Signer } from '@heliobond/chain'
import type { Logger } from 'pino'
import type { ContractsPort } from './contracts-port.ts'
import type { NetworkPort } from './network-port.ts'
import type { TariffSources } from './tariff/source.ts'

/** What runs SQL: a pool, or one connection inside a transaction. */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>
}

/** The part of the database that the worker uses. */
export interface Store extends Queryable {
  /** Runs `work` in one database transaction; a throw rolls it back. */
  transaction<T>(work: (client: Queryable) => Promise<T>): Promise<T>
}

/**
 * Keys by role name. The names are configuration (`oracle`, `oracle.2`, `operator`, `attestor.issuer`, `attestor.trustee`, `autopay`, `fees`,
 * `collection.1.0`, `channel.3`); a worker holds only those of the roles it plays.
 */
export interface KeyRing {
  signer(name: string): Promise<Signer>
  /** The names of the keys that are held here and begin so, in order. */
  names(prefix: string): Promise<readonly string[]>
  /** Whether the key itself is held here. */
  holds(name: string): Promise<boolean>
  /** The public address of a key, also where the key itself is held elsewhere; null when unknown. */
  address(name: string): Promise<string | null>
}

export interface WorkerContext {
  readonly store: Store
  readonly chain: NetworkPort
  readonly contracts: ContractsPort
  readonly keys: KeyRing
  readonly log: Logger
  /** Where this process's feeders learn the utility's prices; absent: people enter them. */
  readonly tariffSources?: TariffSources
}

/** What a role did in one pass. `waiting` says that something is under way whose end only time can bring. */
export interface TickResult {
  readonly progress: number
  readonly waiting: number
}

export const IDLE: TickResult = { progress: 0, waiting: 0 }

export function addTicks(a: TickResult, b: TickResult): TickResult {
  return { progress: a.progress + b.progress, waiting: a.waiting + b.waiting }
}
