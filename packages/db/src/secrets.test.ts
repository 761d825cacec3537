import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadSecretKey, openSecret, SecretNotOpenedError, sealSecret } from './secrets.ts'

const KEY = new Uint8Array(32).fill(1)

test('opens what it sealed, under the same key and name only', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, plaintext) => {
      const sealed = sealSecret(KEY, name, plaintext)
      expect(openSecret(KEY, name, sealed)).toBe(plaintext)
      expect(() => openSecret(new Uint8Array(32), name, sealed)).toThrow(SecretNotOpenedError)
      expect(() => openSecret(KEY, `${name}.`, sealed)).toThrow(SecretNotOpenedError)
    }),
  )
})

test('notices any altered byte, and a shortened tag', () => {
  const sealed = sealSecret(KEY, 'operator', 'S...')
  for (let place = 0; place < sealed.ciphertext.length; place++) {
    const ciphertext = sealed.ciphertext.map((byte, index) => (index === place ? byte ^ 1 : byte))
    expect(() => openSecret(KEY, 'operator', { ...sealed, ciphertext })).toThrow(SecretNotOpenedError)
  }
  expect(() =>
    openSecret(KEY, 'operator', {
      ...sealed,
      ciphertext: sealed.ciphertext.subarray(1),
    }),
  ).toThrow()
})

test('never seals twice under one nonce', () => {
  expect(sealSecret(KEY, 'a', 'b').nonce).not.toEqual(sealSecret(KEY, 'a', 'b').nonce)
})

test('makes the key file once, for its owner only, where it may', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'heliobond-secret-'))
  const file = join(folder, 'deep', 'secret')
  const keys = await Promise.all(Array.from({ length: 5 }, () => loadSecretKey({ file, mayCreate: true })))
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex')))).toEqual(new Set([await readFile(file, 'utf8')]))
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await rm(folder, { recursive: true })
})

test('wants a well-formed key where it may make none', async () => {
  const file = '/nonexistent/secret'
  await expect(loadSecretKey({ file, mayCreate: false })).rejects.toThrow(/HELIOBOND_SECRET_KEY must be given/)
  await expect(loadSecretKey({ value: 'abc', file, mayCreate: false })).rejects.toThrow(/64 hexadecimal digits/)
  const key = await loadSecretKey({
    value: 'ab'.repeat(32),
    file,
    mayCreate: false,
  })
  expect(key).toEqual(new Uint8Array(32).fill(0xab))
})
