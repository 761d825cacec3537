import { Asset, type FeeBumpTransaction, Keypair, Operation, TransactionBuilder, xdr } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, test } from 'vitest'
import { type BuildOptions, type Fate, TestNetwork } from '../core/testing.ts'

let net: TestNetwork
let alice: Keypair
let bob: Keypair

beforeEach(async () => {
  net = await TestNetwork.start()
  alice = net.fund()
  bob = net.fund()
})

const pay = (amount = '1') => Operation.payment({ destination: net.root.publicKey(), asset: Asset.native(), amount })

/** Bob pays for a transaction of Alice's. */
function bumped(operations = [pay()], inner: BuildOptions = {}, fee = '100'): FeeBumpTransaction {
  const tx = net.build(alice, operations, inner)
  return TransactionBuilder.buildFeeBumpTransaction(bob, fee, tx, net.core.passphrase)
}

function send(outer: FeeBumpTransaction, signers = [bob]): Fate {
  for (const signer of signers) outer.sign(signer)
  return net.send(outer)
}

const INNER = 'tx_fee_bump_inner_failed'

/** What is wrong inside is told inside, by the code that the transaction would have alone. */
const INSIDE: Record<string, () => Fate> = {
  tx_too_early: () => send(bumped([pay()], { edit: (builder) => builder.setLedgerbounds(1000, 0) })),
  tx_too_late: () => send(bumped([pay()], { edit: (builder) => builder.setLedgerbounds(0, 1) })),
  tx_missing_operation: () => send(bumped([])),
  tx_bad_seq: () => send(bumped([pay()], { sequence: 1n })),
  tx_bad_auth: () => send(bumped([pay()], { signers: [] })),
  tx_bad_auth_extra: () => send(bumped([pay()], { signers: [alice, bob] })),
  tx_bad_min_seq_age_or_gap: () =>
    send(bumped([pay()], { edit: (builder) => builder.setMinAccountSequenceLedgerGap(1000) })),
  tx_no_account: () => {
    const tx = net.build(Keypair.random(), [pay()], { sequence: 1n })
    return send(TransactionBuilder.buildFeeBumpTransaction(bob, '100', tx, net.core.passphrase))
  },
  tx_malformed: () => {
    const edit = (builder: TransactionBuilder) => builder.setExtraSigners([bob.publicKey(), bob.publicKey()])
    return send(bumped([pay()], { edit }))
  },
}

describe('a fee bump is refused as it is sent', () => {
  test.each(Object.entries(INSIDE))('for %s inside', (code, reach) => {
    const before = net.account(bob.publicKey()).balanceStroops
    const fate = reach()
    expect([fate.code, fate.sent.status]).toEqual([`${INNER}/${code}`, 'ERROR'])
    expect(net.account(bob.publicKey()).balanceStroops).toBe(before)
  })

  test('for an operation inside that can never do', () => {
    const fate = send(bumped([Operation.accountMerge({ destination: alice.publicKey() })]))
    expect([fate.code, fate.operations, fate.sent.status]).toEqual([`${INNER}/tx_failed`, ['malformed'], 'ERROR'])
  })

  test('for one stroop of fee too little: the operations inside and one more count', () => {
    const [least, less] = [200n, 199n].map((fee) => {
      const envelope = bumped().toEnvelope().toXdrObject()
      if (envelope.type !== 5) throw new Error('unexpected envelope')
      return xdr.TransactionEnvelope.fromXdrObject({
        ...envelope,
        feeBump: { ...envelope.feeBump, tx: { ...envelope.feeBump.tx, fee } },
      })
    })
    if (least === undefined || less === undefined) throw new Error('no envelopes')
    const codeOf = (envelope: xdr.TransactionEnvelope) => {
      const { errorResultXdr } = net.core.send(envelope)
      return xdr.TransactionResult.fromXdr(errorResultXdr ?? new Uint8Array()).result.type
    }
    // Neither is signed: what is asked for first tells which fee would do.
    expect([codeOf(least), codeOf(less)]).toEqual(['txBadAuth', 'txInsufficientFee'])
  })

  test('for its own payer: absent, not signing, another signing too, or poor, in this order', () => {
    const nobody = Keypair.random()
    const tx = () => net.build(alice, [pay()])
    const by = (payer: Keypair, fee = '100') =>
      TransactionBuilder.buildFeeBumpTransaction(payer, fee, tx(), net.core.passphrase)
    expect(send(by(nobody), [nobody]).code).toBe('tx_no_account')
    const poor = net.fund('1')
    expect(send(by(poor), []).code).toBe('tx_bad_auth')
    expect(send(by(poor), [poor, alice]).code).toBe('tx_insufficient_balance')
    expect(send(by(bob), [bob, alice]).code).toBe('tx_bad_auth_extra')
  })
})

describe('a fee bump that is taken up', () => {
  test('pays for a failure inside, which uses up the inner number only', () => {
    const numbers = () => [alice, bob].map((each) => net.account(each.publicKey()).sequence)
    const balances = () => [alice, bob].map((each) => net.account(each.publicKey()).balanceStroops)
    const [aliceNumber, bobNumber] = numbers()
    const [aliceBalance = 0n, bobBalance = 0n] = balances()
    const fate = send(bumped([pay('99999')]))
    expect([fate.code, fate.operations, fate.sent.status]).toEqual([`${INNER}/tx_failed`, ['underfunded'], 'PENDING'])
    expect(numbers()).toEqual([(aliceNumber ?? 0n) + 1n, bobNumber])
    expect(balances()).toEqual([aliceBalance, bobBalance - 200n])
  })

  test('tells a sponsorship left open inside', () => {
    const fate = send(bumped([Operation.beginSponsoringFutureReserves({ sponsoredId: bob.publicKey() })]))
    expect([fate.code, fate.sent.status]).toEqual([`${INNER}/tx_bad_sponsorship`, 'PENDING'])
  })

  test('lets an inner transaction through that offers no fee at all, or that its source could not pay', () => {
    const poor = net.fund('1')
    for (const fee of [0, 100]) {
      const tx = net.build(poor, [Operation.bumpSequence({ bumpTo: '0' })], { fee })
      expect(send(TransactionBuilder.buildFeeBumpTransaction(bob, '200', tx, net.core.passphrase)).code).toBe(
        'tx_fee_bump_inner_success/tx_success',
      )
    }
    expect(net.account(poor.publicKey()).balanceStroops).toBe(10_000_000n)
  })

  test('needs the low threshold of its payer', () => {
    const weak = Keypair.random()
    net.must(bob, [
      Operation.setOptions({
        signer: { ed25519PublicKey: weak.publicKey(), weight: 1 },
        masterWeight: 9,
        lowThreshold: 1,
        medThreshold: 9,
        highThreshold: 9,
      }),
    ])
    expect(send(bumped(), [weak]).code).toBe('tx_fee_bump_inner_success/tx_success')
    net.must(bob, [Operation.setOptions({ lowThreshold: 2 })])
    expect(send(bumped(), [weak]).code).toBe('tx_bad_auth')
  })

  test('may be authorized beforehand by its payer, once', () => {
    const outer = bumped([pay('99999')])
    net.must(bob, [Operation.setOptions({ signer: { preAuthTx: outer.hash(), weight: 1 } })])
    const fate = send(outer, [])
    expect(fate.code).toBe(`${INNER}/tx_failed`)
    expect(net.account(bob.publicKey()).signers).toEqual([])
    expect(net.account(bob.publicKey()).numSubEntries).toBe(0)
  })
})
