import { getPosition } from 'suncalc'
import type { HalfHour, MeterYear } from './year.ts'

const SAN_JUAN = { latitude: 18.4655, longitude: -66.1057 }
const HALF_HOUR_MS = 1_800_000
/** San Juan keeps UTC-4 all year. */
const LOCAL_OFFSET_MS = -4 * 3_600_000
const HALF_HOURS_A_DAY = 48
const DAYS = 365
/** Inverter, wiring, heat and dirt, so that a kWp makes about 1,500 kWh a year under these clouds. */
const PERFORMANCE = 0.82

/** A small seeded generator (mulberry32): the same seed gives the same year everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Global irradiance of a clear sky in W/m2 (Haurwitz, 1945) for the sun's altitude in degrees. */
function clearSky(altitude: number): number {
  const sine = Math.sin((altitude * Math.PI) / 180)
  return sine <= 0 ? 0 : 1098 * sine * Math.exp(-0.059 / sine)
}

/** Load of a school of about 6,000 kWh a year, in watts: lights and cooling on school days, refrigerators always. */
function schoolWatts(local: Date, jitter: number): number {
  const hour = local.getUTCHours() + local.getUTCMinutes() / 60
  const weekday = local.getUTCDay() >= 1 && local.getUTCDay() <= 5
  const month = local.getUTCMonth()
  const term = month !== 5 && month !== 6
  const base = 330
  if (!weekday || hour < 6.5 || hour >= 17) return base * (0.9 + 0.2 * jitter)
  const bell = Math.sin(((hour - 6.5) / 10.5) * Math.PI)
  return (base + bell * (term ? 1900 : 700)) * (0.9 + 0.2 * jitter)
}

/**
 * A modelled year of one kWp and one small school in San Juan: the sun's position, a clear sky, seeded clouds, a school's day.
 * Never measured data: whatever shows it says so. Floats are fine here, as in any instrument; what leaves is whole watt-hours.
 */
export function modelYear(start: Date, seed = 20_260_701): MeterYear {
  const next = random(seed)
  const rows: HalfHour[] = []
  let cover = 0.3
  for (let day = 0; day < DAYS; day += 1) {
    // Clouds linger: a day's cover leans on the day before.
    cover = Math.min(1, Math.max(0, 0.55 * cover + 0.45 * next() ** 1.6))
    for (let slot = 0; slot < HALF_HOURS_A_DAY; slot += 1) {
      const at = new Date(start.getTime() + (day * HALF_HOURS_A_DAY + slot + 0.5) * HALF_HOUR_MS)
      const { altitude } = getPosition(at, SAN_JUAN.latitude, SAN_JUAN.longitude)
      const passing = Math.min(1, Math.max(0, cover + (next() - 0.5) * 0.4))
      const irradiance = clearSky(altitude) * (1 - 0.72 * passing)
      const watts = schoolWatts(new Date(at.getTime() + LOCAL_OFFSET_MS), next())
      rows.push({
        generationWh: BigInt(Math.round((irradiance * PERFORMANCE) / 2)),
        consumptionWh: BigInt(Math.round(watts / 2)),
      })
    }
  }
  return {
    source: `modelled: a school in San Juan, seed ${seed}`,
    modelled: true,
    rows,
  }
}
