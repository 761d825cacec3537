import { Asset, Operation, xdr } from '@stellar/stellar-sdk/base'
import { INT64_MAX, type Wire } from '../../ledger/wire.ts'
import { Pool, poolIn, poolWith } from './pools.test-helper.ts'
import { altered, describeCodes, drain, freeze, type Scene, submitOperation } from './table.test-helper.ts'

type PoolParameters = Wire<xdr.LiquidityPoolConstantProductParameters>

const deposit = (scene: Scene, change: Partial<Wire<xdr.LiquidityPoolDepositOp>>) =>
  scene.net.submit(scene.alice, [
    altered(poolIn(scene).deposit(1n, 1n), 22, (body) => ({
      ...body,
      liquidityPoolDepositOp: { ...body.liquidityPoolDepositOp, ...change },
    })),
  ])

const withdraw = (scene: Scene, change: Partial<Wire<xdr.LiquidityPoolWithdrawOp>>) =>
  scene.net.submit(scene.alice, [
    altered(poolIn(scene).withdraw(1n), 23, (body) => ({
      ...body,
      liquidityPoolWithdrawOp: { ...body.liquidityPoolWithdrawOp, ...change },
    })),
  ])

const FROZEN = 'only votes freeze keys (CAP-77), and there are none here'

describeCodes('LiquidityPoolDeposit', xdr.LiquidityPoolDepositResultCode, {
  ways: {
    success: [
      {
        rule: 'into an empty pool all that is offered goes, at the price that it makes',
        reach: (scene) => {
          const pool = poolIn(scene)
          scene.net.must(scene.alice, [pool.trust()])
          return scene.net.submit(scene.alice, [pool.deposit(100n, 200n, { n: 1, d: 2 }, { n: 1, d: 2 })])
        },
      },
      {
        rule: 'by the issuer, who needs a line to the shares only',
        reach: (scene) => {
          const pool = poolIn(scene)
          return scene.net.submit(scene.issuer, [pool.trust(), pool.deposit(100n, 200n)])
        },
      },
    ],
    malformed: [
      { rule: 'nothing of the first asset', whenSent: true, reach: (scene) => deposit(scene, { maxAmountA: 0n }) },
      { rule: 'nothing of the second', whenSent: true, reach: (scene) => deposit(scene, { maxAmountB: 0n }) },
      {
        rule: 'a price of nothing',
        whenSent: true,
        reach: (scene) => deposit(scene, { minPrice: { n: 0, d: 1 } }),
      },
      { rule: 'a price by nothing', whenSent: true, reach: (scene) => deposit(scene, { maxPrice: { n: 1, d: 0 } }) },
      {
        rule: 'a least price above the greatest',
        whenSent: true,
        reach: (scene) => deposit(scene, { minPrice: { n: 2, d: 1 }, maxPrice: { n: 1, d: 1 } }),
      },
    ],
    no_trust: {
      rule: 'a line to the shares is there first',
      reach: (scene) => scene.net.submit(scene.alice, [poolIn(scene).deposit(1n, 1n)]),
    },
    not_authorized: {
      rule: 'both lines are authorized in full: to keep liabilities is enough for the shares only',
      reach: (scene) => {
        const pool = poolIn(scene)
        freeze(scene, scene.alice, true)
        return scene.net.submit(scene.alice, [pool.trust(), pool.deposit(1n, 1n)])
      },
    },
    underfunded: [
      {
        rule: 'lumens above the reserve',
        reach: (scene) => {
          const pool = poolIn(scene)
          scene.net.must(scene.alice, [pool.trust()])
          drain(scene, scene.alice, 99n)
          return scene.net.submit(scene.alice, [pool.deposit(100n, 100n)])
        },
      },
      {
        rule: 'of an asset what no offer promises',
        reach: (scene) => {
          const pool = poolIn(scene)
          const sale = { selling: scene.usd, buying: Asset.native(), amount: '1000', price: '1' }
          scene.net.must(scene.alice, [Operation.manageSellOffer(sale)])
          return scene.net.submit(scene.alice, [pool.trust(), pool.deposit(1n, 1n)])
        },
      },
    ],
    line_full: {
      rule: 'the shares fit into the line',
      reach: (scene) => {
        const pool = poolIn(scene)
        return scene.net.submit(scene.alice, [pool.trust(599n), pool.deposit(400n, 900n)])
      },
    },
    bad_price: [
      {
        rule: 'the price of what goes in is within the bounds, looked at before the line',
        reach: (scene) => {
          const pool = poolIn(scene)
          return scene.net.submit(scene.alice, [
            pool.trust(1n),
            pool.deposit(400n, 900n, { n: 1, d: 1 }, { n: 1, d: 1 }),
          ])
        },
      },
      {
        rule: 'so little that no share comes of it has no price (LiquidityPoolDepositTests.cpp)',
        reach: (scene) => {
          const pool = poolIn(scene)
          scene.net.must(scene.bob, [pool.trust(), pool.deposit(500n, 1000n)])
          return scene.net.submit(scene.alice, [pool.trust(), pool.deposit(100n, 1n, { n: 2, d: 3 }, { n: 4, d: 1 })])
        },
      },
    ],
    pool_full: {
      rule: 'a pool holds no more than 64 bits count',
      reach: ({ net, issuer, usd, alice }) => {
        const eur = new Asset('EUR', issuer.publicKey())
        const pool = new Pool(usd, eur)
        net.must(issuer, [pool.trust(), pool.deposit(INT64_MAX, INT64_MAX)])
        net.must(alice, [Operation.changeTrust({ asset: eur })])
        net.must(issuer, [Operation.payment({ destination: alice.publicKey(), asset: eur, amount: '1' })])
        return net.submit(alice, [pool.trust(), pool.deposit(1n, 1n)])
      },
    },
  },
  unreachable: { trustline_frozen: FROZEN },
})

describeCodes('LiquidityPoolWithdraw', xdr.LiquidityPoolWithdrawResultCode, {
  ways: {
    success: [
      {
        rule: 'all of it, with exactly the least that is asked for',
        reach: (scene) => {
          const pool = poolWith(scene, scene.alice)
          return scene.net.submit(scene.alice, [pool.withdraw(1_000_000_000n, 1_000_000_000n, 1_000_000_000n)])
        },
      },
      {
        rule: 'onto a line that may only keep liabilities',
        reach: (scene) => {
          const pool = poolWith(scene, scene.alice)
          freeze(scene, scene.alice, true)
          return scene.net.submit(scene.alice, [pool.withdraw(1n)])
        },
      },
    ],
    malformed: [
      { rule: 'no shares', whenSent: true, reach: (scene) => withdraw(scene, { amount: 0n }) },
      { rule: 'a least below nothing', whenSent: true, reach: (scene) => withdraw(scene, { minAmountA: -1n }) },
      { rule: 'nor of the other', whenSent: true, reach: (scene) => withdraw(scene, { minAmountB: -1n }) },
    ],
    no_trust: {
      rule: 'of no line nothing is withdrawn',
      reach: (scene) => scene.net.submit(scene.alice, [poolIn(scene).withdraw(1n)]),
    },
    underfunded: {
      rule: 'no more shares than there are',
      reach: (scene) => {
        const pool = poolWith(scene, scene.alice)
        return scene.net.submit(scene.alice, [pool.withdraw(1_000_000_001n)])
      },
    },
    line_full: {
      rule: 'what comes back fits into the line, offers to buy more counted',
      reach: (scene) => {
        const pool = poolWith(scene, scene.alice)
        const { net, usd, alice } = scene
        net.must(alice, [Operation.changeTrust({ asset: usd, limit: '901' })])
        net.must(alice, [
          Operation.manageBuyOffer({ selling: Asset.native(), buying: usd, buyAmount: '1', price: '0.001' }),
        ])
        return net.submit(alice, [pool.withdraw(1n)])
      },
    },
    under_minimum: [
      {
        rule: 'no less of the first than is asked for',
        reach: (scene) => {
          const pool = poolWith(scene, scene.alice)
          return scene.net.submit(scene.alice, [pool.withdraw(100n, 101n, 0n)])
        },
      },
      {
        rule: 'nor of the second',
        reach: (scene) => {
          const pool = poolWith(scene, scene.alice)
          return scene.net.submit(scene.alice, [pool.withdraw(100n, 100n, 101n)])
        },
      },
    ],
  },
  unreachable: { trustline_frozen: FROZEN },
})

describeCodes('ChangeTrust to shares of a pool', xdr.ChangeTrustResultCode, {
  ways: {
    success: [
      {
        rule: 'opened with exactly two reserves for it (CAP-38)',
        reach: (scene) => {
          drain(scene, scene.alice, 10_000_000n)
          return scene.net.submit(scene.alice, [poolIn(scene).trust()])
        },
      },
      {
        rule: 'another limit, and closed again',
        reach: (scene) => {
          const pool = poolIn(scene)
          return scene.net.submit(scene.alice, [pool.trust(), pool.trust(7n), pool.trust(0n)])
        },
      },
      {
        rule: 'with a line that may only keep liabilities',
        reach: (scene) => {
          freeze(scene, scene.alice, true)
          return scene.net.submit(scene.alice, [poolIn(scene).trust()])
        },
      },
    ],
    malformed: [
      {
        rule: 'another fee than 0.3 %',
        whenSent: true,
        reach: (scene) => shares(scene, (parameters) => ({ ...parameters, fee: 31 })),
      },
      {
        rule: 'assets in the wrong order',
        whenSent: true,
        reach: (scene) => shares(scene, ({ assetA, assetB, fee }) => ({ assetA: assetB, assetB: assetA, fee })),
      },
      {
        rule: 'of an asset and itself',
        whenSent: true,
        reach: (scene) => shares(scene, ({ assetB, fee }) => ({ assetA: assetB, assetB, fee })),
      },
    ],
    trust_line_missing: {
      rule: 'lines to both assets are there first',
      reach: (scene) => scene.net.submit(scene.net.root, [poolIn(scene).trust()]),
    },
    not_auth_maintain_liabilities: {
      rule: 'and may keep liabilities',
      reach: (scene) => {
        freeze(scene, scene.alice)
        return scene.net.submit(scene.alice, [poolIn(scene).trust()])
      },
    },
    cannot_delete: {
      rule: 'they are not closed while there is one to the shares',
      reach: (scene) => {
        const { net, issuer, usd, alice } = scene
        net.must(alice, [
          poolIn(scene).trust(),
          Operation.payment({ destination: issuer.publicKey(), asset: usd, amount: '1000' }),
        ])
        return net.submit(alice, [Operation.changeTrust({ asset: usd, limit: '0' })])
      },
    },
    invalid_limit: [
      {
        rule: 'not below the shares that it holds',
        reach: (scene) => {
          const pool = poolWith(scene, scene.alice)
          return scene.net.submit(scene.alice, [pool.trust(999_999_999n)])
        },
      },
      {
        rule: 'a line that is not there is not closed',
        reach: (scene) => scene.net.submit(scene.alice, [poolIn(scene).trust(0n)]),
      },
    ],
    low_reserve: {
      rule: 'a line to shares takes two base reserves',
      reach: (scene) => {
        drain(scene, scene.alice, 9_999_999n)
        return scene.net.submit(scene.alice, [poolIn(scene).trust()])
      },
    },
  },
  unreachable: {
    no_issuer: 'shares have none; and the lines to the assets may outlive theirs',
    self_not_allowed: 'nobody issues shares',
  },
})

function shares(scene: Scene, change: (parameters: PoolParameters) => PoolParameters) {
  const { body } = poolIn(scene).trust().toXdrObject()
  if (body.type !== 6 || body.changeTrustOp.line.type !== 3) throw new Error('not to shares')
  const constantProduct = change(body.changeTrustOp.line.liquidityPool.constantProduct)
  const line = { type: 3, liquidityPool: { type: 0, constantProduct } } as const
  return submitOperation(scene.net, scene.alice, { type: 6, changeTrustOp: { line, limit: 1n } })
}
