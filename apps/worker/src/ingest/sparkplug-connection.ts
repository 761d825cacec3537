import type { MqttClient } from 'mqtt'
import type { Logger } from 'pino'
import { type BrokerAbilities, type BrokerAddress, openConnection } from './broker-connection.ts'
import type { IncomingMessage } from './intake.ts'
import { createSparkplugHost, SPARKPLUG_FILTER, SPARKPLUG_STATE_TOPIC, statePayload } from './sparkplug-host.ts'

export interface SparkplugConnectionOptions {
  readonly broker: BrokerAddress
  readonly abilities: BrokerAbilities
  readonly log: Logger
  /** Takes a message; `done` is called when the next may come. */
  readonly take: (message: IncomingMessage, done: () => void) => void
}

export interface SparkplugConnection {
  readonly client: MqttClient
  /** Says that the host goes: whoever waits for it need not wait for the will. */
  sayFarewell(): Promise<void>
}

/**
 * Hears the edge nodes of our group over a connection of its own: the order of a node's messages counts, so it is not shared. What they report goes the way of
 * all readings, and is acknowledged on the same topics.
 */
export async function connectSparkplug(options: SparkplugConnectionOptions): Promise<SparkplugConnection> {
  const { broker, abilities, log, take } = options
  const host = createSparkplugHost()
  const bornAtMs = Date.now()
  let client: MqttClient | undefined
  const opened = await openConnection({
    ...{ broker, abilities, log, filter: SPARKPLUG_FILTER },
    will: { topic: SPARKPLUG_STATE_TOPIC, payload: statePayload(false, bornAtMs) },
    onMessage(topic, payload, done) {
      const { message, command } = host.hear(topic, payload)
      if (command) {
        log.debug({ topic: command.topic }, 'an edge node is asked to be born again')
        client?.publish(command.topic, Buffer.from(command.payload), { qos: 0 })
      }
      if (message) take(message, done)
      else done()
    },
    onReady(connected) {
      client = connected
      connected.publish(SPARKPLUG_STATE_TOPIC, statePayload(true, bornAtMs), { qos: 1, retain: true })
    },
  })
  return {
    client: opened,
    async sayFarewell() {
      if (opened.connected)
        await opened.publishAsync(SPARKPLUG_STATE_TOPIC, statePayload(false, bornAtMs), { qos: 1, retain: true })
    },
  }
}
