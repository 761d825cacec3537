import { expect, test } from 'vitest'
import { contractWasm } from '../wasm.ts'
import { metaOf, withMeta } from './meta.ts'
import { withoutUnusedTypes } from './spec.ts'

test('what is added stands behind what was there, and changes nothing else', async () => {
  const wasm = await contractWasm('tariff')
  const before = metaOf(wasm)
  expect(before).toContainEqual(['sep', '40'])
  const added = [
    ['source_sha256', 'ab'.repeat(32)],
    ['bldopt', '--locked'],
    ['bldopt', ''],
  ] as const
  const extended = withMeta(wasm, added)
  expect(metaOf(extended)).toEqual([...before, ...added])
  // The other sections are where and what they were.
  expect(Buffer.from(withoutUnusedTypes(extended)).equals(extended)).toBe(true)
  expect(extended.length).toBe(wasm.length + 4 * 3 + 8 * 3 + 16 + 64 + 8 + 8 + 8)
})

test('a file without the section is refused', () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  expect(() => metaOf(empty)).toThrow('contractmetav0')
  expect(() => withMeta(empty, [])).toThrow('contractmetav0')
})

test('an entry that is cut off, or of a kind that is not known, is refused', async () => {
  const wasm = await contractWasm('tariff')
  const at = Buffer.from(wasm).indexOf('contractmetav0') + 'contractmetav0'.length
  const ofKind = (kind: number) => {
    const changed = Uint8Array.from(wasm)
    changed[at + 3] = kind
    return changed
  }
  expect(metaOf(ofKind(0)).length).toBeGreaterThan(0)
  expect(() => metaOf(ofKind(1))).toThrow('unknown kind')
  const tooLong = Uint8Array.from(wasm)
  tooLong[at + 4] = 0x7f
  expect(() => metaOf(tooLong)).toThrow('beyond')
})
