import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ChainEvent,
  eventPages,
  eventsOf,
  ledgerAt,
  payment,
  readEvents,
  type Signer,
  sacAddress,
  tokenMovement,
  turnClock,
} from './index.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

describe('the network’s history', () => {
  let network: TestNetwork
  let a: Signer
  let b: Signer
  const closed: { sequence: number; closedAt: bigint }[] = []

  beforeAll(async () => {
    network = await startTestNetwork()
    a = await network.account()
    b = await network.account()
    for (const seconds of [0, 0, 10, 1, 86_400, 0, 3, 7 * 86_400, 0]) {
      if (seconds > 0) await turnClock(network.chain, { seconds })
      else await network.act(a, [payment({ destination: b.address, asset: 'native', amountStroops: 1n })])
      closed.push({ sequence: await network.chain.ledger(), closedAt: await network.chain.now() })
    }
  })
  afterAll(() => network.close())

  test('gives the last ledger that closed at or before any time', async () => {
    const last = closed.at(-1)
    if (!last) throw new Error('no ledgers')
    for (const { closedAt } of closed) {
      for (const time of [closedAt - 1n, closedAt, closedAt + 1n]) {
        if (time >= last.closedAt) continue
        const expected = closed.findLast((ledger) => ledger.closedAt <= time)
        const found = await ledgerAt(network.chain, time)
        if (expected) expect(found).toEqual({ ok: true, value: expected })
      }
    }
  })

  test('does not call a ledger the last of a time that has not passed', async () => {
    const now = await network.chain.now()
    expect(await ledgerAt(network.chain, now)).toEqual({
      ok: false,
      error: { code: 'TIME_NOT_PASSED', latestClosedAt: now },
    })
  })

  test('gives the same events in pages of any size, each once', async () => {
    const lumens = sacAddress('native', network.chain.config.passphrase)
    const all = await readEvents(network.chain, { contractIds: [lumens], from: { ledger: 2 } })
    expect(all.events.length).toBeGreaterThan(4)
    expect(all.coveredLedger).toBe(all.latestLedger)
    for (const limit of [1, 2, 3, all.events.length]) {
      const ids: string[] = []
      for await (const page of eventPages(network.chain, { contractIds: [lumens], from: { ledger: 2 }, limit })) {
        ids.push(...page.events.map(({ id }) => id))
      }
      expect(ids).toEqual(all.events.map(({ id }) => id))
    }
  })

  test('goes on from a cursor where it was left', async () => {
    const lumens = sacAddress('native', network.chain.config.passphrase)
    const before = await readEvents(network.chain, { contractIds: [lumens], from: { ledger: 2 } })
    const done = await network.act(a, [payment({ destination: b.address, asset: 'native', amountStroops: 3n })])
    const after = await readEvents(network.chain, { contractIds: [lumens], from: { cursor: before.cursor } })
    expect(new Set(after.events.map(({ txHash }) => txHash))).toEqual(new Set([done.hash]))
    expect(after.events[0]).toMatchObject({ ledger: done.ledger, closedAt: done.closedAt, contractId: lumens })
  })

  test('gives an event the place that its transaction gives it', async () => {
    const done = await network.act(a, [
      payment({ destination: b.address, asset: 'native', amountStroops: 5n }),
      payment({ destination: b.address, asset: 'native', amountStroops: 6n }),
    ])
    const lumens = sacAddress('native', network.chain.config.passphrase)
    const { events } = await readEvents(network.chain, { contractIds: [lumens], from: { ledger: done.ledger } })
    const place = (event: ChainEvent) => [
      event.txHash,
      event.applicationOrder,
      event.operationIndex,
      event.eventIndex,
      event.valueXdr,
    ]
    const own = eventsOf(done).filter(({ contractId }) => contractId === lumens)
    expect(own).toHaveLength(2)
    const found = events.filter(({ txHash }) => txHash === done.hash).map(place)
    for (const event of own.map(place)) expect(found).toContainEqual(event)
  })

  test('gives what some accounts received, and nothing else', async () => {
    const from = await network.chain.ledger()
    const c = await network.account()
    const d = await network.account()
    await network.act(a, [payment({ destination: c.address, asset: 'native', amountStroops: 7n })])
    await network.act(c, [payment({ destination: b.address, asset: 'native', amountStroops: 8n })])
    await network.act(a, [payment({ destination: d.address, asset: 'native', amountStroops: 9n })])
    const lumens = sacAddress('native', network.chain.config.passphrase)
    const query = { contractIds: [lumens], receivers: [c.address, d.address], from: { ledger: from + 1 } }
    const { events } = await readEvents(network.chain, query)
    const received = events.map(tokenMovement).filter((movement) => movement?.from === a.address)
    expect(received.map((movement) => movement?.amountStroops)).toEqual([7n, 9n])
    expect(events.map(tokenMovement).every((movement) => movement?.to !== b.address)).toBe(true)
  })

  test('takes a question again that got no answer', async () => {
    network.net.fault({ kind: 'http5xx', count: 2 })
    expect(await network.chain.ledger()).toBeGreaterThan(0)
    network.net.fault(undefined)
  })
})
