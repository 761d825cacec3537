/** Opaque cursors: where a list goes on. A cursor names its list, so that one list's cursor is no other's. */
import { Problem } from './errors.ts'

/** An integer as a key has it. */
export const INTEGER = /^(?:0|[1-9]\d{0,18})$/
/** No cursor of ours is half as long. */
const MOST_CHARACTERS = 500

export const MAX_INT4 = 2n ** 31n - 1n
export const MAX_INT8 = 2n ** 63n - 1n

/** The cursor behind the row of that key. */
export function encodeCursor(list: string, key: readonly (bigint | number | string)[]): string {
  return Buffer.from(JSON.stringify([list, ...key.map(String)])).toString('base64url')
}

/**
 * The key that a cursor of this list stands for, as many numbers as there are `maxima`, none above its own.
 *
 * @throws {Problem} HELIOBOND_BAD_CURSOR for anything that `encodeCursor` did not make for this list.
 */
export function decodeCursor(list: string, cursor: string, maxima: readonly bigint[]): bigint[] {
  return decodeTextCursor(
    list,
    cursor,
    maxima.map(() => INTEGER),
  ).map((text, index) => {
    const value = BigInt(text)
    if (value > (maxima[index] ?? 0n)) throw badCursor()
    return value
  })
}

/**
 * The same for keys that are not numbers alone: one text for each pattern, which it fits.
 *
 * @throws {Problem} HELIOBOND_BAD_CURSOR for anything that `encodeCursor` did not make for this list.
 */
export function decodeTextCursor(list: string, cursor: string, patterns: readonly RegExp[]): string[] {
  if (cursor.length > MOST_CHARACTERS) throw badCursor()
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    // Not JSON: not ours.
    throw badCursor()
  }
  if (!Array.isArray(parsed) || parsed[0] !== list || parsed.length !== patterns.length + 1) throw badCursor()
  return patterns.map((pattern, index) => {
    const text: unknown = parsed[index + 1]
    if (typeof text !== 'string' || !pattern.test(text)) throw badCursor()
    return text
  })
}

const badCursor = () => new Problem('HELIOBOND_BAD_CURSOR', 'Begin again without a cursor.')
