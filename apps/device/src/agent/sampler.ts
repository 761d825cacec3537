import { jumpBoundWh, type Reading } from '@heliobond/domain'
import { type ClockLook, type ClockMemory, type ClockRefusal, judgeClock } from '../clock/clock.ts'
import type { DeviceConfig } from '../config/config.ts'
import type { MeterKey } from '../key/meter-key.ts'
import type { MeterSource, Registers, Sample, SourceRefusal } from '../source/meter-source.ts'
import { addSample, type RegistersRefusal, registersOf, type Totals } from '../source/registers.ts'
import { totalUnits } from '../source/total.ts'
import type { DeviceStore } from '../store/device-store.ts'
import { openDoubts } from './doubts.ts'

/** Why there is no reading this time. */
export type SamplingRefusal =
  | ClockRefusal
  | SourceRefusal
  | RegistersRefusal
  /** A register rose by more than the registered capacity allows in that time: Heliobond would refuse it. */
  | { readonly code: 'IMPOSSIBLE_JUMP'; readonly detail: string }

export type Sampled =
  | { readonly ok: true; readonly reading: Reading; readonly sample: Sample; readonly totals: Totals }
  | { readonly ok: false; readonly refusal: SamplingRefusal }

export interface SamplerOptions {
  readonly config: Pick<DeviceConfig, 'system' | 'meter' | 'epoch' | 'kind' | 'capacityW' | 'domain' | 'clock'>
  readonly source: MeterSource
  readonly key: MeterKey
  readonly store: DeviceStore
  readonly clock: () => ClockLook
}

/**
 * A rise that is too fast by no more than this is believed once enough time has passed: a plant that is stronger than it
 * was registered. Anything more is another counter's standing, and no time makes it energy.
 */
const WORKED_OFF_SECONDS = 3_600n

/**
 * Takes readings: look at the instruments, look at the clock, follow the counters, sign, store. A reading that exists is on
 * the disk; one that is doubtful does not exist, and the next holds its energy.
 */
export function createSampler({ config, source, key, store, clock }: SamplerOptions) {
  let memory: ClockMemory | undefined
  const doubts = openDoubts(store)

  function timeOfReading(lastAt: bigint | undefined) {
    const judged = judgeClock(clock(), memory, lastAt, config.clock)
    memory = judged.memory
    return judged.at
  }

  return {
    /** Looks at the clock between readings, so that a jump is seen when it happens and is over sooner. */
    lookAtClock: () => timeOfReading(store.last()?.at),

    async take(): Promise<Sampled> {
      const last = store.last()
      const before = timeOfReading(last?.at)
      if (!before.ok) return { ok: false, refusal: before.error }
      const read = await source.read(before.value)
      if (!read.ok) return { ok: false, refusal: read.error }
      // A slow instrument: the time that is signed is the one after the look.
      const at = timeOfReading(last?.at)
      if (!at.ok) return { ok: false, refusal: at.error }

      const running = last?.epoch === config.epoch ? last : undefined
      const boundWh = running ? jumpBoundWh(config.capacityW, at.value - running.at) : 0n
      const totals = addSample(running?.totals ?? {}, read.value, boundWh, doubts.of(config.epoch))
      if (!totals.ok) {
        const { error } = totals
        const workedOffWh = boundWh + jumpBoundWh(config.capacityW, WORKED_OFF_SECONDS)
        if ('rise' in error && error.rise > totalUnits(workedOffWh)) doubts.add(config.epoch, error.counter, error.rise)
        return { ok: false, refusal: error }
      }
      const registers = registersOf(config.kind, read.value, totals.value, running)
      if (!registers.ok) return { ok: false, refusal: registers.error }
      const jumped = running && jumpOf(running, registers.value, boundWh)
      if (jumped) return { ok: false, refusal: { code: 'IMPOSSIBLE_JUMP', detail: jumped } }

      const reading = store.append(config.epoch, totals.value, (seq) =>
        key.sign(unsigned(config, seq, at.value, registers.value, read.value.powerW), config.domain),
      )
      doubts.clear()
      return { ok: true, reading, sample: read.value, totals: totals.value }
    },
  }
}

export type Sampler = ReturnType<typeof createSampler>

function unsigned(
  { system, meter, epoch }: SamplerOptions['config'],
  seq: bigint,
  at: bigint,
  registers: Registers,
  powerW: number | undefined,
): Omit<Reading, 'signature'> {
  const reading = { system, meter, epoch, seq, at, ...registers }
  return powerW === undefined || !Number.isFinite(powerW) ? reading : { ...reading, powerW: Math.round(powerW) }
}

function jumpOf(before: Registers, now: Registers, boundWh: bigint): string | undefined {
  for (const name of ['generatedWh', 'consumedWh', 'exportedWh'] as const) {
    const rise = now[name] - before[name]
    if (rise > boundWh || rise < 0n) return `${name} moved by ${rise} Wh, at most ${boundWh} are possible`
  }
  return undefined
}
