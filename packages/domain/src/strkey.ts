import { accountScAddress, contractScAddress } from './claim-leaf.ts'
import { err, ok, type Result } from './result.ts'

export type StrkeyRefusal = {
  readonly code: 'MALFORMED_ADDRESS'
  readonly address: string
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const VERSION_ACCOUNT = 6 << 3
const VERSION_CONTRACT = 2 << 3

/**
 * Reads an account (`G...`) or contract (`C...`) address (SEP-23) as the XDR `ScAddress` that coupon leaves hold, so that
 * a proof can be checked without an SDK.
 */
export function scAddressFromStrkey(address: string): Result<Uint8Array, StrkeyRefusal> {
  const decoded = decodeStrkey(address)
  if (decoded?.version === VERSION_ACCOUNT) return ok(accountScAddress(decoded.payload))
  if (decoded?.version === VERSION_CONTRACT) return ok(contractScAddress(decoded.payload))
  return err({ code: 'MALFORMED_ADDRESS', address })
}

/** Reads the 32 bytes of a contract's address (`C...`). */
export function contractIdFromStrkey(address: string): Result<Uint8Array, StrkeyRefusal> {
  const decoded = decodeStrkey(address)
  return decoded?.version === VERSION_CONTRACT ? ok(decoded.payload) : err({ code: 'MALFORMED_ADDRESS', address })
}

/** 56 base-32 characters are exactly 35 bytes: version, 32 bytes, checksum. No padding and no stray bits are possible. */
function decodeStrkey(address: string): { version: number; payload: Uint8Array } | undefined {
  if (!/^[A-Z2-7]{56}$/.test(address)) return undefined
  let digits = 0n
  for (const character of address) digits = (digits << 5n) | BigInt(ALPHABET.indexOf(character))
  const bytes = Uint8Array.from({ length: 35 }, (_, i) => Number((digits >> BigInt(8 * (34 - i))) & 0xffn))
  const checksum = (bytes[33] ?? 0) | ((bytes[34] ?? 0) << 8)
  if (crc16(bytes.subarray(0, 33)) !== checksum) return undefined
  return { version: bytes[0] ?? 0, payload: bytes.slice(1, 33) }
}

/** CRC-16/XMODEM. */
function crc16(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc
}
