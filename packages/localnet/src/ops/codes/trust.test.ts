import { Asset, Operation, xdr } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { TestNetwork } from '../../core/testing.ts'
import { assetWire } from '../../ledger/keys.ts'
import { altered, describeCodes, drain, freeze, sceneOn, submitOperation } from './table.test-helper.ts'

const XLM = Asset.native()

const trust = (asset: Asset, limit?: string) => Operation.changeTrust({ asset, ...(limit !== undefined && { limit }) })

const POOLS = 'only lines to shares of liquidity pools end so; this network refuses such lines by name'
const MALFORMED_SINCE_16 = 'since protocol 16 it is malformed to begin with (doCheckValid)'

describeCodes('ChangeTrust', xdr.ChangeTrustResultCode, {
  ways: {
    success: [
      {
        rule: 'opened with exactly the reserve for it',
        reach: (scene) => {
          const holder = scene.net.fund()
          drain(scene, holder, 5_000_000n)
          return scene.net.submit(holder, [trust(scene.usd)])
        },
      },
      {
        rule: 'limited to what it holds',
        reach: ({ net, usd, alice }) => net.submit(alice, [trust(usd, '1000')]),
      },
      {
        rule: 'closed once it is empty, and be it frozen and its issuer gone',
        reach: (scene) => {
          const { net, issuer, usd, alice, bob } = scene
          net.must(alice, [Operation.payment({ destination: issuer.publicKey(), asset: usd, amount: '1000' })])
          freeze(scene, alice)
          net.must(issuer, [Operation.accountMerge({ destination: bob.publicKey() })])
          return net.submit(alice, [trust(usd, '0')])
        },
      },
    ],
    malformed: [
      {
        rule: 'no line to lumens (protocol 10 on)',
        whenSent: true,
        reach: ({ net, alice }) =>
          submitOperation(net, alice, { type: 6, changeTrustOp: { line: { type: 0 }, limit: 1n } }),
      },
      {
        rule: 'no limit below zero',
        whenSent: true,
        reach: ({ net, usd, alice }) =>
          net.submit(alice, [
            altered(trust(usd), 6, (body) => ({ ...body, changeTrustOp: { ...body.changeTrustOp, limit: -1n } })),
          ]),
      },
      {
        rule: 'no line to oneself (protocol 16 on)',
        whenSent: true,
        reach: ({ net, usd, issuer }) => net.submit(issuer, [trust(usd)]),
      },
    ],
    no_issuer: [
      {
        rule: 'a new line needs an issuer',
        reach: ({ net, alice }) =>
          net.submit(alice, [trust(new Asset('GONE', 'GAAZI4TCR3TY5OJHCTJC2A4QSY6CJWJH5IAJTGKIN2ER7LBNVKOCCWN7'))]),
      },
      {
        rule: 'so does another limit of an old one',
        reach: ({ net, issuer, usd, alice, bob }) => {
          net.must(issuer, [Operation.accountMerge({ destination: bob.publicKey() })])
          return net.submit(alice, [trust(usd, '2000')])
        },
      },
    ],
    invalid_limit: [
      {
        rule: 'not below what it holds',
        reach: ({ net, usd, alice }) => net.submit(alice, [trust(usd, '999.9999999')]),
      },
      {
        rule: 'nor below what its offers buy (getMinimumLimit)',
        reach: ({ net, usd, alice }) => {
          net.must(alice, [Operation.manageBuyOffer({ selling: XLM, buying: usd, buyAmount: '10', price: '1' })])
          return net.submit(alice, [trust(usd, '1009.9999999')])
        },
      },
      {
        rule: 'a line that holds something is not closed',
        reach: ({ net, usd, alice }) => net.submit(alice, [trust(usd, '0')]),
      },
      {
        rule: 'a line that is not there is not closed',
        reach: ({ net, usd }) => net.submit(net.fund(), [trust(usd, '0')]),
      },
    ],
    low_reserve: {
      rule: 'a line takes a base reserve',
      reach: (scene) => {
        const holder = scene.net.fund()
        drain(scene, holder, 4_999_999n)
        return scene.net.submit(holder, [trust(scene.usd)])
      },
    },
  },
  unreachable: {
    self_not_allowed: MALFORMED_SINCE_16,
    trust_line_missing: POOLS,
    cannot_delete: POOLS,
    not_auth_maintain_liabilities: POOLS,
  },
})

test('a line to pool shares is refused by name', async () => {
  const { net, usd, alice } = sceneOn(await TestNetwork.start())
  const fee = xdr.LIQUIDITY_POOL_FEE_V18
  const constantProduct = { assetA: { type: 0 }, assetB: assetWire(usd.toString()), fee } as const
  const line = { type: 3, liquidityPool: { type: 0, constantProduct } } as const
  expect(submitOperation(net, alice, { type: 6, changeTrustOp: { line, limit: 1n } }).operations).toEqual([
    'op_not_supported',
  ])
})
