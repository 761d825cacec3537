import { expect, test } from 'vitest'
import { foundPath } from './found-link.ts'

test('a transaction of the queue is found by its hash or its key', () => {
  const path = (title: string, href: string) => foundPath({ kind: 'queued', id: '5', title, href })
  expect(path('pay.bills, sent', '/v1/operations/transactions?q=ab12')).toBe('/operations/transactions?q=ab12')
  expect(path('allowance:C:0, dead', '/v1/operations/transactions')).toBe(
    '/operations/transactions?q=allowance%3AC%3A0',
  )
})

test('what a search found leads to where this site shows it', () => {
  const path = (kind: string, id: string, href: string | null) => foundPath({ kind, id, title: kind, href })
  expect(path('bill', '1/7', '/v1/bills/7/trace?system=1')).toBe('/systems/1/bills/7')
  expect(path('payment', '3', '/v1/bills/7/trace?system=1')).toBe('/systems/1/bills/7')
  expect(path('offering', '2', '/v1/offerings/2')).toBe('/offerings/2')
  expect(path('coupon', '2/1', '/v1/offerings/2/coupons')).toBe('/offerings/2')
  expect(path('statement', '1/4', '/v1/systems/1/statements')).toBe('/systems/1')
  expect(path('draft', '9', '/v1/drafts/9')).toBe('/issuer/drafts/9')
  expect(path('tender', '3-1', '/v1/tenders/3-1')).toBe('/works/3-1')
  expect(path('audit', 'GA', '/v1/operations/audit?actor=GA')).toBe('/operations/audit?actor=GA')
  expect(path('role', 'operator', null)).toBeNull()
})
