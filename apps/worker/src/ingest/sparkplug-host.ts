/**
 * The Sparkplug B side of ingest: a host application for the edge nodes of our group. It turns what they say into the same signed readings, asks a node to be
 * born again when it has missed something of it, and says on its STATE topic that it is there.
 */
import {
  decodeSparkplug,
  encodeSparkplug,
  hasReading,
  parseSparkplugTopic,
  readingFromMetrics,
  SPARKPLUG_BD_SEQ,
  SPARKPLUG_GROUP,
  SPARKPLUG_NAMESPACE,
  SPARKPLUG_REBIRTH,
  SPARKPLUG_TYPE,
  type SparkplugMetric,
  type SparkplugTopic,
  sparkplugTopic,
} from '@heliobond/domain'
import type { IncomingMessage } from './intake.ts'

/** Births, data and deaths of our group. */
export const SPARKPLUG_FILTER = `${SPARKPLUG_NAMESPACE}/${SPARKPLUG_GROUP}/#`
/** Where the host says whether it is there (version 3.0 of the specification). */
export const SPARKPLUG_STATE_TOPIC = `${SPARKPLUG_NAMESPACE}/STATE/${SPARKPLUG_GROUP}`

/** The host's word on its STATE topic, retained; its last will says the contrary with the same time. */
export const statePayload = (online: boolean, timestampMs: number): string =>
  JSON.stringify({ online, timestamp: timestampMs })

/** Numbers of messages go round. */
const SEQUENCE = 256n
/** A node is asked to be born again at most so often. */
const REBIRTH_PAUSE_MS = 30_000
/** Of more nodes than this the oldest are forgotten: they are asked to be born again when they speak. */
const MOST_NODES = 20_000
const MOST_ALIASES = 1_000
/** No payload of ours is a tenth as long. */
const MOST_PAYLOAD_BYTES = 16_384

interface Node {
  /** Null: not born as far as we know, or dead. */
  seq: bigint | null
  bdSeq: bigint | null
  names: ReadonlyMap<bigint, string>
  askedAt: number | null
}

/** What a message comes to. */
export interface SparkplugNews {
  /** For the intake: a reading, or something that claims to be one and is not. */
  readonly message: IncomingMessage | null
  /** A command to publish. */
  readonly command: { readonly topic: string; readonly payload: Uint8Array } | null
}

export interface SparkplugHost {
  hear(topic: string, payload: Uint8Array): SparkplugNews
}

const NOTHING: SparkplugNews = { message: null, command: null }

/** @param nowMs the machine's time: it only spaces commands out */
export function createSparkplugHost(nowMs: () => number = performance.now.bind(performance)): SparkplugHost {
  const nodes = new Map<string, Node>()

  function nodeOf(id: string): Node {
    const known = nodes.get(id)
    if (known) return known
    if (nodes.size >= MOST_NODES) for (const oldest of [...nodes.keys()].slice(0, MOST_NODES / 10)) nodes.delete(oldest)
    const node: Node = { seq: null, bdSeq: null, names: new Map(), askedAt: null }
    nodes.set(id, node)
    return node
  }

  /** Whether nothing was missed before this message. A birth begins anew. */
  function inSequence(node: Node, topic: SparkplugTopic, seq: bigint | undefined): boolean {
    if (topic.message === 'NBIRTH') {
      node.seq = seq ?? 0n
      return true
    }
    const expected = node.seq === null ? null : (node.seq + 1n) % SEQUENCE
    node.seq = seq ?? null
    return seq !== undefined && seq === expected
  }

  function askForBirth(node: Node, topic: SparkplugTopic): SparkplugNews['command'] {
    const now = nowMs()
    if (node.askedAt !== null && now < node.askedAt + REBIRTH_PAUSE_MS) return null
    node.askedAt = now
    const metric = { name: SPARKPLUG_REBIRTH, datatype: SPARKPLUG_TYPE.boolean, value: true }
    return {
      topic: sparkplugTopic({ group: topic.group, message: 'NCMD', node: topic.node }),
      payload: encodeSparkplug({ metrics: [metric] }),
    }
  }

  return {
    hear(topicText, payload) {
      const topic = parseSparkplugTopic(topicText)
      if (!topic || topic.group !== SPARKPLUG_GROUP || topic.message.endsWith('CMD')) return NOTHING
      const decoded = payload.length > MOST_PAYLOAD_BYTES ? null : decodeSparkplug(payload)
      if (!decoded?.ok) {
        const code = decoded === null ? 'OVERSIZED' : 'NOT_SPARKPLUG'
        return { message: refused(topicText, payload, code, `${payload.length} bytes`), command: null }
      }
      const { metrics, seq } = decoded.value
      const node = nodeOf(topic.node)
      if (topic.message === 'NDEATH') {
        const bdSeq = numberOf(metrics, SPARKPLUG_BD_SEQ)
        // The will of a connection that is over says nothing about the one that took its place.
        if (bdSeq === null || bdSeq === node.bdSeq) node.seq = null
        return NOTHING
      }
      const whole = inSequence(node, topic, seq)
      if (topic.message === 'NBIRTH') {
        node.bdSeq = numberOf(metrics, SPARKPLUG_BD_SEQ)
        node.names = new Map()
      }
      if (topic.message.endsWith('BIRTH')) node.names = withAliases(node.names, metrics)
      const named = metrics.map((metric) => namedBy(node.names, metric))
      const nameless = named.some(({ name }) => name === undefined)
      return {
        message: topic.message.endsWith('DEATH') || !hasReading(named) ? null : messageOf(topicText, topic, named),
        command: whole && !nameless ? null : askForBirth(node, topic),
      }
    },
  }
}

function withAliases(
  known: ReadonlyMap<bigint, string>,
  metrics: readonly SparkplugMetric[],
): ReadonlyMap<bigint, string> {
  const names = new Map(known)
  for (const { name, alias } of metrics)
    if (name !== undefined && alias !== undefined && names.size < MOST_ALIASES) names.set(alias, name)
  return names
}

function namedBy(names: ReadonlyMap<bigint, string>, metric: SparkplugMetric): SparkplugMetric {
  if (metric.name !== undefined || metric.alias === undefined) return metric
  const name = names.get(metric.alias)
  return name === undefined ? metric : { ...metric, name }
}

const numberOf = (metrics: readonly SparkplugMetric[], name: string): bigint | null => {
  const value = metrics.find((metric) => metric.name === name)?.value
  return typeof value === 'bigint' ? value : null
}

function messageOf(source: string, topic: SparkplugTopic, metrics: readonly SparkplugMetric[]): IncomingMessage {
  const parsed = readingFromMetrics(metrics)
  const claimed = topic.device === undefined ? claimedBy(topic.node) : undefined
  if (parsed.ok) return { source, claimed, payload: { reading: parsed.value } }
  const { code } = parsed.error
  const detail = 'field' in parsed.error ? `field ${parsed.error.field}` : 'metrics of a reading are wanted'
  return { source, claimed, payload: { refused: { code, detail, text: textOf(metrics) } } }
}

/** A meter that speaks for itself is the node `{system}-{meter}`; a gateway speaks for whom its readings name. */
function claimedBy(node: string): { system: number; meter: number } | undefined {
  const match = /^(0|[1-9]\d{0,9})-(0|[1-9]\d{0,9})$/.exec(node)
  return match ? { system: Number(match[1]), meter: Number(match[2]) } : undefined
}

const refused = (
  source: string,
  payload: Uint8Array,
  code: 'OVERSIZED' | 'NOT_SPARKPLUG',
  detail: string,
): IncomingMessage => ({
  source,
  payload: { refused: { code, detail, text: Buffer.from(payload.subarray(0, 512)).toString('hex') } },
})

const textOf = (metrics: readonly SparkplugMetric[]): string =>
  JSON.stringify(
    metrics
      .slice(0, 20)
      .map(({ name, value }) => [
        name?.slice(0, 60),
        value instanceof Uint8Array ? Buffer.from(value.subarray(0, 64)).toString('hex') : String(value).slice(0, 60),
      ]),
  )
