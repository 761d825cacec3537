import { type Database, stopTestServer, withDatabase } from '@heliobond/db'
import Fastify from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { handleError } from './errors.ts'
import { registerIdempotency } from './idempotency.ts'

let database: Database
let done: unknown[]
/** Holds an answer back until it is called. */
let gate: Promise<void>

async function openApp() {
  const app = Fastify()
  app.setErrorHandler(handleError)
  app.decorateRequest('session', null)
  app.decorateReply('problemCode', null)
  registerIdempotency(app, database)
  app.post('/things', async (request, reply) => {
    await gate
    done.push(request.body)
    const { status = 201 } = request.body as { status?: number }
    return reply.code(status).send({ number: done.length })
  })
  return app
}
type App = Awaited<ReturnType<typeof openApp>>
let app: App

beforeAll(async () => {
  database = await withDatabase()
  app = await openApp()
})
afterAll(async () => {
  await app?.close()
  await database?.close()
  await stopTestServer()
})
beforeEach(async () => {
  done = []
  gate = Promise.resolve()
  await database.prisma.idempotentAnswer.deleteMany()
})

const post = (body: object, key?: string, on: App = app) =>
  on.inject({
    method: 'POST',
    url: '/things',
    payload: body,
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  })

test('the same request with the same key is done once and answered alike, by every process', async () => {
  const first = await post({ a: 1 }, 'k1')
  const other = await openApp()
  const again = await post({ a: 1 }, 'k1', other)
  await other.close()
  expect([first.statusCode, again.statusCode]).toEqual([201, 201])
  expect(again.json()).toEqual(first.json())
  expect(again.headers['idempotent-replayed']).toBe('true')
  expect(done).toHaveLength(1)
})

test('without a key, or with another, it is another request', async () => {
  await post({ a: 1 })
  await post({ a: 1 })
  await post({ a: 1 }, 'k2')
  await post({ a: 1 }, 'k3')
  expect(done).toHaveLength(4)
})

test('a key that was used for something else is refused', async () => {
  await post({ a: 1 }, 'k4')
  const refused = await post({ a: 2 }, 'k4')
  expect(refused.statusCode).toBe(422)
  expect(refused.json().code).toBe('HELIOBOND_IDEMPOTENCY_MISMATCH')
  expect(done).toHaveLength(1)
})

test('two at once: one is carried out, the other is told to ask again', async () => {
  let open = () => {}
  gate = new Promise((resolve) => {
    open = resolve
  })
  const first = post({ a: 1 }, 'k5')
  const rows = () => database.prisma.idempotentAnswer.count({ where: { key: 'k5' } })
  await expect.poll(rows).toBe(1)
  const second = await post({ a: 1 }, 'k5')
  expect(second.statusCode).toBe(409)
  expect(second.json().code).toBe('HELIOBOND_IDEMPOTENCY_IN_PROGRESS')
  open()
  expect((await first).statusCode).toBe(201)
  expect((await post({ a: 1 }, 'k5')).json()).toEqual({ number: 1 })
})

test('what failed on our side is not kept: the same key tries again', async () => {
  expect((await post({ status: 500 }, 'k6')).statusCode).toBe(500)
  expect((await post({ status: 500 }, 'k6')).statusCode).toBe(500)
  expect(done).toHaveLength(2)
})

test('a refusal of the request itself is kept', async () => {
  expect((await post({ status: 409 }, 'k7')).statusCode).toBe(409)
  const again = await post({ status: 409 }, 'k7')
  expect(again.statusCode).toBe(409)
  expect(done).toHaveLength(1)
})

test('a first request that died with its process does not block the key for ever', async () => {
  await post({ a: 1 }, 'k8')
  const long = BigInt(Date.now() - 120_000)
  await database.prisma.idempotentAnswer.updateMany({
    where: { key: 'k8' },
    data: { status: null, body: null, createdAt: long },
  })
  expect((await post({ a: 1 }, 'k8')).json()).toEqual({ number: 2 })
})

test('answers are forgotten after a day, so that the table does not grow for ever', async () => {
  await post({ a: 1 }, 'k9')
  await database.prisma.idempotentAnswer.updateMany({ data: { createdAt: BigInt(Date.now() - 25 * 3_600_000) } })
  await post({ a: 1 }, 'k10')
  expect(await database.prisma.idempotentAnswer.findMany({ select: { key: true } })).toEqual([{ key: 'k10' }])
})

test.each(['', 'two words', 'x'.repeat(201), 'ünïcode'])('a key that is none (%j) is a 400', async (key) => {
  const answer = await post({ a: 1 }, key)
  expect(answer.statusCode).toBe(400)
  expect(done).toHaveLength(0)
})
