import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ControlConfig } from '../config/control-config.ts'
import { type DeviceStore, openStore } from '../store/device-store.ts'
import { type Controller, startController } from './controller.ts'
import { setStorm } from './storm.ts'
import type { Mode, Word } from './word.ts'

const [SHELTER, GYM, GRID] = [1, 2, 3]
const NOW = 1_800_000_000n

let folder: string
let store: DeviceStore
let controller: Controller | undefined
let wallSeconds = NOW

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-control-'))
  // Files stand in for the kernel's pins.
  for (const line of [SHELTER, GYM, GRID]) {
    mkdirSync(join(folder, `gpio${line}`))
    writeFileSync(join(folder, `gpio${line}`, 'direction'), 'out')
    writeFileSync(join(folder, `gpio${line}`, 'value'), '0')
  }
  store = openStore(join(folder, 's'), 'm', { maxReadings: 10, maxBytes: 1e9 }, { create: true })
  wallSeconds = NOW
})
afterEach(async () => {
  await controller?.close()
  controller = undefined
  store.close()
  rmSync(folder, { recursive: true })
})

const relay = (line: number) => ({ kind: 'gpio-sysfs', line, folder, energizedIsOff: true }) as const
const pin = (line: number) => readFileSync(join(folder, `gpio${line}`, 'value'), 'utf8')

async function start(changes: Partial<ControlConfig> = {}): Promise<Controller> {
  const circuit = { critical: false, whenShed: 'off' } as const
  controller = await startController({
    control: {
      ...{ party: 0, rpcUrl: '', decisionSeconds: 30, staleSeconds: 3_600, confirmSeconds: 0 },
      ...{ minOnSeconds: 0, minOffSeconds: 0, gridContact: relay(GRID) },
      circuits: [
        { ...circuit, name: 'shelter', watts: 1_000, critical: true, relay: relay(SHELTER) },
        { ...circuit, name: 'gym', watts: 2_000, relay: relay(GYM) },
      ],
      ...changes,
    },
    ...{ store, log: pino({ level: 'silent' }), tickMs: 20, wallSeconds: () => wallSeconds },
  })
  return controller
}

let ledger = 0
const word = (mode: Mode): Word => ({
  decision: { mode, criticalFloorW: 1_000n, since: NOW - 100n, state: mode === 'SellToGrid' ? 'Breach' : 'Current' },
  ...{ saidAt: NOW, ledger: ++ledger, hash: `hash ${ledger}`, by: 'report' },
})

async function until(what: () => boolean): Promise<void> {
  for (const start = performance.now(); !what(); await sleep(5)) {
    if (performance.now() - start > 5_000) throw new Error(`never: ${what}`)
  }
}

test('sheds and restores as it is told, opens the contact to the grid for an island, and logs why', async () => {
  const it = await start()
  await until(() => it.status().circuits.gym === 'own')
  it.hear(word('SellToGrid'))
  await until(() => pin(GYM) === '1')
  it.hear(word('Island'))
  await until(() => pin(GRID) === '1' && pin(GYM) === '0')
  it.hear(word('Normal'))
  await until(() => pin(GRID) === '0')
  expect(pin(SHELTER)).toBe('0')
  const modes = it.status().log.map(({ mode, hash }) => [mode, hash])
  expect(modes.slice(0, 3)).toEqual([
    ['Normal', `hash ${ledger}`],
    ['Island', `hash ${ledger - 1}`],
    ['SellToGrid', `hash ${ledger - 2}`],
  ])
})

test('an older word does not undo a newer one', async () => {
  const it = await start()
  const older = word('Normal')
  it.hear(word('SellToGrid'))
  await until(() => pin(GYM) === '1')
  it.hear(older)
  await sleep(100)
  expect(pin(GYM)).toBe('1')
})

test('a circuit that was cut stays off for its minimum time', async () => {
  const it = await start({ minOffSeconds: 1 })
  await until(() => it.status().circuits.gym === 'own')
  it.hear(word('SellToGrid'))
  await until(() => pin(GYM) === '1')
  const cutAt = performance.now()
  it.hear(word('Normal'))
  await until(() => pin(GYM) === '0')
  expect(performance.now() - cutAt).toBeGreaterThan(900)
})

test('after a power cut it goes on where the last word stands, without the network', async () => {
  const first = await start()
  first.hear(word('SellToGrid'))
  await until(() => pin(GYM) === '1')
  // The store is as a killed process leaves it; the relay has fallen to rest.
  const kept = join(folder, 'kept')
  const notes = [store.note('word'), store.note('word heard')]
  await first.close()
  store.close()
  store = openStore(kept, 'm', { maxReadings: 10, maxBytes: 1e9 }, { create: true })
  store.setNote('word', notes[0])
  store.setNote('word heard', notes[1])
  expect(pin(GYM)).toBe('0')
  wallSeconds += 60n
  const second = await start()
  await until(() => pin(GYM) === '1')
  expect(second.status().word?.secondsAgo).toBeGreaterThanOrEqual(60)
  await second.close()
  // A clock that stands before the word says nothing about its age: doubt, and everything is fed.
  wallSeconds = NOW - 86_400n
  await start()
  await sleep(100)
  expect(pin(GYM)).toBe('0')
})

test('whoever stands at the cabinet can save energy for a storm, and end it', async () => {
  const it = await start()
  it.hear(word('Normal'))
  await until(() => it.status().mode === 'Normal')
  setStorm(store, NOW + 3_600n)
  await until(() => pin(GYM) === '1')
  expect(it.status().stormSeconds).toBe(3_600)
  setStorm(store, undefined)
  await until(() => pin(GYM) === '0')
  // A date beyond any storm, or one that has passed, is none.
  setStorm(store, NOW + 10_000_000n)
  await sleep(100)
  expect(pin(GYM)).toBe('0')
})

test('a relay that does not move is said, tried again, and holds up no other', async () => {
  const it = await start()
  await until(() => it.status().circuits.gym === 'own')
  rmSync(join(folder, `gpio${GYM}`), { recursive: true })
  it.hear(word('SellToGrid'))
  await until(() => it.status().failing.gym !== undefined)
  mkdirSync(join(folder, `gpio${GYM}`))
  writeFileSync(join(folder, `gpio${GYM}`, 'direction'), 'out')
  writeFileSync(join(folder, `gpio${GYM}`, 'value'), '0')
  await until(() => it.status().circuits.gym === 'none')
  expect(it.status().failing).toEqual({})
})

test('when it stops everything is fed: nobody would undo what stays switched', async () => {
  const it = await start()
  it.hear(word('SellToGrid'))
  await until(() => pin(GYM) === '1')
  await it.close()
  controller = undefined
  expect([SHELTER, GYM, GRID].map(pin)).toEqual(['0', '0', '0'])
})
