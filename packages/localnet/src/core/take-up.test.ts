import {
  Address,
  Asset,
  type FeeBumpTransaction,
  Keypair,
  Operation,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-sdk/base'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CounterNetwork, type Declared, dataOf } from '../soroban/test-network.ts'
import { TestNetwork } from './testing.ts'

// Rules: stellar-core, herder/HerderImpl.cpp (recvTransaction), herder/TransactionQueue.cpp, herder/TxQueueLimiter.cpp.

const SLOW = { mode: { everySeconds: 3_600 } } as const

let net: TestNetwork
let alice: Keypair
let bob: Keypair

async function start(opsPerLedger: number, lumens = '10000'): Promise<Keypair[]> {
  net = await TestNetwork.start({ ...SLOW, opsPerLedger })
  const people = Array.from({ length: 12 }, () => Keypair.random())
  for (const person of people) {
    net.send(
      net.build(net.root, [Operation.createAccount({ destination: person.publicKey(), startingBalance: lumens })]),
    )
    net.core.close()
  }
  return people
}

beforeEach(async () => {
  const [first, second] = await start(1000)
  if (first === undefined || second === undefined) throw new Error('nobody')
  alice = first
  bob = second
})
afterEach(() => net.core.stop())

const pay = (amount = '1') => Operation.payment({ destination: net.root.publicKey(), asset: Asset.native(), amount })

function bump(inner: ReturnType<TestNetwork['build']>, payer: Keypair, baseFee: string): FeeBumpTransaction {
  const outer = TransactionBuilder.buildFeeBumpTransaction(payer, baseFee, inner, net.core.passphrase)
  outer.sign(payer)
  return outer
}

const hashOf = (transaction: { hash(): Uint8Array }) => Buffer.from(transaction.hash()).toString('hex')
const isIncluded = (transaction: { hash(): Uint8Array }) => net.core.transaction(hashOf(transaction)) !== undefined
/** Status, or the code if there is one. */
function sent(transaction: Parameters<TestNetwork['send']>[0]): string {
  return net.send(transaction).code
}

describe('beside a waiting transaction of its account', () => {
  test('the same one is a duplicate, also as the inner one of a fee bump', () => {
    const inner = net.build(alice, [pay()])
    const outer = bump(inner, bob, '200')
    expect([sent(outer), sent(outer), sent(inner)]).toEqual(['PENDING', 'DUPLICATE', 'DUPLICATE'])
  })

  test('any other is told to come again, whatever else is wrong with it, but for a number already past', () => {
    const { sequence } = net.account(alice.publicKey())
    expect(sent(net.build(alice, [pay()], { sequence }))).toBe('PENDING')
    expect(sent(net.build(alice, [pay('2')], { sequence: sequence + 1n, signers: [bob] }))).toBe('TRY_AGAIN_LATER')
    expect(sent(bump(net.build(alice, [pay('2')], { sequence: sequence + 1n }), bob, '9000'))).toBe('TRY_AGAIN_LATER')
    expect(sent(net.build(alice, [pay('2')], { sequence: sequence - 1n }))).toBe('tx_bad_seq')
  })

  test('a fee bump with its number replaces it for ten times its bid, whoever pays; the replaced one may come again', () => {
    const first = net.build(alice, [pay()])
    expect(sent(first)).toBe('PENDING')
    const cheap = net.send(bump(first, bob, '999'))
    expect(cheap.code).toBe('tx_insufficient_fee')
    expect(sent(bump(first, bob, '1000'))).toBe('PENDING')
    net.core.close()
    expect(net.core.transaction(hashOf(first))?.feeBump).toBe(true)
  })

  test('a contract call does not wait with a classic transaction, nor with what its source pays the fee of', async () => {
    const network = await CounterNetwork.start()
    // The contract's network closes a ledger for each transaction: it is taken over by one that does not.
    await start(1000)
    net.core.restore(network.start)
    const me = Address.fromString(network.payer.publicKey()).toScVal()
    const call = (source: Keypair, declared: Declared) =>
      net.build(source, [network.authorized('of', me)], {
        edit: (builder) => void builder.setSorobanData(dataOf(declared)),
      })
    const reads = { readOnly: [network.instance, network.code] }
    const payer = network.payer
    expect(sent(net.build(payer, [pay()]))).toBe('PENDING')
    expect(sent(call(payer, reads))).toBe('TRY_AGAIN_LATER')
    net.core.close()
    expect(sent(bump(net.build(net.root, [pay()]), payer, '200'))).toBe('PENDING')
    expect(sent(call(payer, reads))).toBe('TRY_AGAIN_LATER')
    net.core.close()
    expect(sent(call(payer, reads))).toBe('PENDING')
    expect(sent(net.build(payer, [pay()]))).toBe('TRY_AGAIN_LATER')
    // Its declaration is looked at before it is told to come again.
    const { sequence } = net.account(payer.publicKey())
    const tooMuch = net.build(payer, [network.authorized('of', me)], {
      sequence: sequence + 1n,
      edit: (builder) => void builder.setSorobanData(dataOf({ ...reads, diskReadBytes: 200_001 })),
    })
    expect(sent(tooMuch)).toBe('tx_soroban_invalid')
  })
})

describe('a transaction is told to come again', () => {
  test('for nine ledgers after it was included', () => {
    const transaction = net.build(alice, [pay()])
    expect(sent(transaction)).toBe('PENDING')
    net.core.close()
    expect(isIncluded(transaction)).toBe(true)
    for (let ledger = 0; ledger < 9; ledger += 1) {
      expect(sent(transaction)).toBe('TRY_AGAIN_LATER')
      net.core.close()
    }
    expect(sent(transaction)).toBe('tx_bad_seq')
  })

  test('for ten ledgers after four ledgers did not include it', async () => {
    const [poor, rich] = await start(1)
    if (poor === undefined || rich === undefined) throw new Error('nobody')
    const cheap = net.build(poor, [pay()], { fee: 100 })
    expect(sent(cheap)).toBe('PENDING')
    for (let ledger = 0; ledger < 4; ledger += 1) {
      expect(sent(net.build(rich, [pay()], { fee: 1000 }))).toBe('PENDING')
      expect(sent(cheap)).toBe('DUPLICATE')
      net.core.close()
    }
    for (let ledger = 0; ledger < 10; ledger += 1) {
      expect(sent(cheap)).toBe('TRY_AGAIN_LATER')
      net.core.close()
    }
    expect(isIncluded(cheap)).toBe(false)
    expect(sent(cheap)).toBe('PENDING')
    net.core.close()
    expect(isIncluded(cheap)).toBe(true)
  })

  test('after it became invalid while it waited', () => {
    const { sequence } = net.core.latestLedger()
    const edit = (builder: TransactionBuilder) => void builder.setLedgerbounds(0, sequence + 5)
    const stale = net.build(alice, [pay()], { edit })
    expect(sent(stale)).toBe('PENDING')
    net.core.advance({ seconds: 60, ledgers: 6 })
    expect(isIncluded(stale)).toBe(false)
    expect(sent(stale)).toBe('TRY_AGAIN_LATER')
    expect(sent(net.build(alice, [pay()]))).toBe('PENDING')
  })
})

describe('room in the queue', () => {
  test('is refused to what bids no more than what had to leave, until the next ledger', async () => {
    const people = await start(2)
    const [first, second, third, fourth, fifth] = people
    if (!first || !second || !third || !fourth || !fifth) throw new Error('nobody')
    // Two ledgers' worth wait: three operations that bid 200 each, and one of 300.
    expect(sent(net.build(first, [pay(), pay(), pay()], { fee: 200 }))).toBe('PENDING')
    expect(sent(net.build(second, [pay()], { fee: 300 }))).toBe('PENDING')
    const low = net.send(net.build(third, [pay(), pay()], { fee: 200 }))
    expect(low.code).toBe('tx_insufficient_fee')
    expect(low.applied).toBeUndefined()
    expect(sent(net.build(fourth, [pay()], { fee: 250 }))).toBe('PENDING')
    const room = net.build(fifth, [pay()], { fee: 200 })
    expect(sent(room), 'two operations are free, but 200 was too little before').toBe('tx_insufficient_fee')
    expect(sent(room), 'what found no room is not looked at again').toBe('TRY_AGAIN_LATER')
    expect(net.core.close().operationCount).toBe(2)
    expect(sent(net.build(third, [pay()], { fee: 150 }))).toBe('PENDING')
  })

  test('tells what would have to be bid, rounded up an operation', async () => {
    const [first, second] = await start(1)
    if (!first || !second) throw new Error('nobody')
    expect(sent(net.build(first, [pay(), pay()], { fee: 155 }))).toBe('PENDING')
    const refused = net.send(net.build(second, [pay()], { fee: 155 }))
    expect(refused.code).toBe('tx_insufficient_fee')
    expect(xdr.TransactionResult.fromXdr(refused.sent.errorResultXdr ?? new Uint8Array()).feeCharged).toBe(156n)
  })

  test('is never there for more operations than may wait, whatever is bid', async () => {
    const [first] = await start(1)
    if (!first) throw new Error('nobody')
    expect(sent(net.build(first, [pay(), pay(), pay()], { fee: 100_000 }))).toBe('TRY_AGAIN_LATER')
  })
})
