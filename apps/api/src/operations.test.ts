import { createKey } from '@heliobond/chain'
import { RETRIABLE_KINDS, stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestNetwork, type TestNetwork } from '../../../packages/chain/src/testing.ts'
import type { Role } from './identity/sessions.ts'
import { createTokens } from './identity/tokens.ts'
import { START, seedSystem } from './seed.test-helper.ts'
import { openTestApi, type TestApi } from './testing.test-helper.ts'

const MASTER_KEY = new Uint8Array(32).fill(3)
const tokens = createTokens(MASTER_KEY, 'localhost:4000')
let network: TestNetwork
let api: TestApi

beforeAll(async () => {
  network = await startTestNetwork()
  api = await openTestApi({ identity: { chain: network.chain, masterKey: MASTER_KEY } })
  await seedSystem(api.database, 1, false)
})
afterAll(async () => {
  await api?.close()
  await network?.close()
  await stopTestServer()
})
beforeEach(async () => {
  await api.database.prisma.outbox.deleteMany()
  await api.database.prisma.quarantine.deleteMany()
})

async function someone(...roles: Role[]): Promise<Record<string, string>> {
  const { address } = createKey()
  await api.database.prisma.roleGrant.createMany({
    data: roles.map((role) => ({ address, role, grantedBy: 'test', grantedAt: START })),
  })
  return { authorization: `Bearer ${await tokens.issue(address, 'test')}` }
}

const entry = (status: string, kind: string, hash: string | null = null) =>
  api.database.prisma.outbox.create({
    data: {
      idempotencyKey: `${kind}:${crypto.randomUUID()}`,
      kind,
      lane: 'x',
      payload: {},
      status,
      hash,
      envelopeXdr: hash && 'AAAA',
      expiresAt: hash === null ? null : START,
      attempts: 8,
      createdAt: START,
      updatedAt: START,
    },
  })

const WHY = 'The cause is mended.'
/** Acts of an operator say why. */
const ask = async (
  method: 'GET' | 'POST',
  url: string,
  headers: Record<string, string> = {},
  body: object = { reason: WHY },
) => {
  const response = await api.app.inject({ method, url, headers, ...(method === 'POST' && { payload: body }) })
  return { status: response.statusCode, body: response.json() }
}

/** What the audit log has of acts on a path, once it has so many: a row is written after its answer. */
const audited = async (path: string, count: number) => {
  const rows = () => api.database.prisma.auditEntry.findMany({ where: { path }, orderBy: { id: 'asc' } })
  await expect.poll(async () => (await rows()).length).toBe(count)
  return rows()
}

describe('what only operators may', () => {
  test.each([
    ['GET', '/v1/operations/transactions'],
    ['GET', '/v1/operations/meters'],
    ['GET', '/v1/operations/quarantine'],
    ['POST', '/v1/operations/transactions/1/retry'],
    ['POST', '/v1/operations/quarantine/1/release'],
  ] as const)('%s %s is refused to strangers and to those of other roles', async (method, url) => {
    expect((await ask(method, url)).status).toBe(401)
    expect((await ask(method, url, await someone('issuer', 'oracle'))).status).toBe(403)
    const auditor = await ask(method, url, await someone('auditor'))
    expect(auditor.status).toBe(method === 'GET' ? 200 : 403)
  })

  test('a role that was taken back is gone with the next request', async () => {
    const headers = await someone('operator')
    expect((await ask('GET', '/v1/operations/meters', headers)).status).toBe(200)
    await api.database.prisma.roleGrant.deleteMany()
    expect((await ask('GET', '/v1/operations/meters', headers)).status).toBe(403)
  })
})

describe('the queue of transactions', () => {
  test('is found by status, kind, hash and key', async () => {
    const headers = await someone('operator')
    const dead = await entry('dead', 'coupon.claims', 'ab12cd')
    await entry('succeeded', 'offering.collect', 'ef34')
    const ids = async (query: string) =>
      (await ask('GET', `/v1/operations/transactions?${query}`, headers)).body.data.map((row: { id: string }) => row.id)
    for (const query of ['status=dead', 'kind=coupon.claims', 'q=ab12cd', `q=${dead.idempotencyKey.slice(0, 14)}`]) {
      expect(await ids(query)).toEqual([dead.id.toString()])
    }
    expect(await ids('')).toHaveLength(2)
  })

  test('says what the contract said that refused it', async () => {
    const { id } = await entry('failed', 'offering.redeem')
    await api.database.prisma.outbox.update({ where: { id }, data: { lastError: 'CONTRACT_ERROR: #5023' } })
    const { body } = await ask('GET', '/v1/operations/transactions?status=failed', await someone('operator'))
    const [row] = body.data.filter((one: { id: string }) => one.id === id.toString())
    expect(row.contractError).toMatchObject({ number: 5023, contract: 'tender', name: 'TenderRunning' })
  })

  test.each(RETRIABLE_KINDS)('%s is tried again once it was given up, and its old hash is kept', async (kind) => {
    const { id } = await entry('dead', kind, `hash-${kind}`)
    const { status, body } = await ask('POST', `/v1/operations/transactions/${id}/retry`, await someone('operator'))
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'pending', attempts: 0, hash: null, pastHashes: [`hash-${kind}`] })
  })

  test('is tried again only by who says why, and the audit log keeps who and why', async () => {
    const { id } = await entry('dead', 'coupon.claims', 'hash-why')
    const path = `/v1/operations/transactions/${id}/retry`
    const headers = await someone('operator')
    for (const body of [{}, { reason: 'no' }, { reason: 'x'.repeat(1_001) }])
      expect((await ask('POST', path, headers, body)).status).toBe(400)
    expect((await ask('POST', path, headers)).status).toBe(200)
    const [, , , taken] = await audited(path, 4)
    expect(taken).toMatchObject({ status: 200, reason: WHY, actor: expect.stringMatching(/^G/) })
    const auditor = await someone('auditor')
    const { body } = await ask('GET', `/v1/operations/audit?path=${path}&refused=false`, auditor)
    expect(body.data).toMatchObject([{ reason: WHY, status: 200 }])
  })

  test.each(['pending', 'prepared', 'sent', 'succeeded'])('what is %s is left alone', async (status) => {
    const before = await entry(status, 'coupon.claims', `kept-${status}`)
    const answer = await ask('POST', `/v1/operations/transactions/${before.id}/retry`, await someone('operator'))
    expect(answer).toMatchObject({ status: 409, body: { code: 'HELIOBOND_NOT_RETRIABLE', reason: 'NOT_GIVEN_UP' } })
    expect(await api.database.prisma.outbox.findUnique({ where: { id: before.id } })).toEqual(before)
  })

  test.each(['pay.bills', 'energy.propose'])('%s is not: its work was freed and is asked for anew', async (kind) => {
    const before = await entry('dead', kind)
    const answer = await ask('POST', `/v1/operations/transactions/${before.id}/retry`, await someone('operator'))
    expect(answer.body).toMatchObject({ code: 'HELIOBOND_NOT_RETRIABLE', reason: 'ASKED_ANEW_BY_THE_WORKER' })
    expect(await api.database.prisma.outbox.findUnique({ where: { id: before.id } })).toEqual(before)
  })
})

describe('devices', () => {
  test('say when they last spoke and what of theirs was refused', async () => {
    await api.database.prisma.meterHead.create({
      data: { meterId: 10, epoch: 1, seq: 1n, at: START - 90n, generatedWh: 0n, consumedWh: 0n, exportedWh: 0n },
    })
    await quarantined(10, '{}')
    const { body } = await ask('GET', '/v1/operations/meters', await someone('operator'))
    expect(body.data).toMatchObject([
      { id: 10, silentSeconds: '90', quarantined: 1 },
      { id: 11, lastReadingAt: null, silentSeconds: null, quarantined: 0 },
    ])
  })

  const quarantined = (meterId: number, payload: string) =>
    api.database.prisma.quarantine.create({
      data: {
        meterId,
        topic: 't',
        payload,
        code: 'UNKNOWN_METER',
        detail: 'not registered',
        digest: new Uint8Array(Buffer.from(crypto.randomUUID())),
        receivedAt: START,
        lastReceivedAt: START,
      },
    })
  const reading = (meter: number) =>
    JSON.stringify({
      system: 1,
      meter,
      epoch: 1,
      seq: '1',
      at: '2026-01-01T00:00:00Z',
      generatedWh: '1',
      consumedWh: '0',
      exportedWh: '0',
      signature: Buffer.alloc(64).toString('base64'),
    })

  test('a refused reading is released only by passing the same judgement as any other', async () => {
    const headers = await someone('operator')
    const good = await quarantined(10, reading(10))
    const bad = await quarantined(99, reading(99))
    const cut = await quarantined(10, '{"system": 1')
    const release = (id: bigint) => ask('POST', `/v1/operations/quarantine/${id}/release`, headers)

    expect(await release(good.id)).toMatchObject({ status: 200, body: { releasedAt: '2026-01-01T00:00:00Z' } })
    expect(await release(bad.id)).toMatchObject({ status: 409, body: { reason: 'UNKNOWN_METER' } })
    expect((await release(cut.id)).status).toBe(409)
    expect(await audited(`/v1/operations/quarantine/${bad.id}/release`, 1)).toMatchObject([
      { status: 409, reason: WHY },
    ])
    expect((await release(987_654n)).status).toBe(404)
    const open = await ask('GET', '/v1/operations/quarantine?released=false', headers)
    expect(open.body.data.map((row: { id: string }) => row.id)).toEqual([bad.id.toString(), cut.id.toString()])
  })
})
