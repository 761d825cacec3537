import { ok, type Result } from '@heliobond/domain'
import type { Counter, SourceRefusal } from '../meter-source.ts'
import { energy, type Words, watts } from './points.ts'

/**
 * The models that carry the energy we bill (SunSpec information models, integers with scale factors). Offsets count words
 * from the model's ID; ID and length are the first two.
 */
export const INVERTER_MODELS: ReadonlySet<number> = new Set([101, 102, 103])
export const METER_MODELS: ReadonlySet<number> = new Set([201, 202, 203, 204])

/** Words to read of each: up to the last point that is used. */
export const INVERTER_WORDS = 27
export const METER_WORDS = 55

/** "SunS", the mark at the head of a SunSpec map, and the model ID that ends it. */
export const MARK: Words = [0x5375, 0x6e53]
export const END_OF_MAP = 0xffff

/** Where a map may begin (holding registers, counted from 0). */
export const BASES = [40_000, 50_000, 0] as const

/** Manufacturer, model and serial number of the common model (1), words from its ID on. */
export function commonText(words: Words): string {
  const text = (offset: number, length: number) => {
    const bytes = words.slice(offset, offset + length).flatMap((word) => [word >> 8, word & 0xff])
    const end = bytes.indexOf(0)
    return String.fromCharCode(...(end < 0 ? bytes : bytes.slice(0, end))).trim()
  }
  return [text(2, 16), text(18, 16), text(50, 16)].filter((part) => part !== '').join(' ')
}

export interface InverterWords {
  readonly generated: Counter
  readonly powerW: number | undefined
}

/** An inverter (models 101, 102, 103: one layout): energy delivered on the AC side, and power. Many say 0 by night. */
export function decodeInverter(words: Words): Result<InverterWords, SourceRefusal> {
  const generated = energy(words, 'WH', 24, 26)
  if (!generated.ok) return generated
  return ok({ generated: { ...generated.value, zeroMayBeSleep: true }, powerW: watts(words, 14, 15) })
}

export interface MeterWords {
  readonly exported: Counter
  readonly imported: Counter
  readonly powerW: number | undefined
}

/** A meter (models 201 to 204: one layout): real energy both ways, and power. */
export function decodeMeter(words: Words): Result<MeterWords, SourceRefusal> {
  const exported = energy(words, 'TotWhExp', 38, 54)
  if (!exported.ok) return exported
  const imported = energy(words, 'TotWhImp', 46, 54)
  if (!imported.ok) return imported
  return ok({ exported: exported.value, imported: imported.value, powerW: watts(words, 18, 22) })
}
