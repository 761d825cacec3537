import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MeterSource } from '../meter-source.ts'
import { addSample, registersOf, type Totals } from '../registers.ts'
import { type MapServer, setInverter, setMeter, startMapServer, writeMap } from './sunspec.test-helper.ts'
import { sunSpecSource } from './sunspec-source.ts'

let server: MapServer
let source: MeterSource

beforeEach(async () => {
  server = await startMapServer()
  source = sourceAt(server.port)
})
afterEach(async () => {
  await source.close()
  await server.close()
})

const sourceAt = (port: number, changes: { swapped?: boolean } = {}) =>
  sunSpecSource({
    kind: 'sunspec',
    inverters: [{ host: '127.0.0.1', port, unitId: 1 }],
    meter: { host: '127.0.0.1', port, unitId: 1, swapped: changes.swapped ?? false },
    timeoutMs: 300,
  })

const codeOf = async () => {
  const read = await source.read(0n)
  return read.ok ? 'ok' : read.error.code
}

/** What the agent does with each sample, here without clock, key and store. */
function follower(boundWh = 1_000_000n) {
  let totals: Totals = {}
  return async () => {
    const read = await source.read(0n)
    if (!read.ok) throw new Error(`${read.error.code}: ${read.error.detail}`)
    const added = addSample(totals, read.value, boundWh)
    if (!added.ok) return added.error.code
    totals = added.value
    const registers = registersOf('Combined', read.value, totals, undefined)
    if (!registers.ok) return registers.error.code
    const { generatedWh, consumedWh, exportedWh } = registers.value
    return [generatedWh, consumedWh, exportedWh]
  }
}

describe.each([40_000, 50_000, 0])('a map that begins at %d', (base) => {
  test.each([
    [101, 201],
    [102, 202],
    [103, 203],
    [103, 204],
  ])('is found, and inverter model %d and meter model %d read to the watt-hour', async (inverter, meter) => {
    writeMap(server.words, base, { inverter, meter })
    setInverter(server.words, 123_456_789, 0, base + 70)
    setMeter(server.words, 1_000, 2_000, 0, base + 122)
    expect(await follower()()).toEqual([123_456_789n, 123_457_789n, 1_000n])
  })
})

test('registers follow the map through roll-overs of every counter, exactly', async () => {
  writeMap(server.words)
  const look = follower()
  let [wh, exported, imported] = [2 ** 32 - 1_000, 2 ** 32 - 7, 2_000]
  for (let step = 0; step < 8; step++) {
    setInverter(server.words, wh % 2 ** 32)
    setMeter(server.words, exported % 2 ** 32, imported)
    // 0x80000000 and 0xffffffff are "not implemented" words; these steps never stand there.
    expect(await look()).toEqual([BigInt(wh), BigInt(wh + imported - exported), BigInt(exported)])
    wh += 400
    exported += 11
    imported += 3
  }
  expect([wh, exported].map((value) => value > 2 ** 32)).toEqual([true, true])
})

test('scale factors are exact: what is coarser or finer than a watt-hour costs nothing', async () => {
  writeMap(server.words)
  const look = follower()
  setInverter(server.words, 99_999, -1)
  setMeter(server.words, 5, 7, 3)
  expect(await look()).toEqual([9_999n, 11_999n, 5_000n])
  setInverter(server.words, 100_001, -1)
  expect(await look()).toEqual([10_000n, 12_000n, 5_000n])
})

test('a meter whose conductors go through the wrong way round is read the right way', async () => {
  await source.close()
  source = sourceAt(server.port, { swapped: true })
  writeMap(server.words)
  setInverter(server.words, 100)
  setMeter(server.words, 30, 20)
  expect(await follower()()).toEqual([100n, 110n, 20n])
})

test('what a device does not implement is no reading, and the next look reads again', async () => {
  writeMap(server.words)
  const look = follower()
  setInverter(server.words, 1_000)
  expect(await look()).toEqual([1_000n, 1_000n, 0n])
  for (const nothing of [0xffff_ffff, 0x8000_0000]) {
    setInverter(server.words, nothing)
    expect(await codeOf()).toBe('NOT_IMPLEMENTED')
  }
  setInverter(server.words, 1_010, 0x8000)
  expect(await codeOf()).toBe('NOT_IMPLEMENTED')
  setInverter(server.words, 1_010, 12)
  expect(await codeOf()).toBe('BAD_SCALE')
  setInverter(server.words, 0)
  expect(await look()).toBe('COUNTER_ASLEEP')
  setInverter(server.words, 1_010)
  expect(await look()).toEqual([1_010n, 1_010n, 0n])
})

test('a Modbus exception is said, keeps the connection, and is over when it is over', async () => {
  writeMap(server.words)
  expect(await codeOf()).toBe('ok')
  const connections = server.connections
  server.exception = 6 // the device is busy
  expect(await codeOf()).toBe('SOURCE_EXCEPTION')
  server.exception = undefined
  expect(await codeOf()).toBe('ok')
  expect(server.connections).toBe(connections)
})

test('connects again after a cut, after silence, and after the device was away', async () => {
  writeMap(server.words)
  expect(await codeOf()).toBe('ok')
  server.dropAll()
  // The cut may show before the question or instead of the answer.
  if ((await codeOf()) !== 'ok') expect(await codeOf()).toBe('ok')

  server.silent = true
  expect(await codeOf()).toBe('SOURCE_UNREACHABLE')
  server.silent = false
  expect(await codeOf()).toBe('ok')

  const { port, words } = server
  await server.close()
  expect(await codeOf()).toBe('SOURCE_UNREACHABLE')
  server = await startMapServer(port)
  for (const [address, word] of words) server.words.set(address, word)
  expect(await codeOf()).toBe('ok')
})

test('a late answer is never taken for the next question', async () => {
  writeMap(server.words)
  setInverter(server.words, 1_000)
  const look = follower()
  await look()
  server.silent = true
  await codeOf()
  server.silent = false
  setInverter(server.words, 1_001)
  expect(await look()).toEqual([1_001n, 1_001n, 0n])
})

test('what is no SunSpec device, or not the one that is needed, is said in words', async () => {
  server.words.set(40_000, 1).set(40_001, 2).set(50_000, 3).set(50_001, 4).set(0, 5).set(1, 6)
  expect(await source.read(0n)).toMatchObject({
    ok: false,
    error: { code: 'SOURCE_UNSUITABLE', detail: 'no SunSpec map at 40000, 50000, 0' },
  })
  writeMap(server.words, 40_000, { inverter: 111, meter: 203 })
  expect(await source.read(0n)).toMatchObject({ ok: false, error: { code: 'SOURCE_UNSUITABLE' } })
})

test('a map that moves is found again', async () => {
  writeMap(server.words)
  setInverter(server.words, 7)
  const look = follower()
  expect(await look()).toEqual([7n, 7n, 0n])
  server.words.clear()
  writeMap(server.words, 50_000)
  setInverter(server.words, 9, 0, 50_070)
  expect(await look()).toEqual([9n, 9n, 0n])
})
