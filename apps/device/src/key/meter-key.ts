import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { type Reading, type ReadingDomain, readingSignedBytes } from '@heliobond/domain'

/** The meter's own Ed25519 key. The private half stays in here and in its file. */
export interface MeterKey {
  /** 32 bytes: what the approver registers. */
  readonly publicKey: Uint8Array
  /** Signs the 124 bytes of a reading. */
  sign(reading: Omit<Reading, 'signature'>, domain: ReadingDomain): Reading
}

/** The key file is not usable as it lies there. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError'
}

/** Takes the key from its file, or makes both on the first start. @throws {KeyFileError} */
export function openMeterKey(path: string): { readonly key: MeterKey; readonly made: boolean } {
  let made = false
  let pem = readKeyFile(path)
  if (pem === undefined) {
    const { privateKey } = generateKeyPairSync('ed25519')
    made = writeOnce(path, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
    pem = readKeyFile(path) ?? ''
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
  }
}

function readKeyFile(path: string): string | undefined {
  try {
    const { mode } = statSync(path)
    if ((mode & 0o077) !== 0) {
      throw new KeyFileError(
        `${path} can be read by others; whoever did has the meter's key. Have the approver revoke it, or, if nobody did: chmod 600`,
      )
    }
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Writes a secret for its owner alone, whole or not at all, and never over another: a power cut in the middle leaves no
 * half key under the final name, and of two processes that start at once the first one's key stands.
 *
 * @returns whether this call wrote it.
 */
export function writeOnce(path: string, text: string): boolean {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}.new`
  const file = openSync(draft, 'w', 0o600)
  try {
    chmodSync(draft, 0o600)
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(draft, path)
    syncFolder(folder)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(draft)
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
