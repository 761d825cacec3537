import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { type FeeBumpTransaction, type Keypair, type Transaction, xdr } from '@stellar/stellar-sdk/base'

const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const keys = new Map<string, KeyObject>()

/** For tests: an Ed25519 signature by Node, which is twenty times as quick as the client's. */
export function signatureBy(keypair: Keypair, message: Uint8Array): Uint8Array {
  const address = keypair.publicKey()
  let key = keys.get(address)
  if (key === undefined) {
    const der = Buffer.concat([ED25519_PKCS8, keypair.rawSecretKey()])
    key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    keys.set(address, key)
  }
  return sign(null, message, key)
}

/** For tests: adds a signature to an envelope. */
export function signEnvelope(transaction: Transaction | FeeBumpTransaction, keypair: Keypair): void {
  const signature = signatureBy(keypair, transaction.hash())
  transaction.addDecoratedSignature(new xdr.DecoratedSignature({ hint: keypair.signatureHint(), signature }))
}
