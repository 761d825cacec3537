import { err, ok, type Result } from './result.ts'

export type BytesRefusal = {
  readonly code: 'MALFORMED_HEX' | 'MALFORMED_BASE64'
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Joins byte strings in order. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** Whether two byte strings are the same. Not constant in time: for public values only. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** The UTF-8 bytes of a text. */
export const utf8Bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A u32 as 4 bytes, big-endian. @throws {RangeError} if it is not a u32. */
export const u32Bytes = (value: number): Uint8Array => {
  if (!Number.isInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  return unsignedBytes(BigInt(value), 4)
}

/** A u64 as 8 bytes, big-endian. @throws {RangeError} if it is not a u64. */
export const u64Bytes = (value: bigint): Uint8Array => unsignedBytes(value, 8)

/** An i128 as 16 bytes, big-endian, two's complement. @throws {RangeError} if it is not an i128. */
export function i128Bytes(value: bigint): Uint8Array {
  if (value >= 2n ** 127n || value < -(2n ** 127n)) throw new RangeError(`not an i128: ${value}`)
  return unsignedBytes(BigInt.asUintN(128, value), 16)
}

/**
 * Passes bytes of exactly this length.
 * @throws {RangeError} naming the field otherwise (a caller bug).
 */
export function requireLength(name: string, bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new RangeError(`${name} has ${bytes.length} bytes, not ${length}`)
  return bytes
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX[byte]
  return text
}

/** Both digits of every byte: hashes are written out far more often than read. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Reads hexadecimal of either case; whole bytes only. */
export function fromHex(text: string): Result<Uint8Array, BytesRefusal> {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(text)) return err({ code: 'MALFORMED_HEX' })
  return ok(Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16)))
}

/** Base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const written = Math.min(bytes.length - i, 3) + 1
    for (let j = 0; j < 4; j++) text += j < written ? BASE64.charAt((group >> (18 - 6 * j)) & 63) : '='
  }
  return text
}

/** Reads base64 with padding, in its one canonical form: no blank, no stray bits, so that equal bytes have equal texts. */
export function fromBase64(text: string): Result<Uint8Array, BytesRefusal> {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) {
    return err({ code: 'MALFORMED_BASE64' })
  }
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let bits = 0
  let held = 0
  let offset = 0
  for (const digit of digits) {
    held = ((held << 6) | BASE64.indexOf(digit)) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[offset++] = (held >> bits) & 0xff
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) return err({ code: 'MALFORMED_BASE64' })
  return ok(bytes)
}

function unsignedBytes(value: bigint, length: number): Uint8Array {
  if (value < 0n || value >= 1n << BigInt(8 * length)) throw new RangeError(`not a u${8 * length}: ${value}`)
  const bytes = new Uint8Array(length)
  for (let i = length - 1, rest = value; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 0xffn)
  return bytes
}
