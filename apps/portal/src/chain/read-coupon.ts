/** What an offering's contract says of a coupon, asked from the browser. Load on demand. */
import { toHex } from '@heliobond/domain'
import type { CouponProof } from '../api/types.ts'
import type { CouponOnChain } from '../check/coupon.ts'
import { ChainReadError, networkOf, readContract } from './read-contract.ts'

interface Coupon {
  readonly root: Uint8Array
  readonly total: bigint
  readonly leaf_count: number
  readonly principal: bigint
}
interface Period {
  readonly days: number
  readonly basis: number
}

/** @throws {ChainReadError} if the RPC or the contract does not answer. */
export async function readCoupon(rpcUrl: string, proof: CouponProof): Promise<CouponOnChain> {
  const ask = (method: string, ...args: number[]) =>
    readContract(
      rpcUrl,
      proof.contractId,
      method,
      args.map((u32) => ({ u32 })),
    )
  const [passphrase, coupon, claimed, terms, schedule] = await Promise.all([
    networkOf(rpcUrl),
    ask('coupon', proof.coupon) as Promise<Coupon>,
    ask('claimed', proof.coupon, proof.index) as Promise<bigint>,
    ask('terms') as Promise<{ rate_bps: number }>,
    ask('schedule') as Promise<readonly Period[]>,
  ])
  const period = schedule[proof.coupon - 1]
  if (!period) throw new ChainReadError(`the contract has no period ${proof.coupon}`)
  return {
    passphrase,
    root: toHex(coupon.root),
    totalStroops: coupon.total,
    leafCount: coupon.leaf_count,
    claimedStroops: claimed,
    rateBps: terms.rate_bps,
    days: period.days,
    basis: period.basis,
    principalStroops: coupon.principal,
  }
}
