/** A key that is made in the browser, signs once, and is forgotten. Load on demand. */
import { Keypair } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { signedHash } from './inspect.ts'

export interface PassingKey {
  readonly address: string
  /** Adds its signature to an envelope. */
  sign(envelopeXdr: string, passphrase: string): Promise<string>
}

/** A new key. Whoever needs it later keeps it otherwise: nothing here does. */
export function createPassingKey(): PassingKey {
  const keypair = Keypair.random()
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
