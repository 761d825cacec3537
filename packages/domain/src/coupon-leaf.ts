import { concatBytes, i128Bytes, requireLength, u32Bytes } from './bytes.ts'
import { requireNotNegative } from './money.ts'

/** One holder's line of one coupon. */
export type CouponLeaf = {
  /** SHA-256 of the network's passphrase (32 bytes). */
  readonly networkId: Uint8Array
  /** The offering contract's id (32 bytes). */
  readonly offeringId: Uint8Array
  /** The coupon's number, counted from 1. */
  readonly coupon: number
  /** The leaf's place in the tree, counted from 0. */
  readonly leafIndex: number
  /** The holder as XDR `ScAddress`. */
  readonly holder: Uint8Array
  readonly amountStroops: bigint
}

/** XDR `ScAddress` of an account: two zero discriminants, then its Ed25519 key. @throws {RangeError} unless 32 bytes. */
export const accountScAddress = (publicKey: Uint8Array): Uint8Array =>
  concatBytes(u32Bytes(0), u32Bytes(0), requireLength('publicKey', publicKey, 32))

/** XDR `ScAddress` of a contract: discriminant 1, then its id. @throws {RangeError} unless 32 bytes. */
export const contractScAddress = (contractId: Uint8Array): Uint8Array =>
  concatBytes(u32Bytes(1), requireLength('contractId', contractId, 32))

/**
 * The bytes of a coupon's leaf: network id (32), offering id (32), coupon u32, leaf index u32, holder as XDR `ScAddress`,
 * amount i128, all big-endian. Hash them with `merkleLeaf`.
 * @throws {RangeError} if a field has the wrong size or the amount is negative (a caller bug).
 */
export function couponLeafBytes(leaf: CouponLeaf): Uint8Array {
  requireNotNegative('amountStroops', leaf.amountStroops)
  return concatBytes(
    requireLength('networkId', leaf.networkId, 32),
    requireLength('offeringId', leaf.offeringId, 32),
    u32Bytes(leaf.coupon),
    u32Bytes(leaf.leafIndex),
    leaf.holder,
    i128Bytes(leaf.amountStroops),
  )
}
