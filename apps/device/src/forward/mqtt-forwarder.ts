import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import type { Logger } from 'pino'
import { ConfigError, type MqttConfig } from '../config/config.ts'
import type { DeviceStore } from '../store/device-store.ts'
import { parseAck } from './ack.ts'
import { backoff } from './backoff.ts'
import type { Dialect, Message } from './dialect.ts'
import { SendWindow, type WindowOptions } from './send-window.ts'
import { topicsOf } from './topics.ts'

export interface MqttForwarderOptions {
  readonly config: MqttConfig
  readonly system: number
  readonly meter: number
  readonly store: DeviceStore
  readonly dialect: Dialect
  readonly log: Logger
  readonly window?: Partial<WindowOptions> | undefined
  /** Longest pause between two attempts to connect. */
  readonly longestPauseMs?: number
}

export interface MqttForwarder {
  /** There is something new to send. */
  wake(): void
  readonly connected: boolean
  /** When the last acknowledgement came, by the monotonic clock; undefined: none yet. */
  readonly lastAckMs: number | undefined
  close(): Promise<void>
}

const PUMP_MS = 1_000
const CONNECT_TIMEOUT_MS = 15_000
const LONGEST_PAUSE_MS = 60_000
const FAREWELL_MS = 1_000

/**
 * Brings readings to a broker until Heliobond acknowledges them.
 *
 * What is said how is the dialect's: ours keeps the session at the broker and says with last will and birth message who is
 * there. Each connection is a client of its own: what the old one had under way is in the store
 * anyhow, and nothing piles up in memory while a connection flaps.
 *
 * @throws {ConfigError} if a certificate cannot be read.
 */
export function startMqttForwarder(options: MqttForwarderOptions): MqttForwarder {
  const { config, store, log, dialect } = options
  // At the start a missing certificate is a fault of the configuration; later it is one being renewed.
  credentials(config)
  const topics = topicsOf(options.system, options.meter)
  const window = new SendWindow(store, options.window)
  const stopping = new AbortController()
  let client: MqttClient | undefined
  let ready = false
  let lastAckMs: number | undefined

  function pump(): void {
    if (!ready || !client) return
    for (const pending of window.next(performance.now())) say(client, dialect.reading(pending))
  }

  /** The broker's own word for it promises nothing, and a lost reading is sent again: no outcome to wait for. */
  function say(to: MqttClient, { topic, payload, qos, retain }: Message): void {
    to.publish(topic, typeof payload === 'string' ? payload : Buffer.from(payload), { qos, retain }, (error) => {
      if (error) log.debug({ error: error.message, topic }, 'a message was not handed to the broker')
    })
  }

  function onMessage(topic: string, payload: Uint8Array): void {
    if (topic !== topics.ack) {
      for (const message of dialect.answer(topic, payload)) if (client) say(client, message)
      return
    }
    const acknowledgement = parseAck(payload)
    if (!acknowledgement) {
      log.warn('an acknowledgement cannot be read')
      return
    }
    lastAckMs = performance.now()
    store.acknowledge(acknowledgement)
    window.answered(acknowledgement)
    for (const { seq, code } of acknowledgement.refused)
      log.error({ seq: `${seq}`, code }, 'Heliobond refuses a reading')
    pump()
  }

  /** One connection, from dialling to its end. @returns whether it ever stood. */
  async function connection(): Promise<boolean> {
    let pems: Pems
    try {
      pems = credentials(config)
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : String(error) }, 'certificates cannot be read')
      return false
    }
    const current = mqtt.connect(connectOptions(options, pems))
    client = current
    let stood = false
    const closed = new Promise<void>((resolve) => current.once('close', () => resolve()))
    current.on('error', (error) => log.warn({ error: error.message }, 'MQTT connection failed'))
    current.on('message', onMessage)
    current.once('connect', () => {
      current.subscribe([topics.ack, ...dialect.subscriptions], { qos: 1 }, (error, granted) => {
        if (error || granted?.some(({ qos }) => qos > 2)) {
          log.error({ error: error?.message }, 'the broker refuses the subscription to acknowledgements')
          current.end(true)
          return
        }
        say(current, dialect.birth())
        stood = true
        ready = true
        window.restart()
        log.info('connected to the broker')
        pump()
      })
    })
    await closed
    ready = false
    client = undefined
    await current.endAsync(true)
    return stood
  }

  async function run(): Promise<void> {
    const pause = backoff(options.longestPauseMs ?? LONGEST_PAUSE_MS)
    while (!stopping.signal.aborted) {
      if (await connection()) pause.reset()
      if (stopping.signal.aborted) return
      await sleep(pause.nextMs(), undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const timer = setInterval(pump, PUMP_MS)
  const running = run()

  return {
    wake: pump,
    get connected() {
      return ready
    },
    get lastAckMs() {
      return lastAckMs
    },
    async close() {
      clearInterval(timer)
      const current = client
      // A farewell by hand: a broker publishes the last will only of who goes without one.
      if (ready && current?.connected) {
        const { topic, payload, qos, retain } = dialect.farewell()
        const text = typeof payload === 'string' ? payload : Buffer.from(payload)
        const said = current.publishAsync(topic, text, { qos, retain })
        await Promise.race([said.catch(() => undefined), sleep(FAREWELL_MS)])
        stopping.abort()
        // With a DISCONNECT: without one the broker would say the last will over the farewell.
        await Promise.race([current.endAsync().catch(() => undefined), sleep(FAREWELL_MS)])
      }
      stopping.abort()
      current?.end(true)
      await running
    },
  }
}

type Pems = Pick<IClientOptions, 'ca' | 'cert' | 'key'>

/** Read anew for each connection: certificates are renewed while the device runs. @throws {ConfigError} */
function credentials({ caFile, certFile, keyFile }: MqttConfig): Pems {
  const pem = (path: string) => {
    try {
      return readFileSync(path)
    } catch (cause) {
      throw new ConfigError(`cannot read ${path}, which the configuration names under "mqtt"`, { cause })
    }
  }
  return {
    ...(caFile !== undefined && { ca: pem(caFile) }),
    ...(certFile !== undefined && { cert: pem(certFile) }),
    ...(keyFile !== undefined && { key: pem(keyFile) }),
  }
}

function connectOptions({ config, system, meter, dialect }: MqttForwarderOptions, pems: Pems): IClientOptions {
  const { topic, payload, qos, retain } = dialect.lastWill()
  const url = new URL(config.url)
  return {
    protocol: url.protocol === 'mqtts:' ? 'mqtts' : 'mqtt',
    host: url.hostname,
    ...(url.port !== '' && { port: Number(url.port) }),
    reconnectPeriod: 0,
    protocolVersion: 4,
    clientId: `heliobond-meter-${system}-${meter}`,
    clean: !dialect.keepsSession,
    keepalive: 30,
    connectTimeout: CONNECT_TIMEOUT_MS,
    resubscribe: false,
    queueQoSZero: false,
    will: { topic, payload: Buffer.from(payload), qos, retain },
    ...(config.username !== undefined && { username: config.username }),
    ...(config.password !== undefined && { password: config.password }),
    ...pems,
  }
}
