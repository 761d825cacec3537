/**
 * What Soroban needs of a ledger while one transaction is applied or simulated. Keys and entries are XDR bytes.
 * The bytes are shared, not copied: neither side changes them after handing them over.
 */
export interface LedgerView {
  /**
   * `null` for an absent entry. An archived (expired) persistent entry is returned with its old `liveUntilLedger`; an
   * expired temporary one is not. Entries without a TTL have `null` there.
   */
  get(keyXdr: Uint8Array): StoredEntry | null
  /** Where only the TTL changes, `entryXdr` is the very array that `get` returned. */
  put(keyXdr: Uint8Array, entryXdr: Uint8Array, liveUntilLedger: number | null): void
  delete(keyXdr: Uint8Array): void
}

export interface StoredEntry {
  readonly entryXdr: Uint8Array
  readonly liveUntilLedger: number | null
}

/** The ledger in which an operation is applied or simulated: for a simulation, the one after the latest closed. */
export interface LedgerHeaderInfo {
  readonly protocolVersion: number
  readonly sequence: number
  /** Unix seconds. */
  readonly closeTime: bigint
  /** SHA-256 of the network passphrase. */
  readonly networkId: Uint8Array
  readonly baseReserve: number
}
