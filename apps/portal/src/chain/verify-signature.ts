/** Ed25519 of the Stellar SDK, for signatures of meters. Load on demand. */
import { Keypair, StrKey } from '@stellar/stellar-sdk/base'

/** Whether a signature over a message is by that key; false for a key or a signature that is none. */
export function verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return Keypair.fromPublicKey(StrKey.encodeEd25519PublicKey(publicKey)).verify(message, signature)
  } catch {
    return false
  }
}
