import { Keypair, StrKey, xdr } from '@stellar/stellar-sdk/base'
import { minimumBalance } from '../ledger/funds.ts'
import { signerKeyId } from '../ledger/keys.ts'
import { removeSigner } from '../ledger/sponsorship.ts'
import type { LedgerState } from '../ledger/state.ts'
import type { LedgerTxn } from '../ledger/txn.ts'
import { INT64_MAX } from '../ledger/wire.ts'
import { newAccount } from '../ops/create-account.ts'

/** What an account is to be; what is left out stays as it is. */
export interface AccountChange {
  readonly address: string
  readonly balanceStroops?: bigint
  readonly sequence?: bigint
  /** AUTH_REQUIRED 1, AUTH_REVOCABLE 2, AUTH_IMMUTABLE 4, AUTH_CLAWBACK_ENABLED 8. */
  readonly flags?: number
  readonly homeDomain?: string
  /** Master weight, low, medium and high threshold, 0 to 255 each. */
  readonly thresholds?: readonly [number, number, number, number]
  /** Takes the place of all signers but the master key: G addresses with their weights. */
  readonly signers?: readonly { readonly address: string; readonly weight: number }[]
}

const ALL_FLAGS = 15
const MOST_SIGNERS = 20
const MOST_DOMAIN_BYTES = 32

function require(condition: boolean, words: string): void {
  if (!condition) throw new RangeError(words)
}

const isByte = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 255

/** Carries the change out in a layer. @throws {RangeError} as `setAccount` */
export function changeAccount(txn: LedgerTxn, state: LedgerState, change: AccountChange): void {
  const { address, balanceStroops, sequence, flags, homeDomain, thresholds, signers } = change
  require(StrKey.isValidEd25519PublicKey(address), `${address} is no account's address`)
  if (txn.peekAccount(address) === null) {
    require(balanceStroops !== undefined, `${address} does not exist: say what it is to have`)
    txn.put(newAccount(address, 0n, BigInt(txn.context.sequence) << 32n))
  }
  const account = txn.requireAccount(address)
  if (sequence !== undefined) {
    require(sequence >= 0n && sequence <= INT64_MAX, 'a sequence number has 63 bits')
    account.sequence = sequence
  }
  if (flags !== undefined) {
    require(Number.isInteger(flags) && flags >= 0 && flags <= ALL_FLAGS, 'flags are a sum of 1, 2, 4 and 8')
    account.flags = flags
  }
  if (homeDomain !== undefined) {
    const bytes = Buffer.from(homeDomain, 'utf8')
    require(bytes.length <= MOST_DOMAIN_BYTES, `a home domain has at most ${MOST_DOMAIN_BYTES} bytes`)
    account.homeDomain = new xdr.XdrString(Uint8Array.from(bytes))
  }
  if (thresholds !== undefined) {
    require(thresholds.length === 4 && thresholds.every(isByte), 'thresholds are four numbers from 0 to 255')
    account.thresholds = Uint8Array.from(thresholds)
  }
  if (signers !== undefined) setSigners(txn, address, signers)
  if (balanceStroops !== undefined) setBalance(txn, state, address, balanceStroops)
  require(account.balanceStroops >=
    minimumBalance(txn.context, account) + account.sellingLiabilitiesStroops, `${address} would be below its reserve`)
}

function setSigners(txn: LedgerTxn, address: string, signers: NonNullable<AccountChange['signers']>): void {
  const account = txn.requireAccount(address)
  require(signers.length <= MOST_SIGNERS, `an account has at most ${MOST_SIGNERS} signers`)
  for (const signer of account.signers) removeSigner(txn, account, signer)
  const added = signers.map(({ address: key, weight }) => {
    require(StrKey.isValidEd25519PublicKey(key) && key !== address, `${key} cannot be a signer of ${address}`)
    require(isByte(weight) && weight > 0, 'a weight is a number from 1 to 255')
    const wire = { type: 0, ed25519: Uint8Array.from(StrKey.decodeEd25519PublicKey(key)) } as const
    return { key: wire, id: signerKeyId(wire), weight, sponsor: null }
  })
  require(new Set(added.map(({ id }) => id)).size === added.length, 'a signer is listed twice')
  account.signers = added.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  account.numSubEntries += added.length
}

/** Lumens are neither made nor lost: the root account gives or takes the difference. */
function setBalance(txn: LedgerTxn, state: LedgerState, address: string, balanceStroops: bigint): void {
  require(balanceStroops >= 0n && balanceStroops <= state.totalCoinsStroops, 'there are not so many lumens')
  const account = txn.requireAccount(address)
  const root = txn.requireAccount(rootOf(txn.context.networkId))
  require(root.address !== address, 'the root account has what the others have not')
  const rest = root.balanceStroops - (balanceStroops - account.balanceStroops)
  require(rest >= minimumBalance(txn.context, root), 'the root account has not so many lumens left')
  root.balanceStroops = rest
  account.balanceStroops = balanceStroops
}

/** The root key's seed is the hash of the passphrase, which is the network's id. */
const rootOf = (networkId: Uint8Array): string => Keypair.fromRawEd25519Seed(Uint8Array.from(networkId)).publicKey()
