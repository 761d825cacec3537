import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type MapServer,
  setInverter,
  setMeter,
  startMapServer,
  writeMap,
} from '../source/sunspec/sunspec.test-helper.ts'
import { look } from './look.ts'

let server: MapServer
let folder: string
beforeEach(async () => {
  server = await startMapServer()
  folder = mkdtempSync(join(tmpdir(), 'heliobond-look-'))
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

async function lookWith(more: object): Promise<[number, string[]]> {
  const file = join(folder, 'device.json')
  const at = { host: '127.0.0.1', port: server.port }
  writeFileSync(file, JSON.stringify({ source: { kind: 'sunspec', inverters: [at], meter: at }, ...more }))
  const said: string[] = []
  return [await look(file, (line) => said.push(line)), said]
}

test('shows what the instruments say before anybody has enrolled, and the registers once the kind is known', async () => {
  writeMap(server.words)
  setInverter(server.words, 1_234, 1)
  setMeter(server.words, 20, 30)
  const [code, said] = await lookWith({})
  expect(code).toBe(0)
  expect(said).toContain('inverter 0: 1234 x 10^1 Wh generated (32 bits)')
  expect(said.at(-1)).toContain('told at enrolment')
  const [, known] = await lookWith({ kind: 'Combined' })
  expect(known.at(-1)).toBe('registers of a Combined meter: generated 12340, consumed 12350, exported 20 Wh')
})

test('an instrument that is not there, and a fault in the file, are said in words', async () => {
  const [code, said] = await lookWith({})
  expect(code).toBe(1)
  expect(said[0]).toContain('SOURCE_EXCEPTION')
  await expect(lookWith({ source: { kind: 'sunspec' } })).rejects.toThrow('inverters')
})
