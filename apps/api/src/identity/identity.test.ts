import { type Chain, createKey, describeEnvelope, type Key, sign } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
// The embedded network stands on its own and is no dependency of this package: only its tests start one.
import { startTestNetwork, type TestNetwork } from '../../../../packages/chain/src/testing.ts'
import { openTestApi, type TestApi } from '../testing.test-helper.ts'
import { createTokens } from './tokens.ts'

const MASTER_KEY = new Uint8Array(32).fill(7)
let network: TestNetwork
let api: TestApi

beforeAll(async () => {
  network = await startTestNetwork()
  api = await openTestApi({
    chain: network.chain,
    identity: { chain: network.chain, masterKey: MASTER_KEY },
    network: { passphrase: network.net.passphrase, name: 'local', rpcUrl: network.net.rpcUrl },
  })
})
afterAll(async () => {
  await api?.close()
  await network?.close()
  await stopTestServer()
})

async function challengeFor(address: string): Promise<string> {
  const response = await api.app.inject({ url: `/auth?account=${address}` })
  expect(response.statusCode, response.body).toBe(200)
  expect(response.json().network_passphrase).toBe(network.net.passphrase)
  return response.json().transaction
}

async function signed(transaction: string, key: Key, { config }: Chain = network.chain): Promise<string> {
  const envelope = { envelopeXdr: transaction, builtAt: 0n, ...describeEnvelope(transaction, config.passphrase) }
  return (await sign(envelope, [key.signer], config.passphrase)).envelopeXdr
}

const post = (transaction: string) => api.app.inject({ method: 'POST', url: '/auth', payload: { transaction } })

async function tokenOf(key: Key): Promise<string> {
  const response = await post(await signed(await challengeFor(key.address), key))
  expect(response.statusCode, response.body).toBe(200)
  return response.json().token
}

const me = (token: string) => api.app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${token}` } })

describe('signing in', () => {
  test('a wallet that signs the challenge is known by its address, and by its roles of this moment', async () => {
    const key = createKey()
    const token = await tokenOf(key)
    expect((await me(token)).json()).toEqual({ address: key.address, roles: [], parties: [] })

    await api.database.prisma.roleGrant.create({
      data: { address: key.address, role: 'operator', grantedBy: 'test', grantedAt: 0n },
    })
    expect((await me(token)).json().roles).toEqual(['operator'])
  })

  test('a challenge is taken once', async () => {
    const key = createKey()
    const answer = await signed(await challengeFor(key.address), key)
    const both = await Promise.all([post(answer), post(answer)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401])
    expect((await post(answer)).json()).toMatchObject({ code: 'HELIOBOND_SIGN_IN_REFUSED', reason: 'CHALLENGE_USED' })
  })

  test("another's signature, no signature, and no challenge prove nothing", async () => {
    const key = createKey()
    const challenge = await challengeFor(key.address)
    expect((await post(await signed(challenge, createKey()))).json().reason).toBe('CHALLENGE_UNKNOWN_SIGNATURE')
    expect((await post(challenge)).json().reason).toBe('CHALLENGE_WEIGHT_TOO_LOW')
    expect((await post('AAAA')).json().reason).toBe('CHALLENGE_MALFORMED')
  })

  test('a challenge dies with the network clock', async () => {
    const key = createKey()
    const answer = await signed(await challengeFor(key.address), key)
    await network.net.advance({ seconds: 901 })
    expect((await post(answer)).json().reason).toBe('CHALLENGE_EXPIRED')
  })
})

describe('a token', () => {
  test.each([
    [
      'of another platform',
      async (address: string) => createTokens(new Uint8Array(32), 'localhost:4000').issue(address, 'x'),
    ],
    ['for another domain', async (address: string) => createTokens(MASTER_KEY, 'evil.example').issue(address, 'x')],
    ['without a signature', async (address: string) => `${part({ alg: 'none' })}.${part({ sub: address })}.`],
    ['that is none', async () => 'nonsense'],
  ])('%s is refused, also where none is needed', async (_, make) => {
    const token = await make(createKey().address)
    const headers = { authorization: `Bearer ${token}` }
    for (const url of ['/v1/me', '/v1/offerings']) {
      const response = await api.app.inject({ url, headers })
      expect(response.statusCode).toBe(401)
      expect(response.json().code).toBe('HELIOBOND_UNAUTHENTICATED')
    }
  })

  test('is needed where something is about the caller', async () => {
    expect((await api.app.inject({ url: '/v1/me' })).statusCode).toBe(401)
  })
})

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('stellar.toml', () => {
  test('names the key that signs challenges and where to sign in', async () => {
    const response = await api.app.inject({ url: '/.well-known/stellar.toml' })
    expect(response.headers).toMatchObject({ 'access-control-allow-origin': '*' })
    const key = /SIGNING_KEY="(G[A-Z2-7]{55})"/.exec(response.body)?.[1]
    const challenge = describeEnvelope(await challengeFor(createKey().address), network.net.passphrase)
    expect(challenge.source).toBe(key)
    expect(response.body).toContain('WEB_AUTH_ENDPOINT="http://localhost:4000/auth"')
  })
})

describe('audit', () => {
  test('every write leaves a row with what became of it; reads leave none', async () => {
    const read = await api.app.inject({ url: '/v1/offerings' })
    const write = await post('AAAA')
    // A row is written once its request was answered: of this one only, since those before may still be on their way.
    const rowsOf = (response: { headers: Record<string, unknown> }) =>
      api.database.prisma.auditEntry.findMany({ where: { requestId: String(response.headers['x-request-id']) } })
    await expect.poll(async () => (await rowsOf(write)).length).toBe(1)
    expect(await rowsOf(read)).toEqual([])
    const [row] = await rowsOf(write)
    expect(row).toMatchObject({
      method: 'POST',
      path: '/auth',
      status: 401,
      code: 'HELIOBOND_SIGN_IN_REFUSED',
      actor: null,
    })
  })
})

describe('limits', () => {
  test('a stranger who asks too much is told to wait; the platform itself is not counted', async () => {
    const small = await openTestApi({ requestsAMinute: 3 })
    const ask = (remoteAddress: string, forwardedFor?: string) =>
      small.app.inject({
        url: '/v1/offerings',
        remoteAddress,
        headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
      })
    const codes = async (count: number, ...from: Parameters<typeof ask>) => {
      const seen: number[] = []
      for (let index = 0; index < count; index += 1) seen.push((await ask(...from)).statusCode)
      return seen
    }
    expect(await codes(5, '198.51.100.7')).toEqual([200, 200, 200, 429, 429])
    expect(await codes(5, '127.0.0.1')).toEqual([200, 200, 200, 200, 200])
    expect(await codes(4, '127.0.0.1', '203.0.113.9')).toEqual([200, 200, 200, 429])
    // Only a proxy of ours may name a client: a stranger's own word is not heard.
    expect(await codes(1, '198.51.100.7', '203.0.113.10')).toEqual([429])
    const refused = await ask('198.51.100.7')
    expect(refused.json().code).toBe('HELIOBOND_TOO_MANY_REQUESTS')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    await small.close()
  })
})

describe('metrics', () => {
  test('count requests by route and not by address, and say what the database knows', async () => {
    await api.app.inject({ url: '/v1/offerings/41' })
    await api.app.inject({ url: '/v1/offerings/42' })
    const { body, headers } = await api.app.inject({ url: '/metrics' })
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toMatch(
      /heliobond_http_request_seconds_count\{[^}]*route="\/v1\/offerings\/:id"[^}]*status="404"[^}]*\} 2/,
    )
    expect(body).not.toContain('/v1/offerings/41')
    expect(body).toMatch(/heliobond_network_time_seconds \d+/)
    expect(body).toMatch(/heliobond_bills_unpaid 0/)
    expect(body).not.toContain('heliobond_scrape_failed{')
  })
})
