import { createWorker } from '@heliobond/worker'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Launched, startLaunched } from './launched.test-helper.ts'

let launched: Launched
beforeEach(async () => {
  launched = await startLaunched()
})
afterEach(() => launched.close())

const settle = () => createWorker(launched.context, ['service', 'attestor', 'submit']).settleDown({ pollMs: 5 })
const statuses = async () => {
  const { rows } = await launched.parts.database.pool.query<{ status: string }>(
    'SELECT status FROM coupon ORDER BY number LIMIT 3',
  )
  return rows.map(({ status }) => status)
}

test('a worker that slept through two record dates proposes the second coupon once the first is final', async () => {
  const { plan } = launched.life
  const second = plan.schedule[1]
  if (!second) throw new Error('a schedule of one period')
  await launched.parts.until(second.record + 1n)
  await settle()
  expect(await statuses()).toEqual(['proposed', 'scheduled', 'scheduled'])
  // The first can still be voided, and the contract would refuse the second.
  await launched.later(plan.delays.challenge)
  await settle()
  expect((await statuses())[1]).toBe('proposed')
  const { rows } = await launched.parts.database.pool.query(
    `SELECT idempotency_key FROM outbox WHERE kind LIKE 'coupon.%' AND status <> 'succeeded'`,
  )
  expect(rows).toEqual([])
})
