import { expect, test } from 'vitest'
import { contractWasm } from '../wasm.ts'
import { withoutUnusedTypes } from './spec.ts'

test('a specification without unused types stays as it is, to the byte', async () => {
  const wasm = await contractWasm('energy')
  expect(Buffer.from(withoutUnusedTypes(wasm)).equals(wasm)).toBe(true)
})

test('what is not the specification is untouched', async () => {
  const wasm = await contractWasm('tariff')
  const trailer = Uint8Array.of(0, 5, 1, 0x78, 1, 2, 3) // a section of another tool
  const extended = new Uint8Array([...wasm, ...trailer])
  expect(Buffer.from(withoutUnusedTypes(extended)).equals(extended)).toBe(true)
})

test('a file without a specification is refused', () => {
  expect(() => withoutUnusedTypes(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))).toThrow('contractspecv0')
})

test('a type that is used under a name that nothing describes is refused', async () => {
  const wasm = Buffer.from(await contractWasm('tariff'))
  const [name, other] = ['PriceData', 'PriceDatx']
  const at = wasm.indexOf(name)
  expect(wasm.indexOf(name, at + 1)).toBeGreaterThan(at)
  wasm.write(other, at)
  expect(() => withoutUnusedTypes(wasm)).toThrow(/does not describe: PriceDat[ax]/)
})
