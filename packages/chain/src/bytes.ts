import { createHash } from 'node:crypto'

/** SHA-256 of one or more byte strings, in order. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

/** Lower-case hexadecimal. */
export const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

/** Standard base64. */
export const base64Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** The bytes of a hexadecimal string of exactly `length` bytes. @throws {RangeError} if it is not one (a caller bug). */
export function bytesOfHex(hex: string, length: number): Uint8Array {
  if (!/^[0-9a-fA-F]*$/.test(hex) || hex.length !== 2 * length)
    throw new RangeError(`not ${length} bytes in hex: ${hex}`)
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
