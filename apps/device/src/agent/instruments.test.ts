/** A device at a real Modbus TCP server that does everything a bad day does: its registers are the map's, to the watt-hour. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { networkId } from '@heliobond/domain'
import { expect, test } from 'vitest'
import { chance } from '../chance.test-helper.ts'
import { meterKey } from '../key/meter-key.ts'
import { setInverter, setMeter, startMapServer, writeMap } from '../source/sunspec/sunspec.test-helper.ts'
import { sunSpecSource } from '../source/sunspec/sunspec-source.ts'
import { openStore } from '../store/device-store.ts'
import { createSampler } from './sampler.ts'

const STEPS = 200
const STEP_SECONDS = 60
const WIDTH = 2 ** 32
const SEED = process.env.HELIOBOND_SEED ?? `${Math.floor(Math.random() * 1e9)}`

const FAULTS = ['exception', 'silence', 'cut', 'away', 'not implemented', 'no scale', 'asleep', 'power cut'] as const
type Fault = (typeof FAULTS)[number]

test(`through roll-overs, exceptions, silences, cuts and not-implemented values registers are the map's to the watt-hour (seed ${SEED})`, async () => {
  const draw = chance(Number(SEED))
  const folder = mkdtempSync(join(tmpdir(), 'heliobond-instruments-'))
  const key = meterKey(generateKeyPairSync('ed25519').privateKey)
  let server = await startMapServer()
  const { port } = server
  let now = 2_000_000
  const begin = () => {
    const at = { host: '127.0.0.1', port, unitId: 1 }
    const source = sunSpecSource({ kind: 'sunspec', inverters: [at], meter: { ...at, swapped: false }, timeoutMs: 150 })
    const store = openStore(join(folder, 's'), 'm', { maxReadings: 10_000, maxBytes: 1e9 }, { create: true })
    const config = {
      ...({ system: 3, meter: 7, epoch: 1, kind: 'Combined', capacityW: 1_000_000 } as const),
      domain: { networkId: networkId('x'), energyContractId: new Uint8Array(32) },
      clock: { synchronizedFile: undefined, notBefore: 0n, settleSeconds: 0 },
    }
    const clock = () => ({ wallSeconds: now, monotonicMs: now * 1_000, synchronized: undefined })
    return { source, store, sampler: createSampler({ config, source, key, store, clock }) }
  }
  let device = begin()

  // All three counters start again from 0 on the way.
  const flowed = { generated: WIDTH - 30_000, exported: WIDTH - 9_000, imported: WIDTH - 9_000 }
  const show = () => {
    setInverter(server.words, flowed.generated % WIDTH)
    setMeter(server.words, flowed.exported % WIDTH, flowed.imported % WIDTH)
  }
  const expected = () => ({
    generatedWh: BigInt(flowed.generated),
    consumedWh: BigInt(flowed.generated + flowed.imported - flowed.exported),
    exportedWh: BigInt(flowed.exported),
  })

  const seen = new Map<string, number>()
  async function look(fault: Fault | undefined): Promise<void> {
    if (fault === 'exception') server.exception = 1 + draw(6)
    if (fault === 'silence') server.silent = true
    if (fault === 'cut') server.dropAll()
    if (fault === 'away') await server.close()
    if (fault === 'not implemented') setInverter(server.words, draw(2) === 0 ? 0xffff_ffff : 0x8000_0000)
    if (fault === 'no scale') setMeter(server.words, 0, 0, 0x8000)
    if (fault === 'asleep') setInverter(server.words, 0)
    if (fault === 'power cut') {
      await device.source.close()
      device.store.close()
      device = begin()
    }
    const sampled = await device.sampler.take()
    const outcome = sampled.ok ? 'reading' : sampled.refusal.code
    seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
    if (sampled.ok) expect(sampled.reading).toMatchObject(expected())
    Object.assign(server, { exception: undefined, silent: false })
    if (fault === 'away') {
      const { words } = server
      server = await startMapServer(port)
      for (const [address, word] of words) server.words.set(address, word)
    }
  }

  try {
    writeMap(server.words)
    show()
    await look(undefined)
    for (let step = 0; step < STEPS; step++) {
      now += STEP_SECONDS
      flowed.generated += 150 + draw(300)
      flowed.exported += draw(150)
      flowed.imported += draw(150)
      show()
      await look(draw(2) === 0 ? FAULTS[draw(FAULTS.length)] : undefined)
    }
    // A cut may be noticed by the look after it only.
    for (let quiet = 0; quiet < 2; quiet++) {
      now += STEP_SECONDS
      show()
      await look(undefined)
    }
    expect(device.store.last()).toMatchObject({ ...expected(), at: BigInt(now) })
    for (const value of Object.values(flowed)) expect(value).toBeGreaterThan(WIDTH)
    expect(seen.get('reading')).toBeGreaterThan(STEPS / 3)
    for (const code of ['SOURCE_UNREACHABLE', 'SOURCE_EXCEPTION', 'NOT_IMPLEMENTED', 'COUNTER_ASLEEP'])
      expect(seen.get(code), code).toBeGreaterThan(0)
    const others = [...seen.keys()].filter((code) => code.startsWith('COUNTER_') && code !== 'COUNTER_ASLEEP')
    expect(others).toEqual([])
  } finally {
    await device.source.close()
    device.store.close()
    await server.close()
    rmSync(folder, { recursive: true })
  }
}, 90_000)
