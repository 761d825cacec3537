import { describe, expect, test } from 'vitest'
import { codedText } from './coded.ts'

const USDC = 'USDC:GABC'
const said = (text: string | undefined, params: Record<string, unknown>) => codedText(text, params, 'en', USDC)

describe('a coded answer', () => {
  test('is said with amounts, shares and times as people read them', () => {
    const text = '{dueStroops}, {partBps}, {endAt}, {sinceAt}, {names}, {count}'
    const params = {
      ...{ dueStroops: '12345678', partBps: 950, endAt: '2026-11-23T12:30:00Z', sinceAt: '1795437000' },
      ...{ names: ['a', 'b'], count: 3 },
    }
    expect(said(text, params)).toBe(
      '1.2345678 USDC, 9.5%, Nov 23, 2026, 8:30 AM AST, Nov 23, 2026, 8:30 AM AST, a, b, 3',
    )
  })

  test.each([
    ['without a text of ours', undefined, {}],
    ['with a place that the answer does not fill', 'Bill {number}', {}],
    ['with a place that is filled by nothing that can be said', 'Bill {number}', { number: null }],
    ['with an amount that is none', '{dueStroops}', { dueStroops: 'much' }],
  ])('is left to the words of the API %s', (_, text, params) => {
    expect(said(text, params)).toBeNull()
  })
})
