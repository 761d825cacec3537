import { utf8Bytes } from './bytes.ts'
import { sha256 } from './sha256.ts'

/** A network's id: SHA-256 of its passphrase. Everything signed or hashed here begins with it, so that nothing carries over to another network. */
export const networkId = (passphrase: string): Uint8Array => sha256(utf8Bytes(passphrase))
