import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseConfig } from '../config/config.ts'
import { httpJsonSource } from './http-json-source.ts'
import { openSource } from './open-source.ts'

let server: Server
let url: string
let answer: { status: number; body: string }

beforeEach(async () => {
  answer = { status: 200, body: '{"power":-812.4,"total":123456.7,"total_returned":890}' }
  server = createServer((_, response) => response.writeHead(answer.status).end(answer.body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/emeter/0`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const fields = { total: 'imported', total_returned: 'exported' } as const
const read = async () => httpJsonSource({ kind: 'http-json', url, fields, timeoutMs: 500 }).read(0n)

test('reads the fields that are named, whole watt-hours', async () => {
  expect(await read()).toMatchObject({
    ok: true,
    value: {
      counters: { total: { raw: 123_456n, quantity: 'imported' }, total_returned: { raw: 890n, quantity: 'exported' } },
    },
  })
})

test.each([
  ['an error', { status: 503, body: '{}' }, 'SOURCE_UNREACHABLE'],
  ['no JSON', { status: 200, body: '<html>' }, 'SOURCE_UNREACHABLE'],
  ['a field that is missing', { status: 200, body: '{"total":1}' }, 'NOT_IMPLEMENTED'],
  ['a field that is no number', { status: 200, body: '{"total":"1","total_returned":2}' }, 'NOT_IMPLEMENTED'],
  ['less than nothing', { status: 200, body: '{"total":-1,"total_returned":2}' }, 'NOT_IMPLEMENTED'],
])('%s is no reading', async (_, said, code) => {
  answer = said
  expect(await read()).toMatchObject({ ok: false, error: { code } })
})

test('is opened as the configuration names it', async () => {
  const config = parseConfig(
    JSON.stringify({
      ...{ system: 3, meter: 7, kind: 'Load', capacityW: 5_000 },
      network: { passphrase: 'x', energyContract: 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM' },
      source: { kind: 'http-json', url, fields },
      http: { url },
    }),
    '/',
  )
  const source = await openSource(config.source)
  expect(await source.read(0n)).toMatchObject({ ok: true })
})

// The guide shows this very file, so that what it shows is compiled, linted and tested with everything else.
test('is the source that the guide shows', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../docs/meter.md'), 'utf8')
  const source = readFileSync(join(import.meta.dirname, 'http-json-source.ts'), 'utf8')
  const shown = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1])
  expect(shown).toContain(source)
  expect(source.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(30)
})
