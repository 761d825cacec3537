/**
 * Readings as Sparkplug B carries them: which topics, which metrics. One definition for devices, who publish, and for the ingest role, who
 * subscribes.
 *
 * A meter is an edge node of its own, `{systemId}-{meterId}` in the group `heliobond`. It says NBIRTH when it connects and NDATA with every reading;
 * a gateway may speak for several meters as devices of its node (DBIRTH, DDATA). One payload holds one reading, whole, by full names: a server that
 * starts in the middle needs no birth to understand it. What the platform has stored it says on the same `heliobond/v1/{systemId}/{meterId}/ack`
 * topic as to everybody; a broker's acknowledgement promises nothing.
 */

import { toBase64 } from './bytes.ts'
import { parseReading, type Reading, type ReadingFormatRefusal } from './reading.ts'
import { formatUtcSeconds } from './reading-bytes.ts'
import { err, ok, type Result } from './result.ts'
import { SPARKPLUG_TYPE, type SparkplugMetric } from './sparkplug-payload.ts'

export const SPARKPLUG_NAMESPACE = 'spBv1.0'
/** Our group id: the second level of the topic. */
export const SPARKPLUG_GROUP = 'heliobond'
/** The command that asks an edge node to send its births again (NCMD, boolean true). */
export const SPARKPLUG_REBIRTH = 'Node Control/Rebirth'
/** Counts an edge node's connections; the same number in its NBIRTH and in the NDEATH that its will is. */
export const SPARKPLUG_BD_SEQ = 'bdSeq'

/** The metrics that make a reading, by the reading's field. `at` is in Unix seconds, as it is signed. */
export const SPARKPLUG_READING = {
  system: { name: 'heliobond/system', datatype: SPARKPLUG_TYPE.uint32 },
  meter: { name: 'heliobond/meter', datatype: SPARKPLUG_TYPE.uint32 },
  epoch: { name: 'heliobond/epoch', datatype: SPARKPLUG_TYPE.uint32 },
  seq: { name: 'heliobond/seq', datatype: SPARKPLUG_TYPE.uint64 },
  at: { name: 'heliobond/at', datatype: SPARKPLUG_TYPE.uint64 },
  generatedWh: { name: 'heliobond/generatedWh', datatype: SPARKPLUG_TYPE.uint64 },
  consumedWh: { name: 'heliobond/consumedWh', datatype: SPARKPLUG_TYPE.uint64 },
  exportedWh: { name: 'heliobond/exportedWh', datatype: SPARKPLUG_TYPE.uint64 },
  /** Momentary power: optional, neither signed nor billed. */
  powerW: { name: 'heliobond/powerW', datatype: SPARKPLUG_TYPE.int32 },
  signature: { name: 'heliobond/signature', datatype: SPARKPLUG_TYPE.bytes },
} as const satisfies Record<keyof Reading, { name: string; datatype: number }>

/** What edge nodes and devices send, and the commands they get. */
export const SPARKPLUG_MESSAGES = [
  ...(['NBIRTH', 'NDATA', 'NDEATH', 'NCMD'] as const),
  ...(['DBIRTH', 'DDATA', 'DDEATH', 'DCMD'] as const),
] as const
export type SparkplugMessage = (typeof SPARKPLUG_MESSAGES)[number]

export type SparkplugTopic = {
  readonly group: string
  readonly message: SparkplugMessage
  readonly node: string
  /** Present in messages of a device behind the node (D...). */
  readonly device?: string
}

/** The edge node's id of a meter that speaks for itself. */
export const sparkplugNode = (system: number, meter: number): string => `${system}-${meter}`

/** Writes a topic: `spBv1.0/{group}/{message}/{node}[/{device}]`. */
export const sparkplugTopic = ({ group, message, node, device }: SparkplugTopic): string =>
  [SPARKPLUG_NAMESPACE, group, message, node, ...(device === undefined ? [] : [device])].join('/')

/** Reads a topic; undefined if it is none of Sparkplug B. */
export function parseSparkplugTopic(topic: string): SparkplugTopic | undefined {
  const [namespace, group, type, node, device, ...rest] = topic.split('/')
  const message = SPARKPLUG_MESSAGES.find((one) => one === type)
  if (namespace !== SPARKPLUG_NAMESPACE || !group || !message || !node || rest.length > 0) return undefined
  if (message.startsWith('D') ? !device : device !== undefined) return undefined
  return { group, message, node, ...(device !== undefined && { device }) }
}

/** The metrics of a reading. `historical` marks one that could not be sent when it was taken. */
export function readingMetrics(reading: Reading, { historical = false } = {}): SparkplugMetric[] {
  const timestampMs = reading.at * 1000n
  return (Object.keys(SPARKPLUG_READING) as (keyof Reading)[]).flatMap((field) => {
    const value = reading[field]
    if (value === undefined) return []
    return [
      {
        ...SPARKPLUG_READING[field],
        timestampMs,
        ...(historical && { historical }),
        // A device's power has no fraction here; it is a convenience.
        value: typeof value === 'number' ? BigInt(Math.round(value)) : value,
      },
    ]
  })
}

/** Whether these metrics claim to be a reading: a birth without one yet has none, or has them null. */
export const hasReading = (metrics: readonly SparkplugMetric[]): boolean =>
  metrics.some(({ name, value }) => name === SPARKPLUG_READING.signature.name && value !== null)

/**
 * The reading that the metrics hold; metrics of other names are passed over. As strict as `parseReading`.
 * Law: `readingFromMetrics(readingMetrics(r))` is `r`, its power rounded to a watt.
 */
export function readingFromMetrics(metrics: readonly SparkplugMetric[]): Result<Reading, ReadingFormatRefusal> {
  const byName = new Map(metrics.map(({ name, value }) => [name, value]))
  const message: Record<string, unknown> = {}
  for (const field of Object.keys(SPARKPLUG_READING) as (keyof Reading)[]) {
    const value = byName.get(SPARKPLUG_READING[field].name)
    if (field === 'powerW' && (value === undefined || value === null)) continue
    if (field === 'signature') {
      if (!(value instanceof Uint8Array)) return err({ code: 'MALFORMED_FIELD', field })
      message[field] = toBase64(value)
    } else {
      if (typeof value !== 'bigint') return err({ code: 'MALFORMED_FIELD', field })
      if (field === 'at') {
        if (value < 0n || value > LAST_SECOND) return err({ code: 'MALFORMED_FIELD', field })
        message[field] = formatUtcSeconds(value)
      } else {
        const isU64 = SPARKPLUG_READING[field].datatype === SPARKPLUG_TYPE.uint64
        message[field] = isU64 ? value.toString() : Number(value)
      }
    }
  }
  const parsed = parseReading(message)
  return parsed.ok ? ok(parsed.value) : parsed
}

/** The end of the year 9999: the last moment that the JSON form can name. */
const LAST_SECOND = 253_402_300_799n
