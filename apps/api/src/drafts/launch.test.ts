import { account, createKey, type Key, sign } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStagedApi, type StagedApi } from '../stage.test-helper.ts'
import { completeBody } from './draft.test-helper.ts'

const UNIT = 10_000_000n

let api: StagedApi
let issuer: Record<string, string>
beforeAll(async () => {
  api = await openStagedApi()
  issuer = await api.signIn('issuer')
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

const steps = async (id: number) => (await api.get(`/v1/drafts/${id}/steps`, 200, issuer)).steps

/** Builds a step, has the person and, where it is wanted, the bond's own key sign, and follows it to the end. */
async function take(id: number, step: string, person: string, key?: Key): Promise<void> {
  const params = { draft: id, step, ...(step === 'open-issuer' && { bondIssuer: key?.address }) }
  const body = { action: 'draft-step', source: api.stage.people.address(person), params }
  const built = await api.post('/v1/transactions/build', body, 200, await api.signIn(person))
  let envelopeXdr = await api.signed(built.envelopeXdr, [person])
  if (key) {
    const envelope = { envelopeXdr, hash: '', expiresAt: 0n, builtAt: 0n }
    envelopeXdr = (await sign(envelope, [key.signer], api.stage.chain.config.passphrase)).envelopeXdr
  }
  await api.post('/v1/transactions', { envelopeXdr }, 202)
  await expect
    .poll(async () => (await api.get(`/v1/transactions/${built.hash}`)).status, { timeout: 20_000 })
    .toBe('success')
}

describe('a draft', () => {
  test('is launched step by step, and is on sale then', async () => {
    const { chain, people } = api.stage
    const draft = await api.post('/v1/drafts', { body: completeBody(people, await chain.now()) }, 201, issuer)
    expect(draft.problems).toEqual([])
    const statement = {
      name: 'Official statement.txt',
      kind: 'official-statement',
      mediaType: 'text/plain',
      sizeBytes: 1,
    }
    const owner = people.address('issuer')
    await api.database.prisma.document.create({
      data: {
        ...statement,
        bytes: Uint8Array.of(1),
        hash: draft.body.documentsHash,
        owner,
        createdAt: await chain.now(),
      },
    })
    const key = createKey()
    expect((await steps(draft.id)).map(({ name, status }: Record<string, string>) => `${name} ${status}`)).toEqual([
      'propose-system ready',
      'approve-system waiting',
      'open-issuer ready',
      'deploy-asset waiting',
      'open-collections waiting',
      'upload-offering done',
      'upload-tender done',
      'deploy-offering waiting',
      'deploy-tender waiting',
      'bind-offering waiting',
      'hand-over-asset waiting',
      'launch waiting',
      'open-energy waiting',
      'lock-issuer waiting',
    ])
    await take(draft.id, 'propose-system', 'issuer')
    await take(draft.id, 'approve-system', 'approver')
    await take(draft.id, 'open-issuer', 'issuer', key)
    await take(draft.id, 'deploy-asset', 'issuer')
    await take(draft.id, 'open-collections', 'issuer')
    await take(draft.id, 'deploy-offering', 'issuer')
    await take(draft.id, 'deploy-tender', 'issuer')
    await take(draft.id, 'bind-offering', 'approver')
    await take(draft.id, 'hand-over-asset', 'issuer', key)
    await take(draft.id, 'launch', 'issuer')
    await take(draft.id, 'open-energy', 'admin')
    await take(draft.id, 'lock-issuer', 'issuer', key)
    expect((await steps(draft.id)).every(({ status }: { status: string }) => status === 'done')).toBe(true)
    expect(await account(chain, key.address)).toMatchObject({
      masterWeight: 0,
      homeDomain: 'bonds.loiza.example',
      flags: { authRequired: true, authRevocable: true, authClawbackEnabled: true },
    })
    await api.work('index')
    const launched = await api.get(`/v1/drafts/${draft.id}`, 200, issuer)
    expect(launched).toMatchObject({ status: 'launched', bondIssuer: key.address, problems: [] })
    const offering = await api.get(`/v1/offerings/${launched.offeringId}`)
    expect(offering).toMatchObject({
      name: 'Library of Loíza, solar bond',
      state: 'Funding',
      bondAsset: `SOLAR31:${key.address}`,
      tenderContract: launched.tenderContract,
      parties: [
        { name: 'library', portionBps: 6_000 },
        { name: 'archive', portionBps: 4_000 },
      ],
    })
    const { data: documents } = await api.get(`/v1/offerings/${launched.offeringId}/documents`)
    expect(documents).toMatchObject([{ name: 'Official statement.txt', inTerms: true }])
    // A newcomer can buy.
    const who = people.address('investor.eva')
    await api.act('compliance', 'allow', { offering: launched.offeringId, who, allowed: true })
    const bought = { offering: launched.offeringId, bondStroops: String(500n * UNIT) }
    expect(await api.act('investor.eva', 'invest', bought)).toMatchObject({
      status: 'success',
      returnValue: String((500n * UNIT * 9_950n) / 10_000n),
    })
  })

  test('is refused a step that comes too early, that somebody else signs, or that is done', async () => {
    const { people, chain } = api.stage
    const draft = await api.post('/v1/drafts', { body: completeBody(people, await chain.now()) }, 201, issuer)
    const build = (step: string, status: number, more: object = {}, headers = issuer) => {
      const params = { draft: draft.id, step, ...more }
      const body = { action: 'draft-step', source: people.address('issuer'), params }
      return api.post('/v1/transactions/build', body, status, headers)
    }
    expect(await build('launch', 409)).toMatchObject({
      reason: 'WAITS',
      waitsFor: ['bind-offering', 'hand-over-asset'],
    })
    expect(await build('upload-offering', 409)).toMatchObject({ reason: 'DONE' })
    await build('open-issuer', 400)
    await build('open-issuer', 400, { bondIssuer: people.address('trustee') })
    await build('propose-system', 401, {}, {})
    await build('propose-system', 404, {}, await api.signIn('investor.ana'))
    await take(draft.id, 'propose-system', 'issuer')
    expect(await build('approve-system', 409)).toMatchObject({ addresses: [people.address('approver')] })
    // What is in the registry is fixed; the rest is not.
    const { body, version } = await api.get(`/v1/drafts/${draft.id}`, 200, issuer)
    const put = (change: object, status: number) =>
      api.app
        .inject({
          method: 'PUT',
          url: `/v1/drafts/${draft.id}`,
          headers: issuer,
          payload: { version, body: { ...body, ...change } },
        })
        .then((response) => expect(response.statusCode, response.body).toBe(status))
    await put({ system: { ...body.system, capacityW: '70000' } }, 409)
    await put({ name: 'Another name' }, 200)
    const payload = { version: version + 1, body: { system: body.system } }
    await api.app.inject({ method: 'PUT', url: `/v1/drafts/${draft.id}`, headers: issuer, payload })
    expect(await build('open-issuer', 409)).toMatchObject({ reason: 'INCOMPLETE' })
  })
})

test('a draft is its owner’s: written by an issuer, seen by who approves, by nobody else, and changed from its last version only', async () => {
  const anonymous = { method: 'GET', url: '/v1/drafts' } as const
  expect((await api.app.inject(anonymous)).statusCode).toBe(401)
  await api.post('/v1/drafts', { body: {} }, 403, await api.signIn('investor.ana'))
  const draft = await api.post('/v1/drafts', { body: { name: 'Something' } }, 201, issuer)
  expect(draft).toMatchObject({ status: 'draft', version: 1, preview: null })
  expect(draft.problems.length).toBeGreaterThan(10)
  const url = `/v1/drafts/${draft.id}`
  await api.get(url, 404, await api.signIn('investor.ana'))
  await api.get(url, 200, await api.signIn('approver'))
  const put = async (headers: Record<string, string>, version: number, body: object) =>
    (await api.app.inject({ method: 'PUT', url, headers, payload: { version, body } })).statusCode
  expect(await put(issuer, 1, { name: 'Something else' })).toBe(200)
  expect(await put(issuer, 1, { name: 'A stale change' })).toBe(409)
  expect((await api.get(url, 200, issuer)).name).toBe('Something else')
  expect(await put(issuer, 2, { bondCode: 'no code!' })).toBe(400)
  expect(await put(issuer, 2, { unheardOf: 1 })).toBe(400)
  // The other issuer in the house has no say in it, and is not even told that it is there.
  expect(await put(await api.signIn('compliance'), 2, {})).toBe(404)
  const remove = (headers: Record<string, string>) => api.app.inject({ method: 'DELETE', url, headers })
  expect((await remove(issuer)).statusCode).toBe(204)
  expect((await remove(issuer)).statusCode).toBe(409)
  const { data } = await api.get('/v1/drafts?status=abandoned', 200, issuer)
  expect(data.map(({ id }: { id: number }) => id)).toEqual([draft.id])
})
