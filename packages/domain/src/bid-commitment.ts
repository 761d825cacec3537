import { concatBytes, i128Bytes, requireLength, u32Bytes, utf8Bytes } from './bytes.ts'
import { requireNotNegative } from './money.ts'
import { sha256 } from './sha256.ts'

/** A bid as it is sealed. */
export type SealedBid = {
  /** SHA-256 of the network's passphrase (32 bytes). */
  readonly networkId: Uint8Array
  /** The tender contract's id (32 bytes). */
  readonly tenderId: Uint8Array
  /** The tender's number in its contract. */
  readonly tender: number
  /** The bidder as XDR `ScAddress`. */
  readonly bidder: Uint8Array
  readonly amountStroops: bigint
  /** SHA-256 of the proposal (32 bytes): it is open from the start. */
  readonly proposalHash: Uint8Array
  /** 32 random bytes that only the bidder knows until the reveal. Whoever loses them cannot reveal, and forfeits the bond. */
  readonly salt: Uint8Array
}

const TAG = utf8Bytes('heliobond tender bid v1')

/**
 * What a bidder commits to: SHA-256 over the tag, network, contract, tender, bidder, price, proposal and salt, so that no bid can be copied by
 * another bidder or to another tender.
 * @throws {RangeError} if a field has the wrong size or the price is negative (a caller bug).
 */
export function bidCommitment(bid: SealedBid): Uint8Array {
  requireNotNegative('amountStroops', bid.amountStroops)
  return sha256(
    concatBytes(
      TAG,
      requireLength('networkId', bid.networkId, 32),
      requireLength('tenderId', bid.tenderId, 32),
      u32Bytes(bid.tender),
      bid.bidder,
      i128Bytes(bid.amountStroops),
      requireLength('proposalHash', bid.proposalHash, 32),
      requireLength('salt', bid.salt, 32),
    ),
  )
}
