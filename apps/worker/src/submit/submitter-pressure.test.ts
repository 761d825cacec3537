import { lookup, send } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { WorkerContext } from '../context.ts'
import { amountOf, type OutboxWorld, pay, startOutboxWorld } from './outbox.test-helper.ts'
import { createSubmitter } from './submitter.ts'

let world: OutboxWorld
beforeEach(async () => {
  world = await startOutboxWorld()
})
afterEach(() => world.close())
afterAll(() => stopTestServer())

/** A process for which parts of the network answer otherwise. */
function processWith(chain: Partial<WorkerContext['chain']>): WorkerContext {
  const context = world.process()
  return { ...context, chain: { ...context.chain, ...chain } }
}
const bids = (stroops: bigint) => async () => ({ classicStroops: stroops, contractStroops: stroops })
const alarms = async () => {
  const rows = await world.database.prisma.alarm.findMany({ where: { clearedAt: null } })
  return rows.map(({ kind }) => kind)
}
const entry = (number: number) =>
  world.database.prisma.outbox.findFirstOrThrow({ where: { idempotencyKey: `pay:${number}` } })

test('a transaction that others outbid bids ten times as much, is the same within, and is carried out once', async () => {
  await world.ask(1)
  world.net.fault({ kind: 'tryAgainLater', method: 'sendTransaction', count: 1_000 })
  let others = 100n
  const one = createSubmitter(processWith({ bids: async () => bids(others)() }), [pay])
  await one.tick()
  const first = await entry(1)
  expect(first.bidStroops).toBe(100n)

  // Nobody bids more: time alone changes nothing.
  world.net.advance({ seconds: 20 })
  await one.tick()
  expect(await entry(1)).toMatchObject({ hash: first.hash, bidStroops: 100n })

  others = 700n
  await one.tick()
  const second = await entry(1)
  expect(second).toMatchObject({ status: 'sent', innerHash: first.innerHash, bidStroops: 1_000n, attempts: 1 })
  expect(second.hash).not.toBe(first.hash)

  world.net.fault(undefined)
  await one.tick()
  expect(await entry(1)).toMatchObject({ status: 'succeeded', attempts: 1 })
  expect(await world.booked()).toEqual([{ number: 1, times: 1 }])
  // The first bump is refused from now on: its transaction is spent.
  expect((await send(world.chain, first.envelopeXdr ?? '')).kind).toBe('ERROR')
  expect(await world.arrivedStroops()).toBe(amountOf(1))
})

test('whichever bump a ledger takes, the entry is found and booked once, by the hash that the ledger has', async () => {
  await world.ask(1)
  world.net.fault({ kind: 'tryAgainLater', method: 'sendTransaction', count: 2 })
  const one = createSubmitter(processWith({ bids: bids(700n) }), [pay])
  await one.tick()
  const first = await entry(1)
  expect(first.bidStroops).toBe(700n)
  world.net.advance({ seconds: 20 })
  const outbid = createSubmitter(processWith({ bids: bids(50_000n) }), [pay])
  await outbid.tick()
  const second = await entry(1)
  expect(second.bidStroops).toBe(50_000n)
  // The first one was taken after all.
  expect((await send(world.chain, first.envelopeXdr ?? '')).kind).toBe('PENDING')
  await outbid.tick()
  // Known from then on by the hash that its events carry, which is the first one's.
  expect(await entry(1)).toMatchObject({ status: 'succeeded', hash: first.hash })
  expect(await lookup(world.chain, first.innerHash ?? '')).toMatchObject({ kind: 'success', hash: first.hash })
  expect(await world.booked()).toEqual([{ number: 1, times: 1 }])
  expect(await world.arrivedStroops()).toBe(amountOf(1))
})

test('no bid goes above the cap that an operator set, and that it binds is told', async () => {
  await world.database.prisma.setting.create({ data: { key: 'fees', value: { capStroops: '900' } } })
  await world.ask(1)
  world.net.fault({ kind: 'tryAgainLater', method: 'sendTransaction', count: 1_000 })
  const one = createSubmitter(processWith({ bids: bids(200n) }), [pay])
  await one.tick()
  world.net.advance({ seconds: 20 })
  const outbid = createSubmitter(processWith({ bids: bids(10_000n) }), [pay])
  await outbid.tick()
  expect((await entry(1)).bidStroops).toBe(200n)
  expect(await alarms()).toEqual(['fees.capped'])
})

test('while the network gives no answer, fewer and fewer are under way, and all of them arrive in the end', async () => {
  for (const number of [1, 2, 3]) await world.ask(number)
  world.net.fault({ kind: 'drop', method: 'sendTransaction', count: 1_000 })
  const one = createSubmitter(world.process(), [pay])
  await one.tick()
  const underWay = () => world.database.prisma.outbox.count({ where: { status: { in: ['prepared', 'sent'] } } })
  expect(await underWay()).toBe(1)
  await one.tick()
  expect(await underWay()).toBe(1)
  world.net.fault(undefined)
  for (let pass = 0; pass < 6; pass += 1) await one.tick()
  expect(await world.booked()).toEqual([1, 2, 3].map((number) => ({ number, times: 1 })))
})

test('what the network has frozen waits with an alarm, costs no try, and goes through once it is thawed', async () => {
  await world.ask(1)
  let isFrozen = true
  const context = world.process()
  const one = createSubmitter(
    processWith({
      send: (envelope) =>
        isFrozen ? Promise.resolve({ status: 'ERROR', code: 'tx_frozen_key_accessed' }) : context.chain.send(envelope),
    }),
    [pay],
  )
  for (let hour = 0; hour < 12; hour += 1) {
    await one.tick()
    world.net.advance({ seconds: 301 })
    await one.tick()
    expect(await entry(1)).toMatchObject({ status: 'pending', attempts: 0, lastError: 'tx_frozen_key_accessed' })
    world.net.advance({ seconds: 3_600 })
  }
  expect(await alarms()).toEqual(['network.frozen'])
  isFrozen = false
  await one.tick()
  await one.tick()
  expect(await world.booked()).toEqual([{ number: 1, times: 1 }])
  expect(await alarms()).toEqual([])
})

test('what is given up is an alarm until something of its kind and lane goes through', async () => {
  const failing = { ...pay, build: async () => ({ code: 'NO_USE', detail: 'at all', retry: false }) }
  const { abandoned: _, ...reserving } = failing
  await world.ask(1, 'lane')
  await createSubmitter(world.process(), [reserving]).tick()
  expect((await entry(1)).status).toBe('failed')
  expect(await alarms()).toEqual(['outbox.given_up'])
  await world.ask(2, 'lane')
  const one = createSubmitter(world.process(), [pay])
  await one.tick()
  await one.tick()
  expect((await entry(2)).status).toBe('succeeded')
  expect(await alarms()).toEqual([])
})
