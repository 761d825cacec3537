import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApi, type TestApi } from './testing.test-helper.ts'

let api: TestApi

beforeAll(async () => {
  api = await openTestApi()
})
beforeEach(() => {
  api.taken.length = 0
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

const READING = {
  system: 1,
  meter: 10,
  epoch: 1,
  seq: '4711',
  at: '2026-01-01T00:00:00Z',
  generatedWh: '1234567',
  consumedWh: '0',
  exportedWh: '0',
  powerW: 812,
  signature: Buffer.alloc(64, 1).toString('base64'),
}
const STORED = { index: 0, meter: 10, epoch: 1, seq: '4711', duplicate: false }

async function post(
  payload: string | object,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  const response = await api.app.inject({ method: 'POST', url: '/v1/readings', payload, headers })
  return { status: response.statusCode, type: response.headers['content-type'], answer: response.json() }
}

describe('POST /v1/readings', () => {
  test('takes one reading, untouched', async () => {
    expect(await post(READING)).toMatchObject({ status: 200, answer: { stored: [STORED], refused: [] } })
    expect(api.taken).toEqual([READING])
  })

  test('takes an array, and tells each reading apart', async () => {
    const { status, answer } = await post([{ ...READING, meter: 99 }, READING, { ...READING, seq: 4711 }])
    expect(status).toBe(200)
    expect(answer.stored).toEqual([{ ...STORED, index: 1 }])
    expect(answer.refused).toMatchObject([
      { index: 0, seq: '4711', code: 'UNKNOWN_METER' },
      { index: 2, code: 'MALFORMED_FIELD' },
    ])
  })

  test('a refused reading that is well-formed is an answer, not an error', async () => {
    const { status, answer } = await post({ ...READING, meter: 99 })
    expect(status).toBe(200)
    expect(answer).toMatchObject({ stored: [], refused: [{ code: 'UNKNOWN_METER' }] })
  })

  test.each([
    ['an empty array', []],
    ['an empty object', {}],
    ['a number', '7'],
    ['null', 'null'],
    ['a string', '"reading"'],
    ['arrays in arrays', [[[READING]]]],
    ['numbers instead of strings', { ...READING, seq: 1, generatedWh: 5 }],
    ['an unknown field', { ...READING, admin: true }],
    ['an object as a register', { ...READING, generatedWh: { toString: '1' } }],
  ])('%s is a 422', async (_, body) => {
    const { status, type, answer } = await post(body)
    expect([status, answer.code]).toEqual([422, 'HELIOBOND_NO_READING'])
    expect(type).toContain('application/problem+json')
  })

  test('nothing behind the route sees a structure whose depth a stranger chose', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    for (const body of [deep, `{"system":${deep}}`, `[${deep},{"a":${deep}}]`]) {
      expect((await post(body)).status).toBe(422)
    }
    // Would exhaust the stack if any of it had come through.
    expect(() => JSON.stringify(api.taken)).not.toThrow()
  })

  test.each([
    ['not JSON', '{"system":'],
    ['nothing', ''],
    ['a prototype key', `{"__proto__":{"admin":true},"system":1}`],
    ['a prototype key deep inside', `[{"a":{"__proto__":{"x":1}}}]`],
    ['a constructor with a prototype', `{"constructor":{"prototype":{"x":1}}}`],
  ])('%s is a 400 and reaches nobody', async (_, body) => {
    const { status, answer } = await post(body)
    expect([status, answer.code]).toEqual([400, 'HELIOBOND_MALFORMED_BODY'])
    expect(api.taken).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  test('more bytes than a megabyte are a 413', async () => {
    const { status, answer } = await post(`"${'x'.repeat(1_100_000)}"`)
    expect([status, answer.code]).toEqual([413, 'HELIOBOND_BODY_TOO_LARGE'])
  })

  test('more readings than a thousand are a 413, a thousand are not', async () => {
    const refused = await post(Array.from({ length: 1_001 }, () => READING))
    expect([refused.status, refused.answer.code]).toEqual([413, 'HELIOBOND_TOO_MANY_READINGS'])
    expect(api.taken).toEqual([])
    const { status, answer } = await post(Array.from({ length: 1_000 }, () => READING))
    expect([status, answer.stored.length]).toEqual([200, 1_000])
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    '%s is a 415',
    async (type) => {
      const { status, answer } = await post(JSON.stringify(READING), { 'content-type': type })
      expect([status, answer.code]).toEqual([415, 'HELIOBOND_UNSUPPORTED_MEDIA_TYPE'])
    },
  )
})

describe('when ingest has failed', () => {
  test('nothing is acknowledged, and the reason stands in the log only', async () => {
    const failing = await openTestApi({
      database: api.database,
      ingest: () => Promise.reject(new Error('postgresql://heliobond:hunter2@db is gone')),
    })
    const response = await failing.app.inject({ method: 'POST', url: '/v1/readings', payload: READING })
    expect(response.statusCode).toBe(500)
    expect(response.json()).toMatchObject({ code: 'HELIOBOND_INTERNAL', instance: expect.stringContaining('urn:') })
    expect(response.body).not.toContain('hunter2')
    expect(failing.log()).toContain('request failed')
    await failing.app.close()
  })
})

describe('POST /v1/readings/particle', () => {
  const event = (data: unknown) => ({
    ...{ event: 'heliobond-reading', coreid: '3a0021', published_at: '2026-01-01T00:00:01Z' },
    data: typeof data === 'string' ? data : JSON.stringify(data),
  })
  const send = async (payload: string | object, type = 'application/json') => {
    const headers = { 'content-type': type }
    const response = await api.app.inject({ method: 'POST', url: '/v1/readings/particle', payload, headers })
    return { status: response.statusCode, answer: response.json() }
  }

  test('takes the readings that a device published, in JSON and as a form', async () => {
    expect(await send(event(READING))).toEqual({ status: 200, answer: { stored: [STORED], refused: [] } })
    const form = new URLSearchParams(event([READING, { ...READING, meter: 99 }])).toString()
    const { status, answer } = await send(form, 'application/x-www-form-urlencoded')
    expect([status, answer.stored.length, answer.refused]).toMatchObject([200, 1, [{ code: 'UNKNOWN_METER' }]])
    expect(api.taken).toEqual([READING, READING, { ...READING, meter: 99 }])
  })

  test.each([
    ['no event', [], 'HELIOBOND_NOT_A_PARTICLE_EVENT'],
    ['no data', { event: 'heliobond-reading' }, 'HELIOBOND_NOT_A_PARTICLE_EVENT'],
    ['data that is no JSON', event('{'), 'HELIOBOND_NOT_A_PARTICLE_EVENT'],
    ['17 readings', event(Array(17).fill(READING)), 'HELIOBOND_NOT_A_PARTICLE_EVENT'],
    ['what is no reading', event({ hello: 1 }), 'HELIOBOND_NO_READING'],
    ['nested data', event({ ...READING, meter: [[[]]] }), 'HELIOBOND_NO_READING'],
  ])('refuses %s, with a code', async (_, body, code) => {
    const { status, answer } = await send(body)
    expect([status, answer.code]).toEqual([422, code])
  })

  test('refuses what is larger than an event, and a form anywhere else', async () => {
    expect((await send(event('x'.repeat(20_000)))).status).toBe(413)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const elsewhere = await api.app.inject({ method: 'POST', url: '/v1/readings', payload: 'a=b', headers })
    expect(elsewhere.statusCode).toBe(415)
  })
})
