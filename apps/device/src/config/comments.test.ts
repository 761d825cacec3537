import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutComments } from './comments.ts'

test('comments and last commas are passed over, addresses and texts are not', () => {
  const text = `// the whole
  {
    "url": "mqtts://broker:8883", // where
    /* "off": 1,
    */ "note": "a /* b */ \\" // c", "list": [1, 2,],
  }`
  expect(JSON.parse(withoutComments(text))).toEqual({
    url: 'mqtts://broker:8883',
    note: 'a /* b */ " // c',
    list: [1, 2],
  })
  expect(withoutComments(text).split('\n')).toHaveLength(text.split('\n').length)
})

test('plain JSON stays what it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 4 }), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      expect(JSON.parse(withoutComments(text))).toEqual(JSON.parse(text))
    }),
  )
})
