import { decodeAddressToMuxedAccount, encodeMuxedAccount, encodeMuxedAccountToAddress } from '@stellar/stellar-sdk/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressBytes, addressKind, addressOfMuxed, muxedAccount, muxedAddress, splitMuxed } from './address.ts'
import { createKey } from './keys.ts'

const { address } = createKey()

describe('muxed addresses', () => {
  test('carry any u64 there and back, as the reference implementation writes them', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (id) => {
        const muxed = muxedAddress(address, id)
        expect(splitMuxed(muxed)).toEqual({ address, id })
        expect(muxed).toBe(encodeMuxedAccountToAddress(encodeMuxedAccount(address, id.toString())))
        expect(muxedAccount(muxed).equals(decodeAddressToMuxedAccount(muxed))).toBe(true)
        expect(addressOfMuxed(muxedAccount(muxed))).toBe(muxed)
      }),
      { numRuns: 50 },
    )
  })

  test('take no number beyond u64, and no other address than an account’s', () => {
    expect(() => muxedAddress(address, 2n ** 64n)).toThrow(RangeError)
    expect(() => muxedAddress(address, -1n)).toThrow(RangeError)
    expect(() => muxedAddress('CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM', 1n)).toThrow(RangeError)
  })

  test('leave a plain account as it is', () => {
    expect(splitMuxed(address)).toEqual({ address })
    expect(addressOfMuxed(muxedAccount(address))).toBe(address)
  })
})

test.each([
  [address, 'account'],
  [muxedAddress(address, 7n), 'muxed'],
  ['CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM', 'contract'],
  [address.toLowerCase(), undefined],
  [`${address.slice(0, -1)}${address.endsWith('A') ? 'B' : 'A'}`, undefined],
  ['', undefined],
])('%s is of kind %s', (text, kind) => {
  expect(addressKind(text)).toBe(kind)
})

test('the bytes of a claimable balance are no account’s', () => {
  expect(addressBytes(address)).toHaveLength(32)
  expect(() => addressBytes(muxedAddress(address, 7n))).toThrow(RangeError)
})
