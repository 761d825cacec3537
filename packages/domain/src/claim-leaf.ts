import { concatBytes, i128Bytes, requireLength, u32Bytes } from './bytes.ts'
import { requireNotNegative } from './money.ts'

/** One holder's claim in a tree that a contract pays from. */
export type ClaimLeaf = {
  /** SHA-256 of the network's passphrase (32 bytes). */
  readonly networkId: Uint8Array
  /** The id of the contract that pays (32 bytes). */
  readonly contractId: Uint8Array
  /** What the tree is of within that contract, as a u32: a coupon, a system. */
  readonly subject: number
  /** The leaf's place in the tree, counted from 0. */
  readonly leafIndex: number
  /** The holder as XDR `ScAddress`. */
  readonly holder: Uint8Array
  readonly amount: bigint
}

/** XDR `ScAddress` of an account: two zero discriminants, then its Ed25519 key. @throws {RangeError} unless 32 bytes. */
export const accountScAddress = (publicKey: Uint8Array): Uint8Array =>
  concatBytes(u32Bytes(0), u32Bytes(0), requireLength('publicKey', publicKey, 32))

/** XDR `ScAddress` of a contract: discriminant 1, then its id. @throws {RangeError} unless 32 bytes. */
export const contractScAddress = (contractId: Uint8Array): Uint8Array =>
  concatBytes(u32Bytes(1), requireLength('contractId', contractId, 32))

/**
 * The bytes of a claim's leaf: network id (32), contract id (32), subject u32, leaf index u32, holder as XDR `ScAddress`,
 * amount i128, all big-endian. A leaf so counts on one network, in one contract, for one subject. Hash them with `merkleLeaf`.
 * @throws {RangeError} if a field has the wrong size or the amount is negative (a caller bug).
 */
export function claimLeafBytes(leaf: ClaimLeaf): Uint8Array {
  requireNotNegative('amount', leaf.amount)
  return concatBytes(
    requireLength('networkId', leaf.networkId, 32),
    requireLength('contractId', leaf.contractId, 32),
    u32Bytes(leaf.subject),
    u32Bytes(leaf.leafIndex),
    leaf.holder,
    i128Bytes(leaf.amount),
  )
}
