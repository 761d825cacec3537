import { expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { accountScAddress, contractScAddress } from './claim-leaf.ts'
import { couponLeafBytes } from './coupon-leaf.ts'

const of = (byte: number) => new Uint8Array(32).fill(byte)
const leaf = {
  networkId: of(1),
  offeringId: of(2),
  coupon: 3,
  leafIndex: 4,
  holder: accountScAddress(of(5)),
  amountStroops: 6n,
}

test('the bytes stand in the order of the contract', () => {
  expect(toHex(couponLeafBytes(leaf))).toBe(
    `${'01'.repeat(32)}${'02'.repeat(32)}0000000300000004${'00'.repeat(8)}${'05'.repeat(32)}${'00'.repeat(15)}06`,
  )
  expect(toHex(contractScAddress(of(7)))).toBe(`00000001${'07'.repeat(32)}`)
})

test('a field of the wrong size or a negative amount is a bug', () => {
  expect(() => couponLeafBytes({ ...leaf, networkId: Uint8Array.of(1) })).toThrow(RangeError)
  expect(() => couponLeafBytes({ ...leaf, offeringId: Uint8Array.of(1) })).toThrow(RangeError)
  expect(() => couponLeafBytes({ ...leaf, coupon: -1 })).toThrow(RangeError)
  expect(() => couponLeafBytes({ ...leaf, amountStroops: -1n })).toThrow(RangeError)
  expect(() => accountScAddress(Uint8Array.of(1))).toThrow(RangeError)
  expect(() => contractScAddress(Uint8Array.of(1))).toThrow(RangeError)
})
