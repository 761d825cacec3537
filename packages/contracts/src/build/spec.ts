import { Spec } from '@stellar/stellar-sdk/contract'
import { concat, mapCustomSection } from './sections.ts'

const SPEC_SECTION = 'contractspecv0'

/**
 * Leaves out of a contract's specification the types that neither its calls nor its events mention. The compiler links
 * in the types of every crate the contract knows, so that without this each contract would carry those of the others.
 *
 * Calls, events and error codes all stay, in their order; the code is untouched.
 * @throws {Error} if the file has no specification, or a call or an event names a type that it does not describe: no client
 * could read that. It happens when Rust code uses a type under another name.
 */
export function withoutUnusedTypes(wasm: Uint8Array): Uint8Array {
  return mapCustomSection(wasm, SPEC_SECTION, usedEntries)
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
