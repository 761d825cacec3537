/** Connections to the MQTT broker: the protocol it speaks, the subscription it allows, and reconnection. */
import { randomBytes } from 'node:crypto'
import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import type { Logger } from 'pino'
import { READING_FILTER, SHARED_READING_FILTER } from './topics.ts'

export interface BrokerAbilities {
  protocolVersion: 4 | 5
  /** MQTT 5 only: several connections share one subscription. */
  sharedSubscriptions: boolean
}

/** CONNACK codes that mean "I do not speak MQTT 5": 1 from a 3.1.1 broker, 132 from one that knows both. */
const UNSUPPORTED_PROTOCOL = new Set([1, 132])
const PAUSE_MS = 1_000
/** A broker need not deliver what can be no reading. */
const LARGEST_PACKET_BYTES = 65_536

/** For a broker with TLS (`mqtts://`): whom to trust, and who we are. PEM. */
export interface BrokerTls {
  /** Certificates of the authorities that may vouch for the broker; those of the system when absent. */
  readonly ca?: string
  /** Our own certificate and its key, where the broker asks clients for one. */
  readonly cert?: string
  readonly key?: string
}

/** The broker and how it is reached. The address may hold credentials: it is never logged. */
export interface BrokerAddress {
  readonly url: string
  readonly tls?: BrokerTls
}

const baseOptions = (protocolVersion: 4 | 5, { tls }: BrokerAddress): IClientOptions => ({
  protocolVersion,
  // A broker that cannot prove who it is is none of ours, whatever the address says.
  rejectUnauthorized: true,
  ...(tls?.ca !== undefined && { ca: tls.ca }),
  ...(tls?.cert !== undefined && { cert: tls.cert }),
  ...(tls?.key !== undefined && { key: tls.key }),
  // A session of its own and none kept: a kept session of a worker that is gone would go on drawing readings from the
  // shared subscription. What is published while nobody listens is sent again, since we did not acknowledge it.
  clean: true,
  clientId: `heliobond-ingest-${randomBytes(8).toString('hex')}`,
  keepalive: 30,
  ...(protocolVersion === 5 ? { properties: { maximumPacketSize: LARGEST_PACKET_BYTES } } : {}),
})

/** Asks the broker what it can do, waiting for one that is not up yet. Undefined once `stopped`. */
export async function probeBroker(
  broker: BrokerAddress,
  log: Logger,
  stopped: AbortSignal,
): Promise<BrokerAbilities | undefined> {
  let protocolVersion: 4 | 5 = 5
  while (!stopped.aborted) {
    const outcome = await tryConnect(broker, protocolVersion)
    if ('abilities' in outcome) return outcome.abilities
    if (protocolVersion === 5 && UNSUPPORTED_PROTOCOL.has(outcome.code ?? 0)) {
      protocolVersion = 4
      continue
    }
    log.warn({ error: outcome.message }, 'no MQTT broker yet')
    await sleep(PAUSE_MS, undefined, { signal: stopped }).catch(() => undefined)
  }
}

function tryConnect(
  broker: BrokerAddress,
  protocolVersion: 4 | 5,
): Promise<{ abilities: BrokerAbilities } | { code?: number; message: string }> {
  return new Promise((resolve) => {
    const options = { ...baseOptions(protocolVersion, broker), reconnectPeriod: 0, connectTimeout: 5_000 }
    const client = mqtt.connect(broker.url, options)
    const end = (outcome: { abilities: BrokerAbilities } | { code?: number; message: string }) => {
      client.removeAllListeners()
      client.on('error', () => undefined)
      client.end(true)
      resolve(outcome)
    }
    client.on('connect', ({ properties }) => {
      // Absent means available.
      const sharedSubscriptions = protocolVersion === 5 && properties?.sharedSubscriptionAvailable !== false
      end({ abilities: { protocolVersion, sharedSubscriptions } })
    })
    client.on('error', (error) => {
      const code = 'code' in error && typeof error.code === 'number' ? error.code : undefined
      end({ code, message: error.message })
    })
    client.on('close', () => end({ message: 'the broker closed the connection' }))
  })
}

/** Takes one message; call `done` when the next may come. */
export type MessageHandler = (topic: string, payload: Buffer, done: () => void) => void

export interface ConnectionOptions {
  readonly broker: BrokerAddress
  readonly abilities: BrokerAbilities
  readonly filter: string
  readonly log: Logger
  readonly onMessage: MessageHandler
  /** Said by the broker, and kept there, when the connection ends without a farewell. */
  readonly will?: { readonly topic: string; readonly payload: string }
  /** Whenever it is connected and subscribed. */
  readonly onReady?: (client: MqttClient) => void
}

/** What readings are subscribed to by: shared with the other connections of all ingest processes, where the broker can. */
export const readingFilter = ({ sharedSubscriptions }: BrokerAbilities): string =>
  sharedSubscriptions ? SHARED_READING_FILTER : READING_FILTER

/**
 * Opens one subscribed connection that reconnects, and subscribes again, by itself. Resolves once it is subscribed.
 *
 * @throws if the broker refuses the subscription.
 */
export async function openConnection(options: ConnectionOptions): Promise<MqttClient> {
  const { broker, abilities, filter, log, onMessage, will, onReady } = options
  const client = mqtt.connect(broker.url, {
    ...baseOptions(abilities.protocolVersion, broker),
    ...(will && { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true } }),
    reconnectPeriod: PAUSE_MS,
    reconnectOnConnackError: true,
    // Done below, for the first time and for every other in the same way.
    resubscribe: false,
    manualConnect: true,
  })
  client.handleMessage = ({ topic, payload }, done) =>
    onMessage(topic, typeof payload === 'string' ? Buffer.from(payload) : payload, done)
  client.on('error', (error) => log.warn({ error: error.message }, 'MQTT connection failed'))
  client.on('close', () => log.info('MQTT connection closed'))
  try {
    await new Promise<void>((resolve, reject) => {
      client.on('connect', () => {
        // Acknowledgements are small and must not wait for the broker's delayed TCP ACK.
        if (client.stream instanceof Socket) client.stream.setNoDelay(true)
        client.subscribe(filter, { qos: 1 }, (error, granted, suback) => {
          const refused = suback?.granted.some((code) => typeof code === 'number' && code >= 128)
          if (refused) reject(new Error(`the MQTT broker refuses the subscription to ${filter}`))
          // The connection broke meanwhile: it is made again, and this is run again.
          else if (error) log.warn({ error: error.message }, 'MQTT subscription failed')
          else if (granted) {
            onReady?.(client)
            resolve()
          }
        })
      })
      client.connect()
    })
  } catch (error) {
    await client.endAsync(true)
    throw error
  }
  return client
}
