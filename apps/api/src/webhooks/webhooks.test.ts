import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { raiseAlarm, stopTestServer } from '@heliobond/db'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { START, seedBill, seedOffering, seedSystem } from '../seed.test-helper.ts'
import { MASTER_KEY, openSignedInApi, type SignedInApi } from '../signed-in.test-helper.ts'
import { type DispatcherOptions, dispatch, PAUSES_SECONDS } from './dispatcher.ts'
import { post } from './post.ts'
import { verifyDelivery } from './signature.ts'

let api: SignedInApi
let receiver: Server
let target: string
/** What the receiver got, and what it answers. */
const got: { headers: IncomingHttpHeaders; body: string }[] = []
let answer = 200
let hops = 0

beforeAll(async () => {
  api = await openSignedInApi()
  await seedSystem(api.database, 1, false)
  await seedOffering(api.database, 1, 1)
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (request.url === '/elsewhere') hops += 1
      else got.push({ headers: request.headers, body })
      response.writeHead(answer, answer === 302 ? { location: `${target}/elsewhere` } : {}).end('thanks')
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  target = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
})
afterAll(async () => {
  receiver?.closeAllConnections()
  receiver?.close()
  await api?.close()
  await stopTestServer()
})

/** The machine's time, which tests turn; each begins with the true one. */
let machine = 0
beforeEach(() => {
  machine = Date.now() + 1_000
})
const options = (): DispatcherOptions => ({
  ...{ database: api.database, masterKey: MASTER_KEY, isLocal: true, log: pino({ level: 'silent' }) },
  nowMs: () => machine,
})
const look = () => dispatch(options())
const deliveries = async (id: number, headers: Record<string, string>, query = '') =>
  (await api.get(`/v1/webhooks/${id}/deliveries${query}`, 200, headers)).data

describe('a webhook', () => {
  test('is told once of what happens after it was made, signed, in the words of the event', async () => {
    const owner = await api.someone('issuer')
    await seedBill(api.database, 1, 1n)
    await look()
    const { id, secret } = await api.send('POST', '/v1/webhooks', { url: `${target}/`, events: ['bill'] }, 201, owner)
    expect(secret).toMatch(/^whsec_/)
    await seedBill(api.database, 1, 2n)
    await look()
    await look()
    expect(got).toHaveLength(1)
    const [{ headers, body } = { headers: {}, body: '' }] = got
    expect(JSON.parse(body)).toMatchObject({ event: 'bill', systemId: 1, data: { number: '2' } })
    expect(headers).toMatchObject({ 'heliobond-event': 'bill', 'content-type': 'application/json' })
    const signature = String(headers['heliobond-signature'])
    const now = Math.floor(machine / 1000)
    expect(verifyDelivery(secret, signature, body, now)).toBe(true)
    expect(verifyDelivery(secret, signature, `${body} `, now)).toBe(false)
    expect(verifyDelivery('another', signature, body, now)).toBe(false)
    expect(verifyDelivery(secret, signature, body, now + 301)).toBe(false)
    expect(verifyDelivery(secret, 'nonsense', body, now)).toBe(false)
    expect(await deliveries(id, owner)).toMatchObject([{ status: 'delivered', attempts: 1, lastStatus: 200 }])
    // The secret is told once, and lies here sealed.
    expect(JSON.stringify(await api.get('/v1/webhooks', 200, owner))).not.toContain(secret)
    const row = await api.database.prisma.webhook.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(row.secretCiphertext).toString('latin1')).not.toContain(secret.slice(6))
    await api.send('DELETE', `/v1/webhooks/${id}`, undefined, 204, owner)
  })

  test('that does not take a delivery is told again, later and later, and given up in the end', async () => {
    const owner = await api.someone()
    const { id } = await api.send('POST', '/v1/webhooks', { url: `${target}/`, events: ['payment'] }, 201, owner)
    answer = 500
    got.length = 0
    await seedBill(api.database, 1, 4n)
    await look()
    for (const pause of PAUSES_SECONDS) {
      machine += pause * 1_000 - 1
      await look()
      const before = got.length
      machine += 1
      await look()
      expect(got.length).toBe(before + 1)
    }
    machine += 30 * 86_400_000
    expect(await deliveries(id, owner)).toMatchObject([
      { status: 'failed', attempts: PAUSES_SECONDS.length + 1, lastStatus: 500, nextAt: null },
    ])
    // All tries were of one event, which the receiver can know again.
    expect(new Set(got.map(({ headers }) => headers['heliobond-event-id'])).size).toBe(1)
    await look()
    // Kept for thirty days.
    expect(await deliveries(id, owner)).toEqual([])
    answer = 200
    await api.send('DELETE', `/v1/webhooks/${id}`, undefined, 204, owner)
  })

  test('is not followed where it leads elsewhere, and ends where it says that it is gone', async () => {
    const owner = await api.someone()
    const { id } = await api.send('POST', '/v1/webhooks', { url: `${target}/`, events: ['alarm'] }, 201, owner)
    answer = 302
    await api.send('POST', `/v1/webhooks/${id}/ping`, undefined, 202, owner)
    machine += 60_000
    await look()
    expect(hops).toBe(0)
    expect(await deliveries(id, owner)).toMatchObject([{ event: 'ping', status: 'pending', lastStatus: 302 }])
    answer = 410
    machine += 60_000
    await look()
    expect(await deliveries(id, owner, '?status=failed')).toMatchObject([{ attempts: 2, lastStatus: 410 }])
    answer = 200
    // Alarms are not public: who is no operator is not told of them, whatever was asked for.
    await raiseAlarm(api.database.pool, { kind: 'x', severity: 'warning', message: 'x', at: START })
    await look()
    expect(await deliveries(id, owner, '?status=pending')).toEqual([])
    expect(await deliveries(id, owner)).toHaveLength(1)
    await api.send('DELETE', `/v1/webhooks/${id}`, undefined, 204, owner)
  })

  test('of an operator is told of alarms', async () => {
    const operator = await api.someone('operator')
    const { id } = await api.send('POST', '/v1/webhooks', { url: `${target}/` }, 201, operator)
    got.length = 0
    await raiseAlarm(api.database.pool, { kind: 'y', severity: 'critical', message: 'Look at once.', at: START })
    await look()
    expect(got.map(({ body }) => JSON.parse(body).data)).toMatchObject([
      { kind: 'x' },
      { kind: 'y', severity: 'critical', message: 'Look at once.' },
    ])
    await api.send('DELETE', `/v1/webhooks/${id}`, undefined, 204, operator)
  })

  test('is its owner’s alone, and there are a few of each at most', async () => {
    const owner = await api.someone()
    const other = await api.someone('operator')
    const body = { url: `${target}/` }
    await api.send('POST', '/v1/webhooks', body, 401)
    const { id } = await api.send('POST', '/v1/webhooks', body, 201, owner)
    await api.send('DELETE', `/v1/webhooks/${id}`, undefined, 404, other)
    await api.send('POST', `/v1/webhooks/${id}/ping`, undefined, 404, other)
    await api.get(`/v1/webhooks/${id}/deliveries`, 404, other)
    expect((await api.get('/v1/webhooks', 200, other)).data).toEqual([])
    for (let more = 1; more < 10; more += 1) await api.send('POST', '/v1/webhooks', body, 201, owner)
    expect(await api.send('POST', '/v1/webhooks', body, 409, owner)).toMatchObject({
      code: 'HELIOBOND_TOO_MANY_WEBHOOKS',
    })
    await api.database.prisma.webhook.deleteMany()
    for (const bad of [{ url: 'x' }, { url: `${target}/`, events: ['nothing'] }, { url: 'ftp://x/' }, {}]) {
      await api.send('POST', '/v1/webhooks', bad, 400, owner)
    }
  })

  test('never reaches this machine where the network is not local, whatever a name or a number says', async () => {
    for (const url of [target, target.replace('127.0.0.1', 'localhost')]) {
      got.length = 0
      expect(await post(new URL(url), '{}', {}, false)).toEqual({ error: 'NOT_PUBLIC' })
      expect(got).toEqual([])
    }
  })
})

test('two processes that look at once deliver each event once', async () => {
  const owner = await api.someone()
  const { id } = await api.send('POST', '/v1/webhooks', { url: `${target}/`, events: ['bill'] }, 201, owner)
  got.length = 0
  for (let number = 101n; number < 121n; number += 2n) await seedBill(api.database, 1, number)
  machine += 1_000
  for (let round = 0; round < 4; round += 1) await Promise.all([look(), look(), look()])
  const numbers = got.map(({ body }) => JSON.parse(body).data.number).sort()
  expect(numbers).toEqual(['101', '103', '105', '107', '109', '111', '113', '115', '117', '119'])
  expect(await deliveries(id, owner, '?status=delivered')).toHaveLength(10)
})
