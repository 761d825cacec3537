const CUSTOM_SECTION_ID = 0
/** Magic and version, before the first section. */
const HEADER_LENGTH = 8

/** What the custom section of that name holds; undefined if there is none. */
export function customSection(wasm: Uint8Array, name: string): Uint8Array | undefined {
  for (const section of sections(wasm)) if (section.name === name) return section.content
  return undefined
}

/**
 * The file with another content in the custom section of that name; all else stays as it is, to the byte.
 * @throws {Error} if there is no such section.
 */
export function mapCustomSection(wasm: Uint8Array, name: string, map: (content: Uint8Array) => Uint8Array): Uint8Array {
  let found = false
  const parts = [wasm.subarray(0, HEADER_LENGTH)]
  for (const section of sections(wasm)) {
    if (section.name !== name) {
      parts.push(section.bytes)
      continue
    }
    found = true
    const nameBytes = new TextEncoder().encode(name)
    const body = concat([unsignedLeb128(nameBytes.length), nameBytes, map(section.content)])
    parts.push(concat([Uint8Array.of(CUSTOM_SECTION_ID), unsignedLeb128(body.length), body]))
  }
  if (!found) throw new Error(`no section ${name}`)
  return concat(parts)
}

/** A section of a WebAssembly file; `name` where it is a custom one. */
type Section = { readonly name?: string; readonly bytes: Uint8Array; readonly content: Uint8Array }

function* sections(wasm: Uint8Array): Generator<Section> {
  let at = HEADER_LENGTH
  while (at < wasm.length) {
    const start = at
    const id = wasm[at]
    const [length, contentStart] = readLeb128(wasm, at + 1)
    at = contentStart + length
    const bytes = wasm.subarray(start, at)
    if (id !== CUSTOM_SECTION_ID) {
      yield { bytes, content: wasm.subarray(contentStart, at) }
      continue
    }
    const [nameLength, nameStart] = readLeb128(wasm, contentStart)
    const nameEnd = nameStart + nameLength
    yield {
      name: new TextDecoder().decode(wasm.subarray(nameStart, nameEnd)),
      bytes,
      content: wasm.subarray(nameEnd, at),
    }
  }
}

function readLeb128(bytes: Uint8Array, from: number): readonly [value: number, next: number] {
  let value = 0
  for (let at = from, shift = 0; ; at++, shift += 7) {
    const byte = bytes[at]
    if (byte === undefined || shift > 28) throw new Error(`no length at byte ${from}`)
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) return [value >>> 0, at + 1]
  }
}

function unsignedLeb128(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    bytes.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return Uint8Array.from(bytes)
}

/** All parts, one after the other. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
