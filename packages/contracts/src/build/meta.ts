import { concat, customSection, mapCustomSection } from './sections.ts'

const META_SECTION = 'contractmetav0'

/** The only kind of entry that SEP-46 knows. */
const KIND_V0 = 0

/** A key and its value: both text. A key may stand more than once. */
export type MetaEntry = readonly [key: string, value: string]

/**
 * What a contract's file says of itself (SEP-46), in the order in which it stands there.
 * @throws {Error} if the file has no such section, or one that SEP-46 does not describe.
 */
export function metaOf(wasm: Uint8Array): MetaEntry[] {
  const content = customSection(wasm, META_SECTION)
  if (content === undefined) throw new Error(`no section ${META_SECTION}`)
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  let at = 0
  const u32 = () => {
    at += 4
    return view.getUint32(at - 4)
  }
  const text = () => {
    const length = u32()
    const bytes = content.subarray(at, at + length)
    if (bytes.length < length) throw new Error(`a text ends beyond the section ${META_SECTION}`)
    at += paddedLength(length)
    return new TextDecoder().decode(bytes)
  }
  const entries: MetaEntry[] = []
  while (at < content.length) {
    if (u32() !== KIND_V0) throw new Error(`an entry of an unknown kind in ${META_SECTION}`)
    entries.push([text(), text()])
  }
  return entries
}

/**
 * Adds entries to what a contract's file says of itself, after those that are there.
 * @throws {Error} if the file has no such section.
 */
export const withMeta = (wasm: Uint8Array, entries: readonly MetaEntry[]): Uint8Array =>
  mapCustomSection(wasm, META_SECTION, (content) => concat([content, ...entries.map(entryXdr)]))

const entryXdr = ([key, value]: MetaEntry): Uint8Array => concat([u32Xdr(KIND_V0), textXdr(key), textXdr(value)])

function textXdr(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  return concat([u32Xdr(bytes.length), bytes, new Uint8Array(paddedLength(bytes.length) - bytes.length)])
}

function u32Xdr(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** XDR pads what it holds to whole words. */
const paddedLength = (length: number): number => Math.ceil(length / 4) * 4
