/** A key that is made in the browser, signs once, and is forgotten. Load on demand. */
import { Keypair, StrKey } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { signedHash } from './inspect.ts'

export interface PassingKey {
  readonly address: string
  /** Adds its signature to an envelope. */
  sign(envelopeXdr: string, passphrase: string): Promise<string>
}

/** A key that is kept: the account that issues a bond signs more than once, on other days. */
export interface KeptKey extends PassingKey {
  /** The seed, `S...`: for the file of whoever keeps it. Show it nowhere. */
  readonly secret: string
}

/** A new key. Whoever needs it later keeps it otherwise: nothing here does. */
export function createPassingKey(): PassingKey {
  return keyOf(Keypair.random())
}

/** A new key that its owner is to keep. */
export function createKeptKey(): KeptKey {
  const keypair = Keypair.random()
  return { ...keyOf(keypair), secret: keypair.secret() }
}

/** A key from its seed; null for what is none. */
export function openKeptKey(secret: string): KeptKey | null {
  if (!StrKey.isValidEd25519SecretSeed(secret)) return null
  return { ...keyOf(Keypair.fromSecret(secret)), secret }
}

function keyOf(keypair: Keypair): PassingKey {
  return {
    address: keypair.publicKey(),
    async sign(envelopeXdr, passphrase) {
      const envelope = xdr.TransactionEnvelope.fromXdr(envelopeXdr, 'base64')
      if (envelope.type !== 'envelopeTypeTx') throw new RangeError(`not a plain transaction: ${envelope.type}`)
      const { tx, signatures } = envelope.v1
      const signature = new xdr.DecoratedSignature({
        hint: new xdr.SignatureHint(keypair.rawPublicKey().slice(-4)),
        signature: new xdr.Signature(keypair.sign(signedHash(tx, passphrase))),
      })
      const signed = xdr.TransactionEnvelope.envelopeTypeTx(
        new xdr.TransactionV1Envelope({ tx, signatures: [...signatures, signature] }),
      )
      return signed.toXdr('base64')
    },
  }
}
