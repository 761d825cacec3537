import { Account, Asset, Keypair, Memo, MuxedAccount, Operation, scValToNative, xdr } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, test } from 'vitest'
import { TestNetwork } from '../core/testing.ts'

let net: TestNetwork
let issuer: Keypair
let usd: Asset

beforeEach(async () => {
  net = await TestNetwork.start()
  issuer = net.fund()
  usd = new Asset('USD', issuer.publicKey())
})

describe('creating an account', () => {
  test('moves lumens and starts at the ledger’s sequence', () => {
    const created = net.fund('100')
    const account = net.account(created.publicKey())
    expect(account.balanceStroops).toBe(1_000_000_000n)
    expect(account.sequence).toBe(BigInt(net.core.latestLedger().sequence) << 32n)
  })

  test.each([
    ['twice', () => issuer.publicKey(), '100', 'already_exist'],
    ['below the reserve', () => Keypair.random().publicKey(), '0.9999999', 'low_reserve'],
    ['beyond the source’s means', () => Keypair.random().publicKey(), '99999', 'underfunded'],
    ['of oneself', () => net.root.publicKey(), '1', 'malformed'],
  ])('is refused %s', (_, destination, startingBalance, code) => {
    const source = code === 'malformed' ? net.root : net.fund()
    const fate = net.submit(source, [Operation.createAccount({ destination: destination(), startingBalance })])
    expect([fate.code, fate.operations]).toEqual(['tx_failed', [code]])
  })
})

describe('a payment', () => {
  const pay = (destination: string, asset: Asset, amount: string) => Operation.payment({ destination, asset, amount })

  test('in lumens leaves the reserve alone', () => {
    const from = net.fund('10')
    const to = net.fund('10')
    expect(net.submit(from, [pay(to.publicKey(), Asset.native(), '9')]).operations).toEqual(['underfunded'])
    net.must(from, [pay(to.publicKey(), Asset.native(), '8')])
    expect(net.account(to.publicKey()).balanceStroops).toBe(180_000_000n)
    expect(net.account(from.publicKey()).balanceStroops).toBe(20_000_000n - 200n)
  })

  test('mints at the issuer, moves between holders and burns at the issuer, and says so', () => {
    const alice = net.holder([[usd, '0']], [issuer])
    const bob = net.holder([[usd, '0']], [issuer])
    const kinds = [
      net.must(issuer, [pay(alice.publicKey(), usd, '5')]),
      net.must(alice, [pay(bob.publicKey(), usd, '3')]),
      net.must(bob, [pay(issuer.publicKey(), usd, '1')]),
    ].map((applied) => {
      const [event] = applied.contractEvents[0] ?? []
      return event?.body.v0.topics.map((topic) => scValToNative(topic)).filter((topic) => !topic.startsWith('G'))
    })
    const name = `USD:${issuer.publicKey()}`
    expect(kinds).toEqual([
      ['mint', name],
      ['transfer', name],
      ['burn', name],
    ])
    expect(net.line(alice.publicKey(), usd).balanceStroops).toBe(20_000_000n)
    expect(net.line(bob.publicKey(), usd).balanceStroops).toBe(20_000_000n)
  })

  test('tells the muxed id or the memo of its destination', () => {
    const to = net.fund()
    const muxed = new MuxedAccount(new Account(to.publicKey(), '0'), '77').accountId()
    const ids = [
      net.must(issuer, [pay(muxed, Asset.native(), '1')]),
      net.must(issuer, [pay(to.publicKey(), Asset.native(), '1')], { edit: (b) => b.addMemo(Memo.text('rent')) }),
      net.must(issuer, [pay(to.publicKey(), Asset.native(), '1')]),
    ].map((applied) => {
      const data = applied.contractEvents[0]?.[0]?.body.v0.data
      return data === undefined ? undefined : scValToNative(data)
    })
    expect(ids).toEqual([
      { amount: 10_000_000n, to_muxed_id: 77n },
      { amount: 10_000_000n, to_muxed_id: 'rent' },
      10_000_000n,
    ])
  })

  test.each([
    ['to nobody', 'no_destination'],
    ['without a line of the source', 'src_no_trust'],
    ['without a line of the destination', 'no_trust'],
    ['over the limit', 'line_full'],
    ['beyond the balance', 'underfunded'],
    ['with a frozen source', 'src_not_authorized'],
    ['to a frozen destination', 'not_authorized'],
    ['of nothing', 'malformed'],
  ])('is refused %s', (_, code) => {
    const from = net.holder([[usd, '10']], [issuer])
    const to = net.holder([[usd, '0']], [issuer])
    const stranger = net.fund()
    const freeze = (holder: Keypair) => {
      net.must(issuer, [Operation.setOptions({ setFlags: 2 })])
      const flags = { authorized: false }
      net.must(issuer, [Operation.setTrustLineFlags({ trustor: holder.publicKey(), asset: usd, flags })])
    }
    let [source, destination, amount] = [from, to.publicKey(), '1']
    if (code === 'no_destination') destination = Keypair.random().publicKey()
    if (code === 'src_no_trust') source = stranger
    if (code === 'no_trust') destination = stranger.publicKey()
    if (code === 'line_full') net.must(to, [Operation.changeTrust({ asset: usd, limit: '0.5' })])
    if (code === 'underfunded') amount = '11'
    if (code === 'src_not_authorized') freeze(from)
    if (code === 'not_authorized') freeze(to)
    const operation = pay(destination, usd, amount)
    if (code === 'malformed') {
      const body = operation.body
      if (body.type !== 'payment') throw new Error('not a payment')
      const nothing = new xdr.PaymentOp({ ...body.paymentOp, amount: 0n })
      const blank = new xdr.Operation({ sourceAccount: null, body: xdr.OperationBody.payment(nothing) })
      expect(net.submit(source, [blank]).operations).toEqual([code])
      return
    }
    expect(net.submit(source, [operation]).operations).toEqual([code])
  })
})

describe('a path payment', () => {
  let eur: Asset
  let maker: Keypair
  let alice: Keypair
  let bob: Keypair

  beforeEach(() => {
    eur = new Asset('EURO5', issuer.publicKey())
    maker = net.holder(
      [
        [usd, '1000'],
        [eur, '1000'],
      ],
      [issuer],
    )
    alice = net.holder([[usd, '100']], [issuer])
    bob = net.holder([[eur, '0']], [issuer])
    // 1 USD buys 2 XLM, 1 XLM buys 3 EURO5.
    net.must(maker, [Operation.manageSellOffer({ selling: Asset.native(), buying: usd, amount: '400', price: '0.5' })])
    net.must(maker, [
      Operation.manageSellOffer({ selling: eur, buying: Asset.native(), amount: '900', price: { n: 1, d: 3 } }),
    ])
  })

  const receive = (destAmount: string, sendMax: string) =>
    Operation.pathPaymentStrictReceive({
      sendAsset: usd,
      sendMax,
      destination: bob.publicKey(),
      destAsset: eur,
      destAmount,
      path: [Asset.native()],
    })
  const send = (sendAmount: string, destMin: string) =>
    Operation.pathPaymentStrictSend({
      sendAsset: usd,
      sendAmount,
      destination: bob.publicKey(),
      destAsset: eur,
      destMin,
      path: [Asset.native()],
    })

  test('receives exactly, over two trades', () => {
    net.must(alice, [receive('60', '10')])
    expect(net.line(bob.publicKey(), eur).balanceStroops).toBe(600_000_000n)
    expect(net.line(alice.publicKey(), usd).balanceStroops).toBe(900_000_000n)
  })

  test('sends exactly, over two trades', () => {
    const applied = net.must(alice, [send('10', '60')])
    expect(net.line(bob.publicKey(), eur).balanceStroops).toBe(600_000_000n)
    const names = (applied.contractEvents[0] ?? []).map((event) =>
      String(scValToNative(event.body.v0.topics[0] ?? xdr.ScVal.scvVoid())),
    )
    expect(names).toEqual(['transfer', 'transfer', 'transfer', 'transfer', 'transfer'])
  })

  test('is found before it is made, at its real cost', () => {
    const name = (asset: Asset) => asset.toString()
    const destination = { asset: name(eur), amountStroops: 600_000_000n }
    const [found] = net.core.strictReceivePaths({ sources: [name(usd)], destination, maxHops: 3 })
    expect(found).toEqual({
      source: { asset: name(usd), amountStroops: 100_000_000n },
      destination,
      path: ['native'],
    })
    const source = { asset: name(usd), amountStroops: 100_000_000n }
    const [sent] = net.core.strictSendPaths({ source, destinations: [name(eur)], maxHops: 3 })
    expect(sent?.destination).toEqual(destination)
    expect(net.core.strictSendPaths({ source, destinations: [name(eur)], maxHops: 1 })).toEqual([])
  })

  test.each([
    ['costs too much', () => receive('60', '9.9999999'), 'over_sendmax'],
    ['brings too little', () => send('10', '60.0000001'), 'under_destmin'],
    ['finds too few offers', () => receive('901', '1000'), 'too_few_offers'],
    ['has not enough to send', () => send('101', '1'), 'underfunded'],
  ])('is refused if it %s', (_, operation, code) => {
    expect(net.submit(alice, [operation()]).operations).toEqual([code])
  })

  test('does not take an offer of its own source', () => {
    const operation = Operation.pathPaymentStrictReceive({
      sendAsset: usd,
      sendMax: '10',
      destination: bob.publicKey(),
      destAsset: Asset.native(),
      destAmount: '1',
      path: [],
    })
    expect(net.submit(maker, [operation]).operations).toEqual(['offer_cross_self'])
  })
})
