import { ok, utcSeconds } from '@heliobond/domain'
import { getPosition } from 'suncalc'
import type { SourceConfig } from '../config/source-config.ts'
import { flowSample } from './csv-source.ts'
import { flowMeter, type IntervalEnergy } from './interval-energy.ts'
import type { MeterSource } from './meter-source.ts'

type ModelConfig = Extract<SourceConfig, { kind: 'model' }>

const STEP_SECONDS = 900
/** Inverter, wiring, heat and dirt. */
const PERFORMANCE = 0.82
/** The irradiance at which a panel makes its peak power, W/m2. */
const STANDARD_IRRADIANCE = 1_000

/** A number from 0 to 1 that seed and index fix (mulberry32's mixing): the same cloud for every run. */
function chance(seed: number, index: number): number {
  const state = (seed + Math.imul(index + 1, 0x6d2b79f5)) >>> 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

/** Global irradiance of a clear sky in W/m2 for the sun's altitude in degrees (Haurwitz, 1945). */
function clearSky(altitude: number): number {
  const sine = Math.sin((altitude * Math.PI) / 180)
  return sine <= 0 ? 0 : 1_098 * sine * Math.exp(-0.059 / sine)
}

/** Energy of a quarter of an hour. Floats are an instrument's; what leaves is whole watt-hours. */
function stepEnergy(config: ModelConfig, startSeconds: number, index: number): IntervalEnergy {
  const at = new Date((startSeconds + (index + 0.5) * STEP_SECONDS) * 1_000)
  const { altitude } = getPosition(at, config.latitude, config.longitude)
  const cloud = 0.7 * chance(config.seed, Math.floor(index / 8)) * chance(config.seed + 1, index)
  const sunW = (clearSky(altitude) / STANDARD_IRRADIANCE) * config.peakW * PERFORMANCE * (1 - cloud)
  // Local solar time: a day's bell of load around early afternoon, a quarter of it at night.
  const hour = (at.getUTCHours() + at.getUTCMinutes() / 60 + config.longitude / 15 + 48) % 24
  const day = hour > 6 && hour < 20 ? Math.sin(((hour - 6) / 14) * Math.PI) : 0
  const loadW = config.loadW * (0.25 + 0.75 * day) * (0.9 + 0.2 * chance(config.seed + 2, index))
  const wh = (watts: number) => BigInt(Math.round((watts * STEP_SECONDS) / 3_600))
  return { generatedWh: wh(sunW), consumedWh: wh(loadW) }
}

/** A roof and a load as the sun and a seed make them. For trials: nothing of it was measured. */
export function modelSource(config: ModelConfig): MeterSource {
  const start = utcSeconds(config.startAt) ?? 0n
  const meter = flowMeter(BigInt(STEP_SECONDS), (index) => stepEnergy(config, Number(start), index))
  return { read: async (atSeconds) => ok(flowSample(meter(atSeconds - start))), close: async () => undefined }
}
