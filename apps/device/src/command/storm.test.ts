import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openIdentity } from '../agent/identity.ts'
import { ENERGY, PASSPHRASE } from '../agent/platform.test-helper.ts'
import { loadConfig } from '../config/config.ts'
import { stormUntil } from '../control/storm.ts'
import { storm } from './storm.ts'

let folder: string
const file = () => join(folder, 'device.json')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-storm-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function configure(more: object): void {
  const config = {
    ...{ system: 3, meter: 7, kind: 'Site', capacityW: 1_000 },
    network: { passphrase: PASSPHRASE, energyContract: ENERGY },
    source: { kind: 'model', startAt: '2026-07-01T04:00:00Z', peakW: 1 },
    http: { url: 'http://127.0.0.1:4000' },
  }
  writeFileSync(file(), JSON.stringify({ ...config, ...more }))
}

/** How many hours of storm the running agent would see. */
async function hoursLeft(): Promise<number> {
  const { store } = openIdentity(await loadConfig(file()))
  const now = BigInt(Math.floor(Date.now() / 1_000))
  const seconds = stormUntil(store, now) - now
  store.close()
  return Math.round(Number(seconds) / 3_600)
}

test('an hour count begins a storm beside the running agent, and --off ends it', async () => {
  const relay = { kind: 'simulated' }
  configure({
    control: {
      ...{ party: 0, rpcUrl: 'http://127.0.0.1:8000/rpc' },
      circuits: [{ name: 'gym', watts: 2_000, relay }],
    },
  })
  openIdentity(await loadConfig(file())).store.close()
  const said: string[] = []
  expect(await storm(file(), 48, (line) => said.push(line))).toBe(0)
  expect(said[0]).toMatch(/^Only the critical floor is fed until \d{4}-/)
  expect(await hoursLeft()).toBe(48)
  expect(await storm(file(), undefined, (line) => said.push(line))).toBe(0)
  expect(await hoursLeft()).toBe(0)
})

test('a device that switches nothing says so', async () => {
  configure({})
  openIdentity(await loadConfig(file())).store.close()
  const said: string[] = []
  expect(await storm(file(), 1, (line) => said.push(line))).toBe(1)
  expect(said).toEqual(['This device switches no circuits: there is no "control" in its configuration.'])
})
