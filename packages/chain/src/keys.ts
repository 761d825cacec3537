import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { StrKey } from '@stellar/stellar-sdk/base'
import { sha256 } from './bytes.ts'

/** Something that signs with one Ed25519 key. The key itself stays inside: a process of its own may hold it. */
export interface Signer {
  /** The key's public half as an account address (`G...`). */
  readonly address: string
  /**
   * The 64-byte signature of a 32-byte hash.
   *
   * @param envelopeXdr the envelope that the hash is of, where it is a transaction's: a signer that looks at what it signs wants to see it.
   */
  sign(hash: Uint8Array, envelopeXdr?: string): Uint8Array | Promise<Uint8Array>
}

/** A signer that looks at what it signs refuses. Nothing was signed. */
export class SigningRefusedError extends Error {
  readonly code: string
  /** Whether a later try may pass. */
  readonly retry: boolean
  constructor(code: string, detail: string, retry: boolean) {
    super(`${code}: ${detail}`)
    this.name = 'SigningRefusedError'
    this.code = code
    this.retry = retry
  }
}

/** A new key: the signer to use, the secret (`S...`) to store encrypted. */
export interface Key {
  readonly address: string
  readonly secret: string
  readonly signer: Signer
}

/** PKCS #8 before the 32 bytes of an Ed25519 seed (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

function signerOf(key: KeyObject): Signer {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new Error('not an Ed25519 key')
  return {
    address: StrKey.encodeEd25519PublicKey(new Uint8Array(Buffer.from(x, 'base64url'))),
    sign: (hash) => new Uint8Array(sign(null, hash, key)),
  }
}

/** The signer of a 32-byte seed. */
export function signerFromSeed(seed: Uint8Array): Signer {
  if (seed.length !== 32) throw new RangeError(`a seed has 32 bytes, not ${seed.length}`)
  return signerOf(createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' }))
}

/** The signer of a secret (`S...`). @throws {RangeError} if it is not one; the message does not repeat it. */
export function signerFromSecret(secret: string): Signer {
  if (!StrKey.isValidEd25519SecretSeed(secret)) throw new RangeError('not a secret key')
  return signerFromSeed(StrKey.decodeEd25519SecretSeed(secret))
}

/** A key of its own, from the system's randomness. */
export function createKey(): Key {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { d } = privateKey.export({ format: 'jwk' })
  if (d === undefined) throw new Error('no private key was made')
  const signer = signerOf(privateKey)
  const secret = StrKey.encodeEd25519SecretSeed(new Uint8Array(Buffer.from(d, 'base64url')))
  return { address: signer.address, secret, signer }
}

/** The signer of a network's root account, which holds all of a young network's lumens. Public knowledge: local networks only. */
export const rootSigner = (passphrase: string): Signer => signerFromSeed(sha256(Buffer.from(passphrase, 'utf8')))

/** 32 random bytes in hex: the salt of a contract's address. */
export const randomSalt = (): string => randomBytes(32).toString('hex')

/** SubjectPublicKeyInfo before the 32 bytes of an Ed25519 key (RFC 8410). */
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether a signature is this account's own key's. */
export function verifySignature(address: string, hash: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([SPKI_ED25519, StrKey.decodeEd25519PublicKey(address)])
  return verify(null, hash, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature)
}
