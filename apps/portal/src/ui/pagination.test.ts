import { expect, test } from 'vitest'
import { withQuery } from './pagination.tsx'

test('a path carries what is given and nothing else', () => {
  expect(withQuery('/offerings', {})).toBe('/offerings')
  expect(withQuery('/offerings', { q: 'Loíza & co', state: undefined, kind: '' })).toBe(
    '/offerings?q=Lo%C3%ADza+%26+co',
  )
})
