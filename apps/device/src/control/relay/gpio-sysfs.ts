import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok } from '@heliobond/domain'
import type { RelayConfig } from '../../config/control-config.ts'
import type { Relay } from './relay.ts'

/** A pin by the kernel's older interface, `/sys/class/gpio`. The line's number counts from the chip's base there. */
export function gpioSysfsRelay({ line, folder }: Extract<RelayConfig, { kind: 'gpio-sysfs' }>): Relay {
  const pin = join(folder, `gpio${line}`)
  return {
    async set(energized) {
      try {
        if (!existsSync(pin)) await writeFile(join(folder, 'export'), `${line}`)
        const direction = (await readFile(join(pin, 'direction'), 'utf8')).trim()
        // "low" and "high" make it an output with that level at once: no moment at the other one.
        if (direction !== 'out') await writeFile(join(pin, 'direction'), energized ? 'high' : 'low')
        await writeFile(join(pin, 'value'), energized ? '1' : '0')
        const level = (await readFile(join(pin, 'value'), 'utf8')).trim()
        if (level === (energized ? '1' : '0')) return ok(true)
        return err({ code: 'RELAY_STUCK', detail: `line ${line} stays at ${level}` })
      } catch (error) {
        return err({ code: 'RELAY_UNREACHABLE', detail: error instanceof Error ? error.message : String(error) })
      }
    },
    async close() {},
  }
}
