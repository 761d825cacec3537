import { concatBytes, requireLength, toBase64, u32Bytes, u64Bytes, utf8Bytes } from './bytes.ts'
import { formatCivilDate, fromUnixSeconds, secondOfDay } from './civil-date.ts'
import type { Reading } from './reading.ts'

/** What a reading is signed for: one network and one `energy` contract. */
export type ReadingDomain = {
  /** SHA-256 of the network's passphrase (32 bytes). */
  readonly networkId: Uint8Array
  /** The `energy` contract's id (32 bytes). */
  readonly energyContractId: Uint8Array
}

/** How many bytes a meter signs. */
export const READING_SIGNED_LENGTH = 124

/**
 * The 124 bytes that a meter signs, big-endian: ASCII `HBREAD01` (8), network id (32), `energy` contract id (32), system
 * u32, meter u32, epoch u32, seq u64, `at` u64, generatedWh u64, consumedWh u64, exportedWh u64.
 * @throws {RangeError} if a field does not fit (a caller bug: `parseReading` lets none through).
 */
export const readingSignedBytes = (reading: Omit<Reading, 'signature'>, domain: ReadingDomain): Uint8Array =>
  concatBytes(
    utf8Bytes('HBREAD01'),
    requireLength('networkId', domain.networkId, 32),
    requireLength('energyContractId', domain.energyContractId, 32),
    u32Bytes(reading.system),
    u32Bytes(reading.meter),
    u32Bytes(reading.epoch),
    u64Bytes(reading.seq),
    u64Bytes(reading.at),
    u64Bytes(reading.generatedWh),
    u64Bytes(reading.consumedWh),
    u64Bytes(reading.exportedWh),
  )

/** The bytes of a reading's leaf: the 124 signed ones and the 64 of the signature. Hash them with `merkleLeaf`. */
export const readingLeafBytes = (reading: Reading, domain: ReadingDomain): Uint8Array =>
  concatBytes(readingSignedBytes(reading, domain), requireLength('signature', reading.signature, 64))

/** The order of readings under a statement's root: by meter, epoch, seq. */
export function compareReadings(a: Reading, b: Reading): number {
  if (a.meter !== b.meter) return a.meter - b.meter
  if (a.epoch !== b.epoch) return a.epoch - b.epoch
  return a.seq === b.seq ? 0 : a.seq < b.seq ? -1 : 1
}

/** The JSON form that `parseReading` reads. Law: `parseReading(readingJson(r))` is `r`. */
export function readingJson(reading: Reading): Record<string, string | number> {
  const { system, meter, epoch, seq, generatedWh, consumedWh, exportedWh, powerW } = reading
  const json = {
    system,
    meter,
    epoch,
    seq: seq.toString(),
    at: formatUtcSeconds(reading.at),
    generatedWh: generatedWh.toString(),
    consumedWh: consumedWh.toString(),
    exportedWh: exportedWh.toString(),
    signature: toBase64(reading.signature),
  }
  return powerW === undefined ? json : { ...json, powerW }
}

/** Writes Unix seconds as `YYYY-MM-DDTHH:MM:SSZ`. */
export function formatUtcSeconds(unixSeconds: bigint): string {
  const ofDay = Number(secondOfDay(unixSeconds))
  const clock = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60]
  return `${formatCivilDate(fromUnixSeconds(unixSeconds))}T${clock.map((n) => n.toString().padStart(2, '0')).join(':')}Z`
}
