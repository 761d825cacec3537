import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlarmSeverity, acknowledgeAlarm, clearAlarm, raiseAlarm } from './alarms.ts'
import type { Database } from './database.ts'
import { stopTestServer, withDatabase } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await withDatabase()
})
afterAll(async () => {
  await database.close()
  await stopTestServer()
})

const raise = (subject: string, at: bigint, severity: AlarmSeverity = 'warning') =>
  raiseAlarm(database.pool, { kind: 'index.lag', subject, severity, message: 'behind', detail: { at: String(at) }, at })
const rows = (subject: string) => database.prisma.alarm.findMany({ where: { subject }, orderBy: { id: 'asc' } })

test('an alarm raised again while it is open counts up and is new once only', async () => {
  const first = await raise('again', 10n)
  const second = await raise('again', 20n)
  expect(first.isNew).toBe(true)
  expect(second).toEqual({ id: first.id, isNew: false })
  expect(await rows('again')).toMatchObject([
    { occurrences: 2, raisedAt: 10n, lastRaisedAt: 20n, detail: { at: '20' } },
  ])
})

test('an alarm raised by ten programs in one moment is one alarm', async () => {
  const raised = await Promise.all(Array.from({ length: 10 }, (_, n) => raise('race', BigInt(n))))
  expect(raised.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(await rows('race')).toMatchObject([{ occurrences: 10 }])
})

test('a cause that comes back after it was gone is another alarm', async () => {
  await raise('back', 10n)
  expect(await clearAlarm(database.pool, { kind: 'index.lag', subject: 'back', at: 20n })).toBe(true)
  expect(await clearAlarm(database.pool, { kind: 'index.lag', subject: 'back', at: 21n })).toBe(false)
  expect((await raise('back', 30n)).isNew).toBe(true)
  expect(await rows('back')).toMatchObject([{ clearedAt: 20n }, { clearedAt: null }])
})

test('who acknowledged first stays named, until it becomes more severe', async () => {
  const { id } = await raise('seen', 10n)
  expect(await acknowledgeAlarm(database.pool, { id, by: 'GA', at: 11n, note: 'on it' })).toBeNull()
  expect(await acknowledgeAlarm(database.pool, { id, by: 'GB', at: 12n })).toBeNull()
  await raise('seen', 13n)
  expect(await rows('seen')).toMatchObject([{ acknowledgedBy: 'GA', acknowledgedAt: 11n, note: 'on it' }])
  await raise('seen', 14n, 'critical')
  expect(await rows('seen')).toMatchObject([{ severity: 'critical', acknowledgedBy: null, acknowledgedAt: null }])
})

test('an alarm that is cleared or unknown cannot be acknowledged', async () => {
  const { id } = await raise('gone', 10n)
  await clearAlarm(database.pool, { kind: 'index.lag', subject: 'gone', at: 11n })
  expect(await acknowledgeAlarm(database.pool, { id, by: 'GA', at: 12n })).toBe('CLEARED')
  expect(await acknowledgeAlarm(database.pool, { id: 10n ** 9n, by: 'GA', at: 12n })).toBe('UNKNOWN')
})
