import { lookup } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WorkerContext } from '../context.ts'
import { amountOf, type OutboxWorld, pay, startOutboxWorld } from './outbox.test-helper.ts'
import { createSubmitter } from './submitter.ts'

let world: OutboxWorld
beforeEach(async () => {
  world = await startOutboxWorld()
})
afterEach(() => world.close())
afterAll(() => stopTestServer())

/** Looks with every pass, for a test does not wait. */
const submitter = (context: WorkerContext = world.process()) => createSubmitter(context, [pay], { lookAgainMs: 0 })

/** All envelopes ever handed to the network through this context, in order. */
function watched(context: WorkerContext): { context: WorkerContext; sent: string[] } {
  const sent: string[] = []
  const send: WorkerContext['chain']['send'] = (envelope) => {
    sent.push(envelope)
    return context.chain.send(envelope)
  }
  return { context: { ...context, chain: { ...context.chain, send } }, sent }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + amountOf(number), 0n)

async function expectPaidOnce(numbers: readonly number[]): Promise<void> {
  expect(await world.booked()).toEqual(numbers.map((number) => ({ number, times: 1 })))
  expect(await world.arrivedStroops()).toBe(sum(numbers))
  for (const number of numbers) {
    const row = await world.row(number)
    expect(row.status).toBe('succeeded')
    expect((await lookup(world.chain, row.hash ?? '')).kind).toBe('success')
    for (const hash of row.past_hashes) expect((await lookup(world.chain, hash)).kind).not.toBe('success')
  }
  const locked = await world.database.pool.query('SELECT 1 FROM channel_account WHERE locked_by_outbox IS NOT NULL')
  expect(locked.rows).toEqual([])
}

describe('an action reaches the network exactly once', () => {
  test('when the answer to the send is lost after the ledger took it', async () => {
    await world.ask(1)
    world.net.fault({ kind: 'loseResponse', method: 'sendTransaction' })
    const { context, sent } = watched(world.process())
    const one = submitter(context)
    await one.tick()
    await one.tick()
    await expectPaidOnce([1])
    expect(new Set(sent).size).toBe(1)
    expect((await world.row(1)).attempts).toBe(1)
  })

  test.each(['tryAgainLater', 'drop', 'http5xx'] as const)(
    'when the network says %s: the very same envelope is sent again',
    async (kind) => {
      await world.ask(1)
      world.net.fault({ kind, method: 'sendTransaction', count: 3 })
      const { context, sent } = watched(world.process())
      const one = submitter(context)
      for (let pass = 0; pass < 3; pass += 1) {
        expect(await one.tick()).toMatchObject({ waiting: 1 })
        expect(await world.arrivedStroops()).toBe(0n)
        expect((await world.row(1)).envelope_xdr).toBe(sent[0])
      }
      await one.tick()
      await expectPaidOnce([1])
      expect(sent).toHaveLength(4)
      expect(new Set(sent).size).toBe(1)
    },
  )

  test('when the node denies it until long after its expiry', async () => {
    await world.ask(1)
    world.net.fault({ kind: 'notFound', count: 9 })
    const { context, sent } = watched(world.process())
    const one = submitter(context)
    await one.tick()
    world.net.advance({ seconds: 3_600 })
    for (let pass = 0; pass < 8; pass += 1) await one.tick()
    await expectPaidOnce([1])
    expect(new Set(sent).size).toBe(1)
  })

  test('when the node does not know yet of the ledger that took it', async () => {
    await world.ask(1)
    world.net.fault({ kind: 'notFound', count: 5 })
    const { context, sent } = watched(world.process())
    const one = submitter(context)
    for (let pass = 0; pass < 8; pass += 1) await one.tick()
    await expectPaidOnce([1])
    expect(new Set(sent).size).toBe(1)
    expect((await world.row(1)).past_hashes).toEqual([])
  })

  test('when no ledger closes for many passes: it is sent once, and looked at again with the next ledger', async () => {
    await world.ask(1)
    const { context, sent } = watched(world.process())
    let looks = 0
    let isHidden = true
    const lookup: WorkerContext['chain']['lookup'] = async (hash, innerHash) => {
      looks += 1
      const found = await context.chain.lookup(hash, innerHash)
      const { latestLedger, latestLedgerCloseTime, oldestLedgerCloseTime } = found
      return isHidden ? { kind: 'not-found', hash, latestLedger, latestLedgerCloseTime, oldestLedgerCloseTime } : found
    }
    const one = createSubmitter({ ...context, chain: { ...context.chain, lookup } }, [pay], { lookAgainMs: 600_000 })
    for (let pass = 0; pass < 8; pass += 1) expect(await one.tick()).toMatchObject({ waiting: 1 })
    expect(looks).toBe(2)
    isHidden = false
    world.net.closeLedger()
    await one.tick()
    await expectPaidOnce([1])
    expect(sent).toHaveLength(1)
  })
})

describe('an envelope that was not taken', () => {
  test('is replaced only when a ledger has closed after its expiry', async () => {
    await world.ask(1)
    world.net.fault({ kind: 'tryAgainLater', method: 'sendTransaction', count: 100 })
    const one = submitter()
    await one.tick()
    const first = await world.row(1)
    expect(first.status).toBe('sent')

    // The last second in which a ledger may take it: nothing is proven yet.
    world.net.advance({ seconds: 300 })
    await one.tick()
    expect(await world.row(1)).toMatchObject({ status: 'sent', hash: first.hash, past_hashes: [] })

    world.net.advance({ seconds: 1 })
    world.net.fault(undefined)
    await one.tick()
    const second = await world.row(1)
    expect(second.past_hashes).toEqual([first.hash])
    expect(second.hash).not.toBe(first.hash)
    expect(second.attempts).toBe(2)
    await expectPaidOnce([1])
  })

  test('is not replaced while a node that lags behind is all that answers', async () => {
    await world.ask(1)
    world.net.fault({ kind: 'loseResponse', method: 'sendTransaction' })
    world.net.fault({ kind: 'staleLedger', count: 20 })
    const one = submitter()
    await one.tick()
    world.net.advance({ seconds: 3_600 })
    // The stale node has neither the payment nor a ledger after the expiry.
    await one.tick()
    world.net.fault(undefined)
    await one.tick()
    await expectPaidOnce([1])
    expect((await world.row(1)).past_hashes).toEqual([])
  })
})

describe('a worker that dies', () => {
  class Crash extends Error {}

  test('between the commit of an envelope and its first send leaves it to the next one', async () => {
    await world.ask(1)
    const context = world.process()
    const dying = { ...context, chain: { ...context.chain, send: () => Promise.reject(new Crash()) } }
    await expect(submitter(dying).tick()).rejects.toThrow(Crash)
    const left = await world.row(1)
    expect(left.status).toBe('prepared')
    expect(left.hash).not.toBeNull()
    await submitter().tick()
    expect((await world.row(1)).hash).toBe(left.hash)
    await expectPaidOnce([1])
  })

  test('between the ledger and the books leaves the booking to the next one, whole', async () => {
    await world.ask(1)
    const dying = createSubmitter(world.process(), [
      {
        ...pay,
        async booked(context, client, row, outcome) {
          await pay.booked(context, client, row, outcome)
          throw new Crash()
        },
      },
    ])
    await expect(dying.tick()).rejects.toThrow(Crash)
    expect(await world.booked()).toEqual([])
    expect((await world.row(1)).status).toBe('sent')
    await submitter().tick()
    await expectPaidOnce([1])
  })

  test('before the commit leaves nothing behind', async () => {
    await world.ask(1)
    const context = world.process()
    const prepareEnvelope = () => Promise.reject(new Crash())
    await expect(submitter({ ...context, chain: { ...context.chain, prepareEnvelope } }).tick()).rejects.toThrow(Crash)
    expect(await world.row(1)).toMatchObject({ status: 'pending', hash: null, attempts: 0 })
    await submitter().tick()
    await expectPaidOnce([1])
  })
})

test('two workers on one database build one envelope for each action', async () => {
  const numbers = Array.from({ length: 24 }, (_, index) => index + 1)
  for (const number of numbers) await world.ask(number, `lane:${number % 7}`)
  const workers = [watched(world.process()), watched(world.process())]
  const running = workers.map(async ({ context }) => {
    const one = submitter(context)
    while ((await world.booked()).length < numbers.length) await one.tick()
  })
  await Promise.all(running)
  await expectPaidOnce(numbers)
  const envelopes = new Set(workers.flatMap(({ sent }) => sent))
  expect(envelopes.size).toBe(numbers.length)
  const { rows } = await world.database.pool.query('SELECT 1 FROM outbox WHERE attempts <> 1')
  expect(rows).toEqual([])
})

test('entries of one lane reach the network in the order in which they were asked for', async () => {
  for (const number of [3, 1, 2]) await world.ask(number, 'one')
  world.net.fault({ kind: 'tryAgainLater', method: 'sendTransaction', count: 2 })
  const one = submitter()
  await one.tick()
  // The first is not in a ledger yet: nothing behind it is even built.
  expect(await world.row(1)).toMatchObject({ status: 'pending', hash: null })
  while ((await world.booked()).length < 3) await one.tick()
  const { rows } = await world.database.pool.query<{ number: number }>(
    `SELECT (payload->>'number')::int AS number FROM outbox ORDER BY ledger`,
  )
  expect(rows.map(({ number }) => number)).toEqual([3, 1, 2])
})

test('a payment that the network refuses for good is given up once, and its channel is free again', async () => {
  await world.ask(1)
  // More lumens than the payer has.
  await world.database.pool.query(`UPDATE outbox SET payload = payload || '{"number": 90000}'`)
  const one = submitter()
  for (let pass = 0; pass < 3; pass += 1) await one.tick()
  const row = await world.row(1)
  expect(['failed', 'dead']).toContain(row.status)
  expect(row.last_error).toMatch(/op_underfunded/)
  const { rows } = await world.database.pool.query(`SELECT payload FROM job WHERE kind = 'abandoned'`)
  expect(rows).toHaveLength(1)
  expect(await world.arrivedStroops()).toBe(0n)
  const locked = await world.database.pool.query('SELECT 1 FROM channel_account WHERE locked_by_outbox IS NOT NULL')
  expect(locked.rows).toEqual([])
})

test('an operation that the network refuses to take is given up when its envelope is dead, not sent eight times over', async () => {
  await world.ask(1)
  // Nobody signs for the payer.
  const unsigned = {
    ...pay,
    build: async (...args: Parameters<typeof pay.build>) => ({ ...(await pay.build(...args)), signers: [] }),
  }
  const one = createSubmitter(world.process(), [unsigned])
  await one.tick()
  expect(await world.row(1)).toMatchObject({ status: 'sent', last_error: 'op_bad_auth', attempts: 1 })
  world.net.advance({ seconds: 301 })
  await one.tick()
  expect(await world.row(1)).toMatchObject({ status: 'failed', attempts: 1 })
  const { rows } = await world.database.pool.query(`SELECT payload->>'code' AS code FROM job WHERE kind = 'abandoned'`)
  expect(rows).toEqual([{ code: 'op_bad_auth' }])
})

// Whatever goes wrong in whatever order: each payment arrives once and is booked once.
test('thirty payments over a network where anything fails at random are each paid once', async () => {
  const seed = Number(process.env.HELIOBOND_TEST_SEED ?? Date.now() % 1_000_000)
  console.log(`faults: HELIOBOND_TEST_SEED=${seed}`)
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
  const numbers = Array.from({ length: 30 }, (_, index) => index + 1)
  for (const number of numbers) await world.ask(number, `lane:${number % 5}`)
  const workers = [submitter(), submitter()]
  const kinds = ['loseResponse', 'drop', 'tryAgainLater', 'http5xx', 'notFound', 'staleLedger'] as const
  for (let pass = 0; pass < 400 && (await world.booked()).length < numbers.length; pass += 1) {
    const kind = kinds[random(kinds.length)] ?? 'drop'
    world.net.fault({ kind, count: 1 + random(3), ...(random(2) === 0 && { method: 'sendTransaction' }) })
    if (random(6) === 0) world.net.advance({ seconds: 1 + random(400) })
    const one = workers[random(2)]
    // A question that gets no answer ends the pass; the next one goes on.
    await one?.tick().catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'RpcUnavailableError')) throw error
    })
  }
  world.net.fault(undefined)
  for (let pass = 0; pass < 5; pass += 1) {
    world.net.advance({ seconds: 400 })
    for (const one of workers) await one.tick()
  }
  await expectPaidOnce(numbers)
})
