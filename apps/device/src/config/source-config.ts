import type { HttpJsonConfig } from '../source/http-json-source.ts'
import type { Fields } from './fields.ts'

/** A SunSpec device behind a Modbus TCP address. */
export interface SunSpecDevice {
  readonly host: string
  readonly port: number
  readonly unitId: number
}

export interface SunSpecMeterDevice extends SunSpecDevice {
  /** For a meter whose conductors were put through the wrong way round: what it calls export is import. */
  readonly swapped: boolean
}

/** Where the registers come from. */
export type SourceConfig =
  | {
      readonly kind: 'sunspec'
      /** Their energy is generation. */
      readonly inverters: readonly SunSpecDevice[]
      /** At the grid connection, or, for a load meter, on the party's supply. */
      readonly meter: SunSpecMeterDevice | undefined
      readonly timeoutMs: number
    }
  | HttpJsonConfig
  /** Half-hours of a file, replayed round and round from `startAt`. */
  | { readonly kind: 'csv'; readonly file: string; readonly startAt: string }
  /** A modelled roof and load: for trials, never for bills of people. */
  | {
      readonly kind: 'model'
      readonly startAt: string
      readonly latitude: number
      readonly longitude: number
      readonly peakW: number
      readonly loadW: number
      readonly seed: number
    }

const SOURCES = ['sunspec', 'http-json', 'csv', 'model'] as const
const TIMEOUT = { min: 50, max: 60_000, fallback: 3_000 }
const QUANTITIES = ['generated', 'imported', 'exported', 'consumed'] as const

function readDevice(fields: Fields): SunSpecDevice {
  return {
    host: fields.text('host'),
    port: fields.whole('port', { min: 1, max: 65_535, fallback: 502 }),
    unitId: fields.whole('unitId', { min: 0, max: 255, fallback: 1 }),
  }
}

export function readSource(fields: Fields): SourceConfig {
  const kind = fields.choice('kind', SOURCES)
  switch (kind) {
    case 'sunspec': {
      const inverters = fields.list('inverters', readDevice)
      const meter = fields.optionalPart('meter', (part) => ({
        ...readDevice(part),
        swapped: part.flag('swapped', false),
      }))
      if (inverters.length === 0 && !meter) fields.fault('', 'needs at least one of "inverters" and "meter"')
      return { kind, inverters, meter, timeoutMs: fields.whole('timeoutMs', TIMEOUT) }
    }
    case 'http-json': {
      const named = fields.part('fields', (part) => part.all((name) => part.choice(name, QUANTITIES)))
      return { kind, url: fields.text('url'), fields: named, timeoutMs: fields.whole('timeoutMs', TIMEOUT) }
    }
    case 'csv':
      return { kind, file: fields.text('file'), startAt: fields.text('startAt') }
    case 'model':
      return {
        kind,
        startAt: fields.text('startAt'),
        latitude: fields.decimal('latitude', { min: -90, max: 90, fallback: 18.4655 }),
        longitude: fields.decimal('longitude', { min: -180, max: 180, fallback: -66.1057 }),
        peakW: fields.whole('peakW', { min: 1, max: 1_000_000_000 }),
        loadW: fields.whole('loadW', { min: 0, max: 1_000_000_000, fallback: 0 }),
        seed: fields.whole('seed', { min: 0, max: 4_294_967_295, fallback: 1 }),
      }
  }
}
