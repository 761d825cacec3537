import { createHash } from 'node:crypto'
import { Asset, Keypair, Operation, StrKey, type Transaction } from '@stellar/stellar-sdk/base'
import { beforeEach, describe, expect, test } from 'vitest'
import { TestNetwork } from '../core/testing.ts'
import { submitWire } from '../ops/codes/table.test-helper.ts'

let net: TestNetwork
let alice: Keypair
let bob: Keypair

beforeEach(async () => {
  net = await TestNetwork.start()
  alice = net.fund()
  bob = net.fund()
})

const pay = (amount = '1', source = alice) =>
  Operation.payment({
    destination: net.root.publicKey(),
    asset: Asset.native(),
    amount,
    source: source.publicKey(),
  })

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** What is left of an account's signers, and of the reserves they take. */
const left = (of: Keypair) => {
  const { signers, numSubEntries } = net.account(of.publicKey())
  return [signers.length, numSubEntries]
}

/** A transaction of Alice's that nobody has signed, to be sent after `before` others. */
const unsigned = (operations = [pay()], before = 1n, source = alice): Transaction =>
  net.build(source, operations, { sequence: net.account(source.publicKey()).sequence + before, signers: [] })

const authorize = (by: Keypair, tx: Transaction, weight = 1) =>
  net.must(by, [Operation.setOptions({ signer: { preAuthTx: tx.hash(), weight } })])

describe('a transaction authorized beforehand', () => {
  test('takes its signer away also if it fails', () => {
    const tx = unsigned([pay('99999')])
    authorize(alice, tx)
    expect(left(alice)).toEqual([1, 1])
    expect(net.send(tx).operations).toEqual(['underfunded'])
    expect(left(alice)).toEqual([0, 0])
  })

  test('takes it from every account that an operation acts for', () => {
    const tx = unsigned([pay(), pay('1', bob)])
    authorize(alice, tx)
    authorize(bob, tx)
    expect(net.send(tx).code).toBe('tx_success')
    expect([left(alice), left(bob)]).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  test('gives a sponsored reserve back to its sponsor', () => {
    // Bob's transaction takes no number of Alice's.
    const tx = unsigned([pay()], 0n)
    const source = alice.publicKey()
    net.must(
      bob,
      [
        Operation.beginSponsoringFutureReserves({ sponsoredId: source }),
        Operation.setOptions({ signer: { preAuthTx: tx.hash(), weight: 1 }, source }),
        Operation.endSponsoringFutureReserves({ source }),
      ],
      { signers: [alice, bob] },
    )
    expect(net.account(bob.publicKey()).numSponsoring).toBe(1)
    expect(net.send(tx).code).toBe('tx_success')
    expect(net.account(bob.publicKey()).numSponsoring).toBe(0)
    expect(net.account(source).numSponsored).toBe(0)
  })

  test('leaves its signer where it is as long as it is not taken up', () => {
    const tx = unsigned([pay()], 5n)
    authorize(alice, tx)
    expect(net.send(tx).code).toBe('tx_bad_seq')
    expect(left(alice)).toEqual([1, 1])
  })

  test('counts with its weight only', () => {
    net.must(alice, [Operation.setOptions({ masterWeight: 9, medThreshold: 2 })])
    const tx = unsigned()
    authorize(alice, tx)
    expect(net.send(tx).operations).toEqual(['op_bad_auth'])
  })
})

describe('a hash', () => {
  const preimage = Buffer.from('the word')

  test('is opened by its preimage alone', () => {
    net.must(alice, [Operation.setOptions({ signer: { sha256Hash: sha256(preimage), weight: 1 } })])
    const opened = (word: Buffer) => {
      const tx = unsigned([pay()], 0n)
      tx.signHashX(word)
      return net.send(tx).code
    }
    expect(opened(Buffer.from('another'))).toBe('tx_bad_auth')
    expect(opened(preimage)).toBe('tx_success')
    expect(opened(preimage)).toBe('tx_success')
    expect(left(alice)).toEqual([1, 1])
  })

  test('comes before the master key, whose signature is then one too many', () => {
    net.must(alice, [Operation.setOptions({ signer: { sha256Hash: sha256(preimage), weight: 1 } })])
    const tx = net.build(alice, [pay()])
    tx.signHashX(preimage)
    expect(net.send(tx).code).toBe('tx_bad_auth_extra')
  })
})

describe('a signed payload (CAP-40)', () => {
  test.each([1, 3, 4, 29, 64])('of %i bytes is signed by its key', (length) => {
    const payload = Buffer.alloc(length, 0xab)
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4)
    payload.copy(padded)
    const header = Buffer.concat([bob.rawPublicKey(), Buffer.from([0, 0, 0, length]), padded])
    const ed25519SignedPayload = StrKey.encodeSignedPayload(header)
    net.must(alice, [Operation.setOptions({ signer: { ed25519SignedPayload, weight: 1 } })])
    const wrong = unsigned([pay()], 0n)
    wrong.addDecoratedSignature(bob.signPayloadDecorated(Buffer.alloc(length, 0xaa)))
    expect(net.send(wrong).code).toBe('tx_bad_auth')
    const tx = unsigned([pay()], 0n)
    tx.addDecoratedSignature(bob.signPayloadDecorated(payload))
    expect(net.send(tx).code).toBe('tx_success')
  })
})

describe('an Ed25519 key', () => {
  test('adds its weight to that of others, once', () => {
    const [first, second] = [Keypair.random(), Keypair.random()]
    net.must(alice, [
      ...[first, second].map((each) =>
        Operation.setOptions({ signer: { ed25519PublicKey: each.publicKey(), weight: 1 } }),
      ),
      Operation.setOptions({ masterWeight: 0, lowThreshold: 2, medThreshold: 2, highThreshold: 2 }),
    ])
    const code = (signers: Keypair[]) => net.submit(alice, [pay()], { signers }).code
    expect(code([first])).toBe('tx_bad_auth')
    expect(code([first, first])).toBe('tx_bad_auth')
    expect(code([alice, first])).toBe('tx_bad_auth')
    expect(code([first, second])).toBe('tx_success')
    expect(code([second, first])).toBe('tx_success')
  })

  test('may be an account of its own that never was', () => {
    const stranger = Keypair.random()
    net.must(alice, [Operation.setOptions({ signer: { ed25519PublicKey: stranger.publicKey(), weight: 1 } })])
    expect(net.submit(alice, [pay()], { signers: [stranger] }).code).toBe('tx_success')
  })

  test('signs for a muxed source as for the account beneath, of a transaction and of an operation', () => {
    const muxed = { type: 256, med25519: { id: 77n, ed25519: alice.rawPublicKey() } } as const
    const before = net.account(alice.publicKey())
    const fate = submitWire(net, alice, (tx) => ({
      ...tx,
      sourceAccount: muxed,
      operations: [{ ...pay().toXdrObject(), sourceAccount: muxed }],
    }))
    expect(fate.code).toBe('tx_success')
    const after = net.account(alice.publicKey())
    expect([before.balanceStroops - after.balanceStroops, after.sequence - before.sequence]).toEqual([10_000_100n, 1n])
  })
})
