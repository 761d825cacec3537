import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { AccountEntry } from '../ledger/entries.ts'
import { accountIdWire, latin1 } from '../ledger/keys.ts'
import type { DecoratedSignatureWire, SignerKeyWire } from '../ledger/wire.ts'
import type { Signed } from './frame.ts'

/** DER of an Ed25519 SubjectPublicKeyInfo up to the key itself. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const MAX_KEYS = 50_000
const keyObjects = new Map<string, KeyObject>()

function keyObjectOf(publicKey: Uint8Array): KeyObject {
  const id = latin1(publicKey)
  let key = keyObjects.get(id)
  if (key === undefined) {
    key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
    if (keyObjects.size >= MAX_KEYS) keyObjects.clear()
    keyObjects.set(id, key)
  }
  return key
}

/** Remembers which signature of an envelope is by which key: it is looked at when sent, and again when applied. */
export class VerificationCache {
  readonly #known = new Map<string, boolean>()

  /** @param at the signature's place in the envelope */
  verifyEd25519(at: number, signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
    const id = `${at}|${latin1(publicKey)}`
    let valid = this.#known.get(id)
    if (valid === undefined) {
      valid = signature.length === 64 && verify(null, message, keyObjectOf(publicKey), signature)
      this.#known.set(id, valid)
    }
    return valid
  }
}

export interface WeightedKey {
  readonly key: SignerKeyWire
  readonly weight: number
}

/** The keys that may sign for an account: its master key, unless that has no weight, and its signers. */
export function signersOf(account: AccountEntry): WeightedKey[] {
  const master = account.thresholds[0] ?? 0
  const own: WeightedKey[] = master > 0 ? [{ key: accountIdWire(account.address), weight: master }] : []
  return [...own, ...account.signers]
}

function hintMatches(hint: Uint8Array, tail: Uint8Array): boolean {
  const from = tail.length - 4
  return (
    hint[0] === tail[from] && hint[1] === tail[from + 1] && hint[2] === tail[from + 2] && hint[3] === tail[from + 3]
  )
}

function payloadHint(publicKey: Uint8Array, payload: Uint8Array): Uint8Array {
  const hint = Uint8Array.from(publicKey.subarray(28))
  const tail = payload.length >= 4 ? payload.subarray(payload.length - 4) : payload
  for (const [at, byte] of tail.entries()) hint[at] = (hint[at] ?? 0) ^ byte
  return hint
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** Weighs the signatures of one envelope, and keeps account of those that counted. */
export class SignatureChecker {
  readonly #signed: Signed
  readonly #used: boolean[]

  constructor(signed: Signed) {
    this.#signed = signed
    this.#used = signed.signatures.map(() => false)
  }

  /** Whether the signatures by `keys` weigh enough. Even where nothing is needed, one of the keys must have signed. */
  check(keys: readonly WeightedKey[], neededWeight: number): boolean {
    let weight = 0
    const counts = (key: WeightedKey): boolean => {
      weight += Math.min(key.weight, 255)
      return weight >= neededWeight
    }
    for (const key of keys) {
      if (key.key.type === 1 && equal(key.key.preAuthTx, this.#signed.hash) && counts(key)) return true
    }
    for (const type of [2, 0, 3] as const) {
      const left = keys.filter((key) => key.key.type === type)
      if (left.length === 0) continue
      for (const [at, signature] of this.#signed.signatures.entries()) {
        const found = left.findIndex((key) => this.#isBy(at, signature, key.key))
        const key = left[found]
        if (key === undefined) continue
        this.#used[at] = true
        if (counts(key)) return true
        left.splice(found, 1)
      }
    }
    return false
  }

  allUsed(): boolean {
    return this.#used.every((used) => used)
  }

  #isBy(at: number, { hint, signature }: DecoratedSignatureWire, key: SignerKeyWire): boolean {
    const { verified, hash } = this.#signed
    switch (key.type) {
      case 0:
        return hintMatches(hint, key.ed25519) && verified.verifyEd25519(at, signature, hash, key.ed25519)
      case 1:
        return false
      case 2:
        return hintMatches(hint, key.hashX) && equal(createHash('sha256').update(signature).digest(), key.hashX)
      case 3: {
        const { ed25519, payload } = key.ed25519SignedPayload
        if (!hintMatches(hint, payloadHint(ed25519, payload))) return false
        // Another message than the envelope's hash: not to be remembered under the same key.
        return new VerificationCache().verifyEd25519(at, signature, payload, ed25519)
      }
    }
  }
}
