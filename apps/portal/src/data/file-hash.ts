import { toHex } from '@heliobond/domain'

/** SHA-256 of a file's bytes in hex: its name on the chain. It goes nowhere. */
export async function fileHash(file: Blob): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())))
}
