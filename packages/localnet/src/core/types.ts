import type { xdr } from '@stellar/stellar-sdk/base'
import type { LedgerState } from '../ledger/state.ts'
import type { AccountChange } from './change-account.ts'

/** A closed ledger, as the RPC and Horizon report it. */
export interface ClosedLedger {
  readonly sequence: number
  /** Hex SHA-256 of the header. */
  readonly hash: string
  readonly previousHash: string
  /** Unix seconds. */
  readonly closeTime: bigint
  /** XDR bytes of LedgerHeaderHistoryEntry. */
  readonly headerXdr: Uint8Array
  readonly transactionCount: number
  readonly operationCount: number
  /** XDR of the LedgerKeys whose time was over and that left the state, each followed by that of its TTL. */
  readonly evictedKeysXdr: readonly Uint8Array[]
}

/** A transaction that a ledger included, successful or failed. Everything a client may ask for later. */
export interface AppliedTransaction {
  /** Hex hash of the envelope as sent; for a fee bump that of the outer transaction. */
  readonly hash: string
  /** Hex hash of the inner transaction of a fee bump. */
  readonly innerHash: string | null
  readonly ledger: number
  readonly closeTime: bigint
  /** 1-based position in its ledger. */
  readonly applicationOrder: number
  readonly feeBump: boolean
  readonly successful: boolean
  readonly feeChargedStroops: bigint
  readonly envelopeXdr: Uint8Array
  readonly resultXdr: Uint8Array
  /** TransactionMeta (current version), with unified events. */
  readonly metaXdr: Uint8Array
  /** LedgerEntryChanges of charging the fee, made before any transaction of the ledger was applied. */
  readonly feeChangesXdr: Uint8Array
  /** LedgerEntryChanges of refunding what a Soroban transaction did not use, made after all transactions. */
  readonly refundChangesXdr: Uint8Array
  /** Per operation, in order. Classic transfers and SAC transfers alike (CAP-67). */
  readonly contractEvents: readonly (readonly xdr.ContractEvent[])[]
  /** Fee events and other transaction-level events, with their stage. */
  readonly transactionEvents: readonly xdr.TransactionEvent[]
  readonly diagnosticEvents: readonly xdr.DiagnosticEvent[]
}

export type SendStatus = 'PENDING' | 'DUPLICATE' | 'TRY_AGAIN_LATER' | 'ERROR'

export interface SendOutcome {
  readonly status: SendStatus
  readonly hash: string
  /** XDR of TransactionResult when status is ERROR. */
  readonly errorResultXdr?: Uint8Array
  /** XDR of the DiagnosticEvents that explain why a contract call's resources or operation were refused. */
  readonly diagnosticEventsXdr?: readonly Uint8Array[]
}

/** How a simulation is to be run; what is left out is as on the network's RPC. */
export interface SimulateOptions {
  readonly authMode?: string
  readonly instructionLeeway?: number
  /** Whether recorded authorizations use address credentials of the second kind (CAP-71). */
  readonly useUpgradedAuth?: boolean
}

export interface AssetAmount {
  /** 'native' or 'CODE:ISSUER'. */
  readonly asset: string
  readonly amountStroops: bigint
}

export interface PaymentPath {
  readonly source: AssetAmount
  readonly destination: AssetAmount
  readonly path: readonly string[]
}

/** The network as its servers see it: everything the RPC, Horizon, friendbot and the clock need. */
export interface LocalnetCore {
  readonly passphrase: string
  readonly networkId: Uint8Array
  readonly protocolVersion: number
  latestLedger(): ClosedLedger
  oldestLedger(): number
  ledger(sequence: number): ClosedLedger | undefined
  /** Validates and queues an envelope; in instant mode the ledger that holds it has closed when this returns. */
  send(envelope: xdr.TransactionEnvelope): SendOutcome
  transaction(hash: string): AppliedTransaction | undefined
  /** Transactions of one ledger in the order applied. */
  transactionsOf(sequence: number): readonly AppliedTransaction[]
  /** A live or archived entry by the XDR bytes of its key. */
  entry(
    keyXdr: Uint8Array,
  ): { entryXdr: Uint8Array; liveUntilLedger: number | null; lastModifiedLedger: number } | undefined
  /** simulateTransaction of the RPC, as its JSON result. */
  simulate(envelope: xdr.TransactionEnvelope, options: SimulateOptions): Record<string, unknown>
  /** Accounts holding a trustline to 'CODE:ISSUER', those sponsored by or having a signer: address list in order. */
  accountsBy(filter: { asset?: string; signer?: string; sponsor?: string }): readonly string[]
  strictReceivePaths(args: {
    sources: readonly string[]
    destination: AssetAmount
    maxHops: number
  }): readonly PaymentPath[]
  strictSendPaths(args: {
    source: AssetAmount
    destinations: readonly string[]
    maxHops: number
  }): readonly PaymentPath[]
  /**
   * Closes one ledger whose time has moved by exactly `seconds` from the latest ledger's and whose number has moved by
   * `ledgers` (default floor(seconds / 5), at least 1). The numbers between count as empty ledgers.
   *
   * @throws {RangeError} if `seconds` is negative or no whole number
   */
  advance(args: { seconds: number; ledgers?: number }): ClosedLedger
  /**
   * Closes one ledger at that time, Unix seconds; `ledgers` as for `advance`.
   *
   * @throws {RangeError} if it has passed
   */
  setTime(args: { time: bigint; ledgers?: number }): ClosedLedger
  /**
   * For tests: makes an account what it is told to be, or creates it, in a ledger of its own and without any transaction. The lumens come
   * from, or go to, the account that has all at first.
   *
   * @throws {RangeError} if what comes out would be no account that a network can hold
   */
  setAccount(change: AccountChange): ClosedLedger
  /** Closes a ledger now. */
  close(): ClosedLedger
  onLedger(listener: (ledger: ClosedLedger) => void): () => void
}

/** The network as its owner sees it: what a server must not have. */
export interface EmbeddedCore extends LocalnetCore {
  /** The classic and contract entries of the latest ledger. To be read only. The same object for as long as the core lives. */
  readonly state: LedgerState
  /** The whole network, with its history, as bytes. */
  serialize(): Uint8Array
  /**
   * Puts the network back to what `serialize` gave. Waiting transactions are forgotten; listeners are not told.
   *
   * @throws {Error} if the bytes are damaged or of another network; nothing has changed then
   */
  restore(state: Uint8Array): void
  /** Closes no more ledgers by itself and lets go of the state file. */
  stop(): void
}
