import { Asset, Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { describe, expect, test } from 'vitest'
import { brokenLaws } from '../laws/state.ts'
import { codesOf, TestNetwork } from './testing.ts'

// Rules: stellar-core, herder/SurgePricingUtils.cpp, herder/TxSetFrame.cpp, herder/TxQueueLimiter.cpp.

const SLOW = { mode: { everySeconds: 3_600 } } as const

async function crowd(opsPerLedger: number, size: number): Promise<{ net: TestNetwork; people: Keypair[] }> {
  const net = await TestNetwork.start({ ...SLOW, opsPerLedger })
  const people: Keypair[] = []
  for (let at = 0; at < size; at += 1) {
    const person = Keypair.random()
    people.push(person)
    net.send(
      net.build(net.root, [Operation.createAccount({ destination: person.publicKey(), startingBalance: '100' })], {
        fee: 10_000,
      }),
    )
    net.core.close()
  }
  return { net, people }
}

const pay = (net: TestNetwork) =>
  Operation.payment({ destination: net.root.publicKey(), asset: Asset.native(), amount: '0.0000001' })

/** Sends one transaction of each with that fee an operation and so many operations; tells the hashes. */
function sendAll(net: TestNetwork, people: readonly Keypair[], bids: readonly number[], operations = 1): string[] {
  return bids.map((fee, at) => {
    const person = people[at]
    if (person === undefined) throw new Error('too few people')
    const body = Array.from({ length: operations }, () => pay(net))
    return net.send(net.build(person, body, { fee })).sent.hash
  })
}

const feesOf = (net: TestNetwork, sequence: number) =>
  net.core.transactionsOf(sequence).map(({ feeChargedStroops }) => feeChargedStroops)

describe('a ledger that cannot hold all that waits', () => {
  test('takes the highest bids, and all pay the lowest of those', async () => {
    const { net, people } = await crowd(3, 5)
    const hashes = sendAll(net, people, [150, 900, 100, 400, 200])
    const first = net.core.close()
    expect(xdr.LedgerHeaderHistoryEntry.fromXdr(first.headerXdr).header.maxTxSetSize).toBe(3)
    expect(feesOf(net, first.sequence)).toEqual([200n, 200n, 200n])
    const included = net.core.transactionsOf(first.sequence).map(({ hash }) => hash)
    expect(new Set(included)).toEqual(new Set([hashes[1], hashes[3], hashes[4]]))
    const second = net.core.close()
    expect(feesOf(net, second.sequence), 'nothing is left waiting: the base fee').toEqual([100n, 100n])
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  test('compares bids an operation, and passes over what is too large', async () => {
    const { net, people } = await crowd(4, 3)
    sendAll(net, people.slice(0, 1), [500], 3)
    sendAll(net, people.slice(1, 2), [300], 3)
    sendAll(net, people.slice(2), [200], 1)
    const ledger = net.core.close()
    expect(ledger.operationCount).toBe(4)
    expect(feesOf(net, ledger.sequence)).toEqual([600n, 200n])
  })

  test('charges the base fee to all when all fit, whatever they bid', async () => {
    const { net, people } = await crowd(10, 3)
    sendAll(net, people, [100, 5_000, 900])
    expect(feesOf(net, net.core.close().sequence)).toEqual([100n, 100n, 100n])
  })
})

describe('a queue that is full', () => {
  test('takes a higher bid in place of the lowest, and says what would have been enough', async () => {
    const { net, people } = await crowd(2, 6)
    const hashes = sendAll(net, people, [100, 200, 300, 400])
    const [, , , , fifth, sixth] = people
    if (fifth === undefined || sixth === undefined) throw new Error('too few people')
    const poor = net.send(net.build(fifth, [pay(net)], { fee: 100 }))
    expect(poor.sent.status).toBe('ERROR')
    expect(codesOf(poor.sent.errorResultXdr ?? new Uint8Array()).code).toBe('tx_insufficient_fee')
    expect(net.send(net.build(sixth, [pay(net)], { fee: 150 })).sent.status).toBe('PENDING')
    const taken = [net.core.close(), net.core.close(), net.core.close()].flatMap(({ sequence }) =>
      net.core.transactionsOf(sequence).map(({ hash }) => hash),
    )
    expect(taken).toHaveLength(4)
    expect(taken, 'the lowest bid made room').not.toContain(hashes[0])
  })
})
