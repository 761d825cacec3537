/** The Photon's core, built by the host's compiler: its own tests, and the published vectors of signed bytes. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBase64 } from '@heliobond/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import vectors from '../../../packages/domain/vectors/reading-bytes.json' with { type: 'json' }

const PHOTON = join(import.meta.dirname, '../firmware/photon')
const hasTools = existsSync('/usr/include/sodium.h') && spawnSync('g++', ['--version']).status === 0
if (!hasTools && process.env.HELIOBOND_REQUIRE_ALL === '1') {
  throw new Error('HELIOBOND_REQUIRE_ALL=1, but g++ or libsodium-dev is not installed')
}

const FLAGS = ['-std=c++17', '-O0', '-g', '-Wall', '-Wextra', '-Wconversion', '-Wshadow', '-Werror']
const SANITIZERS = ['-fsanitize=address,undefined', '-fno-sanitize-recover=all']
const sources = (part: string) =>
  readdirSync(join(PHOTON, part))
    .filter((name) => name.endsWith('.cpp'))
    .map((name) => join(PHOTON, part, name))

describe.skipIf(!hasTools)('the core of the Photon firmware', () => {
  let folder: string
  let program: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'heliobond-photon-'))
    program = join(folder, 'tests')
    const files = ['src/core', 'test'].flatMap((part) => sources(part))
    execFileSync('g++', [...FLAGS, ...SANITIZERS, ...files, '-lsodium', '-o', program], { stdio: 'inherit' })
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('passes its own tests, with every access of memory watched', () => {
    const seed = process.env.HELIOBOND_SEED ?? `${Math.floor(Math.random() * 1e9)}`
    const { stdout, status } = spawnSync(program, [seed], { encoding: 'utf8' })
    if (status !== 0) console.log(stdout)
    expect(stdout).toMatch(/^seed \d+$/m)
    expect(stdout).toMatch(/^[1-9]\d passed, 0 failed$/m)
    expect(status).toBe(0)
  })

  test.each([
    ['a Photon that counts pulses and speaks MQTT', 6, 1, 1],
    ['a Photon 2 that reads Modbus and speaks by the webhook', 32, 2, 2],
  ])(
    'the code of %s is read by the compiler, against our own declarations of the board',
    (_, platform, transport, source) => {
      const config = ['-DPLATFORM_ID', platform, '-DHELIOBOND_TRANSPORT', transport, '-DHELIOBOND_SOURCE', source]
      const defines = [0, 2, 4].map((at) => `${config[at]}=${config[at + 1]}`)
      const read = spawnSync(
        'g++',
        [
          ...FLAGS,
          '-fsyntax-only',
          ...defines,
          `-I${join(PHOTON, 'test/stubs')}`,
          join(PHOTON, 'src/heliobond_photon.cpp'),
        ],
        { encoding: 'utf8' },
      )
      expect(read.stderr).toBe('')
      expect(read.status).toBe(0)
    },
  )

  test('signs the published vectors byte for byte, and writes the same messages', () => {
    const { networkId, energyContractId, privateKey, publicKey, readings } = vectors
    const input = readings.map(({ system, meter, epoch, seq, at, generatedWh, consumedWh, exportedWh }) =>
      [
        networkId,
        energyContractId,
        privateKey,
        system,
        meter,
        epoch,
        seq,
        at,
        generatedWh,
        consumedWh,
        exportedWh,
      ].join(' '),
    )
    const output = execFileSync(program, ['vectors'], { input: `${input.join('\n')}\n`, encoding: 'utf8' })
    const lines = output.trim().split('\n')
    expect(lines).toHaveLength(readings.length)
    for (const [index, reading] of readings.entries()) {
      const [bytes, key, signature, message] = (lines[index] ?? '').split(' ')
      expect([bytes, key, signature]).toEqual([reading.signedBytes, publicKey, reading.signature])
      // Power is a convenience that this firmware does not say.
      const { powerW: _, ...json } = reading.json as Record<string, unknown>
      const signed = toBase64(new Uint8Array(Buffer.from(reading.signature, 'hex')))
      expect(JSON.parse(message ?? '')).toEqual({ ...json, signature: signed })
    }
  })
})
