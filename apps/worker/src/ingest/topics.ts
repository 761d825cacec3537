/** The MQTT topics of readings: `heliobond/v1/{systemId}/{meterId}/reading` and, for our acknowledgements, `.../ack`. */

export const READING_FILTER = 'heliobond/v1/+/+/reading'

/** Ingest workers that share this name share the readings between them (MQTT 5). */
export const SHARED_READING_FILTER = `$share/ingest/${READING_FILTER}`

const READING_TOPIC = /^heliobond\/v1\/(0|[1-9]\d{0,9})\/(0|[1-9]\d{0,9})\/reading$/
const ACK_TOPIC = /^heliobond\/v1\/[^/]*\/[^/]*\/ack$/

/** The ids in a reading topic; undefined if it is none. */
export function parseReadingTopic(topic: string): { system: number; meter: number } | undefined {
  const match = READING_TOPIC.exec(topic)
  return match ? { system: Number(match[1]), meter: Number(match[2]) } : undefined
}

export const ackTopic = (system: number, meter: number): string => `heliobond/v1/${system}/${meter}/ack`

export const isAckTopic = (topic: string): boolean => ACK_TOPIC.test(topic)
