import { ok } from '@heliobond/domain'
import type { RelayConfig } from '../../config/control-config.ts'
import type { Relay } from './relay.ts'

/** Opens the relay that the configuration names. Nothing moves before the first `set`. */
export async function openRelay(config: RelayConfig): Promise<Relay> {
  switch (config.kind) {
    case 'simulated':
      return { set: async () => ok(true), close: async () => undefined }
    case 'modbus-coil':
      return (await import('./modbus-coil.ts')).modbusCoilRelay(config)
    case 'gpio-sysfs':
      return (await import('./gpio-sysfs.ts')).gpioSysfsRelay(config)
    case 'gpioset':
      return (await import('./gpioset.ts')).gpiosetRelay(config)
  }
}

/** Whether the relay is energized when its circuit is not on the building's own supply. */
export const energizedIsOff = (config: RelayConfig): boolean => config.kind === 'simulated' || config.energizedIsOff
