/**
 * A bid before it is revealed. Price and salt are known to its bidder alone: they stay in this browser and in the file that the bidder
 * keeps. Whoever loses both cannot reveal, and forfeits the bond.
 */
import { err, ok, type Result } from '@heliobond/domain'

const FORMAT = 'heliobond-bid/1'

export interface BidSecret {
  /** Passphrase of the network. */
  readonly network: string
  /** The tender contract, and the tender's number in it. */
  readonly contractId: string
  readonly tender: number
  readonly bidder: string
  readonly amountStroops: string
  /** SHA-256 of the proposal, hex. */
  readonly proposalHash: string
  /** 32 random bytes, hex. */
  readonly salt: string
  /** What stands on the chain, hex. */
  readonly commitment: string
}

const HASH = /^[0-9a-f]{64}$/
const FIELDS: { readonly [Name in keyof BidSecret]: (value: unknown) => boolean } = {
  network: (value) => typeof value === 'string' && value !== '',
  contractId: (value) => typeof value === 'string' && /^C[A-Z2-7]{55}$/.test(value),
  tender: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  bidder: (value) => typeof value === 'string' && /^[GC][A-Z2-7]{55}$/.test(value),
  amountStroops: (value) => typeof value === 'string' && /^[1-9]\d{0,18}$/.test(value),
  proposalHash: (value) => typeof value === 'string' && HASH.test(value),
  salt: (value) => typeof value === 'string' && HASH.test(value),
  commitment: (value) => typeof value === 'string' && HASH.test(value),
}

/** The file that a bidder keeps. */
export const secretFile = (secret: BidSecret): string => `${JSON.stringify({ format: FORMAT, ...secret }, null, 2)}\n`

/** Its name: which tender it belongs to, and the beginning of the seal. */
export const secretFileName = (tender: string, { commitment }: BidSecret): string =>
  `heliobond-bid-${tender}-${commitment.slice(0, 8)}.json`

/** Reads such a file. */
export function readSecret(text: string): Result<BidSecret, { readonly code: 'NO_BID_FILE' }> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err({ code: 'NO_BID_FILE' })
  }
  if (typeof json !== 'object' || json === null) return err({ code: 'NO_BID_FILE' })
  const { format, ...rest } = json as Record<string, unknown>
  const isWhole = Object.entries(FIELDS).every(([name, holds]) => holds(rest[name]))
  if (format !== FORMAT || !isWhole) return err({ code: 'NO_BID_FILE' })
  const names = Object.keys(FIELDS) as (keyof BidSecret)[]
  return ok(Object.fromEntries(names.map((name) => [name, rest[name]])) as unknown as BidSecret)
}

/** Which bid a secret must be of. */
export type BidPlace = Pick<BidSecret, 'network' | 'contractId' | 'tender' | 'bidder'>

/** Whether a secret is of this bidder, in this tender, on this network. */
export const isOf = (secret: BidSecret, place: BidPlace): boolean =>
  secret.network === place.network &&
  secret.contractId === place.contractId &&
  secret.tender === place.tender &&
  secret.bidder === place.bidder

const keyOf = ({ network, contractId, tender, bidder }: BidPlace) =>
  `heliobond.bid.${network}.${contractId}.${tender}.${bidder}`

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>

/** Keeps a secret in this browser. @returns false where the browser keeps nothing: the file is the only copy then. */
export function keepSecret(storage: Storage, secret: BidSecret): boolean {
  try {
    const kept = keptSecrets(storage, secret).filter(({ commitment }) => commitment !== secret.commitment)
    // A bid that was made before may be the one that stands: none is thrown away.
    storage.setItem(keyOf(secret), JSON.stringify([...kept, secret].map(secretFile)))
    return true
  } catch {
    // No room, or not allowed: the file is what counts.
    return false
  }
}

/** Every secret of a bidder in a tender that this browser keeps. */
export function keptSecrets(storage: Storage, place: BidPlace): readonly BidSecret[] {
  try {
    const texts: unknown = JSON.parse(storage.getItem(keyOf(place)) ?? '[]')
    if (!Array.isArray(texts)) return []
    return texts.flatMap((text) => {
      const secret = readSecret(String(text))
      return secret.ok && isOf(secret.value, place) ? [secret.value] : []
    })
  } catch {
    // Not readable here: the file is asked for.
    return []
  }
}
