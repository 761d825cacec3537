import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIdentity, paths } from './agent/identity.ts'
import { ENERGY, PASSPHRASE, type Platform, startPlatform } from './agent/platform.test-helper.ts'
import type { AgentStatus } from './agent/status.ts'
import { askStatus } from './agent/status-socket.ts'
import { parseConfig } from './config/config.ts'
import { costOf, MEGABYTE } from './process-cost.test-helper.ts'

let folder: string
let platform: Platform
let child: ChildProcess | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-package-'))
  execFileSync(process.execPath, [join(import.meta.dirname, '../build.ts'), '--out', join(folder, 'dist')])
  platform = await startPlatform()
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await platform.close()
  await stopTestServer()
  rmSync(folder, { recursive: true, force: true })
})

const program = () => join(folder, 'dist/heliobond-device.js')

/** Node's own flags, as the service starts it. */
function flags(): string[] {
  const service = readFileSync(join(folder, 'dist/heliobond-device.service'), 'utf8')
  return /^ExecStart=\S+ ((?:--\S+ )*)/m.exec(service)?.[1]?.trim().split(' ') ?? []
}

test('what is copied to the Pi tells what it can do, and reads the example configuration', () => {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [program(), ...args], { cwd: folder, encoding: 'utf8' })
  expect(run('--help')).toContain('storm')
  const example = readFileSync(join(folder, 'dist/device.example.jsonc'), 'utf8')
  const enrolled = { system: 3, meter: 7, epoch: 1, kind: 'Combined', capacityW: 50_000 }
  const network = { passphrase: PASSPHRASE, energyContract: ENERGY }
  const config = parseConfig(example, folder, { ...enrolled, network })
  expect(config).toMatchObject({ system: 3, mqtt: { username: 'meter-7' }, source: { kind: 'sunspec' } })
})

test('at a reading a second it idles under 80 MB and 3 % of a core', async () => {
  const text = JSON.stringify({
    ...{ system: 3, meter: 7, kind: 'Site', capacityW: 1_000_000, readingSeconds: 1, logLevel: 'info' },
    network: { passphrase: PASSPHRASE, energyContract: ENERGY },
    clock: { synchronizedFile: null, settleSeconds: 0 },
    source: { kind: 'model', startAt: '2026-07-01T04:00:00Z', peakW: 5_000, loadW: 1_000 },
    mqtt: { url: platform.deviceUrl },
  })
  const file = join(folder, 'device.json')
  writeFileSync(file, text)
  const config = parseConfig(text, folder)
  const { key, store } = openIdentity(config)
  store.close()
  await platform.register(7, key.publicKey)
  child = spawn(process.execPath, [...flags(), program(), 'run', '--config', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const status = async (): Promise<AgentStatus | undefined> => askStatus(paths(config.dataDir).socket)
  const acknowledged = async () => (await status())?.store.acknowledged ?? 0
  while ((await acknowledged()) < 3) await sleep(200)

  const before = costOf(child.pid ?? 0)
  await sleep(12_000)
  const after = costOf(child.pid ?? 0)
  const cores = (after.cpuSeconds - before.cpuSeconds) / ((after.atMs - before.atMs) / 1_000)
  console.log(`agent: ${(after.residentBytes / MEGABYTE).toFixed(1)} MB, ${(cores * 100).toFixed(2)} % of a core`)
  expect(await acknowledged()).toBeGreaterThanOrEqual(12)
  expect(after.residentBytes / MEGABYTE).toBeLessThan(80)
  expect(cores).toBeLessThan(0.03)

  const gone = new Promise((resolve) => child?.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await gone).toBe(0)
}, 60_000)
