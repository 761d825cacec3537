import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MapServer, startMapServer } from '../../source/sunspec/sunspec.test-helper.ts'
import { gpioSysfsRelay } from './gpio-sysfs.ts'
import { gpiosetRelay } from './gpioset.ts'
import { modbusCoilRelay } from './modbus-coil.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-relay-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a relay box on Modbus TCP', () => {
  let box: MapServer
  beforeEach(async () => {
    box = await startMapServer()
  })
  afterEach(() => box.close())
  const relay = (coil = 3) =>
    modbusCoilRelay({ kind: 'modbus-coil', host: '127.0.0.1', port: box.port, unitId: 1, coil, energizedIsOff: true })

  test('moves, and says so once the box does', async () => {
    const one = relay()
    expect(await one.set(true)).toEqual({ ok: true, value: true })
    expect(box.coils.get(3)).toBe(true)
    expect(await one.set(false)).toEqual({ ok: true, value: true })
    expect(box.coils.get(3)).toBe(false)
    await one.close()
  })

  test('a box that takes the write and does not move, refuses, or is gone is no success', async () => {
    const one = relay()
    box.stuckCoils = true
    expect(await one.set(true)).toMatchObject({ ok: false, error: { code: 'RELAY_STUCK' } })
    box.stuckCoils = false
    box.exception = 4
    expect(await one.set(true)).toMatchObject({ ok: false, error: { code: 'RELAY_UNREACHABLE' } })
    box.exception = undefined
    box.dropAll()
    const again = await one.set(true)
    expect(again.ok || (await one.set(true)).ok).toBe(true)
    await one.close()
  })
})

describe('a pin by the kernel files', () => {
  const pin = () => join(folder, 'gpio17')
  const relay = () => gpioSysfsRelay({ kind: 'gpio-sysfs', line: 17, folder, energizedIsOff: true })

  test('becomes an output at the wanted level, then moves', async () => {
    // Files stand in for the kernel's: the pin is there, as an input.
    mkdirSync(pin())
    writeFileSync(join(pin(), 'direction'), 'in\n')
    writeFileSync(join(pin(), 'value'), '0\n')
    const one = relay()
    expect((await one.set(true)).ok).toBe(true)
    expect(readFileSync(join(pin(), 'direction'), 'utf8')).toBe('high')
    expect(readFileSync(join(pin(), 'value'), 'utf8')).toBe('1')
    writeFileSync(join(pin(), 'direction'), 'out\n')
    expect((await one.set(false)).ok).toBe(true)
    expect(readFileSync(join(pin(), 'value'), 'utf8')).toBe('0')
  })

  test('one that is not there is said in words', async () => {
    expect(await relay().set(true)).toMatchObject({ ok: false, error: { code: 'RELAY_UNREACHABLE' } })
  })
})

describe('a pin by gpioset', () => {
  /** A program that does what gpioset does: writes down how it was called and runs until it is told to end. */
  function gpioset(version: string, hold = 'trap "echo released >> $log; exit 0" TERM; while :; do sleep 0.05; done') {
    const program = join(folder, 'gpioset')
    const log = join(folder, 'calls')
    const script = `#!/bin/sh\nif [ "$1" = --version ]; then echo "gpioset (libgpiod) ${version}"; exit 0; fi\nlog=${log}\necho "$@" >> $log\n${hold}\n`
    writeFileSync(program, script)
    chmodSync(program, 0o755)
    return {
      relay: gpiosetRelay({ kind: 'gpioset', chip: 'gpiochip0', line: 17, program, energizedIsOff: true }),
      calls: () => readFileSync(log, 'utf8').trim().split('\n'),
    }
  }

  test.each([
    ['v1.6.3', '--mode=signal gpiochip0 17=1', '--mode=signal gpiochip0 17=0'],
    ['v2.2.1', '--chip gpiochip0 17=1', '--chip gpiochip0 17=0'],
  ])('%s holds the line until it moves or ends', async (version, on, off) => {
    const { relay, calls } = gpioset(version)
    expect((await relay.set(true)).ok).toBe(true)
    expect((await relay.set(true)).ok).toBe(true)
    expect((await relay.set(false)).ok).toBe(true)
    await relay.close()
    expect(calls()).toEqual([on, 'released', off, 'released'])
  })

  test('one that cannot take the line is said in its words', async () => {
    const { relay } = gpioset('v2.2.1', 'echo "line 17 is busy" >&2; exit 1')
    expect(await relay.set(true)).toMatchObject({
      ok: false,
      error: { code: 'RELAY_UNREACHABLE', detail: expect.stringContaining('line 17 is busy') },
    })
  })
})
