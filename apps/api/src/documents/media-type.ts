/** What a document is, by its bytes: what a client says of it counts for nothing. */

export const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

const beginsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

/** Control characters besides tab, line feed and carriage return stand in no text for people. */
const isControl = (byte: number): boolean => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d

/** The type of a document's bytes; null for anything that is not kept here: programs, archives, pages that could run. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (beginsWith(bytes, PDF)) return 'application/pdf'
  if (beginsWith(bytes, PNG)) return 'image/png'
  if (beginsWith(bytes, JPEG)) return 'image/jpeg'
  return bytes.length > 0 && isText(bytes) ? 'text/plain' : null
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.some(isControl)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    // Not UTF-8: not text as we keep it.
    return false
  }
}
