import { Spec } from '@stellar/stellar-sdk/contract'

const SPEC_SECTION = 'contractspecv0'
const CUSTOM_SECTION_ID = 0
/** Magic and version, before the first section. */
const HEADER_LENGTH = 8

/**
 * Leaves out of a contract's specification the types that neither its calls nor its events mention. The compiler links
 * in the types of every crate the contract knows, so that without this each contract would carry those of the others.
 *
 * Calls, events and error codes all stay, in their order; the code is untouched.
 * @throws {Error} if the file has no specification, or a call or an event names a type that it does not describe: no client
 * could read that. It happens when Rust code uses a type under another name.
 */
export function withoutUnusedTypes(wasm: Uint8Array): Uint8Array {
  let found = false
  const parts = [wasm.subarray(0, HEADER_LENGTH)]
  for (const section of sections(wasm)) {
    if (section.name !== SPEC_SECTION) {
      parts.push(section.bytes)
      continue
    }
    found = true
    const name = new TextEncoder().encode(SPEC_SECTION)
    const body = concat([unsignedLeb128(name.length), name, usedEntries(section.content)])
    parts.push(concat([Uint8Array.of(CUSTOM_SECTION_ID), unsignedLeb128(body.length), body]))
  }
  if (!found) throw new Error(`no section ${SPEC_SECTION}`)
  return concat(parts)
}

type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

function usedEntries(spec: Uint8Array): Uint8Array {
  const entries = new Spec(spec).entries.map((entry) => {
    const json: JsonValue = JSON.parse(JSON.stringify(entry))
    return { bytes: entry.toXdr(), type: entry.type, json, name: typeName(json) }
  })
  const isType = (type: string) => type.startsWith('scSpecEntryUdt') && type !== 'scSpecEntryUdtErrorEnumV0'
  const types = new Map(entries.filter(({ type }) => isType(type)).map(({ name, json }) => [name, json]))
  const errors = new Set(entries.filter(({ type }) => type === 'scSpecEntryUdtErrorEnumV0').map(({ name }) => name))
  const used = new Set<string>()
  const follow = (json: JsonValue): void => {
    for (const name of mentionedTypes(json)) {
      if (used.has(name)) continue
      used.add(name)
      const definition = types.get(name)
      if (definition !== undefined) follow(definition)
      else if (!errors.has(name)) throw new Error(`the specification names a type that it does not describe: ${name}`)
    }
  }
  for (const { type, json } of entries) if (!isType(type)) follow(json)
  return concat(entries.filter(({ type, name }) => !isType(type) || used.has(name)).map(({ bytes }) => bytes))
}

/** An entry's JSON is `{ kind: { name, ... } }`. */
function typeName(entry: JsonValue): string {
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return ''
  const [definition] = Object.values(entry)
  if (typeof definition !== 'object' || definition === null || Array.isArray(definition)) return ''
  return typeof definition.name === 'string' ? definition.name : ''
}

/** Names under any key `udt`, however deep: a reference is `{ udt: { name } }`. */
function mentionedTypes(json: JsonValue): string[] {
  if (json === null || typeof json !== 'object') return []
  if (Array.isArray(json)) return json.flatMap(mentionedTypes)
  return Object.entries(json).flatMap(([key, value]) => (key === 'udt' ? [typeName({ value })] : mentionedTypes(value)))
}

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

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
