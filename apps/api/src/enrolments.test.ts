import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createKey } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import { toBase64, toHex } from '@heliobond/domain'
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
  const offering = await api.database.prisma.offering.create({
    data: {
      ...{ contractId: 'C', bondAsset: 'BOND:G', settlementAsset: 'USDC:G', systemId: 1, terms: {}, state: 'Live' },
      createdAt: START,
    },
  })
  await api.database.prisma.setting.create({
    data: { key: `project:${offering.id}`, value: { registry: 'r', tariff: 't', energy: 'elsewhere' } },
  })
})
afterAll(async () => {
  await api?.close()
  await network?.close()
  await stopTestServer()
})
beforeEach(() => api.database.prisma.enrolment.deleteMany())

async function someone(...roles: Role[]): Promise<Record<string, string>> {
  const { address } = createKey()
  await api.database.prisma.roleGrant.createMany({
    data: roles.map((role) => ({ address, role, grantedBy: 'test', grantedAt: START })),
  })
  return { authorization: `Bearer ${await tokens.issue(address, 'test')}` }
}

async function ask(method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}, payload?: object) {
  const response = await api.app.inject({ method, url, headers, ...(payload && { payload }) })
  return { status: response.statusCode, body: response.json() }
}

const WANTED = { systemId: 1, kind: 'load', partyIndex: 0, capacityW: '12000', label: 'cabinet in the kitchen' }
const create = async (wanted: object = WANTED) => ask('POST', '/v1/enrolments', await someone('operator'), wanted)

function device() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'))
  return { privateKey, publicKey: raw }
}

const proof = (key: KeyObject, code: string) =>
  toBase64(
    new Uint8Array(
      sign(null, Buffer.concat([Buffer.from('HBENROL1'), createHash('sha256').update(code).digest()]), key),
    ),
  )

const redeem = (code: string, { privateKey, publicKey }: ReturnType<typeof device>) =>
  ask(
    'POST',
    '/v1/enrolments/redeem',
    {},
    {
      ...{ code, publicKey: toBase64(publicKey), signature: proof(privateKey, code) },
    },
  )

test('a code is for operators to give out, and names a party that there is', async () => {
  expect((await ask('POST', '/v1/enrolments', {}, WANTED)).status).toBe(401)
  expect((await ask('POST', '/v1/enrolments', await someone('approver', 'auditor'), WANTED)).status).toBe(403)
  expect(await create({ ...WANTED, systemId: 99 })).toMatchObject({ body: { code: 'HELIOBOND_SYSTEM_NOT_FOUND' } })
  expect(await create({ ...WANTED, partyIndex: 9 })).toMatchObject({ body: { code: 'HELIOBOND_PARTY_NOT_FOUND' } })
  expect(await create({ ...WANTED, kind: 'site', partyIndex: 1 })).toMatchObject({ status: 400 })
  expect(await create({ ...WANTED, capacityW: '0' })).toMatchObject({ status: 400 })
})

test('the code is in that one answer and nowhere else', async () => {
  const { status, body } = await create()
  expect(status).toBe(200)
  expect(body.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  const listed = await ask('GET', '/v1/enrolments', await someone('approver'))
  expect(listed.body.data).toMatchObject([{ id: body.id, state: 'open', publicKey: null, label: WANTED.label }])
  const everything = JSON.stringify([listed.body, await api.database.prisma.enrolment.findMany()], (_, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  )
  expect(everything).not.toContain(body.code)
  expect(api.log()).not.toContain(body.code)
})

describe('a device', () => {
  test('shows it once; the approver sees its key; once that is a meter the device learns its number', async () => {
    const { body } = await create()
    const one = device()
    const shown = await redeem(body.code, one)
    expect(shown).toMatchObject({
      status: 200,
      body: { systemId: 1, kind: 'load', capacityW: '12000', energyContract: 'elsewhere', meterId: null, epoch: null },
    })
    const key = toHex(one.publicKey)
    const listed = await ask('GET', '/v1/enrolments', await someone('approver'))
    expect(listed.body.data).toMatchObject([{ state: 'redeemed', publicKey: key, meterId: null }])

    await api.database.prisma.meter.create({
      data: {
        id: 77,
        systemId: 1,
        kind: 'load',
        partyIndex: 0,
        capacityW: 12_000n,
        publicKey: new Uint8Array(one.publicKey),
      },
    })
    expect(await redeem(body.code, one)).toMatchObject({ status: 200, body: { meterId: 77, epoch: 1 } })
    expect((await ask('GET', '/v1/enrolments', await someone('operator'))).body.data).toMatchObject([
      { state: 'registered', meterId: 77 },
    ])
    const late = await ask('POST', `/v1/enrolments/${body.id}/withdraw`, await someone('operator'))
    expect(late).toMatchObject({ status: 409, body: { code: 'HELIOBOND_ACTION_REFUSED' } })
    await api.database.prisma.meter.delete({ where: { id: 77 } })
  })

  test('types it as it likes: in small letters, without hyphens', async () => {
    const { body } = await create()
    expect(await redeem(body.code.replaceAll('-', '').toLowerCase(), device())).toMatchObject({ status: 200 })
  })

  test.each([
    ['a code that another device has shown', async (code: string) => void (await redeem(code, device()))],
    ['one that was taken back', async (_: string, id: number) => void (await withdraw(id))],
    [
      'one that has run out',
      async () => void (await api.database.prisma.enrolment.updateMany({ data: { expiresAt: 1n } })),
    ],
  ])('with %s gets nothing', async (_, spoil) => {
    const { body } = await create()
    await spoil(body.code, body.id)
    expect(await redeem(body.code, device())).toMatchObject({
      status: 404,
      body: { code: 'HELIOBOND_ENROLMENT_CODE_UNKNOWN' },
    })
  })

  test('that does not hold the key it names gets nothing, and spends no code', async () => {
    const { body } = await create()
    const [one, other] = [device(), device()]
    expect(await redeem(body.code, { ...one, privateKey: other.privateKey })).toMatchObject({
      status: 422,
      body: { code: 'HELIOBOND_ENROLMENT_NOT_PROVEN' },
    })
    for (const publicKey of ['', 'AAAA', 'no base64']) {
      const answer = await ask('POST', '/v1/enrolments/redeem', {}, { code: body.code, publicKey, signature: 'AAAA' })
      expect(answer.status).toBe(422)
    }
    expect(await redeem(body.code, one)).toMatchObject({ status: 200 })
  })

  test('that has a code already takes no second one', async () => {
    const [first, second] = [await create(), await create()]
    const one = device()
    expect(await redeem(first.body.code, one)).toMatchObject({ status: 200 })
    expect(await redeem(second.body.code, one)).toMatchObject({ status: 404 })
    expect(await redeem(second.body.code, device())).toMatchObject({ status: 200 })
  })

  test('and another that show one code at the same time: one of them has it', async () => {
    const { body } = await create()
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(body.code, device())))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})

const withdraw = async (id: number) => ask('POST', `/v1/enrolments/${id}/withdraw`, await someone('operator'))
