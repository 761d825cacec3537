import { Asset, type Keypair, LiquidityPoolAsset, Operation, type xdr } from '@stellar/stellar-sdk/base'
import type { Fate } from '../../core/testing.ts'
import { poolIdBetween } from '../../ledger/pools.ts'
import { drain, lumens, type Scene } from './table.test-helper.ts'

const INT32_MAX = 2 ** 31 - 1

/** For tests: the pool of two assets, in whatever order. */
export class Pool {
  readonly id: string
  /** What a line is to that is to its shares. */
  readonly share: LiquidityPoolAsset

  constructor(x: Asset, y: Asset) {
    const [a, b] = Asset.compare(x, y) < 0 ? [x, y] : [y, x]
    this.id = poolIdBetween(x.toString(), y.toString())
    this.share = new LiquidityPoolAsset(a, b, 30)
  }

  trust(limitShares?: bigint): xdr.Operation {
    return Operation.changeTrust({
      asset: this.share,
      ...(limitShares !== undefined && { limit: lumens(limitShares) }),
    })
  }

  /** In stroops, at any price unless told. */
  deposit(maxA: bigint, maxB: bigint, minPrice = { n: 1, d: INT32_MAX }, maxPrice = { n: INT32_MAX, d: 1 }) {
    return Operation.liquidityPoolDeposit({
      liquidityPoolId: this.id,
      maxAmountA: lumens(maxA),
      maxAmountB: lumens(maxB),
      minPrice,
      maxPrice,
    })
  }

  withdraw(shares: bigint, minA = 0n, minB = 0n): xdr.Operation {
    return Operation.liquidityPoolWithdraw({
      liquidityPoolId: this.id,
      amount: lumens(shares),
      minAmountA: lumens(minA),
      minAmountB: lumens(minB),
    })
  }
}

/** The pool of lumens and of the scene's asset. */
export const poolIn = ({ usd }: Scene): Pool => new Pool(Asset.native(), usd)

/** Puts 100 lumens and 100 of the scene's asset into their pool. */
export function poolWith(scene: Scene, who: Keypair): Pool {
  const pool = poolIn(scene)
  scene.net.must(who, [pool.trust(), pool.deposit(1_000_000_000n, 1_000_000_000n)])
  return pool
}

/** Takes Alice's authorization away while Bob, who has nothing to spare, pays the reserve of whatever she adds. */
export function revokeWhileSponsored(scene: Scene, operation: xdr.Operation): Fate {
  const { net, alice, bob, issuer } = scene
  poolWith(scene, alice)
  net.must(issuer, [Operation.setOptions({ setFlags: 2 })])
  drain(scene, bob, 0n)
  const operations = [
    Operation.beginSponsoringFutureReserves({ sponsoredId: alice.publicKey(), source: bob.publicKey() }),
    operation,
    Operation.endSponsoringFutureReserves({ source: alice.publicKey() }),
  ]
  return net.submit(issuer, operations, { signers: [alice, bob, issuer] })
}

export const REVOKED_RULE =
  'what her pool shares are turned into takes a reserve of whoever sponsors the future reserves of who paid for the line'
