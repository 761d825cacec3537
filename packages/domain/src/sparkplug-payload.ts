import { concatBytes, utf8Bytes } from './bytes.ts'
import { err, ok, type Result } from './result.ts'

/** Sparkplug B data types that we write; others are read as far as their wire form goes. */
export const SPARKPLUG_TYPE = { int32: 3, uint32: 7, uint64: 8, boolean: 11, string: 12, bytes: 17 } as const

/** One metric of a Sparkplug B payload. */
export type SparkplugMetric = {
  readonly name?: string
  /** Stands for the name in data messages, as the birth said. */
  readonly alias?: bigint
  /** Unix milliseconds. */
  readonly timestampMs?: bigint
  /** A number of `SPARKPLUG_TYPE`, or another that the specification names. */
  readonly datatype?: number
  /** True for what was measured earlier and could not be sent then. */
  readonly historical?: boolean
  /** Whole numbers as bigint. Null: no value is known, or its kind (float, data set, template) is none that we read. */
  readonly value: bigint | boolean | string | Uint8Array | null
}

/** A Sparkplug B payload (version 3.0 of the specification, `org.eclipse.tahu.protobuf.Payload`). */
export type SparkplugPayload = {
  /** Unix milliseconds. */
  readonly timestampMs?: bigint
  /** 0 to 255, one more with every message of an edge node; absent in commands and deaths. */
  readonly seq?: bigint
  readonly metrics: readonly SparkplugMetric[]
}

export type SparkplugPayloadRefusal = { readonly code: 'NOT_SPARKPLUG' }

const VARINT = 0
const FIXED64 = 1
const BYTES = 2
const FIXED32 = 5

const PAYLOAD_FIELD = { timestamp: 1, metrics: 2, seq: 3 } as const
const METRIC_FIELD = {
  ...{ name: 1, alias: 2, timestamp: 3, datatype: 4, historical: 5, isNull: 7 },
  ...{ intValue: 10, longValue: 11, booleanValue: 14, stringValue: 15, bytesValue: 16 },
} as const

/** Writes a payload in protocol buffers' wire form. */
export function encodeSparkplug(payload: SparkplugPayload): Uint8Array {
  return concatBytes(
    ...(payload.timestampMs === undefined ? [] : [varintField(PAYLOAD_FIELD.timestamp, payload.timestampMs)]),
    ...payload.metrics.map((metric) => bytesField(PAYLOAD_FIELD.metrics, encodeMetric(metric))),
    ...(payload.seq === undefined ? [] : [varintField(PAYLOAD_FIELD.seq, payload.seq)]),
  )
}

/**
 * Reads a payload. Unknown fields are passed over, as protocol buffers ask; what is cut short or malformed is refused.
 * Laws: it never throws, and `decodeSparkplug(encodeSparkplug(p))` is `p`.
 */
export function decodeSparkplug(bytes: Uint8Array): Result<SparkplugPayload, SparkplugPayloadRefusal> {
  try {
    let timestampMs: bigint | undefined
    let seq: bigint | undefined
    const metrics: SparkplugMetric[] = []
    for (const field of fieldsOf(bytes)) {
      if (field.number === PAYLOAD_FIELD.timestamp) timestampMs = numberOf(field)
      else if (field.number === PAYLOAD_FIELD.seq) seq = numberOf(field)
      else if (field.number === PAYLOAD_FIELD.metrics) metrics.push(decodeMetric(bytesOf(field)))
    }
    return ok({ ...(timestampMs !== undefined && { timestampMs }), ...(seq !== undefined && { seq }), metrics })
  } catch (error) {
    if (error instanceof MalformedError) return err({ code: 'NOT_SPARKPLUG' })
    throw error
  }
}

function encodeMetric({ name, alias, timestampMs, datatype, historical, value }: SparkplugMetric): Uint8Array {
  const parts: Uint8Array[] = []
  if (name !== undefined) parts.push(bytesField(METRIC_FIELD.name, utf8Bytes(name)))
  if (alias !== undefined) parts.push(varintField(METRIC_FIELD.alias, alias))
  if (timestampMs !== undefined) parts.push(varintField(METRIC_FIELD.timestamp, timestampMs))
  if (datatype !== undefined) parts.push(varintField(METRIC_FIELD.datatype, BigInt(datatype)))
  if (historical !== undefined) parts.push(varintField(METRIC_FIELD.historical, historical ? 1n : 0n))
  if (value === null) parts.push(varintField(METRIC_FIELD.isNull, 1n))
  else if (typeof value === 'boolean') parts.push(varintField(METRIC_FIELD.booleanValue, value ? 1n : 0n))
  else if (typeof value === 'string') parts.push(bytesField(METRIC_FIELD.stringValue, utf8Bytes(value)))
  else if (typeof value !== 'bigint') parts.push(bytesField(METRIC_FIELD.bytesValue, value))
  else if (isShort(datatype)) parts.push(varintField(METRIC_FIELD.intValue, BigInt.asUintN(32, value)))
  // UInt32 goes here too: the specification leaves it open, and the widespread libraries write and read it so.
  else parts.push(varintField(METRIC_FIELD.longValue, BigInt.asUintN(64, value)))
  return concatBytes(...parts)
}

/** Int8, Int16, Int32, UInt8 and UInt16 travel in 32 bits. */
const isShort = (datatype: number | undefined): boolean => datatype !== undefined && [1, 2, 3, 5, 6].includes(datatype)

/** How many bits of two's complement a signed type has; undefined for the others. */
const signedBits = (datatype: number | undefined): number | undefined =>
  datatype === undefined ? undefined : ([undefined, 32, 32, 32, 64] as const)[datatype]

function decodeMetric(bytes: Uint8Array): SparkplugMetric {
  let metric: SparkplugMetric = { value: null }
  let isNull = false
  for (const field of fieldsOf(bytes)) {
    if (field.number === METRIC_FIELD.name) metric = { ...metric, name: textOf(field) }
    else if (field.number === METRIC_FIELD.alias) metric = { ...metric, alias: numberOf(field) }
    else if (field.number === METRIC_FIELD.timestamp) metric = { ...metric, timestampMs: numberOf(field) }
    else if (field.number === METRIC_FIELD.datatype) metric = { ...metric, datatype: Number(numberOf(field)) }
    else if (field.number === METRIC_FIELD.historical) metric = { ...metric, historical: numberOf(field) !== 0n }
    else if (field.number === METRIC_FIELD.isNull) isNull = numberOf(field) !== 0n
    else if (field.number === METRIC_FIELD.intValue || field.number === METRIC_FIELD.longValue)
      metric = { ...metric, value: numberOf(field) }
    else if (field.number === METRIC_FIELD.booleanValue) metric = { ...metric, value: numberOf(field) !== 0n }
    else if (field.number === METRIC_FIELD.stringValue) metric = { ...metric, value: textOf(field) }
    else if (field.number === METRIC_FIELD.bytesValue) metric = { ...metric, value: bytesOf(field).slice() }
  }
  if (isNull) return { ...metric, value: null }
  const bits = signedBits(metric.datatype)
  return typeof metric.value === 'bigint' && bits !== undefined
    ? { ...metric, value: BigInt.asIntN(bits, metric.value) }
    : metric
}

class MalformedError extends Error {}

type Field = { readonly number: number; readonly content: bigint | Uint8Array }

function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  const reader = { bytes, offset: 0 }
  while (reader.offset < bytes.length) {
    const tag = readVarint(reader)
    if (tag > 0xffff_ffffn || tag >> 3n === 0n) throw new MalformedError()
    const number = Number(tag >> 3n)
    const wire = Number(tag & 7n)
    if (wire === VARINT) yield { number, content: readVarint(reader) }
    else if (wire === FIXED64) yield { number, content: readBytes(reader, 8n) }
    else if (wire === BYTES) yield { number, content: readBytes(reader, readVarint(reader)) }
    else if (wire === FIXED32) yield { number, content: readBytes(reader, 4n) }
    else throw new MalformedError()
  }
}

function numberOf({ content }: Field): bigint {
  if (typeof content !== 'bigint') throw new MalformedError()
  return content
}

function bytesOf({ content }: Field): Uint8Array {
  if (typeof content === 'bigint') throw new MalformedError()
  return content
}

function textOf(field: Field): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(field))
  } catch {
    throw new MalformedError()
  }
}

type Reader = { readonly bytes: Uint8Array; offset: number }

function readVarint(reader: Reader): bigint {
  let value = 0n
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = reader.bytes[reader.offset++]
    if (byte === undefined) throw new MalformedError()
    value |= BigInt(byte & 0x7f) << shift
    if (byte < 0x80) return BigInt.asUintN(64, value)
  }
  throw new MalformedError()
}

function readBytes(reader: Reader, length: bigint): Uint8Array {
  const end = BigInt(reader.offset) + length
  if (end > BigInt(reader.bytes.length)) throw new MalformedError()
  const taken = reader.bytes.subarray(reader.offset, Number(end))
  reader.offset = Number(end)
  return taken
}

const varintField = (number: number, value: bigint): Uint8Array =>
  concatBytes(varint(BigInt(number << 3)), varint(value))

const bytesField = (number: number, value: Uint8Array): Uint8Array =>
  concatBytes(varint(BigInt((number << 3) | BYTES)), varint(BigInt(value.length)), value)

function varint(value: bigint): Uint8Array {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  bytes.push(Number(rest))
  return Uint8Array.from(bytes)
}
