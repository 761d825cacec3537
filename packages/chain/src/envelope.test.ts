import {
  Account,
  FeeBumpTransaction,
  Keypair,
  Memo,
  Operation,
  Asset as ReferenceAsset,
  Transaction,
  TransactionBuilder,
} from '@stellar/stellar-sdk/base'
import { describe, expect, test } from 'vitest'
import { buildEnvelope, createKey, describeEnvelope, feeBump, payment, sign } from './index.ts'

const passphrase = 'Standalone Network ; February 2017'
const key = createKey()
const other = createKey()
const operation = payment({ destination: other.address, asset: 'native', amountStroops: 15_000_000n })
const plan = { source: key.address, sequence: 43n, operations: [operation], now: 1_795_000_000n }

describe('an envelope', () => {
  test('is what the reference implementation builds', () => {
    const ours = buildEnvelope({ ...plan, expiresLedger: 900, memo: { id: 4_711n }, baseFeeStroops: 250n }, passphrase)
    const reference = new TransactionBuilder(new Account(key.address, '42'), {
      fee: '250',
      networkPassphrase: passphrase,
      timebounds: { minTime: 0, maxTime: 1_795_000_300 },
      ledgerbounds: { minLedger: 0, maxLedger: 900 },
      memo: Memo.id('4711'),
    })
      .addOperation(Operation.payment({ destination: other.address, asset: ReferenceAsset.native(), amount: '1.5' }))
      .build()
    expect(ours.envelopeXdr).toBe(reference.toXdr())
    expect(ours.hash).toBe(Buffer.from(reference.hash()).toString('hex'))
    expect(ours).toMatchObject({ expiresAt: 1_795_000_300n, expiresLedger: 900, builtAt: plan.now })
  })

  test('always ends, counted from the network’s time', () => {
    const envelope = buildEnvelope({ ...plan, lifetimeSeconds: 60 }, passphrase)
    expect(envelope.expiresAt).toBe(plan.now + 60n)
    expect(describeEnvelope(envelope.envelopeXdr, passphrase)).toMatchObject({
      hash: envelope.hash,
      source: key.address,
      sequence: 43n,
      operationCount: 1,
      signatureCount: 0,
      feeStroops: 100n,
      expiresAt: plan.now + 60n,
    })
  })

  test('without an end is not taken from elsewhere: nothing could prove it dead', () => {
    const endless = new TransactionBuilder(new Account(key.address, '42'), {
      fee: '100',
      networkPassphrase: passphrase,
      timebounds: { minTime: 0, maxTime: 0 },
    })
      .addOperation(Operation.bumpSequence({ bumpTo: '1' }))
      .build()
    expect(() => describeEnvelope(endless.toXdr(), passphrase)).toThrow('without an end')
  })

  test('holds 1 to 100 operations', () => {
    expect(() => buildEnvelope({ ...plan, operations: [] }, passphrase)).toThrow(RangeError)
    const many = Array.from({ length: 101 }, () => operation)
    expect(() => buildEnvelope({ ...plan, operations: many }, passphrase)).toThrow(RangeError)
    expect(buildEnvelope({ ...plan, operations: many.slice(1) }, passphrase).hash).toHaveLength(64)
  })

  test('keeps its hash when it is signed, and each key signs once', async () => {
    const envelope = buildEnvelope(plan, passphrase)
    const signed = await sign(envelope, [key.signer, other.signer, key.signer], passphrase)
    expect(signed.hash).toBe(envelope.hash)
    const reference = TransactionBuilder.fromXdr(signed.envelopeXdr, passphrase)
    if (!(reference instanceof Transaction)) throw new Error('not a transaction')
    expect(reference.signatures).toHaveLength(2)
    const [first, second] = reference.signatures
    expect(
      Keypair.fromPublicKey(key.address).verify(reference.hash(), first?.signature.value ?? new Uint8Array()),
    ).toBe(true)
    expect(
      Keypair.fromPublicKey(other.address).verify(reference.hash(), second?.signature.value ?? new Uint8Array()),
    ).toBe(true)
  })
})

describe('a fee bump', () => {
  test('is what the reference implementation builds, and finds the inner hash again', async () => {
    const inner = await sign(buildEnvelope(plan, passphrase), [key.signer], passphrase)
    const bumped = feeBump(inner, { feeSource: other.address, baseFeeStroops: 300n, passphrase })
    const parsed = TransactionBuilder.fromXdr(inner.envelopeXdr, passphrase)
    if (!(parsed instanceof Transaction)) throw new Error('not a transaction')
    const reference = TransactionBuilder.buildFeeBumpTransaction(
      Keypair.fromPublicKey(other.address),
      '300',
      parsed,
      passphrase,
    )
    expect(bumped.envelopeXdr).toBe(reference.toXdr())
    expect(bumped.hash).toBe(Buffer.from(reference.hash()).toString('hex'))
    expect(bumped.innerHash).toBe(inner.hash)
    expect(bumped.expiresAt).toBe(inner.expiresAt)

    const signed = await sign(bumped, [other.signer], passphrase)
    const back = TransactionBuilder.fromXdr(signed.envelopeXdr, passphrase)
    if (!(back instanceof FeeBumpTransaction)) throw new Error('not a fee bump')
    expect(back.signatures).toHaveLength(1)
    expect(back.innerTransaction.signatures).toHaveLength(1)
    expect(describeEnvelope(signed.envelopeXdr, passphrase)).toMatchObject({ hash: bumped.hash, innerHash: inner.hash })
  })

  test('never bids below the transaction within', async () => {
    const inner = await sign(buildEnvelope({ ...plan, baseFeeStroops: 500n }, passphrase), [key.signer], passphrase)
    const bumped = feeBump(inner, { feeSource: other.address, baseFeeStroops: 100n, passphrase })
    expect(describeEnvelope(bumped.envelopeXdr, passphrase).feeStroops).toBe(1_000n)
  })
})
