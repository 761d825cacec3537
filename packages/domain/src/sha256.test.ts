import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHex, utf8Bytes } from './bytes.ts'
import { sha256 } from './sha256.ts'

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('hashes the published message %j', (message, digest) => {
  expect(toHex(sha256(utf8Bytes(message)))).toBe(digest)
})

test('equals node:crypto on every message, at every length around a block', () => {
  const node = (message: Uint8Array) => createHash('sha256').update(message).digest('hex')
  for (let length = 0; length <= 200; length++) {
    const message = new Uint8Array(length).fill(length)
    expect(toHex(sha256(message))).toBe(node(message))
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 700 }), (message) => {
      expect(toHex(sha256(message))).toBe(node(message))
    }),
    { numRuns: 500 },
  )
})

test('reads a view into a larger buffer, not the buffer', () => {
  const view = new Uint8Array([9, 97, 98, 99, 9]).subarray(1, 4)
  expect(sha256(view)).toEqual(sha256(utf8Bytes('abc')))
})
