/**
 * Wallets behind one small interface, of the shape of SEP-43. Keys never come here: a wallet shows what is to be signed, and signs it or
 * does not.
 */
import type { Result } from '@heliobond/domain'

export const WALLET_KINDS = ['freighter', 'development'] as const
export type WalletKind = (typeof WALLET_KINDS)[number]

/** Why a wallet did not do what it was asked. */
export type WalletRefusal =
  /** Its owner said no: nothing has gone wrong. */
  | { readonly code: 'CANCELLED' }
  | { readonly code: 'NOT_INSTALLED' }
  /** Gone while it was waited for: removed, updated, or its process ended. */
  | { readonly code: 'LOST' }
  | { readonly code: 'OTHER'; readonly message: string }

export type WalletAnswer<T> = Result<T, WalletRefusal>

export interface SigningRequest {
  readonly networkPassphrase: string
  /** Who signs. */
  readonly address: string
}

export interface Wallet {
  readonly kind: WalletKind
  /** The address that its owner lets this site see; asks the owner where it must. */
  getAddress(): Promise<WalletAnswer<string>>
  /** The passphrase of the network that it is on now. */
  getNetwork(): Promise<WalletAnswer<{ readonly name: string; readonly passphrase: string }>>
  /** Signs a transaction. @returns the whole envelope, signed, as XDR in base64 */
  signTransaction(envelopeXdr: string, request: SigningRequest): Promise<WalletAnswer<string>>
}

/** Loads a wallet's code, and only that one's. `address` is whom a development wallet plays. */
export async function loadWallet(kind: WalletKind, address?: string): Promise<Wallet> {
  if (kind === 'freighter') return (await import('./freighter.ts')).freighterWallet()
  return (await import('./development.ts')).developmentWallet(address ?? '')
}

const KEPT = 'heliobond.wallet'

/** Remembers which wallet signed in, for the next signature. No secret. */
export function keepWalletKind(kind: WalletKind): void {
  window.localStorage.setItem(KEPT, kind)
}

/** The wallet that signed in here last. */
export const keptWalletKind = (): WalletKind | null =>
  WALLET_KINDS.find((kind) => kind === window.localStorage.getItem(KEPT)) ?? null
