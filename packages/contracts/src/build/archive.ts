import { concat } from './sections.ts'

/** A file of an archive: its name with `/` between folders, and what is in it. */
export type ArchivedFile = readonly [name: string, content: Uint8Array]

const BLOCK = 512

/**
 * The files as an uncompressed POSIX tar archive (ustar) below one folder: the same bytes from the same files, whenever and
 * wherever it is made. Names are in order, times 0, owners 0, modes 0644.
 * @throws {RangeError} if a name is longer than the format's 100 bytes, or stands twice.
 */
export function tarOf(folder: string, files: readonly ArchivedFile[]): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  const parts: Uint8Array[] = []
  let last: string | undefined
  for (const [name, content] of sorted) {
    if (name === last) throw new RangeError(`${name} stands twice`)
    last = name
    parts.push(header(`${folder}/${name}`, content.length), content, new Uint8Array(padding(content.length)))
  }
  return concat([...parts, new Uint8Array(2 * BLOCK)])
}

function header(path: string, length: number): Uint8Array {
  const bytes = new Uint8Array(BLOCK)
  const put = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  if (new TextEncoder().encode(path).length > 100) throw new RangeError(`a name of more than 100 bytes: ${path}`)
  put(0, path)
  put(100, `${octal(0o644, 7)}\0`)
  put(108, `${octal(0, 7)}\0`)
  put(116, `${octal(0, 7)}\0`)
  put(124, `${octal(length, 11)}\0`)
  put(136, `${octal(0, 11)}\0`)
  // The sum of the header's bytes counts its own field as blanks.
  put(148, ' '.repeat(8))
  put(156, '0')
  put(257, 'ustar\x0000')
  put(
    148,
    `${octal(
      bytes.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
  )
  return bytes
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')

const padding = (length: number): number => (BLOCK - (length % BLOCK)) % BLOCK
