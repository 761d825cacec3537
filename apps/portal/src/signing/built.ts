/** A transaction that the API built for a wallet to sign, as `POST /v1/transactions/build` answers it. */
export interface BuiltTransaction {
  /** As asked for; or `restore`: sign that first, then build again. */
  readonly action: string
  readonly envelopeXdr: string
  readonly networkPassphrase: string
  readonly hash: string
  readonly expiresAt: string
  readonly feeStroops: string
  /** Whose signatures it needs; the source first. */
  readonly signers: readonly string[]
  /** What goes from whom to whom if it succeeds. */
  readonly moves: readonly Move[]
  readonly facts: Readonly<Record<string, string>>
}

export interface Move {
  readonly from: string
  readonly to: string
  /** `native`, or `CODE:ISSUER`. */
  readonly asset: string
  readonly amountStroops: string
}

/** What became of it, as `GET /v1/transactions/{hash}` answers. */
export interface TrackedTransaction {
  readonly hash: string
  readonly action: string
  readonly source: string
  readonly status: 'built' | 'pending' | 'success' | 'failed' | 'expired'
  readonly code: string | null
  readonly operationCodes: readonly string[] | null
  readonly ledger: number | null
  readonly at: string | null
  readonly expiresAt: string
  readonly returnValue?: unknown
}

/** What is asked of the API. */
export interface BuildRequest {
  readonly action: string
  readonly source: string
  readonly params: Readonly<Record<string, unknown>>
}

export const isFinal = ({ status }: TrackedTransaction): boolean =>
  status === 'success' || status === 'failed' || status === 'expired'
