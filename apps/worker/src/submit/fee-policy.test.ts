import { stopTestServer, withDatabase } from '@heliobond/db'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createStore } from '../runtime.ts'
import { DEFAULT_FEES, feePolicy, firstBid, raisedBid } from './fee-policy.ts'

afterAll(() => stopTestServer())

const stroops = fc.bigInt({ min: 100n, max: 10n ** 9n })

test('a bid is raised only when others bid more, tenfold at least, and never above the cap', () => {
  fc.assert(
    fc.property(stroops, stroops, stroops, (bid, others, cap) => {
      const raised = raisedBid(bid, others, cap)
      if (raised === null) {
        expect(others).toBeLessThanOrEqual(bid)
        return
      }
      expect(others).toBeGreaterThan(bid)
      if (raised === 'capped') {
        expect(bid * 10n).toBeGreaterThan(cap)
        return
      }
      expect(raised).toBeGreaterThanOrEqual(bid * 10n)
      expect(raised).toBeLessThanOrEqual(cap)
    }),
  )
})

test('the first bid is what others bid, more than what was not enough, and never above the cap', () => {
  fc.assert(
    fc.property(stroops, fc.option(stroops), stroops, (others, last, cap) => {
      const bid = firstBid(others, last, cap)
      expect(bid).toBeLessThanOrEqual(cap)
      if (bid < cap) expect(bid).toBeGreaterThanOrEqual(others)
      if (bid < cap && last !== null) expect(bid).toBeGreaterThanOrEqual(2n * last)
    }),
  )
})

test('the policy is what an operator wrote; nonsense is refused in words', async () => {
  const database = await withDatabase()
  const store = createStore(database)
  expect(await feePolicy(store)).toEqual(DEFAULT_FEES)
  await database.prisma.setting.create({ data: { key: 'fees', value: { capStroops: '5000' } } })
  expect(await feePolicy(store)).toEqual({ ...DEFAULT_FEES, capStroops: 5_000n })
  for (const capStroops of ['0', '-1', '1.5', 7, null]) {
    await database.prisma.setting.update({
      where: { key: 'fees' },
      data: { value: { capStroops: capStroops as string } },
    })
    if (capStroops === null) continue
    await expect(feePolicy(store)).rejects.toThrow('capStroops must be a positive whole number')
  }
  await database.close()
})
