import { setTimeout as sleep } from 'node:timers/promises'
import { contractIdFromStrkey, networkId, type ReadingDomain } from '@heliobond/domain'
import type { Progress } from '../demo/progress.ts'
import { disagreements } from './check.ts'
import type { FleetOptions } from './options.ts'
import { OWN_DOMAIN, type Platform, startPlatform } from './platform.ts'
import { Chance } from './random.ts'
import { SimulatedMeter } from './simulated-meter.ts'
import { Wire, type WireCounts } from './wire.ts'

/** All figures of one fleet's life. */
export interface FleetReport extends WireCounts {
  readonly seed: number
  readonly meters: number
  readonly simulatedHours: number
  readonly elapsedMs: number
  /** Simulated seconds in a second, as reached. */
  readonly speed: number
  readonly readings: number
  readonly dropouts: number
  readonly resets: number
  readonly fell: number
  /** Refusals that meters were told, by code. */
  readonly refused: Readonly<Record<string, number>>
  readonly mostWaiting: number
  readonly residentMegabytes: number
  /** What does not agree; empty is good. */
  readonly disagreements: readonly string[]
}

const TICK_MS = 20
/** More than so many waiting readings for each meter that is online, and the clock waits for the platform. */
const BACKLOG_PER_METER = 20
const DRAIN_PATIENCE_MS = 120_000

export function population(options: FleetOptions, start: number, chance: Chance): SimulatedMeter[] {
  const { system, seed, periodSeconds } = options
  const domain = domainOf(options)
  return Array.from(
    { length: options.meters },
    (_, index) =>
      new SimulatedMeter(
        options.firstMeter + index,
        { system, domain, seed, start, periodSeconds },
        options.faults,
        new Chance(Math.floor(chance.next() * 2 ** 32)),
      ),
  )
}

function domainOf({ target }: FleetOptions): ReadingDomain {
  if (!target) return OWN_DOMAIN
  const contract = contractIdFromStrkey(target.energyContract)
  if (!contract.ok) throw new Error('the options let no other contract through')
  return { networkId: networkId(target.passphrase), energyContractId: contract.value }
}

/**
 * Lets the fleet live, waits until everything is answered, and compares.
 * @returns undefined when the signal ended it before: everything is closed, nothing was compared
 */
export async function liveFleet(
  options: FleetOptions,
  progress: Progress,
  signal?: AbortSignal,
): Promise<FleetReport | undefined> {
  const began = performance.now()
  const end = Math.floor(Date.now() / 1_000)
  const start = end - options.hours * 3_600
  const chance = new Chance(options.seed)
  const meters = population(options, start, chance)
  const clock = { now: start }
  progress.phase(options.target ? 'connecting' : 'starting a platform')
  const platform = options.target ? undefined : await startPlatform(() => BigInt(Math.floor(clock.now)))
  const wire = new Wire(options.system, options.faults, chance)
  try {
    await platform?.register(meters, options.system)
    const life: Life = { options, end, clock, meters, wire, platform, isOver: () => signal?.aborted === true }
    await wire.connect(options.target?.mqttUrl ?? platform?.mqttUrl ?? '', meters, options.connections)
    progress.phase(`${options.meters} meters live ${options.hours} hours`)
    const lived = performance.now()
    const mostWaiting = await live(life, progress)
    const livedMs = performance.now() - lived
    progress.phase('waiting for the last acknowledgements')
    await drain(life)
    if (life.isOver()) return undefined
    await platform?.idle()
    const faults = platform ? await disagreements(meters, platform) : unanswered(meters)
    return {
      ...wire.counts,
      ...{ seed: options.seed, meters: meters.length, simulatedHours: options.hours },
      elapsedMs: Math.round(performance.now() - began),
      speed: Math.round((options.hours * 3_600_000) / livedMs),
      readings: sum(meters, ({ truth }) => truth.stored + truth.fell),
      dropouts: sum(meters, ({ dropouts }) => dropouts),
      resets: sum(meters, ({ resets }) => resets),
      fell: sum(meters, ({ truth }) => truth.fell),
      refused: refusals(meters),
      mostWaiting,
      residentMegabytes: Math.round(process.memoryUsage().rss / 1_048_576),
      disagreements: faults,
    }
  } finally {
    await wire.close()
    await platform?.close()
    progress.done()
  }
}

/** What the functions below work on. */
interface Life {
  readonly options: FleetOptions
  /** Simulated Unix seconds: they stand, and they end. */
  readonly clock: { now: number }
  readonly end: number
  readonly meters: readonly SimulatedMeter[]
  readonly wire: Wire
  readonly platform: Platform | undefined
  readonly isOver: () => boolean
}

async function live(life: Life, progress: Progress): Promise<number> {
  const { clock, end, meters, isOver } = life
  const { speed, periodSeconds, hours } = life.options
  let lastMs = performance.now()
  let mostWaiting = 0
  while (clock.now < end && !isOver()) {
    const nowMs = performance.now()
    const step = ((nowMs - lastMs) / 1_000) * speed
    lastMs = nowMs
    const waiting = sum(meters, (meter) => (meter.isOnline(clock.now) ? meter.waiting : 0))
    mostWaiting = Math.max(
      mostWaiting,
      sum(meters, (meter) => meter.waiting),
    )
    // Never more than a period at once: a busy machine makes time slow, not coarse.
    if (waiting < BACKLOG_PER_METER * meters.length)
      clock.now = Math.min(end, clock.now + Math.min(step, periodSeconds))
    for (const meter of meters) await meter.live(clock.now, periodSeconds)
    await attend(life, false)
    progress.detail(`${((clock.now - end) / 3_600 + hours).toFixed(1)} h, ${waiting} readings wait`)
    await sleep(TICK_MS)
  }
  return mostWaiting
}

/** Sends, and plays the operator who opens epochs. */
async function attend({ meters, wire, clock, platform }: Life, quiet: boolean): Promise<void> {
  for (const [place, meter] of meters.entries()) {
    if (quiet || meter.isOnline(clock.now)) wire.pump(meter, place, quiet)
    if (platform && meter.needsEpoch(clock.now)) {
      await platform.openEpoch(meter.id)
      meter.beginEpoch()
    }
  }
}

/** Everybody is online and nobody meddles, until every reading is answered, or nothing has been for a long while. */
async function drain(life: Life): Promise<void> {
  const { meters, clock, isOver } = life
  for (const meter of meters) meter.window.restart()
  // A clock that ran ahead: what it signed is refused until the time has come.
  const ahead = { now: clock.now + 3_600 }
  Object.assign(clock, ahead)
  let waiting = Number.POSITIVE_INFINITY
  let lastMs = performance.now()
  while (waiting > 0 && !isOver()) {
    await attend(life, true)
    await sleep(TICK_MS)
    const left = sum(meters, (meter) => meter.waiting)
    if (left < waiting) lastMs = performance.now()
    waiting = left
    if (performance.now() - lastMs > DRAIN_PATIENCE_MS) return
  }
}

const unanswered = (meters: readonly SimulatedMeter[]): readonly string[] =>
  meters
    .filter(({ waiting }) => waiting > 0)
    .map(({ id, waiting }) => `meter ${id}: ${waiting} readings without an answer`)

function refusals(meters: readonly SimulatedMeter[]): Record<string, number> {
  const all: Record<string, number> = {}
  for (const { refused } of meters) for (const [code, count] of refused) all[code] = (all[code] ?? 0) + count
  return all
}

const sum = (meters: readonly SimulatedMeter[], of: (meter: SimulatedMeter) => number): number =>
  meters.reduce((total, meter) => total + of(meter), 0)
