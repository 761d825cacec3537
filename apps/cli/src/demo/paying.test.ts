import { type Lookup, payment, setOptions, trustline } from '@heliobond/chain'
import { createWorker, type WorkerContext } from '@heliobond/worker'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from './launched.test-helper.ts'
import type { Life } from './life.ts'
import type { DemoParts } from './parts.ts'

const UNIT = 10_000_000n

let launched: Launched
let parts: DemoParts
let life: Life
let context: WorkerContext
beforeEach(async () => {
  launched = await startLaunched()
  parts = launched.parts
  life = launched.life
  context = launched.context
})
afterEach(() => launched.close())

const settle = (of: WorkerContext = context) => createWorker(of).settleDown({ pollMs: 5 })
const monthEnds = (month: number) => launched.monthEnds(month)
const later = (seconds: bigint) => launched.later(seconds)
const give = (party: number, amountStroops: bigint) => launched.give(party, amountStroops)

const held = async (party: number) =>
  (await trustline(parts.chain, life.people.address(`wallet.${party}`), life.assets.settlement))?.balanceStroops ?? 0n

interface Bill {
  readonly number: bigint
  readonly party_index: number
  readonly due_stroops: bigint
  readonly paid_stroops: bigint
  readonly credit_stroops: bigint
  readonly price_stroops: bigint
  readonly payments: number
}

async function bills(party: number): Promise<readonly Bill[]> {
  const { rows } = await parts.database.pool.query<Bill>(
    `SELECT b.*, (SELECT count(*)::int FROM payment p WHERE p.bill_number = b.number) AS payments
     FROM bill b WHERE party_index = $1 ORDER BY number`,
    [party],
  )
  return rows
}

const paid = async (party: number) =>
  (await bills(party)).map((bill) => bill.due_stroops > 0n && bill.paid_stroops === bill.due_stroops)

describe('a wallet that cannot pay delays nobody', () => {
  test('when it is empty: the others are paid in the same round, it as soon as it is filled', async () => {
    await give(CLINIC, 5_000n * UNIT)
    await monthEnds(1)
    await settle()
    expect([await paid(SCHOOL), await paid(CLINIC)]).toEqual([[false], [true]])
    await give(SCHOOL, 5_000n * UNIT)
    await settle()
    expect(await paid(SCHOOL)).toEqual([true])
    expect((await bills(SCHOOL)).map(({ payments }) => payments)).toEqual([1])
  })

  test('when its user has taken the right to pay back', async () => {
    for (const party of [SCHOOL, CLINIC]) await give(party, 5_000n * UNIT)
    const source = life.people.address(`wallet.${SCHOOL}`)
    const signer = { address: life.people.address('autopay'), weight: 0 }
    await life.send('wallet: auto-pay removed', [source], [setOptions({ source, signer })])
    await monthEnds(1)
    await settle()
    expect([await paid(SCHOOL), await paid(CLINIC)]).toEqual([[false], [true]])
    expect(await held(SCHOOL)).toBe(5_000n * UNIT)
  })

  test('when it holds enough for one bill of two: the older is paid, with everyone else’s', async () => {
    await give(CLINIC, 10_000n * UNIT)
    await monthEnds(1)
    await settle()
    await monthEnds(2)
    await createWorker(context, ['settle', 'submit']).settleDown({ pollMs: 5 })
    const [first, second] = await bills(SCHOOL)
    if (!first || !second) throw new Error('two months make two bills')
    await give(SCHOOL, first.due_stroops + second.due_stroops / 2n)
    await settle()
    expect([await paid(SCHOOL), await paid(CLINIC)]).toEqual([
      [true, false],
      [true, true],
    ])
    const failed = await parts.database.pool.query(`SELECT idempotency_key FROM outbox WHERE status <> 'succeeded'`)
    expect(failed.rows).toEqual([])
  })

  test('when it is emptied between the quote and the ledger: the others are paid in the next round, it is tried alone', async () => {
    for (const party of [SCHOOL, CLINIC]) await give(party, 5_000n * UNIT)
    await monthEnds(1)
    await createWorker(context, ['settle', 'submit']).settleDown({ pollMs: 5 })
    await createWorker(context, ['pay']).tick()
    const source = life.people.address(`wallet.${SCHOOL}`)
    const back = payment({
      source,
      destination: life.people.address('utility'),
      asset: life.assets.settlement,
      amountStroops: 5_000n * UNIT,
    })
    await life.send('wallet emptied', [source], [back])
    await settle()
    expect([await paid(SCHOOL), await paid(CLINIC)]).toEqual([[false], [true]])
    await give(SCHOOL, 5_000n * UNIT)
    await later(600n)
    await settle()
    expect(await paid(SCHOOL)).toEqual([true])
    for (const party of [SCHOOL, CLINIC]) expect((await bills(party))[0]?.payments).toBe(1)
  })
})

test('a gift into a collection account pays the oldest bill, and what is left over the next one before the wallet does', async () => {
  await give(CLINIC, 10_000n * UNIT)
  await monthEnds(1)
  await settle()
  const [first] = await bills(SCHOOL)
  if (!first) throw new Error('a month makes a bill')
  expect(first.paid_stroops).toBe(0n)
  const donor = life.people.address('utility')
  const gift = first.due_stroops + first.due_stroops / 3n
  await life.send(
    'a gift',
    [donor],
    [
      payment({
        source: donor,
        destination: life.people.address(`collection.${SCHOOL}`),
        asset: life.assets.settlement,
        amountStroops: gift,
      }),
    ],
  )
  await settle()
  expect(await bills(SCHOOL)).toMatchObject([{ paid_stroops: first.due_stroops, credit_stroops: 0n, payments: 0 }])

  await give(SCHOOL, 10_000n * UNIT)
  await monthEnds(2)
  await settle()
  const [, second] = await bills(SCHOOL)
  if (!second) throw new Error('a second month makes a second bill')
  const credit = gift - first.due_stroops
  expect(second.due_stroops).toBeGreaterThan(credit)
  expect(second).toMatchObject({ paid_stroops: second.due_stroops, credit_stroops: credit, payments: 1 })
  expect(await held(SCHOOL)).toBe(10_000n * UNIT - (second.due_stroops - credit))
})

/** A node that has not heard of the ledgers in which collections are. */
function withLateCollections(): WorkerContext {
  return {
    ...context,
    chain: {
      ...context.chain,
      async lookup(hash): Promise<Lookup> {
        const found = await context.chain.lookup(hash, null)
        const { rows } = await parts.database.pool.query<{ kind: string }>('SELECT kind FROM outbox WHERE hash = $1', [
          hash,
        ])
        if (rows[0]?.kind !== 'offering.collect' || found.kind === 'not-found') return found
        const { latestLedger, latestLedgerCloseTime, oldestLedgerCloseTime } = found
        return { kind: 'not-found', hash, latestLedger, latestLedgerCloseTime, oldestLedgerCloseTime }
      },
    },
  }
}

async function passes(of: WorkerContext, count: number): Promise<void> {
  const worker = createWorker(of)
  for (let pass = 0; pass < count; pass += 1) await worker.tick()
}

test('credit that is booked late is not paid again by the wallet', async () => {
  await monthEnds(1)
  await settle()
  const [first] = await bills(SCHOOL)
  if (!first) throw new Error('a month makes a bill')
  const donor = life.people.address('utility')
  const destination = life.people.address(`collection.${SCHOOL}`)
  const credit = first.due_stroops / 3n
  const amountStroops = first.due_stroops + credit
  await life.send(
    'a gift',
    [donor],
    [payment({ source: donor, destination, asset: life.assets.settlement, amountStroops })],
  )
  await settle()

  await give(SCHOOL, 10_000n * UNIT)
  await monthEnds(2)
  // The network has taken the credit, the books have not heard of it.
  await passes(withLateCollections(), 6)
  const [, between] = await bills(SCHOOL)
  expect(between).toMatchObject({ payments: 0 })
  expect(await held(SCHOOL)).toBe(10_000n * UNIT)

  await settle()
  const [, second] = await bills(SCHOOL)
  if (!second) throw new Error('a second month makes a second bill')
  expect(second.due_stroops).toBeGreaterThan(credit)
  expect(second).toMatchObject({ paid_stroops: second.due_stroops, credit_stroops: credit, payments: 1 })
  expect(await held(SCHOOL)).toBe(10_000n * UNIT - (second.due_stroops - credit))
})

test('a gift that is collected between a payment’s request and its envelope is not paid again: the wallet pays what is left', async () => {
  await give(SCHOOL, 10_000n * UNIT)
  await monthEnds(1)
  await createWorker(context, ['settle', 'submit']).settleDown({ pollMs: 5 })
  const [bill] = await bills(SCHOOL)
  if (!bill) throw new Error('a month makes a bill')
  // The payment is written down, and reaches the network after a gift has come in and was collected.
  await createWorker(context, ['pay']).tick()
  const hold = (until: bigint | null) =>
    parts.database.pool.query(`UPDATE outbox SET retry_at = $1 WHERE kind = 'pay.bills'`, [until])
  await hold((await parts.chain.now()) + 86_400n)
  const donor = life.people.address('utility')
  const destination = life.people.address(`collection.${SCHOOL}`)
  await life.send(
    'a gift',
    [donor],
    [payment({ source: donor, destination, asset: life.assets.settlement, amountStroops: UNIT })],
  )
  const lagging = withLateCollections()
  await passes(lagging, 3)
  await hold(null)
  await passes(lagging, 3)
  await settle()
  const [after] = await bills(SCHOOL)
  expect(after).toMatchObject({ paid_stroops: bill.due_stroops, payments: 1 })
  expect(await held(SCHOOL)).toBe(10_000n * UNIT - (bill.due_stroops - UNIT))
})

test('a bill that a donor pays by a call of their own is not paid again by the wallet', async () => {
  await give(SCHOOL, 5_000n * UNIT)
  await monthEnds(1)
  const alone = createWorker(context, ['settle', 'submit'])
  for (let pass = 0; pass < 3; pass += 1) await alone.tick()
  const [bill] = await bills(SCHOOL)
  if (!bill) throw new Error('a month makes a bill')
  const before = await held(SCHOOL)
  const args = { party: SCHOOL, amount: bill.due_stroops }
  await life.calls.as('utility', 'offering', life.project.contracts.offering, 'pay', args, 'from')
  await settle()
  expect(await held(SCHOOL)).toBe(before)
  const [now] = await bills(SCHOOL)
  expect(now?.paid_stroops).toBe(bill.due_stroops)
})

test('a price that changes within a month splits it: each part is billed at its own price', async () => {
  for (const party of [SCHOOL, CLINIC]) await give(party, 10_000n * UNIT)
  const start = life.clock.network[0]?.start ?? 0n
  const effective = start + 10n * 86_400n
  const price = (life.plan.tariffStroopsPerKwh * 11n) / 10n
  await life.calls.as(
    'feeder',
    'tariff',
    life.project.contracts.tariff,
    'set_price',
    { asset: { tag: 'Other', values: ['PR_RETAIL'] }, price, effective_at: effective },
    'feeder',
  )
  await monthEnds(1)
  await settle()
  const { rows } = await parts.database.pool.query<{ from_at: bigint; to_at: bigint }>(
    'SELECT from_at, to_at FROM statement ORDER BY index',
  )
  expect(rows.map(({ from_at, to_at }) => [from_at, to_at === effective])).toEqual([
    [start, true],
    [effective, false],
  ])
  for (const party of [SCHOOL, CLINIC]) {
    expect((await bills(party)).map(({ price_stroops }) => price_stroops)).toEqual([
      life.plan.tariffStroopsPerKwh,
      price,
    ])
    expect(await paid(party)).toEqual([true, true])
  }
})
