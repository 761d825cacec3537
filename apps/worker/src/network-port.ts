import type {
  Asset,
  ChainConfig,
  ChainOperation,
  DeathRecord,
  EventPage,
  EventQuery,
  FeeBids,
  HolderSnapshot,
  LedgerTime,
  Lookup,
  PrepaidWalletStanding,
  Signer,
  TransactionFacts,
} from '@heliobond/chain'

/** A successful transaction, as handlers book it. */
export type LookupSuccess = Extract<Lookup, { kind: 'success' }>

/** An envelope that can be sent, or why there is none. `retry`: a later try may succeed. */
export type PreparedEnvelope =
  | {
      readonly ok: true
      readonly envelopeXdr: string
      readonly hash: string
      readonly innerHash: string
      readonly expiresAt: bigint
    }
  | {
      readonly ok: false
      readonly code: string
      readonly detail: string
      readonly retry: boolean
      /** Archived entries that must come back first, in portions of one transaction each. */
      readonly restore?: readonly (readonly string[])[]
    }

/** How a wallet can pay an amount of an asset, or why it cannot. */
export type PaymentQuote =
  | { readonly ok: true; readonly sendAsset: Asset; readonly sendMaxStroops: bigint; readonly path: readonly Asset[] }
  | { readonly ok: false; readonly code: string }

/** A prepaid wallet. Amounts are stroops. */
export interface PrepaidWalletView extends PrepaidWalletStanding {
  /** What can be spent, by asset; the settlement asset is always there. */
  readonly spendable: ReadonlyMap<Asset, bigint>
}

/** The network as the worker's roles use it. */
export interface NetworkPort {
  readonly config: ChainConfig
  /** The network's time, Unix seconds. */
  now(): Promise<bigint>
  ledger(): Promise<number>
  /** Builds, simulates and signs: the source's sequence number, the fee payer's lumens. Sends nothing. */
  prepareEnvelope(args: {
    readonly source: string
    readonly operations: readonly ChainOperation[]
    readonly signers: readonly Signer[]
    readonly feePayer: Signer
    /** The bid for one operation. */
    readonly baseFeeStroops: bigint
  }): Promise<PreparedEnvelope>
  /** What others bid for a place in a ledger now; the least there is where the network does not say. */
  bids(): Promise<FeeBids>
  /** The same transaction in another fee bump. */
  raiseBid(args: {
    readonly envelopeXdr: string
    readonly feePayer: Signer
    readonly baseFeeStroops: bigint
  }): Promise<{ readonly envelopeXdr: string; readonly hash: string }>
  /** Sends once. `NO_ANSWER`: it may be on its way all the same. Whatever the answer, only `lookup` says what became of it. */
  send(envelopeXdr: string): Promise<{ readonly status: string; readonly code: string | null }>
  /**
   * What became of an envelope, by its own hash or that of the transaction within: whoever sees a signed transaction can wrap it in a fee bump
   * of their own, and it is applied all the same.
   */
  lookup(hash: string, innerHash: string | null): Promise<Lookup>
  /** Proof that an envelope will never be applied: it is in no ledger, and one has closed after its expiry. */
  isDead(record: DeathRecord, found: Lookup): boolean
  /**
   * Whether the account of an envelope has used the envelope's sequence number up. Nobody else uses a channel account, so the envelope is in a
   * ledger then, whatever a node says of its hash.
   */
  hasUsedSequence(envelopeXdr: string): Promise<boolean>
  trustline(
    address: string,
    asset: Asset,
  ): Promise<{ readonly balanceStroops: bigint; readonly authorized: boolean } | null>
  /** The same of many accounts in as few questions as there can be; who has no line is not in the answer. */
  trustlines(
    addresses: readonly string[],
    asset: Asset,
  ): Promise<ReadonlyMap<string, { readonly balanceStroops: bigint; readonly authorized: boolean }>>
  /** The lumens that an account holds, in stroops; null when there is no such account. */
  lumens(address: string): Promise<bigint | null>
  /** What an amount of an asset costs now, in stroops of another, by the cheapest path; null where there is none. */
  pathCost(args: {
    readonly sendAsset: Asset
    readonly destAsset: Asset
    readonly destAmountStroops: bigint
  }): Promise<bigint | null>
  /** Which keys signed a transaction, by their hints; undefined when the node does not know it (any more). */
  transactionHints(hash: string): Promise<readonly string[] | undefined>
  /** A prepaid wallet as the ledger has it: its keys, and what of each asset can be spent. Null: there is no such account. */
  prepaidWallet(args: {
    readonly wallet: string
    readonly user: string
    readonly autopay: string | null
    readonly settlementAsset: Asset
  }): Promise<PrepaidWalletView | null>
  /** A list of addresses that one of our contracts keeps in an entry of its own. */
  storedAddresses(contractId: string, entry: string): Promise<readonly string[]>
  quotePayment(args: {
    readonly wallet: string
    /** Who signs for the wallet; the wallet's user may have taken the right back. Null: somebody else will. */
    readonly payer: string | null
    /** What other payments of the same round may take from the wallet, by asset. */
    readonly committed: ReadonlyMap<Asset, bigint>
    readonly destinationAsset: Asset
    readonly amountStroops: bigint
    readonly slippageBps: number
  }): Promise<PaymentQuote>
  /** The last ledger in which each contract entry lives, by its key; what does not exist is not in the answer. */
  lifetimes(keys: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** The keys of the code that contracts run, by contract. */
  codeKeys(contractIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Entries in portions that one transaction each can bring back or extend. */
  portions(keys: readonly string[]): Promise<readonly (readonly string[])[]>
  /** The ledgers that the node remembers. */
  remembered(): Promise<{ readonly oldestLedger: number; readonly latestLedger: number }>
  /** One page of contract events. */
  events(query: EventQuery): Promise<EventPage>
  /** What a successful transaction did beside its events; undefined when the node does not know it (any more). */
  facts(hash: string): Promise<TransactionFacts | undefined>
  /** The last ledger that closed at or before a time. */
  ledgerAt(time: bigint): Promise<LedgerTime | 'not-passed' | 'forgotten'>
  /** Who held the bond in a ledger, by the network's own events; null where it has forgotten some of them. */
  snapshotAt(bond: Asset, ledger: LedgerTime, sinceLedger: number): Promise<HolderSnapshot | null>
}
