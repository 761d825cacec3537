import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { networkId, ok } from '@heliobond/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { meterKey } from '../key/meter-key.ts'
import { wattHours } from '../source/meter-source.ts'
import { type DeviceStore, openStore } from '../store/device-store.ts'
import { createSampler } from './sampler.ts'

const START = 2_000_000
let folder: string
let store: DeviceStore
let now: number
let wh: bigint

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-sampler-'))
  store = open()
  now = START
  wh = 1_000n
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const open = () => openStore(join(folder, 's.sqlite'), 'm', { maxReadings: 1_000, maxBytes: 1e9 }, { create: true })
const key = meterKey(generateKeyPairSync('ed25519').privateKey)

function sampler(epoch = 1) {
  return createSampler({
    ...{ key, store },
    config: {
      ...{ system: 3, meter: 7, epoch, kind: 'Site', capacityW: 1_000 },
      domain: { networkId: networkId('x'), energyContractId: new Uint8Array(32) },
      clock: { synchronizedFile: undefined, notBefore: 0n, settleSeconds: 0 },
    },
    source: { read: async () => ok({ counters: { roof: wattHours('generated', wh) } }), close: async () => undefined },
    clock: () => ({ wallSeconds: now, monotonicMs: now * 1_000, synchronized: undefined }),
  })
}

async function registerOf(one: ReturnType<typeof sampler>): Promise<bigint | string> {
  const taken = await one.take()
  return taken.ok ? taken.reading.generatedWh : taken.refusal.code
}

test('a replaced counter never becomes a bill by waiting, not even over a power cut; a new epoch takes it as it stands', async () => {
  expect(await registerOf(sampler())).toBe(1_000n)
  now += 60
  wh = 90_000n // what 82 hours at full power would make
  expect(await registerOf(sampler())).toBe('COUNTER_JUMPED')
  now += 30 * 86_400
  wh = 90_500n
  store.close()
  store = open()
  expect(await registerOf(sampler())).toBe('COUNTER_JUMPED')
  expect(await registerOf(sampler(2))).toBe(90_500n)
})

test('what was garbled once is forgotten with the next good look, and what a long silence really made is taken', async () => {
  expect(await registerOf(sampler())).toBe(1_000n)
  now += 60
  wh = 50_000_000n
  expect(await registerOf(sampler())).toBe('COUNTER_JUMPED')
  wh = 1_010n
  expect(await registerOf(sampler())).toBe(1_010n)
  now += 30 * 86_400
  wh = 90_000n
  expect(await registerOf(sampler())).toBe(90_000n)
})

test('a plant a little stronger than it was registered is behind, never stuck', async () => {
  const one = sampler()
  expect(await registerOf(one)).toBe(1_000n)
  now += 60
  wh += 22n // 20 % above its rating
  expect(await registerOf(one)).toBe('COUNTER_JUMPED')
  now += 60
  wh += 10n
  expect(await registerOf(one)).toBe(1_032n)
})
