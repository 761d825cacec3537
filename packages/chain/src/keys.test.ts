import { Keypair } from '@stellar/stellar-sdk/base'
import { describe, expect, test } from 'vitest'
import { sha256 } from './bytes.ts'
import { createKey, rootSigner, signerFromSecret } from './keys.ts'

describe('signers', () => {
  test('sign as the reference implementation verifies, and as it signs', async () => {
    const key = createKey()
    const hash = sha256(Buffer.from('a transaction'))
    const signature = await key.signer.sign(hash)
    const reference = Keypair.fromSecret(key.secret)
    expect(reference.publicKey()).toBe(key.address)
    expect(reference.verify(hash, signature)).toBe(true)
    expect(signature).toEqual(reference.sign(hash))
  })

  test('come back from their secret', async () => {
    const key = createKey()
    const again = signerFromSecret(key.secret)
    expect(again.address).toBe(key.address)
    expect(await again.sign(new Uint8Array(32))).toEqual(await key.signer.sign(new Uint8Array(32)))
  })

  test('show nothing of the key, and a wrong secret is not repeated in the error', () => {
    const { signer, secret } = createKey()
    expect(JSON.stringify(signer)).toBe(JSON.stringify({ address: signer.address }))
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`
    expect(() => signerFromSecret(wrong)).toThrow(/^not a secret key$/)
  })

  test('know a network’s root account', () => {
    const passphrase = 'Standalone Network ; February 2017'
    expect(rootSigner(passphrase).address).toBe('GBZXN7PIRZGNMHGA7MUUUF4GWPY5AYPV6LY4UV2GL6VJGIQRXFDNMADI')
  })
})
