import { expect, test } from 'vitest'
import { isOwnRequest, REQUEST_HEADER } from './guard.ts'

const judged = (headers: Record<string, string>) => isOwnRequest(new Headers(headers))
const ours = { [REQUEST_HEADER]: '1', host: 'portal.example' }

test("a page of ours may change something, a stranger's may not", () => {
  expect(judged({ ...ours, 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(judged({ ...ours, 'sec-fetch-site': 'same-site' })).toBe(false)
  expect(judged({ ...ours, 'sec-fetch-site': 'cross-site' })).toBe(false)
  expect(judged({ ...ours, 'sec-fetch-site': 'none' })).toBe(false)
})

test('what a form can send by itself is not enough', () => {
  expect(judged({ host: 'portal.example', 'sec-fetch-site': 'same-origin' })).toBe(false)
})

test('an old browser is judged by the origin that it names', () => {
  expect(judged({ ...ours, origin: 'https://portal.example' })).toBe(true)
  expect(judged({ ...ours, origin: 'https://evil.example' })).toBe(false)
  expect(judged({ ...ours, origin: 'null' })).toBe(false)
  expect(judged(ours)).toBe(false)
})
