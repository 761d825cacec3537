import { fromBase64 } from './bytes.ts'
import { parseCivilDate, toUnixSeconds } from './civil-date.ts'
import { MAX_U64 } from './energy.ts'
import { err, ok, type Result } from './result.ts'

/** A meter's cumulative registers at one moment, signed by the meter. Unused registers are 0. */
export type Reading = {
  readonly system: number
  readonly meter: number
  /** Rises when a meter is replaced or reset; registers never fall within one. */
  readonly epoch: number
  readonly seq: bigint
  /** When it was taken, Unix seconds. */
  readonly at: bigint
  readonly generatedWh: bigint
  readonly consumedWh: bigint
  readonly exportedWh: bigint
  /** Momentary power: a convenience, neither signed nor billed. */
  readonly powerW?: number
  /** Ed25519 over `readingSignedBytes` (64 bytes). */
  readonly signature: Uint8Array
}

/** What makes a message no reading; `field` names the first one at fault. */
export type ReadingFormatRefusal =
  | { readonly code: 'NOT_A_READING' }
  | { readonly code: 'UNKNOWN_FIELD'; readonly field: string }
  | { readonly code: 'MALFORMED_FIELD'; readonly field: keyof Reading }

const FIELDS: ReadonlySet<string> = new Set([
  'system',
  'meter',
  'epoch',
  'seq',
  'at',
  'generatedWh',
  'consumedWh',
  'exportedWh',
  'powerW',
  'signature',
])
const MAX_U32 = 2 ** 32 - 1

/**
 * Reads a message of the reading topic, or a body of `POST /v1/readings`, already parsed as JSON.
 *
 * Strict, so that a reading has one form: u64 values are decimal strings without leading zeros, `at` is a UTC time in
 * whole seconds ending in `Z`, the signature is canonical base64 of 64 bytes, all registers are present, and no other
 * field is. It says nothing yet about the signature's truth or the registers' sense.
 */
export function parseReading(message: unknown): Result<Reading, ReadingFormatRefusal> {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return err({ code: 'NOT_A_READING' })
  const unknownField = Object.keys(message).find((field) => !FIELDS.has(field))
  if (unknownField !== undefined) return err({ code: 'UNKNOWN_FIELD', field: unknownField })

  const fields: { readonly [field: string]: unknown } = { ...message }
  const system = u32(fields.system)
  if (system === undefined) return malformed('system')
  const meter = u32(fields.meter)
  if (meter === undefined) return malformed('meter')
  const epoch = u32(fields.epoch)
  if (epoch === undefined) return malformed('epoch')
  const seq = u64(fields.seq)
  if (seq === undefined) return malformed('seq')
  const at = utcSeconds(fields.at)
  if (at === undefined) return malformed('at')
  const generatedWh = u64(fields.generatedWh)
  if (generatedWh === undefined) return malformed('generatedWh')
  const consumedWh = u64(fields.consumedWh)
  if (consumedWh === undefined) return malformed('consumedWh')
  const exportedWh = u64(fields.exportedWh)
  if (exportedWh === undefined) return malformed('exportedWh')
  const { powerW } = fields
  if (powerW !== undefined && (typeof powerW !== 'number' || !Number.isFinite(powerW))) return malformed('powerW')
  const signature = typeof fields.signature === 'string' ? fromBase64(fields.signature) : undefined
  if (!signature?.ok || signature.value.length !== 64) return malformed('signature')

  const reading = {
    system,
    meter,
    epoch,
    seq,
    at,
    generatedWh,
    consumedWh,
    exportedWh,
    signature: signature.value,
  }
  return ok(powerW === undefined ? reading : { ...reading, powerW })
}

/**
 * Reads `YYYY-MM-DDTHH:MM:SSZ` as Unix seconds; undefined for anything else, a fraction of a second and a leap second included.
 */
export function utcSeconds(text: unknown): bigint | undefined {
  if (typeof text !== 'string') return undefined
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z$/.exec(text)
  if (!match) return undefined
  const [, day = '', hours, minutes, seconds] = match
  const date = parseCivilDate(day)
  if (!date.ok || date.value.year < 1970) return undefined
  return toUnixSeconds(date.value) + BigInt(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

const malformed = (field: keyof Reading) => err({ code: 'MALFORMED_FIELD', field })

const u32 = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_U32 ? value : undefined

function u64(value: unknown): bigint | undefined {
  if (typeof value !== 'string' || !/^(?:0|[1-9]\d{0,19})$/.test(value)) return undefined
  const parsed = BigInt(value)
  return parsed <= MAX_U64 ? parsed : undefined
}
