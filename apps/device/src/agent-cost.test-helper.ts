/** The agent as it is copied to a Pi, at a reading a second against the real other end: what its process costs. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopTestServer } from '@heliobond/db'
import { openIdentity, paths } from './agent/identity.ts'
import { ENERGY, PASSPHRASE, startPlatform } from './agent/platform.test-helper.ts'
import { askStatus } from './agent/status-socket.ts'
import { parseConfig } from './config/config.ts'
import { costOf, MEGABYTE, type ProcessCost } from './process-cost.test-helper.ts'

const PATIENCE_MS = 30_000
/** What is left of starting is over by then. */
const SETTLED_READINGS = 3
const METER = 7

export interface Cost {
  readonly megabytes: number
  /** Of one core: 0.03 is 3 %. */
  readonly cores: number
}

export interface AgentCost extends Cost {
  readonly acknowledged: number
  /** A Node of the same machine, with the same flags, that wakes once a second and does nothing. */
  readonly bareNode: Cost
  /** The exit status that it ends with when it is asked to. */
  readonly exitCode: unknown
}

/** Builds what is copied to the Pi into a folder. */
export function buildPackage(folder: string): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../build.ts'), '--out', folder])
}

/** Runs what was built for so many seconds. @throws if nothing of it is acknowledged */
export async function measureAgent(built: string, work: string, seconds: number): Promise<AgentCost> {
  const platform = await startPlatform()
  const children: ChildProcess[] = []
  const start = (...args: string[]) => {
    const child = spawn(process.execPath, [...flagsOf(built), ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
    children.push(child)
    return child
  }
  try {
    mkdirSync(work, { recursive: true })
    const text = JSON.stringify({
      ...{ system: 3, meter: METER, kind: 'Site', capacityW: 1_000_000, readingSeconds: 1, logLevel: 'info' },
      network: { passphrase: PASSPHRASE, energyContract: ENERGY },
      clock: { synchronizedFile: null, settleSeconds: 0 },
      source: { kind: 'model', startAt: '2026-07-01T04:00:00Z', peakW: 5_000, loadW: 1_000 },
      mqtt: { url: platform.deviceUrl },
    })
    const file = join(work, 'device.json')
    writeFileSync(file, text)
    const config = parseConfig(text, work)
    const { key, store } = openIdentity(config)
    store.close()
    await platform.register(METER, key.publicKey)
    const bare = start('--eval', 'setInterval(() => undefined, 1000)')
    const agent = start(join(built, 'heliobond-device.js'), 'run', '--config', file)
    const acknowledged = async () => (await askStatus(paths(config.dataDir).socket))?.store.acknowledged ?? 0
    for (const began = performance.now(); (await acknowledged()) < SETTLED_READINGS; await sleep(200)) {
      if (performance.now() - began > PATIENCE_MS) throw new Error('nothing of the agent is acknowledged')
    }
    const [before, bareBefore] = [costOf(agent.pid ?? 0), costOf(bare.pid ?? 0)]
    await sleep(seconds * 1_000)
    const cost = { ...between(before, costOf(agent.pid ?? 0)), bareNode: between(bareBefore, costOf(bare.pid ?? 0)) }
    const all = await acknowledged()
    const gone = new Promise((resolve) => agent.once('exit', resolve))
    agent.kill('SIGTERM')
    return { ...cost, acknowledged: all, exitCode: await gone }
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await platform.close()
    await stopTestServer()
  }
}

/** Node's own flags, as the service starts it. */
function flagsOf(built: string): string[] {
  const service = readFileSync(join(built, 'heliobond-device.service'), 'utf8')
  return /^ExecStart=\S+ ((?:--\S+ )*)/m.exec(service)?.[1]?.trim().split(' ') ?? []
}

const between = (before: ProcessCost, after: ProcessCost): Cost => ({
  megabytes: after.residentBytes / MEGABYTE,
  cores: (after.cpuSeconds - before.cpuSeconds) / ((after.atMs - before.atMs) / 1_000),
})
