import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseConfig } from '../config/config.ts'
import { openIdentity } from './identity.ts'
import { ENERGY, PASSPHRASE, type Platform, startPlatform } from './platform.test-helper.ts'

const KILLS = 15
const PATIENCE_MS = 60_000
let platform: Platform
let folder: string

beforeAll(async () => {
  platform = await startPlatform()
  folder = mkdtempSync(join(tmpdir(), 'heliobond-kill-'))
})
afterAll(async () => {
  await platform.close()
  await stopTestServer()
  rmSync(folder, { recursive: true, force: true })
})

const running = (child: ChildProcess) => once(child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })

test(`killed ${KILLS} times at random instants, a device repeats no number with other contents and loses no reading`, async () => {
  const text = JSON.stringify({
    ...{ system: 3, meter: 7, kind: 'Site', capacityW: 1_000_000, readingSeconds: 1 },
    network: { passphrase: PASSPHRASE, energyContract: ENERGY },
    clock: { synchronizedFile: null, settleSeconds: 0 },
    source: { kind: 'model', startAt: '2026-07-01T04:00:00Z', peakW: 1 },
    mqtt: { url: platform.deviceUrl },
  })
  const { key, store } = openIdentity(parseConfig(text, folder))
  store.close()
  await platform.register(7, key.publicKey)
  const start = (): ChildProcess =>
    fork(new URL('./kill-child.test-helper.ts', import.meta.url), [text, folder], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })

  for (let kill = 0; kill < KILLS; kill++) {
    const child = start()
    const gone = new Promise((resolve) => child.once('exit', resolve))
    // While it starts, or else while it samples and sends.
    if (kill % 4 > 0) await running(child)
    await sleep(Math.random() * 500)
    child.kill('SIGKILL')
    // Now and then the platform is away as well.
    if (kill % 8 === 3) await platform.stop()
    if (kill % 8 === 5) await platform.start()
    await gone
  }
  const last = start()
  await running(last)
  await sleep(500)
  const end = new Promise<{ seq: string; generatedWh: string }>((resolve) =>
    last.once('message', (message) => resolve(message as { seq: string; generatedWh: string })),
  )
  last.send('end')
  const { seq, generatedWh } = await end
  await new Promise((resolve) => last.once('exit', resolve))

  const rows = await platform.database.prisma.reading.findMany({ where: { meterId: 7 }, orderBy: { seq: 'asc' } })
  expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: Number(seq) + 1 }, (_, n) => BigInt(n)))
  expect(rows.at(-1)?.generatedWh).toBe(BigInt(generatedWh))
  expect(rows.length).toBeGreaterThan(KILLS / 2)
  // A number with other contents would be SEQ_NOT_GROWING, a register out of order REGISTER_FELL.
  expect(await platform.database.prisma.quarantine.findMany()).toEqual([])
}, 300_000)
