/** Checks a holder's claim on a coupon from what is published and what the contract says. Pure; the contract is asked by `readCoupon`. */
import {
  contractIdFromStrkey,
  couponLeafBytes,
  couponStroops,
  fromHex,
  networkId,
  scAddressFromStrkey,
  toHex,
  verifyMerkleProof,
} from '@heliobond/domain'
import type { CouponProof } from '../api/types.ts'
import { compare, type Finding, unknown } from './finding.ts'

/** What the contract says of a leaf that was paid whole: the largest number that it knows (`claims.rs`). */
export const PAID_WHOLE = 2n ** 127n - 1n

/** What the offering contract says, and the network behind it. */
export interface CouponOnChain {
  readonly passphrase: string
  readonly root: string
  readonly totalStroops: bigint
  readonly leafCount: number
  /** Paid to this leaf so far; {@link PAID_WHOLE} for all of it. */
  readonly claimedStroops: bigint
  readonly rateBps: number
  /** The period's days by its day count, fixed at issue. */
  readonly days: number
  readonly basis: number
  /** Whether principal was passed through with the coupon: then the claim is more than interest. */
  readonly principalStroops: bigint
}

/** What can be said without the chain: the claim is in the tree of the published root. */
export function checkPublished(proof: CouponProof): Finding[] {
  const contract = contractIdFromStrkey(proof.contractId)
  const holder = scAddressFromStrkey(proof.holder)
  if (!contract.ok || !holder.ok) return [unknown('address', `${proof.contractId} ${proof.holder}`)]
  const leaf = couponLeafBytes({
    networkId: networkId(proof.networkPassphrase),
    offeringId: contract.value,
    coupon: proof.coupon,
    leafIndex: proof.index,
    holder: holder.value,
    amountStroops: BigInt(proof.amountStroops),
  })
  const siblings = proof.siblings.map((hash) => bytesOf(hash))
  const root = bytesOf(proof.root)
  const inTree = verifyMerkleProof(root, leaf, { index: proof.index, count: proof.count, siblings })
  return [
    compare('leaf', proof.leafBytes, toHex(leaf)),
    compare('tree', 'true', String(inTree), { index: proof.index + 1, count: proof.count }),
  ]
}

/** What the contract itself says: the root, the claim's arithmetic, and what was paid. */
export function checkOnChain(proof: CouponProof, chain: CouponOnChain): Finding[] {
  const interest = couponStroops(BigInt(proof.unitsStroops), chain.rateBps, { days: chain.days, basis: chain.basis })
  return [
    compare('network', proof.networkPassphrase, chain.passphrase),
    compare('root', proof.root, chain.root),
    compare('count', String(proof.count), String(chain.leafCount)),
    chain.principalStroops === 0n
      ? compare('amount', proof.amountStroops, String(interest), {
          rate: chain.rateBps / 100,
          days: chain.days,
          basis: chain.basis,
        })
      : unknown('amount', String(interest), { rate: chain.rateBps / 100, days: chain.days, basis: chain.basis }),
    // All of it is the amount of the leaf, which stands in the tree.
    compare(
      'paid',
      proof.paidStroops,
      chain.claimedStroops === PAID_WHOLE ? proof.amountStroops : String(chain.claimedStroops),
    ),
  ]
}

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex)
  return bytes.ok ? bytes.value : new Uint8Array(0)
}
