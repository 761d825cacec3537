import { createHash } from 'node:crypto'
import { Asset, Keypair, Operation, StrKey, TransactionBuilder, xdr } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, test } from 'vitest'
import { TEST_TIME, TestNetwork } from '../core/testing.ts'

let net: TestNetwork
let alice: Keypair
let bob: Keypair

beforeEach(async () => {
  net = await TestNetwork.start()
  alice = net.fund()
  bob = net.fund()
})

const pay = (source?: Keypair) =>
  Operation.payment({
    destination: net.root.publicKey(),
    asset: Asset.native(),
    amount: '1',
    ...(source && { source: source.publicKey() }),
  })

describe('a transaction is refused', () => {
  test.each([
    ['too early', { minTime: Number(TEST_TIME) + 10, maxTime: 0 }, 'tx_too_early'],
    ['too late', { minTime: 0, maxTime: Number(TEST_TIME) - 1 }, 'tx_too_late'],
  ])('%s', (_, bounds, code) => {
    const tx = new TransactionBuilder(accountOf(alice), {
      fee: '100',
      networkPassphrase: net.core.passphrase,
      timebounds: bounds,
    })
      .addOperation(pay())
      .build()
    tx.sign(alice)
    expect(net.send(tx).code).toBe(code)
  })

  test.each([
    ['below its ledger bounds', [1000, 0], 'tx_too_early'],
    ['past its ledger bounds', [0, 2], 'tx_too_late'],
  ] as const)('%s', (_, [min, max], code) => {
    expect(net.submit(alice, [pay()], { edit: (builder) => builder.setLedgerbounds(min, max) }).code).toBe(code)
  })

  test.each([
    ['with a sequence number that is past', -1n, 'tx_bad_seq'],
    ['with a sequence number that is ahead', 1n, 'tx_bad_seq'],
  ])('%s', (_, by, code) => {
    const sequence = net.account(alice.publicKey()).sequence + by
    expect(net.submit(alice, [pay()], { sequence }).code).toBe(code)
  })

  test('without operations', () => {
    expect(net.submit(alice, []).code).toBe('tx_missing_operation')
  })

  test('below the base fee of its operations', () => {
    expect(net.submit(alice, [pay(), pay()], { fee: 99 }).code).toBe('tx_insufficient_fee')
  })

  test('of nobody', () => {
    expect(net.submit(Keypair.random(), [pay()], { sequence: 1n }).code).toBe('tx_no_account')
  })

  test('without its signature, with another’s, or with one too many', () => {
    expect(net.submit(alice, [pay()], { signers: [] }).code).toBe('tx_bad_auth')
    expect(net.submit(alice, [pay()], { signers: [bob] }).code).toBe('tx_bad_auth')
    expect(net.submit(alice, [pay()], { signers: [alice, bob] }).code).toBe('tx_bad_auth_extra')
  })

  test('without the signature of an operation’s source', () => {
    const fate = net.submit(alice, [pay(), pay(bob)])
    expect([fate.code, fate.operations]).toEqual(['tx_failed', ['success', 'op_bad_auth']])
    expect(fate.sent.status).toBe('ERROR')
    net.must(alice, [pay(), pay(bob)], { signers: [alice, bob] })
  })

  test('beyond what its source has for the fee', () => {
    const poor = net.fund('1')
    expect(net.submit(poor, [pay()]).code).toBe('tx_insufficient_balance')
  })
})

const accountOf = (keypair: Keypair) => {
  const { sequence } = net.account(keypair.publicKey())
  let next = sequence
  return {
    accountId: () => keypair.publicKey(),
    sequenceNumber: () => String(next),
    incrementSequenceNumber: () => {
      next += 1n
    },
  }
}

test('the fee is the base fee per operation, whatever was offered, and goes to the pool', () => {
  const pool = net.core.state.feePoolStroops
  const before = net.account(alice.publicKey()).balanceStroops
  const applied = net.must(alice, [pay(), pay()], { fee: 5000 })
  expect(applied.feeChargedStroops).toBe(200n)
  expect(net.core.state.feePoolStroops - pool).toBe(200n)
  expect(before - net.account(alice.publicKey()).balanceStroops).toBe(20_000_200n)
})

test('a transaction that fails in an operation is kept, pays and uses up its number', () => {
  const before = net.account(alice.publicKey())
  const fate = net.submit(alice, [
    Operation.payment({ destination: bob.publicKey(), asset: Asset.native(), amount: '99999' }),
  ])
  expect(fate.applied?.successful).toBe(false)
  expect(net.account(alice.publicKey()).sequence).toBe(before.sequence + 1n)
  expect(before.balanceStroops - net.account(alice.publicKey()).balanceStroops).toBe(100n)
  expect(net.core.transactionsOf(net.core.latestLedger().sequence)).toHaveLength(1)
})

test('the same transaction is not taken twice', () => {
  const tx = net.build(alice, [pay()])
  expect(net.send(tx).code).toBe('tx_success')
  const before = net.core.serialize()
  expect(net.send(tx).sent.status).toBe('TRY_AGAIN_LATER')
  expect(Buffer.compare(net.core.serialize(), before)).toBe(0)
})

test('an envelope of the oldest form is read as the newer one', () => {
  const envelope = net.build(alice, [pay()]).toEnvelope()
  if (envelope.type !== 'envelopeTypeTx') throw new Error('unexpected envelope')
  const { tx, signatures } = envelope.v1
  const v0 = new xdr.TransactionV0({
    sourceAccountEd25519: alice.rawPublicKey(),
    fee: tx.fee,
    seqNum: tx.seqNum,
    timeBounds: tx.cond.type === 'precondTime' ? tx.cond.timeBounds : null,
    memo: tx.memo,
    operations: tx.operations,
    ext: xdr.TransactionV0Ext.v0(),
  })
  const old = xdr.TransactionEnvelope.envelopeTypeTxV0(new xdr.TransactionV0Envelope({ tx: v0, signatures }))
  expect(net.core.send(old).status).toBe('PENDING')
})

describe('thresholds', () => {
  test('ask for enough weight at each level', () => {
    const signer = { ed25519PublicKey: bob.publicKey(), weight: 1 }
    net.must(alice, [
      Operation.setOptions({ signer, lowThreshold: 1, medThreshold: 2, highThreshold: 3, masterWeight: 2 }),
    ])
    const home = Operation.setOptions({ homeDomain: 'town.example' })
    const raise = Operation.setOptions({ highThreshold: 3 })
    const bump = Operation.bumpSequence({ bumpTo: '1' })
    const outcome = (operation: xdr.Operation, signers: Keypair[]) => {
      const { code, operations } = net.submit(alice, [operation], { signers })
      return operations[0] ?? code
    }
    expect(outcome(bump, [bob])).toBe('success')
    expect(outcome(pay(), [bob])).toBe('op_bad_auth')
    expect(outcome(home, [alice])).toBe('success')
    expect(outcome(raise, [alice])).toBe('op_bad_auth')
    expect(outcome(raise, [alice, bob])).toBe('success')
  })

  test('a locked account can do nothing any more', () => {
    net.must(alice, [Operation.setOptions({ masterWeight: 0 })])
    expect(net.submit(alice, [pay()]).code).toBe('tx_bad_auth')
  })
})

describe('other signers', () => {
  test('a hash opens with its preimage', () => {
    const preimage = Buffer.from('the word')
    const sha256Hash = createHash('sha256').update(preimage).digest()
    net.must(alice, [Operation.setOptions({ signer: { sha256Hash, weight: 1 } })])
    const tx = net.build(alice, [pay()], { signers: [] })
    tx.signHashX(preimage)
    expect(net.send(tx).code).toBe('tx_success')
  })

  test('a transaction authorized beforehand needs no signature, once', () => {
    const sequence = net.account(alice.publicKey()).sequence + 1n
    const tx = net.build(alice, [pay()], { sequence, signers: [] })
    net.must(alice, [Operation.setOptions({ signer: { preAuthTx: tx.hash(), weight: 1 } })])
    expect(net.send(tx).code).toBe('tx_success')
    expect(net.account(alice.publicKey()).signers).toEqual([])
    expect(net.account(alice.publicKey()).numSubEntries).toBe(0)
  })

  test('a signed payload stands for its key and message', () => {
    const payload = Buffer.from('a message of 5 words here')
    const signedPayload = StrKey.encodeSignedPayload(
      Buffer.concat([bob.rawPublicKey(), Buffer.from([0, 0, 0, payload.length]), payload, Buffer.alloc(3)]),
    )
    net.must(alice, [Operation.setOptions({ signer: { ed25519SignedPayload: signedPayload, weight: 1 } })])
    const tx = net.build(alice, [pay()], { signers: [] })
    tx.addDecoratedSignature(bob.signPayloadDecorated(payload))
    expect(net.send(tx).code).toBe('tx_success')
    expect(net.core.accountsBy({ signer: signedPayload })).toEqual([alice.publicKey()])
  })

  test('extra signers must sign as well', () => {
    const edit = (builder: TransactionBuilder) => builder.setExtraSigners([bob.publicKey()])
    expect(net.submit(alice, [pay()], { edit }).code).toBe('tx_bad_auth')
    expect(net.submit(alice, [pay()], { edit, signers: [alice, bob] }).code).toBe('tx_success')
  })
})

describe('preconditions', () => {
  test('a lower bound lets sequence numbers be skipped', () => {
    const now = net.account(alice.publicKey()).sequence
    const edit = (builder: TransactionBuilder) => builder.setMinAccountSequence(String(now))
    expect(net.submit(alice, [pay()], { sequence: now + 7n, edit }).code).toBe('tx_success')
    expect(net.account(alice.publicKey()).sequence).toBe(now + 8n)
  })

  test('a sequence number must be old enough', () => {
    net.must(alice, [pay()])
    const aged = (builder: TransactionBuilder) => builder.setMinAccountSequenceAge(60n)
    expect(net.submit(alice, [pay()], { edit: aged }).code).toBe('tx_bad_min_seq_age_or_gap')
    net.core.advance({ seconds: 60 })
    expect(net.submit(alice, [pay()], { edit: aged }).code).toBe('tx_success')
    const spaced = (builder: TransactionBuilder) => builder.setMinAccountSequenceLedgerGap(5)
    expect(net.submit(alice, [pay()], { edit: spaced }).code).toBe('tx_bad_min_seq_age_or_gap')
    net.core.advance({ seconds: 0, ledgers: 5 })
    expect(net.submit(alice, [pay()], { edit: spaced }).code).toBe('tx_success')
  })
})

describe('a fee bump', () => {
  const bump = (baseFee: string, payer = bob, signers: Keypair[] = [payer], operations = [pay()]) => {
    const inner = net.build(alice, operations)
    const outer = TransactionBuilder.buildFeeBumpTransaction(payer, baseFee, inner, net.core.passphrase)
    for (const signer of signers) outer.sign(signer)
    return { inner, outer }
  }

  test('pays for a transaction of another, one operation more', () => {
    const before = [net.account(alice.publicKey()).balanceStroops, net.account(bob.publicKey()).balanceStroops]
    const { inner, outer } = bump('150')
    const fate = net.send(outer)
    expect(fate.code).toBe('tx_fee_bump_inner_success/tx_success')
    expect(fate.applied?.feeChargedStroops).toBe(200n)
    expect(net.account(alice.publicKey()).balanceStroops).toBe((before[0] ?? 0n) - 10_000_000n)
    expect(net.account(bob.publicKey()).balanceStroops).toBe((before[1] ?? 0n) - 200n)
    expect(net.core.transaction(Buffer.from(inner.hash()).toString('hex'))?.hash).toBe(fate.sent.hash)
  })

  test('is told of the failure inside', () => {
    const operations = [Operation.payment({ destination: bob.publicKey(), asset: Asset.native(), amount: '99999' })]
    const fate = net.send(bump('100', bob, [bob], operations).outer)
    expect([fate.code, fate.operations]).toEqual(['tx_fee_bump_inner_failed/tx_failed', ['underfunded']])
    expect(fate.applied?.successful).toBe(false)
  })

  test('must be signed by its payer, and by nobody else', () => {
    expect(net.send(bump('100', bob, []).outer).code).toBe('tx_bad_auth')
    expect(net.send(bump('100', bob, [bob, alice]).outer).code).toBe('tx_bad_auth_extra')
  })

  test('refuses an inner transaction that would not do', () => {
    const inner = net.build(alice, [pay()], { signers: [bob] })
    const outer = TransactionBuilder.buildFeeBumpTransaction(bob, '100', inner, net.core.passphrase)
    outer.sign(bob)
    expect(net.send(outer).code).toBe('tx_fee_bump_inner_failed/tx_bad_auth')
  })

  test('does not make the inner transaction a duplicate: its number is used up', () => {
    const { inner, outer } = bump('100')
    net.send(outer)
    expect(net.send(inner).code).toBe('tx_bad_seq')
  })

  test('must offer the rate of the inner transaction at least', () => {
    const inner = net.build(alice, [pay()], { fee: 500 })
    const bumped = TransactionBuilder.buildFeeBumpTransaction(bob, '500', inner, net.core.passphrase)
    bumped.sign(bob)
    expect(net.send(bumped).code).toBe('tx_fee_bump_inner_success/tx_success')
    const next = net.build(alice, [pay()], { fee: 500 }).toEnvelope()
    if (next.type !== 'envelopeTypeTx') throw new Error('unexpected envelope')
    const tx = new xdr.FeeBumpTransaction({
      feeSource: bob.xdrMuxedAccount(),
      fee: 999n,
      innerTx: xdr.FeeBumpTransactionInnerTx.envelopeTypeTx(next.v1),
      ext: xdr.FeeBumpTransactionExt.v0(),
    })
    const envelope = xdr.TransactionEnvelope.envelopeTypeTxFeeBump(
      new xdr.FeeBumpTransactionEnvelope({ tx, signatures: [] }),
    )
    const { errorResultXdr } = net.core.send(envelope)
    const result = xdr.TransactionResult.fromXdr(errorResultXdr ?? new Uint8Array())
    expect([result.result.type, result.feeCharged]).toEqual(['txInsufficientFee', 1000n])
  })

  test('must be of somebody who can pay', () => {
    const poor = net.fund('1')
    expect(net.send(bump('100', poor).outer).code).toBe('tx_insufficient_balance')
    const nobody = Keypair.random()
    expect(net.send(bump('100', nobody).outer).code).toBe('tx_no_account')
  })
})
