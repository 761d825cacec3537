import { stopTestServer } from '@heliobond/db'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { FIGURES } from './operating-figures.ts'
import { START, seedBill, seedSystem } from './seed.test-helper.ts'
import { openTestApi, type TestApi } from './testing.test-helper.ts'

let api: TestApi
beforeEach(async () => {
  api = await openTestApi()
})
afterEach(() => api.close())
afterAll(() => stopTestServer())

const scrape = async () => (await api.app.inject({ url: '/metrics' })).body

const action = (key: string, lane: string, status: string) =>
  api.database.pool.query(
    `insert into outbox (idempotency_key, kind, lane, payload, status, created_at, updated_at) values ($1, 'offering.collect', $2, '{}', $3, $4, $4)`,
    [key, lane, status, START - 60n],
  )

test('a fresh installation answers with every figure that has no labels, and a scrape never fails', async () => {
  const body = await scrape()
  for (const [name, [, ...labels]] of Object.entries(FIGURES)) {
    expect(body).toContain(`# TYPE heliobond_${name} gauge`)
    // The index has no place before its first pass.
    if (labels.length === 0 && name !== 'index_lag_seconds') expect(body).toContain(`\nheliobond_${name} 0`)
  }
  expect(body).not.toContain('heliobond_scrape_failed{')
})

test('an action that was refused counts as given up until a later one of its lane has made it good', async () => {
  await action('a', 'collect:1:0', 'failed')
  await action('b', 'collect:1:1', 'dead')
  expect(await scrape()).toContain('heliobond_outbox_given_up{kind="offering.collect"} 2')
  await action('c', 'collect:1:1', 'succeeded')
  const body = await scrape()
  expect(body).toContain('heliobond_outbox_given_up{kind="offering.collect"} 1')
  expect(body).toContain('heliobond_outbox_written_total 3')
})

test('what waits is told with its age, a channel by whether it is lent', async () => {
  await action('a', 'collect:1:0', 'pending')
  await api.database.pool.query(
    `insert into channel_account (address, secret_name, locked_by_outbox) values ('GA', 'channel.0', 1), ('GB', 'channel.1', null)`,
  )
  const body = await scrape()
  expect(body).toContain('heliobond_outbox_oldest_seconds 60')
  expect(body).toContain('heliobond_outbox_entries{status="pending",kind="offering.collect"} 1')
  expect(body).toContain('heliobond_channels{state="lent"} 1')
  expect(body).toContain('heliobond_channels{state="free"} 1')
})

test('alarms count while they are open, the index by how far it is behind', async () => {
  const alarm = (kind: string, clearedAt: bigint | null) =>
    api.database.prisma.alarm.create({
      data: { kind, severity: 'critical', message: '', raisedAt: START, lastRaisedAt: START, clearedAt },
    })
  await alarm('index.lag', null)
  await alarm('meter.silent', START)
  await api.database.prisma.cursor.create({ data: { name: 'index', value: `7:${START - 90n}` } })
  const body = await scrape()
  expect(body).toContain('heliobond_alarms_open{kind="index.lag",severity="critical"} 1')
  expect(body).not.toContain('kind="meter.silent"')
  expect(body).toContain('heliobond_index_lag_seconds 90')
})

test('bills are told by what is open of them', async () => {
  await seedSystem(api.database, 1, false)
  for (const number of [1n, 2n, 3n]) await seedBill(api.database, 1, number)
  const body = await scrape()
  expect(body).toContain('heliobond_bills_unpaid 2')
  expect(body).toMatch(/heliobond_bills_unpaid_stroops [1-9]/)
})
