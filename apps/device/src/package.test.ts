import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENERGY, PASSPHRASE } from './agent/platform.test-helper.ts'
import { buildPackage, measureAgent } from './agent-cost.test-helper.ts'
import { parseConfig } from './config/config.ts'

const SECONDS = 12
let folder: string
let built: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-package-'))
  built = join(folder, 'dist')
  buildPackage(built)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what is copied to the Pi tells what it can do, and reads the example configuration', () => {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [join(built, 'heliobond-device.js'), ...args], { cwd: folder, encoding: 'utf8' })
  expect(run('--help')).toContain('storm')
  const example = readFileSync(join(built, 'device.example.jsonc'), 'utf8')
  const enrolled = { system: 3, meter: 7, epoch: 1, kind: 'Combined', capacityW: 50_000 }
  const network = { passphrase: PASSPHRASE, energyContract: ENERGY }
  const config = parseConfig(example, folder, { ...enrolled, network })
  expect(config).toMatchObject({ system: 3, mqtt: { username: 'meter-7' }, source: { kind: 'sunspec' } })
})

test('at a reading a second it idles under 80 MB and 3 % of a core', async () => {
  const cost = await measureAgent(built, join(folder, 'agent'), SECONDS)
  console.log(`agent: ${cost.megabytes.toFixed(1)} MB, ${(cost.cores * 100).toFixed(2)} % of a core`)
  // It was at work, also on a machine that is busy with other things.
  expect(cost.acknowledged).toBeGreaterThan(SECONDS / 2)
  expect(cost.megabytes).toBeLessThan(80)
  expect(cost.cores).toBeLessThan(0.03)
  expect(cost.exitCode).toBe(0)
}, 120_000)
