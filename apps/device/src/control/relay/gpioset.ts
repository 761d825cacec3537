import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { err, ok } from '@heliobond/domain'
import type { RelayConfig } from '../../config/control-config.ts'
import type { Relay } from './relay.ts'

/** How long it must run to count as holding the line: what cannot take the line ends at once. */
const SETTLED_MS = 200

/**
 * A pin by libgpiod's `gpioset`, which holds the line as long as it runs: when this device ends, whatever way, its service
 * ends with it, the line is let go and the relay falls to rest.
 *
 * Version 1 wants `--mode=signal`; version 2 holds by itself.
 */
export function gpiosetRelay({ chip, line, program }: Extract<RelayConfig, { kind: 'gpioset' }>): Relay {
  let holding: ChildProcess | undefined
  let level: boolean | undefined
  let version: 1 | 2 | undefined

  async function letGo(): Promise<void> {
    const child = holding
    holding = undefined
    level = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }

  return {
    async set(energized) {
      if (level === energized && holding?.exitCode === null) return ok(true)
      try {
        version ??= await versionOf(program)
        await letGo()
        const how = version === 1 ? ['--mode=signal', chip] : ['--chip', chip]
        const child = spawn(program, [...how, `${line}=${energized ? 1 : 0}`], { stdio: ['ignore', 'ignore', 'pipe'] })
        let words = ''
        child.stderr.on('data', (chunk: Buffer) => {
          words = `${words}${chunk.toString('utf8')}`.slice(-200)
        })
        const ended = once(child, 'exit').then(() => true)
        if (await Promise.race([ended, sleep(SETTLED_MS, false)])) {
          return err({ code: 'RELAY_UNREACHABLE', detail: `${program} cannot hold line ${line}: ${words.trim()}` })
        }
        holding = child
        level = energized
        return ok(true)
      } catch (error) {
        return err({ code: 'RELAY_UNREACHABLE', detail: error instanceof Error ? error.message : String(error) })
      }
    },
    close: letGo,
  }
}

async function versionOf(program: string): Promise<1 | 2> {
  const { stdout } = await promisify(execFile)(program, ['--version'])
  return /v1\./.test(stdout) ? 1 : 2
}
