import { err, ok, type Result } from '@heliobond/domain'
import type { Counter, SourceRefusal } from '../meter-source.ts'

/** The registers of one SunSpec model, from its ID on. */
export type Words = readonly number[]

/** The words by which a device says "not implemented". */
const NO_INT16 = 0x8000
const NO_UINT16 = 0xffff
const NO_INT32 = 0x8000_0000
const NO_UINT32 = 0xffff_ffff

/** An unsigned 16-bit point; undefined if not implemented or beyond the words. */
export function uint16(words: Words, offset: number): number | undefined {
  const word = words[offset]
  return word === NO_UINT16 ? undefined : word
}

/** A signed 16-bit point; undefined if not implemented or beyond the words. */
export function int16(words: Words, offset: number): number | undefined {
  const word = words[offset]
  if (word === undefined || word === NO_INT16) return undefined
  return word > 0x7fff ? word - 0x1_0000 : word
}

/**
 * A 32-bit accumulator, high word first. The specification knows no "not implemented" here but 0; devices in the field
 * also send what means that in a signed or unsigned number. Those two are refused: a true counter that happens to stand
 * there is read a moment later, and nothing is lost. 0 is taken, since new devices and roll-overs stand there; a device that
 * sends 0 while it sleeps is caught by the counter's fall.
 */
export function acc32(words: Words, offset: number): bigint | undefined {
  const high = words[offset]
  const low = words[offset + 1]
  if (high === undefined || low === undefined) return undefined
  const value = high * 0x1_0000 + low
  return value === NO_INT32 || value === NO_UINT32 ? undefined : BigInt(value)
}

/** A scale factor: -10 to 10. */
export function scaleFactor(words: Words, offset: number, name: string): Result<number, SourceRefusal> {
  const scale = int16(words, offset)
  if (scale === undefined) return err({ code: 'NOT_IMPLEMENTED', detail: name })
  return scale < -10 || scale > 10 ? err({ code: 'BAD_SCALE', detail: `${name} is ${scale}` }) : ok(scale)
}

/** An energy accumulator with its scale factor. */
export function energy(
  words: Words,
  name: string,
  offset: number,
  scaleOffset: number,
): Result<Counter, SourceRefusal> {
  const raw = acc32(words, offset)
  if (raw === undefined) return err({ code: 'NOT_IMPLEMENTED', detail: name })
  const scale = scaleFactor(words, scaleOffset, `scale factor of ${name}`)
  return scale.ok ? ok({ raw, bits: 32, scale: scale.value }) : scale
}

/** Momentary power in watts; undefined where the device does not say. A convenience, so a float will do. */
export function watts(words: Words, offset: number, scaleOffset: number): number | undefined {
  const value = int16(words, offset)
  const scale = scaleFactor(words, scaleOffset, '')
  return value === undefined || !scale.ok ? undefined : value * 10 ** scale.value
}
