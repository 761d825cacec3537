/**
 * Keys at rest: AES-256-GCM under one master key, which is given (HELIOBOND_SECRET_KEY) or, on a local network only,
 * made once in a file of mode 0600.
 *
 * The secret's name is authenticated with it: a row copied under another name does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A 32-byte master key. Never log it. */
export type SecretKey = Uint8Array

export interface SealedSecret {
  /** The sealed bytes with the 16-byte tag behind them. */
  ciphertext: Uint8Array<ArrayBuffer>
  nonce: Uint8Array<ArrayBuffer>
}

/** The secret did not open: wrong master key, wrong name or altered bytes. */
export class SecretNotOpenedError extends Error {
  readonly code = 'HELIOBOND_SECRET_NOT_OPENED'
}

/** Seals `plaintext` under a fresh nonce. */
export function sealSecret(key: SecretKey, name: string, plaintext: string): SealedSecret {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { ciphertext: new Uint8Array(sealed), nonce: new Uint8Array(nonce) }
}

/**
 * Opens what {@link sealSecret} sealed under the same key and name.
 *
 * @throws {SecretNotOpenedError} if it was not.
 */
export function openSecret(
  key: SecretKey,
  name: string,
  sealed: { ciphertext: Uint8Array; nonce: Uint8Array },
): string {
  const body = sealed.ciphertext.subarray(0, -TAG_BYTES)
  const tag = sealed.ciphertext.subarray(-TAG_BYTES)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.nonce, {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(name)).setAuthTag(tag)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new SecretNotOpenedError(`secret ${name} does not open: wrong HELIOBOND_SECRET_KEY, or altered`, { cause })
  }
}

export interface SecretKeySource {
  /** HELIOBOND_SECRET_KEY: 64 hexadecimal digits, or 32 bytes in base64. */
  value?: string | undefined
  /** The file that holds the key where none is given. */
  file: string
  /** True only on a local network: makes the file if it is missing. */
  mayCreate: boolean
}

/**
 * The master key.
 *
 * @throws with words for the operator, if there is none or it is malformed.
 */
export async function loadSecretKey(source: SecretKeySource): Promise<SecretKey> {
  if (source.value) return parseKey(source.value, 'HELIOBOND_SECRET_KEY')
  if (!source.mayCreate) {
    throw new Error('HELIOBOND_SECRET_KEY must be given on this network: 32 random bytes as 64 hexadecimal digits')
  }
  await mkdir(dirname(source.file), { recursive: true })
  // Written whole under another name, then linked: exactly one of several starting programs is the author, and none reads half a key.
  const draft = `${source.file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, randomBytes(KEY_BYTES).toString('hex'), { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(draft, source.file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    await chmod(source.file, 0o600)
  } finally {
    await rm(draft, { force: true })
  }
  return parseKey(await readFile(source.file, 'utf8'), source.file)
}

function parseKey(text: string, where: string): SecretKey {
  const trimmed = text.trim()
  const bytes = /^[0-9a-fA-F]{64}$/.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64')
  if (bytes.length !== KEY_BYTES) {
    throw new Error(`${where} is not a key: 64 hexadecimal digits or 32 bytes in base64 are wanted`)
  }
  return new Uint8Array(bytes)
}
