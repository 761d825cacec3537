import { expect, test } from 'vitest'
import { err, ok } from './result.ts'

test('a result is either a value or a coded refusal', () => {
  expect(ok(1n)).toEqual({ ok: true, value: 1n })
  expect(err({ code: 'NO' })).toEqual({ ok: false, error: { code: 'NO' } })
})
