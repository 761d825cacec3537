import { createChain, pathSource } from '@heliobond/chain'
import { openDatabase, stopTestServer } from '@heliobond/db'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROBLEMS } from './errors.ts'
import type { DevTools } from './routes/dev.ts'
import { PASSPHRASE } from './seed.test-helper.ts'
import { type Answer, type Operation, openTestApi, type TestApi } from './testing.test-helper.ts'

let api: TestApi
/** With every part that an installation has, so that every route is there. */
let whole: TestApi

beforeAll(async () => {
  api = await openTestApi({ corsOrigins: ['https://portal.example'], healthTimeoutMs: 30_000 })
  const chain = createChain({ network: 'local', rpcUrl: 'http://127.0.0.1:1/rpc', passphrase: PASSPHRASE })
  whole = await openTestApi({
    database: api.database,
    identity: { chain, masterKey: new Uint8Array(32) },
    ledger: { chain, paths: pathSource(chain) },
    dev: {} as DevTools,
  })
})
afterAll(async () => {
  await whole?.app.close()
  await api?.close()
  await stopTestServer()
})

describe('/healthz', () => {
  test('says what answers and what time the network has', async () => {
    expect(await api.get('/healthz')).toEqual({
      status: 'ok',
      version: '0.0.0-test',
      database: { up: true },
      network: { up: true, name: 'local', passphrase: PASSPHRASE, time: '2026-01-01T00:00:00Z' },
    })
  })

  const nobody = () => openDatabase('postgresql://heliobond:hunter2@127.0.0.1:1/none')
  const dead = { now: () => Promise.reject(new Error('connect ECONNREFUSED')) }
  const hanging = { now: () => new Promise<bigint>(() => undefined) }

  test.each([
    ['the database', () => ({ database: nobody() }), ['database']],
    ['the network', () => ({ database: api.database, chain: dead }), ['network']],
    ['a network that hangs', () => ({ database: api.database, chain: hanging }), ['network']],
    ['both', () => ({ database: nobody(), chain: dead }), ['database', 'network']],
  ])('is a 503 that names %s and no address', async (_, options, down) => {
    const sick = await openTestApi({ ...options(), healthTimeoutMs: 5_000 })
    const answer = await sick.get('/healthz', 503)
    expect(answer).toMatchObject({ code: 'HELIOBOND_UNHEALTHY', down })
    expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|hunter2/)
    expect(sick.log()).not.toContain('hunter2')
    await sick.app.close()
    if (down.includes('database')) await sick.database.close()
  })
})

describe('every answer', () => {
  test('carries headers that keep a browser from running it, and a request id that the client did not choose', async () => {
    const response = await api.app.inject({
      url: '/v1/offerings',
      headers: { 'x-request-id': 'forged', 'request-id': 'forged' },
    })
    expect(response.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    const id = String(response.headers['x-request-id'])
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(api.log()).toContain(id)
    expect(api.log()).not.toContain('forged')
  })

  test('is readable by the origins that were named, and by no other', async () => {
    const allowed = async (origin: string) =>
      (await api.app.inject({ url: '/v1/offerings', headers: { origin } })).headers['access-control-allow-origin']
    expect(await allowed('https://portal.example')).toBe('https://portal.example')
    expect(await allowed('https://evil.example')).toBeUndefined()
    const closed = await openTestApi({ database: api.database })
    const response = await closed.app.inject({ url: '/v1/offerings', headers: { origin: 'https://portal.example' } })
    expect(response.headers['access-control-allow-origin']).toBeUndefined()
    await closed.app.close()
  })

  test('logs no header that may hold a secret', async () => {
    await api.app.inject({
      url: '/v1/offerings',
      headers: { authorization: 'Bearer hunter2', cookie: 'session=hunter3' },
    })
    expect(api.log()).not.toMatch(/hunter[23]/)
  })
})

describe('problem codes', () => {
  test('are prefixed and have a status of an error', () => {
    for (const [code, { status }] of Object.entries(PROBLEMS)) {
      expect(code).toMatch(/^HELIOBOND_[A-Z_]+$/)
      expect(status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('/openapi.json', () => {
  const operations = (document: Answer): [string, string, Operation][] =>
    Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, string, Operation] => [path, method, operation]),
    )

  test('documents every route that answers', async () => {
    const document = (await whole.app.inject('/openapi.json')).json()
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(
      operations(document)
        .map(([path, method]) => `${method} ${path.replace(/\/$/, '')}`)
        .sort(),
    ).toEqual([
      'delete /v1/drafts/{id}',
      'delete /v1/webhooks/{id}',
      'get /auth',
      'get /healthz',
      'get /v1/bills/{number}/trace',
      'get /v1/certificates',
      'get /v1/certificates/retirements',
      'get /v1/certificates/{id}',
      'get /v1/certificates/{id}/donors',
      'get /v1/certificates/{id}/donors/proof/{address}',
      'get /v1/certificates/{id}/donors/snapshot',
      'get /v1/certificates/{id}/mints',
      'get /v1/dev/people',
      'get /v1/documents/{hash}',
      'get /v1/drafts',
      'get /v1/drafts/{id}',
      'get /v1/drafts/{id}/steps',
      'get /v1/enrolments',
      'get /v1/events',
      'get /v1/me',
      'get /v1/offerings',
      'get /v1/offerings/{id}',
      'get /v1/offerings/{id}/buckets',
      'get /v1/offerings/{id}/coupons',
      'get /v1/offerings/{id}/coupons/{number}/proof/{address}',
      'get /v1/offerings/{id}/coverage',
      'get /v1/offerings/{id}/documents',
      'get /v1/offerings/{id}/eligibility',
      'get /v1/offerings/{id}/holders',
      'get /v1/offerings/{id}/orderbook',
      'get /v1/offerings/{id}/schedule',
      'get /v1/offerings/{id}/timeline',
      'get /v1/offerings/{id}/trades',
      'get /v1/offerings/{id}/waterfall',
      'get /v1/operations/alarms',
      'get /v1/operations/audit',
      'get /v1/operations/channels',
      'get /v1/operations/decisions',
      'get /v1/operations/ladder',
      'get /v1/operations/meters',
      'get /v1/operations/oracles',
      'get /v1/operations/orphans',
      'get /v1/operations/overview',
      'get /v1/operations/quarantine',
      'get /v1/operations/reconciliation',
      'get /v1/operations/search',
      'get /v1/operations/transactions',
      'get /v1/operations/wallets',
      'get /v1/pay/{system}/{party}',
      'get /v1/portfolio',
      'get /v1/portfolio/history',
      'get /v1/portfolio/lots',
      'get /v1/portfolio/statement',
      'get /v1/reports/event-notices',
      'get /v1/reports/impact',
      'get /v1/systems',
      'get /v1/systems/{id}',
      'get /v1/systems/{id}/bills',
      'get /v1/systems/{id}/decision',
      'get /v1/systems/{id}/energy',
      'get /v1/systems/{id}/live',
      'get /v1/systems/{id}/readings',
      'get /v1/systems/{id}/statements',
      'get /v1/tenders',
      'get /v1/tenders/{id}',
      'get /v1/transactions/{hash}',
      'get /v1/wallets/{system}/{party}',
      'get /v1/webhooks',
      'get /v1/webhooks/{id}/deliveries',
      'post /auth',
      'post /v1/dev/clock',
      'post /v1/dev/sign',
      'post /v1/dev/stablecoins',
      'post /v1/documents',
      'post /v1/drafts',
      'post /v1/enrolments',
      'post /v1/enrolments/redeem',
      'post /v1/enrolments/{id}/withdraw',
      'post /v1/operations/alarms/{id}/acknowledge',
      'post /v1/operations/meters/{id}/edits',
      'post /v1/operations/meters/{id}/epochs',
      'post /v1/operations/meters/{id}/rejections',
      'post /v1/operations/quarantine/{id}/release',
      'post /v1/operations/systems/{id}/corrections',
      'post /v1/operations/tariffs',
      'post /v1/operations/transactions/{id}/retry',
      'post /v1/readings',
      'post /v1/readings/particle',
      'post /v1/transactions',
      'post /v1/transactions/build',
      'post /v1/webhooks',
      'post /v1/webhooks/{id}/ping',
      'put /v1/drafts/{id}',
    ])
  })

  test('is whole: unique operation ids, declared parameters, schemas that compile, no reference that leads nowhere', async () => {
    const document = (await whole.app.inject('/openapi.json')).json()
    const ids = operations(document).map(([, , operation]) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv)
    for (const [path, , operation] of operations(document)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const declared = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name)
      expect(declared.sort()).toEqual(named.sort())
      for (const parameter of operation.parameters ?? []) {
        expect(
          parameter.description ?? (parameter.schema as Answer).description,
          `${path} ${parameter.name}`,
        ).toBeTruthy()
        ajv.compile(parameter.schema)
      }
      const statuses = Object.keys(operation.responses)
      expect(statuses).toEqual(expect.arrayContaining(['4XX', '5XX']))
      expect(
        statuses.some((status) => status.startsWith('2')),
        path,
      ).toBe(true)
      for (const response of Object.values(operation.responses)) {
        for (const { schema } of Object.values(response.content ?? {})) ajv.compile(schema)
      }
    }
  })

  test('says the unit of every amount and energy, and lets none be a number', async () => {
    const document = (await whole.app.inject('/openapi.json')).json()
    const seen = { amounts: 0, energies: 0 }
    const visit = (node: Answer): void => {
      if (typeof node !== 'object' || node === null) return
      for (const [name, schema] of Object.entries<Answer>(node.properties ?? {})) {
        const inner = schema.items ?? (schema.anyOf ? schema.anyOf[0] : schema)
        if (/Stroops(PerKwh)?$/.test(name)) {
          seen.amounts += 1
          expect([inner.type, inner.description], name).toEqual(['string', expect.stringContaining('stroops')])
        }
        if (/Wh$/.test(name)) {
          seen.energies += 1
          expect([inner.type, inner.description], name).toEqual(['string', expect.stringContaining('watt-hours')])
        }
      }
      for (const child of Object.values(node)) visit(child)
    }
    visit(document.paths)
    expect(seen.amounts).toBeGreaterThan(20)
    expect(seen.energies).toBeGreaterThan(8)
  })

  test('is what /docs shows, under a policy of its own that lets the page work', async () => {
    const page = await whole.app.inject('/docs/')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.headers['content-security-policy']).toContain("script-src 'self'")
    expect((await whole.app.inject('/docs/json')).json()).toEqual((await whole.app.inject('/openapi.json')).json())
  })
})
