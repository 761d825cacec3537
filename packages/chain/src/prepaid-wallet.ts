/**
 * The end-user's prepaid wallet: an account of their own, from which the platform may pay bills.
 *
 * Thresholds low 2, medium 1, high 2; the user's key has weight 2, the auto-pay key 1. Payments need medium; so do offers, trustlines, data and the home
 * domain: the network draws no finer line, which is why the key is held by a signer that signs payments only, and any other act of it is an alarm. Signers,
 * thresholds and merging need high: the key can never make itself stronger or keep the user out. What lies in the wallet it can spend, so the wallet holds a
 * small float and never savings.
 */
import { beginSponsoring, endSponsoring, setOptions } from './account-operations.ts'
import type { AccountState } from './accounts.ts'
import type { Asset } from './assets.ts'
import type { Chain } from './chain.ts'
import type { ChainOperation } from './operation.ts'
import { openSponsored } from './sponsored-account.ts'
import { tokenOf } from './token.ts'

const USER_WEIGHT = 2
const AUTOPAY_WEIGHT = 1
const THRESHOLDS = { lowThreshold: 2, mediumThreshold: 1, highThreshold: 2 } as const

/** A wallet to open. */
export interface NewPrepaidWallet {
  /** Who pays its reserves. */
  readonly sponsor: string
  /** A new account. Where it is not the user's own key, its key signs the opening and can be thrown away: it has no weight afterwards. */
  readonly wallet: string
  /** The key that the user keeps (their Freighter account, say). */
  readonly user: string
  /** Its lines: the settlement asset first, and whatever the user means to pay from. */
  readonly assets: readonly Asset[]
  /** Null: it is opened without auto-pay. */
  readonly autopay: string | null
}

/**
 * Opens a wallet whose reserves the sponsor pays, with its lines, its thresholds and the user's weight; armed at once where an auto-pay key is given.
 * The sponsor, the wallet's key and, if it is another, nobody else sign: the user gets weight without an act of their own.
 */
export function openPrepaidWallet({
  sponsor,
  wallet,
  user,
  assets,
  autopay,
}: NewPrepaidWallet): readonly ChainOperation[] {
  const own = user === wallet
  // The last to be set are the thresholds: until then the wallet's own key does all of this.
  const options = [
    ...(autopay === null ? [] : [{ signer: { address: autopay, weight: AUTOPAY_WEIGHT } }]),
    ...(own ? [] : [{ signer: { address: user, weight: USER_WEIGHT } }]),
    { masterWeight: own ? USER_WEIGHT : 0, ...THRESHOLDS },
  ]
  return openSponsored({ sponsor, address: wallet, assets, options })
}

/**
 * Lets the auto-pay key pay from a wallet. The user's key signs; so does the sponsor, where one pays the reserve of the signer (0.5 lumens, which the
 * wallet needs otherwise).
 */
export function armAutoPay(p: {
  readonly wallet: string
  readonly autopay: string
  readonly sponsor?: string
}): readonly ChainOperation[] {
  const arm = setOptions({ source: p.wallet, ...THRESHOLDS, signer: { address: p.autopay, weight: AUTOPAY_WEIGHT } })
  if (p.sponsor === undefined) return [arm]
  return [beginSponsoring({ source: p.sponsor, sponsored: p.wallet }), arm, endSponsoring({ source: p.wallet })]
}

/** Takes the right to pay back. The user's key signs; nothing else is needed, and nobody can refuse it. */
export const disarmAutoPay = (p: { readonly wallet: string; readonly autopay: string }): ChainOperation =>
  setOptions({ source: p.wallet, signer: { address: p.autopay, weight: 0 } })

/** An allowance over a wallet's money, as it is known. */
export interface KnownAllowance {
  readonly asset: Asset
  readonly spender: string
}

/**
 * Takes allowances back, each by an operation that needs a transaction of its own: contract calls stand alone. The wallet signs.
 *
 * @param expiresLedger the ledger by which they would have ended; the contract wants one that has not passed
 */
export const revokeAllowances = (
  chain: Chain,
  p: { readonly wallet: string; readonly allowances: readonly KnownAllowance[]; readonly expiresLedger: number },
): readonly ChainOperation[] =>
  p.allowances.map(({ asset, spender }) =>
    tokenOf(asset, chain).approve({
      ...{ source: p.wallet, from: p.wallet, spender, amountStroops: 0n, expiresLedger: p.expiresLedger },
    }),
  )

/** How a wallet stands to its auto-pay key. */
export interface PrepaidWalletStanding {
  /** The auto-pay key can pay. */
  readonly armed: boolean
  /** The auto-pay key can do more than pay: the wallet is not set up as a prepaid wallet, and must not be used as one. */
  readonly tooPowerful: boolean
  /** Keys besides the user's, the wallet's own and the auto-pay key that could pay. */
  readonly strangers: readonly string[]
}

/** Reads it off the account. */
export function prepaidWalletStanding(
  state: AccountState,
  { user, autopay }: { readonly user: string; readonly autopay: string },
): PrepaidWalletStanding {
  const keys = [...state.signers, { address: state.address, weight: state.masterWeight }]
  const weightOf = (address: string) => keys.find((key) => key.address === address)?.weight ?? 0
  const { low, medium, high } = state.thresholds
  const autopayWeight = weightOf(autopay)
  // A threshold of 0 still wants a signature of some weight.
  const reaches = (weight: number, threshold: number) => weight > 0 && weight >= threshold
  return {
    armed: reaches(autopayWeight, medium),
    tooPowerful: reaches(autopayWeight, low) || reaches(autopayWeight, high),
    strangers: keys
      .filter(({ address, weight }) => ![user, autopay, state.address].includes(address) && reaches(weight, medium))
      .map(({ address }) => address),
  }
}
