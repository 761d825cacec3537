import { expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { READING_SIGNED_LENGTH, readingLeafBytes, readingSignedBytes } from './reading-bytes.ts'

const domain = { networkId: new Uint8Array(32).fill(1), energyContractId: new Uint8Array(32).fill(2) }
const reading = {
  system: 3,
  meter: 7,
  epoch: 1,
  seq: 4711n,
  at: 1_795_356_000n,
  generatedWh: 1n,
  consumedWh: 2n,
  exportedWh: 3n,
  signature: new Uint8Array(64).fill(9),
}

test('124 bytes are signed, in the published order', () => {
  const bytes = readingSignedBytes(reading, domain)
  expect(bytes).toHaveLength(READING_SIGNED_LENGTH)
  expect(toHex(bytes)).toBe(
    [
      Buffer.from('HBREAD01').toString('hex'),
      '01'.repeat(32),
      '02'.repeat(32),
      '00000003',
      '00000007',
      '00000001',
      '0000000000001267',
      '000000006b02f560',
      '0000000000000001',
      '0000000000000002',
      '0000000000000003',
    ].join(''),
  )
})

test('the leaf is what was signed and the signature', () => {
  expect(toHex(readingLeafBytes(reading, domain))).toBe(toHex(readingSignedBytes(reading, domain)) + '09'.repeat(64))
})

test('a key or signature of the wrong size is a bug', () => {
  const short = new Uint8Array(31)
  expect(() => readingSignedBytes(reading, { ...domain, networkId: short })).toThrow(RangeError)
  expect(() => readingSignedBytes(reading, { ...domain, energyContractId: short })).toThrow(RangeError)
  expect(() => readingLeafBytes({ ...reading, signature: short }, domain)).toThrow(RangeError)
})
