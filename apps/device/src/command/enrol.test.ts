import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '@heliobond/api'
import { type Database, stopTestServer, withDatabase } from '@heliobond/db'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openIdentity, paths } from '../agent/identity.ts'
import { ENERGY, PASSPHRASE } from '../agent/platform.test-helper.ts'
import { loadConfig } from '../config/config.ts'
import { openMeterKey } from '../key/meter-key.ts'
import { enrol } from './enrol.ts'

const CODE = 'ABCD-EFGH-JKMN-PQRS'
let database: Database
let app: Awaited<ReturnType<typeof buildApp>>
let url: string
let folder: string
const file = () => join(folder, 'device.json')
const said: string[] = []
const show = (code: string | undefined, more: { url?: string } = {}) =>
  enrol(file(), { code, url: more.url, wait: false }, (line) => said.push(line))

beforeAll(async () => {
  database = await withDatabase()
  const { prisma } = database
  await prisma.system.create({ data: { id: 3, name: 'school', capacityW: 50_000n, nextFrom: 0n } })
  await prisma.party.create({
    data: { systemId: 3, index: 0, name: 'school', owner: '', wallet: '', collection: '', portionBps: 10_000 },
  })
  const offering = await prisma.offering.create({
    data: {
      ...{ contractId: 'C', bondAsset: 'BOND:G', settlementAsset: 'USDC:G', systemId: 3, terms: {}, state: 'Live' },
      createdAt: 0n,
    },
  })
  await prisma.setting.create({
    data: { key: `project:${offering.id}`, value: { registry: 'r', tariff: 't', energy: ENERGY } },
  })
  app = await buildApp({
    ...{ database, chain: { now: async () => 0n }, version: 'test', publicUrl: 'http://localhost:4000' },
    network: { passphrase: PASSPHRASE, name: 'local', rpcUrl: 'http://127.0.0.1:8000/rpc' },
    ingest: async () => ({ stored: [], refused: [] }),
    log: pino({ level: 'silent' }),
  })
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  await database.close()
  await stopTestServer()
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-enrol-'))
  said.length = 0
  // What the operator's part of this leaves behind; how that comes about is the API's own test.
  await database.prisma.enrolment.create({
    data: {
      ...{ systemId: 3, kind: 'combined', partyIndex: 0, capacityW: 25_000n, label: 'roof', createdBy: 'operator' },
      codeHash: new Uint8Array(createHash('sha256').update(CODE.replaceAll('-', '')).digest()),
      ...{ createdAt: 0n, expiresAt: BigInt(Math.floor(Date.now() / 1_000)) + 600n },
    },
  })
  writeFileSync(
    file(),
    `{
  // Only what the electrician knows.
  "source": { "kind": "model", "startAt": "2026-07-01T04:00:00Z", "peakW": 5000 },
  "http": { "url": "${url}" },
}`,
  )
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.prisma.enrolment.deleteMany()
  await database.prisma.meter.deleteMany()
})

test('from an empty card to a registered meter: the file holds nothing that Heliobond knows', async () => {
  await expect(loadConfig(file())).rejects.toThrow('enrol --code')
  expect(await show(CODE)).toBe(2)
  expect(said.at(-1)).toContain('again with the same code')
  await expect(loadConfig(file())).rejects.toThrow('enrol --code')

  // The approver registers the key that the enrolment shows; the index brings it into the database.
  const row = await database.prisma.enrolment.findFirstOrThrow()
  const publicKey = row.publicKey ?? new Uint8Array(0)
  expect([...publicKey]).toEqual([...openMeterKey(paths(join(folder, 'data')).key).key.publicKey])
  await database.prisma.meter.create({
    data: { id: 9, systemId: 3, kind: 'combined', partyIndex: 0, capacityW: 25_000n, publicKey },
  })
  expect(await show(CODE)).toBe(0)

  const config = await loadConfig(file())
  expect(config).toMatchObject({ system: 3, meter: 9, epoch: 1, kind: 'Combined', capacityW: 25_000 })
  expect(config).toMatchObject({ passphrase: PASSPHRASE, energyContract: ENERGY })
  const { store } = openIdentity(config)
  expect(store.last()).toBeUndefined()
  store.close()
  // Again, by mistake: nothing is begun anew.
  expect(await show(CODE)).toBe(0)
})

test('the key is made once, is its owner’s alone, and no line of it is said', async () => {
  await show(undefined)
  await show(CODE)
  const { key } = paths(join(folder, 'data'))
  expect(statSync(key).mode & 0o777).toBe(0o600)
  const secret = readFileSync(key, 'utf8').split('\n')[1] ?? 'no key'
  expect(said.join('\n')).not.toContain(secret)
  expect(new Set(said.filter((line) => line.startsWith('public key (hex)'))).size).toBe(1)
})

test('a refusal is in Heliobond’s words; a platform that is not there is said so; both change nothing', async () => {
  await expect(show('ZZZZ-ZZZZ-ZZZZ-ZZZZ')).rejects.toThrow('HELIOBOND_ENROLMENT_CODE_UNKNOWN: Ask the operator')
  await expect(show(CODE, { url: 'http://127.0.0.1:9' })).rejects.toThrow('cannot be asked')
  await expect(show('x y')).rejects.toThrow('one-time code')
  expect(await show(CODE)).toBe(2)
})
