import {
  decodeSparkplug,
  encodeSparkplug,
  readingMetrics,
  SPARKPLUG_BD_SEQ,
  SPARKPLUG_READING,
  SPARKPLUG_REBIRTH,
  SPARKPLUG_TYPE,
  type SparkplugMessage,
  type SparkplugMetric,
  sparkplugNode,
  sparkplugTopic,
} from '@heliobond/domain'
import { type DeviceStore, readingOf } from '../store/device-store.ts'
import type { Dialect, Message } from './dialect.ts'

export interface SparkplugOptions {
  readonly group: string
  readonly system: number
  readonly meter: number
  /** Counts connections over restarts. */
  readonly store: Pick<DeviceStore, 'note' | 'setNote'>
  /** What the birth says of the device itself. */
  readonly birth: () => Readonly<Record<string, unknown>>
  /** Older than this when it is sent, a reading is marked as historical. */
  readonly historicalSeconds: number
  /** The machine's time in milliseconds. */
  readonly nowMs?: () => number
}

const NOTE = 'sparkplug births'
const NUMBERS = 256n

/**
 * Sparkplug B (version 3.0): the meter is an edge node of its own. NBIRTH on every connection and whenever a host asks, NDATA
 * for each reading, NDEATH as last will and farewell with the birth's bdSeq; seq from 0 at a birth, one more a message.
 *
 * The specification wants a session that is not kept and QoS 0: nothing is lost by that, since a reading is sent again until
 * Heliobond itself acknowledges it.
 */
export function sparkplugDialect(options: SparkplugOptions): Dialect {
  const { group, store, nowMs = Date.now } = options
  const node = sparkplugNode(options.system, options.meter)
  const topic = (message: SparkplugMessage) => sparkplugTopic({ group, message, node })
  let bdSeq = 0n
  let seq = 0n

  function message(kind: SparkplugMessage, metrics: readonly SparkplugMetric[], more: { seq?: bigint }): Message {
    const payload = encodeSparkplug({ timestampMs: BigInt(nowMs()), metrics, ...more })
    return { topic: topic(kind), payload, qos: kind === 'NDEATH' ? 1 : 0, retain: false }
  }

  const birthNumber = (): SparkplugMetric => ({
    ...{ name: SPARKPLUG_BD_SEQ, datatype: SPARKPLUG_TYPE.uint64, value: bdSeq },
  })

  function birth(): Message {
    seq = 0n
    const properties = Object.entries(options.birth()).map(
      ([name, value]): SparkplugMetric => ({
        ...{ name: `Properties/${name}`, datatype: SPARKPLUG_TYPE.string, value: `${value}` },
      }),
    )
    const rebirth = { name: SPARKPLUG_REBIRTH, datatype: SPARKPLUG_TYPE.boolean, value: false }
    // Every metric that will come is named at birth; its value comes with the first reading.
    const readings = Object.values(SPARKPLUG_READING).map((metric): SparkplugMetric => ({ ...metric, value: null }))
    return message('NBIRTH', [birthNumber(), rebirth, ...properties, ...readings], { seq })
  }

  return {
    keepsSession: false,
    subscriptions: [topic('NCMD')],
    lastWill() {
      bdSeq = BigInt(store.note(NOTE) ?? '0')
      store.setNote(NOTE, `${(bdSeq + 1n) % NUMBERS}`)
      return message('NDEATH', [birthNumber()], {})
    },
    birth,
    reading(pending) {
      const reading = readingOf(pending)
      const ageSeconds = BigInt(Math.floor(nowMs() / 1_000)) - reading.at
      const historical = ageSeconds > BigInt(options.historicalSeconds)
      seq = (seq + 1n) % NUMBERS
      return message('NDATA', readingMetrics(reading, { historical }), { seq })
    },
    farewell: () => message('NDEATH', [birthNumber()], {}),
    answer(from, payload) {
      if (from !== topic('NCMD')) return []
      const command = decodeSparkplug(payload)
      const asksForBirth =
        command.ok && command.value.metrics.some(({ name, value }) => name === SPARKPLUG_REBIRTH && value === true)
      return asksForBirth ? [birth()] : []
    },
  }
}
