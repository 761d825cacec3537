import type { DeviceConfig, MqttConfig } from '../config/config.ts'
import type { DeviceStore } from '../store/device-store.ts'
import type { Dialect } from './dialect.ts'
import { topicsOf } from './topics.ts'

/** A reading that waited for longer than this many of its periods is marked as history. */
const FRESH_PERIODS = 2

/** The way of speaking that the configuration names. */
export async function openDialect(
  { system, meter, readingSeconds }: Pick<DeviceConfig, 'system' | 'meter' | 'readingSeconds'>,
  { format, group }: MqttConfig,
  store: DeviceStore,
  birth: () => Readonly<Record<string, unknown>>,
): Promise<Dialect> {
  if (format === 'heliobond') return (await import('./json-dialect.ts')).jsonDialect(topicsOf(system, meter), birth)
  const { sparkplugDialect } = await import('./sparkplug-dialect.ts')
  return sparkplugDialect({ group, system, meter, store, birth, historicalSeconds: FRESH_PERIODS * readingSeconds })
}
