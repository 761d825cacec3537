/** The ingest role: readings from the broker (and from HTTP) into the database, and our acknowledgements back. */
import type { Database } from '@heliobond/db'
import { networkId } from '@heliobond/domain'
import type { MqttClient } from 'mqtt'
import { composeAcks } from './acks.ts'
import {
  type BrokerAddress,
  type BrokerTls,
  type MessageHandler,
  openConnection,
  probeBroker,
  readingFilter,
} from './broker-connection.ts'
import { type IncomingMessage, type IntakeOptions, startIntake } from './intake.ts'
import type { IntakeOutcome } from './outcome.ts'
import { oneDomain, type ReadingDomains } from './reading-domains.ts'
import { connectSparkplug } from './sparkplug-connection.ts'
import { parseReadingTopic } from './topics.ts'

export interface IngestOptions extends Omit<IntakeOptions, 'domains'> {
  database: Database
  /** The broker; without it readings come by `ingestReadings` only. May hold credentials: it is never logged. */
  mqttUrl?: string
  /** For a broker with TLS. */
  mqttTls?: BrokerTls
  networkPassphrase: string
  /** The energy contract's id, 32 bytes, where all systems have one. */
  energyContractId?: Uint8Array
  /** What each system's readings are signed for; needed without `energyContractId`. */
  domains?: ReadingDomains
  /** Whether to hear Sparkplug B as well. One process of an installation is enough: every one that does hears everything. Off by default. */
  sparkplug?: boolean
  /** Connections that share the subscription, where the broker can share one. 2 by default. */
  connections?: number
}

/** How many messages came to which end since the start. */
export interface IngestCounters {
  stored: number
  duplicate: number
  refused: number
  /** Acknowledgements that were not sent because the broker was gone or slow: the devices will send again. */
  acksWithheld: number
}

export interface Ingest {
  /**
   * Takes readings as `POST /v1/readings` brings them (parsed JSON), and resolves with their outcomes, in order, after
   * the commit.
   *
   * @throws if readings can no longer be taken; nothing may be acknowledged then.
   */
  ingestReadings(messages: readonly unknown[]): Promise<IntakeOutcome[]>
  readonly counters: Readonly<IngestCounters>
  /** Takes no more messages, commits and acknowledges what was taken, then disconnects. */
  close(): Promise<void>
}

function domainsOf({ domains, energyContractId, networkPassphrase }: IngestOptions): ReadingDomains {
  if (domains) return domains
  if (!energyContractId) throw new TypeError('ingest needs domains, or the one energy contract of all systems')
  return oneDomain({ networkId: networkId(networkPassphrase), energyContractId })
}

interface Waiter {
  resolve: (outcome: IntakeOutcome) => void
  reject: (error: unknown) => void
}

/** Above this the broker is not taking our acknowledgements: more would only fill memory. */
const MOST_ACKS_UNDER_WAY = 20_000

const CLOSE_PATIENCE_MS = 2_000

/** Starts the role. Resolves at once; a broker that is not up yet is waited for in the background. */
export function startIngest(options: IngestOptions): Ingest {
  const { log, mqttUrl, connections = 2 } = options
  const domains = domainsOf(options)
  const counters: IngestCounters = { stored: 0, duplicate: 0, refused: 0, acksWithheld: 0 }
  const waiters = new Set<Waiter>()
  const clients: MqttClient[] = []
  const stopping = new AbortController()
  let acksUnderWay = 0
  let sayFarewell: () => Promise<void> = async () => {}

  const onFatal = (error: unknown) => {
    for (const waiter of waiters) waiter.reject(error)
    waiters.clear()
    options.onFatal(error)
  }
  const intake = startIntake<Waiter | undefined>({ ...options, domains, onFatal }, (finished) => {
    for (const { outcome } of finished) counters[outcome.outcome]++
    publishAcks(finished.flatMap(({ ticket, outcome }) => (ticket ? [] : [outcome])))
    for (const { ticket, outcome } of finished) {
      if (!ticket) continue
      waiters.delete(ticket)
      ticket.resolve(outcome)
    }
  })

  /**
   * Best effort by design, and so with QoS 0: an acknowledgement that gets lost makes the device send again, and it is
   * given again then. QoS 1 would add a promise that nobody needs, and brokers end connections with too many open ones.
   */
  function publishAcks(outcomes: readonly IntakeOutcome[]): void {
    const connected = clients.filter((client) => client.connected)
    for (const [index, { topic, message }] of composeAcks(outcomes).entries()) {
      const client = connected[index % connected.length]
      if (!client || acksUnderWay >= MOST_ACKS_UNDER_WAY) {
        counters.acksWithheld++
        continue
      }
      acksUnderWay++
      client.publish(topic, JSON.stringify(message), { qos: 0 }, (error) => {
        acksUnderWay--
        if (error) counters.acksWithheld++
      })
    }
  }

  /**
   * Calling `done` lets MQTT.js send the PUBACK and read the next packet; it handles one at a time. We call it as soon
   * as the message is in the queue, long before the commit. That loses nothing: a broker's PUBACK promises nothing here
   * (brokers give their own to the device before we have seen the message, and drop messages when they restart); a
   * device forgets a reading only on our own acknowledgement, which goes out after the commit. Calling it after the commit
   * instead would put one reading in each transaction of a connection, and would protect nothing.
   *
   * While the queue is full `done` waits: the connection is not read, and the broker feels it. So memory is bounded by the
   * queue, one message a connection, and the socket's buffers.
   */
  const take = (message: IncomingMessage, done: () => void) => {
    if (intake.offer(message, undefined)) return done()
    // Refused only when closing: the device still has the reading, and the connection is about to end.
    intake.push(message, undefined).then(done, done)
  }
  const onMessage: MessageHandler = (topic, payload, done) =>
    take({ source: topic, claimed: parseReadingTopic(topic), payload }, done)

  async function connect(broker: BrokerAddress): Promise<void> {
    const abilities = await probeBroker(broker, log, stopping.signal)
    if (!abilities) return
    // Without a shared subscription every connection would get every message.
    const count = abilities.sharedSubscriptions ? connections : 1
    const filter = readingFilter(abilities)
    for (let index = 0; index < count && !stopping.signal.aborted; index++) {
      clients.push(await openConnection({ broker, abilities, filter, log, onMessage }))
    }
    if (options.sparkplug && !stopping.signal.aborted) {
      const sparkplug = await connectSparkplug({ broker, abilities, log, take })
      clients.push(sparkplug.client)
      sayFarewell = sparkplug.sayFarewell
    }
    log.info({ ...abilities, connections: count, sparkplug: options.sparkplug ?? false }, 'ingest is listening')
  }
  const connecting =
    mqttUrl === undefined
      ? Promise.resolve()
      : connect({ url: mqttUrl, ...(options.mqttTls && { tls: options.mqttTls }) }).catch(onFatal)

  return {
    counters,
    async ingestReadings(messages) {
      return Promise.all(
        messages.map(
          (json) =>
            new Promise<IntakeOutcome>((resolve, reject) => {
              const waiter = { resolve, reject }
              waiters.add(waiter)
              intake.push({ source: 'POST /v1/readings', payload: { json } }, waiter).catch((error: unknown) => {
                waiters.delete(waiter)
                reject(error)
              })
            }),
        ),
      )
    },
    async close() {
      stopping.abort()
      await intake.close()
      // A broker that is dead or stuck must not hold up the end for long.
      const patience = new Promise((resolve) => setTimeout(resolve, CLOSE_PATIENCE_MS).unref())
      await Promise.race([connecting, patience])
      await Promise.race([sayFarewell(), patience])
      // `end` without force waits for the acknowledgements under way.
      await Promise.race([Promise.all(clients.map((client) => client.endAsync(!client.connected))), patience])
      await Promise.all(clients.map((client) => client.endAsync(true)))
    },
  }
}
