import { formatUtcSeconds, utcSeconds } from '@heliobond/domain'
import { expect, test } from 'vitest'
import { type NoticedEvent, noticesOf } from './event-notices.ts'

const offering = { name: 'Solar bond', bondAsset: 'SOLAR1:GA', settlementAsset: 'USDC:GB' }
/** A Wednesday. */
const AT = utcSeconds('2026-11-25T15:00:00Z') ?? 0n
const event = (name: string, data: NoticedEvent['data'] = {}): NoticedEvent => ({
  ...{ at: AT, name, data, txHash: 'ab', ledger: 7 },
})
const funded = (number: number, has: string, drawn: string) =>
  event('CouponFunded', { number, amount: has, drawn, funded: has, total: '10000000' })

test('a coupon that is short is a delinquency, told once; a draw on the reserve is told each time', () => {
  const notices = noticesOf(offering, [
    funded(1, '10000000', '0'),
    funded(2, '9000000', '2000000'),
    funded(2, '9500000', '500000'),
    funded(2, '10000000', '0'),
    funded(3, '1', '0'),
  ])
  expect(notices.map(({ number, when }) => `${number} ${when}`)).toEqual([
    ...['3 always', '1 always', '3 always', '1 always'],
  ])
  expect(notices[1]).toMatchObject({
    reason: 'COUPON_SHORT',
    params: { coupon: 2, totalStroops: '10000000', fundedStroops: '9000000' },
  })
  expect(notices[1]?.text).toBe(
    'Solar bond (SOLAR1:GA), 2026-11-25. Principal and interest payment delinquencies. Of coupon 2, 1.0000000 USDC, 0.9000000 USDC were at hand on its payment date, the debt service reserve included; it was paid pro rata, and the rest stays owed to the holders of its record date.',
  )
})

test('defaults, calls, works given up, new code and a new trustee are told by their numbers in the rule', () => {
  const notices = noticesOf(offering, [
    event('Defaulted', { at: String(AT) }),
    event('Called', { date: String(AT + 2_592_000n) }),
    event('Unwound', { redemption: '50000000' }),
    event('Upgraded', { wasm_hash: 'cd' }),
    event('RoleAccepted', { role: 'trustee', holder: 'GNEW', former: 'GOLD' }),
    event('RoleAccepted', { role: 'operator', holder: 'GNEW', former: 'GOLD' }),
    event('Invested', {}),
  ])
  expect(notices.map(({ number }) => number)).toEqual([1, 8, 2, 7, 14])
  expect(notices[1]).toMatchObject({ reason: 'CALLED', params: { callAt: '2026-12-25T15:00:00Z' } })
  expect(notices[1]?.text).toContain('at par on 2026-12-25')
  expect(notices[4]?.text).toContain('GNEW succeeds GOLD')
})

test.each([
  ['2026-11-25T15:00:00Z', '2026-12-09T23:59:59Z'],
  ['2026-11-27T00:00:00Z', '2026-12-11T23:59:59Z'],
  ['2026-11-28T12:00:00Z', '2026-12-11T23:59:59Z'],
  ['2026-11-29T12:00:00Z', '2026-12-11T23:59:59Z'],
])('what happened at %s is due ten business days later, %s', (at, due) => {
  const [notice] = noticesOf(offering, [{ ...event('Defaulted'), at: utcSeconds(at) ?? 0n }])
  expect(formatUtcSeconds(notice?.dueAt ?? 0n)).toBe(due)
})
