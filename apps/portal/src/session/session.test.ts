import { expect, test } from 'vitest'
import { readToken } from './session.ts'

const token = (payload: unknown) => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.sig`

test('a token tells whose it is and until when', () => {
  expect(readToken(token({ sub: 'GABC', exp: 1_800_000_000 }))).toEqual({
    address: 'GABC',
    expiresAt: new Date(1_800_000_000_000),
  })
})

test.each([['x'], ['a.b.c'], [token({ sub: 'GABC' })], [token({ exp: 1 })], [token(null)]])(
  'what is no token (%s) is told so',
  (text) => {
    expect(readToken(text)).toBeNull()
  },
)
