import { Asset as ReferenceAsset } from '@stellar/stellar-sdk/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Asset, assetOf, assetOfXdr, assetXdr, parseAsset, sacAddress, serializedAsset } from './assets.ts'
import { createKey } from './keys.ts'

const issuer = createKey().address
const passphrase = 'Standalone Network ; February 2017'
const codes = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/)

describe('assets', () => {
  test('have the contract address and the XDR that the reference implementation gives them', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const asset = assetOf(code, issuer)
        const reference = new ReferenceAsset(code, issuer)
        expect(sacAddress(asset, passphrase)).toBe(reference.contractId(passphrase))
        expect(serializedAsset(asset)).toEqual(reference.toXdrObject().toXdr())
        expect(assetOfXdr(assetXdr(asset))).toBe(asset)
      }),
      { numRuns: 50 },
    )
    expect(sacAddress('native', passphrase)).toBe(ReferenceAsset.native().contractId(passphrase))
  })

  test('differ between networks', () => {
    const asset = assetOf('BOND', issuer)
    expect(sacAddress(asset, passphrase)).not.toBe(sacAddress(asset, 'Test SDF Network ; September 2015'))
  })

  test('are read from `native` and `CODE:ISSUER`', () => {
    expect(parseAsset('native')).toEqual({ ok: true, value: 'native' })
    expect(parseAsset(`BOND:${issuer}`)).toEqual({ ok: true, value: `BOND:${issuer}` })
  })

  test.each(['', 'XLM', `BOND-${issuer}`, `:${issuer}`, `THIRTEENCHARS:${issuer}`, `B€ND:${issuer}`, 'BOND:GABC'])(
    'are not read from %j',
    (text) => {
      expect(parseAsset(text)).toEqual({ ok: false, error: { code: 'MALFORMED_ASSET', text } })
      expect(() => assetXdr(text as Asset)).toThrow(RangeError)
    },
  )
})
