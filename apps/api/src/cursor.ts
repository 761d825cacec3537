/** Opaque cursors: where a list goes on. A cursor names its list, so that one list's cursor is no other's. */
import { Problem } from './errors.ts'

const INTEGER = /^(?:0|[1-9]\d{0,18})$/
/** No cursor of ours is half as long. */
const MOST_CHARACTERS = 300

export const MAX_INT4 = 2n ** 31n - 1n
export const MAX_INT8 = 2n ** 63n - 1n

/** The cursor behind the row of that key. */
export function encodeCursor(list: string, key: readonly (bigint | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...key.map(String)])).toString('base64url')
}

/**
 * The key that a cursor of this list stands for, as many numbers as there are `maxima`, none above its own.
 *
 * @throws {Problem} HELIOBOND_BAD_CURSOR for anything that `encodeCursor` did not make for this list.
 */
export function decodeCursor(list: string, cursor: string, maxima: readonly bigint[]): bigint[] {
  const bad = new Problem('HELIOBOND_BAD_CURSOR', 'Begin again without a cursor.')
  if (cursor.length > MOST_CHARACTERS) throw bad
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    // Not JSON: not ours.
    throw bad
  }
  if (!Array.isArray(parsed) || parsed[0] !== list || parsed.length !== maxima.length + 1) throw bad
  return maxima.map((maximum, index) => {
    const text: unknown = parsed[index + 1]
    if (typeof text !== 'string' || !INTEGER.test(text)) throw bad
    const value = BigInt(text)
    if (value > maximum) throw bad
    return value
  })
}
