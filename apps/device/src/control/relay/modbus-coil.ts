import { err, ok } from '@heliobond/domain'
import type { RelayConfig } from '../../config/control-config.ts'
import { openModbus } from '../../source/modbus/modbus-link.ts'
import type { Relay } from './relay.ts'

const TIMEOUT_MS = 2_000

/** A relay box on Modbus TCP: one coil. The coil is read back, since a box may take a write and not carry it out. */
export function modbusCoilRelay(config: Extract<RelayConfig, { kind: 'modbus-coil' }>): Relay {
  const link = openModbus(config, TIMEOUT_MS)
  return {
    async set(energized) {
      const written = await link.writeCoil(config.coil, energized)
      if (!written.ok) return err({ code: 'RELAY_UNREACHABLE', detail: written.error.detail })
      if (written.value !== energized) return err({ code: 'RELAY_STUCK', detail: `coil ${config.coil} does not move` })
      return ok(true)
    },
    async close() {
      link.close()
    },
  }
}
