import { createHash } from 'node:crypto'
import { changeTrust, createKey, submitNow, trustline, verifySignature } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStagedApi, type StagedApi } from './stage.test-helper.ts'
import { openTestApi } from './testing.test-helper.ts'

let api: StagedApi
beforeAll(async () => {
  api = await openStagedApi()
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

const personOf = async (role: string) => {
  const { data } = await api.get('/v1/dev/people')
  return (data as { role: string; address: string }[]).find((one) => one.role === role)?.address ?? ''
}

describe('on a local network', () => {
  test('there is somebody for every part, and no secret among what is told of them', async () => {
    const answer = await api.get('/v1/dev/people')
    const roles = new Set((answer.data as { role: string }[]).map(({ role }) => role))
    for (const role of [
      'issuer',
      'approver',
      'investor',
      'contractor',
      'end-user',
      'operator',
      'rec-buyer',
      'trustee',
    ]) {
      expect(roles).toContain(role)
    }
    expect(JSON.stringify(answer)).not.toMatch(/\bS[A-Z2-7]{55}\b/)
  })

  test('a newcomer signs in and invests as one of them without a wallet of their own', async () => {
    const source = api.stage.people.address('investor.diego')
    const { transaction } = await api.get(`/auth?account=${source}`)
    const answered = await api.post('/v1/dev/sign', { address: source, envelopeXdr: transaction }, 200)
    expect((await api.post('/auth', { transaction: answered.envelopeXdr }, 200)).token).toMatch(/^ey/)
    const built = await api.build('investor.diego', 'invest', { offering: api.stage.onSale, bondStroops: '2000000000' })
    const { envelopeXdr } = await api.post('/v1/dev/sign', { address: source, envelopeXdr: built.envelopeXdr }, 200)
    expect(await api.post('/v1/transactions', { envelopeXdr }, 202)).toMatchObject({ status: 'success' })
  })

  test('a message is signed as SEP-53 says', async () => {
    const address = await personOf('investor')
    const { signature } = await api.post('/v1/dev/sign', { address, message: 'hola' }, 200)
    const hash = createHash('sha256').update('Stellar Signed Message:\nhola').digest()
    expect(verifySignature(address, new Uint8Array(hash), new Uint8Array(Buffer.from(signature, 'base64')))).toBe(true)
  })

  test.each([
    ['for somebody else', { address: createKey().address, message: 'x' }, 404],
    ['for nothing', { address: createKey().address }, 400],
    ['for two things', { address: createKey().address, message: 'x', envelopeXdr: 'AAAA' }, 400],
  ])('%s nothing is signed', async (_, body, status) => {
    await api.post('/v1/dev/sign', body, status)
  })

  test('the clock is turned, and never back or by more than a year', async () => {
    const before = await api.stage.chain.now()
    const { time } = await api.post('/v1/dev/clock', { seconds: 3_600 }, 200)
    expect(Date.parse(time) / 1_000).toBeGreaterThanOrEqual(Number(before) + 3_600)
    for (const seconds of [0, -1, 1.5, 31_536_001]) await api.post('/v1/dev/clock', { seconds }, 400)
  })

  test('a wallet of one’s own gets stablecoins once it has a line for them', async () => {
    const { chain, localnet } = api.stage
    const { signer } = createKey()
    await localnet.fund(signer.address)
    const refused = await api.post('/v1/dev/stablecoins', { address: signer.address }, 409)
    expect(refused).toMatchObject({ reason: 'LINE_MISSING' })
    const { settlementAsset } = await api.get(`/v1/offerings/${api.stage.live}`)
    await submitNow(chain, { source: signer, operations: [changeTrust({ asset: settlementAsset })] })
    await api.post('/v1/dev/stablecoins', { address: signer.address }, 200)
    expect((await trustline(chain, signer.address, settlementAsset))?.balanceStroops).toBe(100_000_000_000n)
  })
})

describe('anywhere else', () => {
  const routes = [
    { method: 'GET', url: '/v1/dev/people' },
    { method: 'POST', url: '/v1/dev/sign' },
    { method: 'POST', url: '/v1/dev/clock' },
    { method: 'POST', url: '/v1/dev/stablecoins' },
  ] as const

  test('there are no such routes', async () => {
    const network = { passphrase: 'Test SDF Network ; September 2015', name: 'testnet', rpcUrl: 'https://example.org' }
    const elsewhere = await openTestApi({ database: api.database, network })
    for (const { method, url } of routes) {
      const answer = await elsewhere.app.inject({ method, url, ...(method === 'POST' && { payload: {} }) })
      expect(answer.statusCode, url).toBe(404)
    }
    const { paths } = (await elsewhere.app.inject('/openapi.json')).json() as { paths: object }
    expect(Object.keys(paths).filter((path) => path.startsWith('/v1/dev'))).toEqual([])
    await elsewhere.app.close()
  })

  test.each(['testnet', 'mainnet', 'custom'])('given the tools on %s, the API does not start', async (name) => {
    const tools = {} as never
    const network = { passphrase: 'x', name, rpcUrl: 'https://example.org' }
    await expect(openTestApi({ database: api.database, network, dev: tools })).rejects.toThrow('local network')
  })
})
