import { Asset, Operation, xdr } from '@stellar/stellar-sdk/base'
import { altered, describeCodes, drain, freeze, submitOperation } from './table.test-helper.ts'

const XLM = Asset.native()

const trust = (asset: Asset, limit?: string) => Operation.changeTrust({ asset, ...(limit !== undefined && { limit }) })

const POOLS = 'only where shares of liquidity pools come in: see the table of those'
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
