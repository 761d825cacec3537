import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { READING_SIGNED_LENGTH, type Reading, type ReadingDomain, readingSignedBytes } from '@heliobond/domain'
import { KeyFileError, readSecret, writeOnce } from './secret-file.ts'

/** The meter's own Ed25519 key. The private half stays in here and in its file. */
export interface MeterKey {
  /** 32 bytes: what the approver registers. */
  readonly publicKey: Uint8Array
  /** Signs the 124 bytes of a reading. */
  sign(reading: Omit<Reading, 'signature'>, domain: ReadingDomain): Reading
  /** Signs what is no reading: bytes of another length. @throws {RangeError} for 124 bytes. */
  signBytes(bytes: Uint8Array): Uint8Array
}

/** Takes the key from its file, or makes both on the first start. @throws {KeyFileError} */
export function openMeterKey(path: string): { readonly key: MeterKey; readonly made: boolean } {
  let made = false
  let pem = readSecret(path)
  if (pem === undefined) {
    const { privateKey } = generateKeyPairSync('ed25519')
    made = writeOnce(path, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
    pem = readSecret(path) ?? ''
  }
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch (cause) {
    throw new KeyFileError(`${path} does not hold a private key`, { cause })
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new KeyFileError(`${path} does not hold an Ed25519 key`)
  return { key: meterKey(key), made }
}

/** A meter's key by its private half. */
export function meterKey(key: KeyObject): MeterKey {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  return {
    publicKey: new Uint8Array(Buffer.from(x ?? '', 'base64url')),
    sign: (reading, domain) => ({
      ...reading,
      signature: new Uint8Array(sign(null, readingSignedBytes(reading, domain), key)),
    }),
    signBytes(bytes) {
      if (bytes.length === READING_SIGNED_LENGTH) throw new RangeError('a reading is signed as a reading')
      return new Uint8Array(sign(null, bytes, key))
    },
  }
}
