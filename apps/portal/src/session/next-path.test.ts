import { expect, test } from 'vitest'
import { nextPath } from './next-path.ts'

test('after signing in one comes back to where one was', () => {
  expect(nextPath('/es/invest/2?amount=5', 'es')).toBe('/es/invest/2?amount=5')
})

test.each([[undefined], ['https://evil.example'], ['//evil.example'], ['/es//evil.example'], ['/es\\evil'], ['/en/x']])(
  'but never to %s',
  (asked) => {
    expect(nextPath(asked, 'es')).toBe('/es/account')
  },
)
