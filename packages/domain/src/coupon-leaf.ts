import { claimLeafBytes } from './claim-leaf.ts'

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

/**
 * The bytes of a coupon's leaf: network id (32), offering id (32), coupon u32, leaf index u32, holder as XDR `ScAddress`,
 * amount i128, all big-endian. Hash them with `merkleLeaf`.
 * @throws {RangeError} if a field has the wrong size or the amount is negative (a caller bug).
 */
export const couponLeafBytes = ({ networkId, offeringId, coupon, leafIndex, holder, amountStroops }: CouponLeaf) =>
  claimLeafBytes({ networkId, contractId: offeringId, subject: coupon, leafIndex, holder, amount: amountStroops })
