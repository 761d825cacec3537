/** The running device: samples on the full seconds, delivers, switches, and says how it is. */
import { setTimeout as sleep } from 'node:timers/promises'
import { jumpBoundWh, toHex } from '@heliobond/domain'
import type { Logger } from 'pino'
import type { ClockLook } from '../clock/clock.ts'
import { lookAtClock } from '../clock/system-clock.ts'
import type { DeviceConfig } from '../config/config.ts'
import { startController } from '../control/controller.ts'
import type { MqttForwarder } from '../forward/mqtt-forwarder.ts'
import { openDialect } from '../forward/open-dialect.ts'
import type { WindowOptions } from '../forward/send-window.ts'
import { openSource } from '../source/open-source.ts'
import { type Comparison, createComparison } from './comparison.ts'
import { startAskingContract, startDirect } from './contract.ts'
import { type HttpDelivery, startHttpDelivery } from './http-delivery.ts'
import { FIRMWARE, openIdentity } from './identity.ts'
import { createSampler, type Sampled } from './sampler.ts'
import type { AgentStatus } from './status.ts'

export interface Agent {
  status(): AgentStatus
  close(): Promise<void>
}

export interface AgentOptions {
  /** Begins a new store for a key that is there. */
  readonly newStore?: boolean
  /** Milliseconds between two looks at a transaction under way. */
  readonly pollMs?: number
  /** The machine's clocks, unless told otherwise. */
  readonly clock?: () => ClockLook
  /** How many of that clock's seconds pass in one of the machine's: for rehearsals. */
  readonly speed?: number
  /** How patient it is with a broker's other side. */
  readonly window?: Partial<WindowOptions>
  /** After so long without an acknowledgement from the broker's other side readings go by HTTP as well, where that is configured. */
  readonly brokerPatienceMs?: number
}

const CLOCK_LOOK_SECONDS = 5
/** Without an acknowledgement over MQTT for so long, readings go by HTTP too. */
const MQTT_PATIENCE_MS = 60_000

/** Starts the agent. @throws if key, store or source cannot be opened. */
export async function startAgent(config: DeviceConfig, log: Logger, options: AgentOptions = {}): Promise<Agent> {
  const { key, store } = openIdentity(config, options)
  const source = await openSource(config.source)
  const comparison: Comparison | undefined =
    config.compare &&
    createComparison(await openSource(config.compare.source), config.compare.toleranceBps, (seconds) =>
      jumpBoundWh(config.capacityW, seconds),
    )
  const clock = options.clock ?? (() => lookAtClock(config.clock.synchronizedFile))
  const wallSeconds = () => BigInt(Math.floor(clock().wallSeconds))
  const sampler = createSampler({ config, source, key, store, clock })
  const startedMs = performance.now()
  const stopping = new AbortController()
  let latest: Sampled | undefined
  let refusing: string | undefined

  const birth = () => ({
    firmware: FIRMWARE,
    configVersion: config.configVersion,
    epoch: config.epoch,
    publicKey: toHex(key.publicKey),
  })

  const mqtt: MqttForwarder | undefined =
    config.mqtt &&
    (await import('../forward/mqtt-forwarder.ts')).startMqttForwarder({
      ...{ config: config.mqtt, system: config.system, meter: config.meter, store, log, window: options.window },
      dialect: await openDialect(config, config.mqtt, store, birth),
    })

  const byHttp = () => {
    if (!mqtt) return true
    const quietMs = performance.now() - (mqtt.lastAckMs ?? startedMs)
    return quietMs > (options.brokerPatienceMs ?? MQTT_PATIENCE_MS)
  }
  const http: HttpDelivery | undefined =
    config.httpUrl === undefined ? undefined : startHttpDelivery(store, config.httpUrl, log, byHttp)

  const controller = config.control && (await startController({ control: config.control, store, log, wallSeconds }))
  const direct = config.direct && (await startDirect(config, store, log, controller, options.pollMs))
  const asking = config.control && controller && (await startAskingContract(config, config.control, controller, log))

  async function takeReading(): Promise<void> {
    latest = await sampler.take()
    if (!latest.ok) {
      const { code, detail } = latest.refusal
      if (code !== refusing) log.warn({ code, detail }, 'no reading: the energy is in the next one')
      refusing = code
      return
    }
    if (refusing !== undefined) log.info({ after: refusing }, 'readings again')
    refusing = undefined
    const { reading, sample, totals } = latest
    log.debug({ seq: `${reading.seq}`, at: `${reading.at}` }, 'reading stored')
    mqtt?.wake()
    direct?.reporter.wake()
    await comparison?.look(reading.at, sample, totals)
  }

  /** The next full multiple of the period, so that intervals end with a reading. */
  const nextDue = () => (Math.floor(clock().wallSeconds / config.readingSeconds) + 1) * config.readingSeconds

  async function run(): Promise<void> {
    let due = nextDue()
    while (!stopping.signal.aborted) {
      const waitSeconds = due - clock().wallSeconds
      if (waitSeconds > config.readingSeconds) {
        // The clock was set back.
        due = nextDue()
      } else if (waitSeconds > 0) {
        // A timer may fire a moment early: looked at again, since the reading would bear the second before.
        const waitMs = Math.max(1, (waitSeconds * 1_000) / (options.speed ?? 1))
        await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      } else {
        await takeReading()
        due = nextDue()
      }
    }
  }

  const clockTimer =
    config.readingSeconds > CLOCK_LOOK_SECONDS
      ? setInterval(() => sampler.lookAtClock(), CLOCK_LOOK_SECONDS * 1_000)
      : undefined
  let failure: unknown
  const running = run().catch((error: unknown) => {
    failure = error
    log.fatal({ error }, 'the agent cannot go on')
    process.exitCode = 1
    // Whoever supervises it starts it anew; a meter that silently takes no readings helps nobody.
    process.kill(process.pid, 'SIGTERM')
  })
  log.info({ ...birth(), system: config.system, meter: config.meter }, 'the agent runs')

  return {
    status: () => ({
      firmware: FIRMWARE,
      ...{ system: config.system, meter: config.meter, epoch: config.epoch, configVersion: config.configVersion },
      publicKey: toHex(key.publicKey),
      runningSeconds: Math.floor((performance.now() - startedMs) / 1_000),
      lastReading: lastReadingOf(store.last()),
      refusing: latest && !latest.ok ? latest.refusal : undefined,
      store: { ...store.counts(), refusedCodes: store.refusedCodes() },
      delivery: {
        mqtt: mqtt && { connected: mqtt.connected, secondsSinceAck: secondsSince(mqtt.lastAckMs) },
        http: http && { secondsSinceAnswer: secondsSince(http.lastSuccessMs), failure: http.lastFailure },
        direct: direct && {
          account: direct.account,
          secondsSinceReport: secondsSince(direct.reporter.lastSuccessMs),
          obstacle: direct.reporter.obstacle,
          lastFeeStroops: feeText(direct.reporter.lastFeeStroops),
        },
      },
      control: controller?.status(),
      plausibility: comparison?.latest,
    }),
    async close() {
      stopping.abort()
      clearInterval(clockTimer)
      await running
      await Promise.all([mqtt?.close(), http?.close(), direct?.reporter.close(), asking?.close()])
      await controller?.close()
      await Promise.all([source.close(), comparison?.close()])
      store.close()
      if (failure !== undefined) throw failure
    },
  }
}

const feeText = (feeStroops: bigint | undefined) => (feeStroops === undefined ? undefined : `${feeStroops}`)

const secondsSince = (ms: number | undefined) =>
  ms === undefined ? undefined : Math.floor((performance.now() - ms) / 1_000)

function lastReadingOf(last: ReturnType<ReturnType<typeof openIdentity>['store']['last']>): AgentStatus['lastReading'] {
  if (!last) return undefined
  const { epoch, seq, at, generatedWh, consumedWh, exportedWh } = last
  return {
    ...{ epoch, seq: `${seq}`, at: `${at}`, generatedWh: `${generatedWh}` },
    ...{ consumedWh: `${consumedWh}`, exportedWh: `${exportedWh}` },
  }
}
