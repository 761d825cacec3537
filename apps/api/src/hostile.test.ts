/** Every route, given what nobody means well with. Each answer is a refusal in words with a code, or harmless; nothing fails, and nothing is kept of it. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createChain, createKey } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { PASSPHRASE, seedBill, seedOffering, seedSystem } from './seed.test-helper.ts'
import { MASTER_KEY, openSignedInApi, type SignedInApi } from './signed-in.test-helper.ts'
import { ACTIONS } from './transactions/registry.ts'

interface Parameter {
  readonly name: string
  readonly in: string
}
interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly anyOf?: readonly Schema[]
}
interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

/** As they stand in a URL; those that are no UTF-8 too. */
const TEXTS = [
  ...['', 'a%00b', '%', '%ED%A0%80', '%0d%0ax-injected:%20yes', '..%2f..%2fetc%2fpasswd', '%27;drop%20table%20bill;--'],
  ...['__proto__', '1e309', '9223372036854775808', 'a'.repeat(2_000)],
]

/** In JSON. */
const VALUES: readonly unknown[] = [
  ...[
    null,
    -1,
    'a\0b',
    '\ud800',
    "'; drop table bill; --",
    '9223372036854775808',
    'x'.repeat(100_000),
    { toString: 'x' },
  ],
]

/** Whole bodies, as bytes. */
const BODIES = [
  ...[
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '7',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"admin":true}}}',
  ],
  ...[`${'['.repeat(50_000)}${']'.repeat(50_000)}`, `{"a":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
  JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, index]))),
]

let api: SignedInApi
let headers: Record<string, string>
let operations: [path: string, method: string, operation: Operation][]
const AT_ONCE = 16
let asked = 0
/** Answers that are no refusal in words with a code, or say what is nobody's business. */
const failed: string[] = []

beforeAll(async () => {
  const chain = createChain({ network: 'local', rpcUrl: 'http://127.0.0.1:1/rpc', passphrase: PASSPHRASE })
  const paths = { find: () => Promise.reject(new Error('no network is here')) }
  api = await openSignedInApi({ ledger: { chain, paths: paths as never }, identity: { chain, masterKey: MASTER_KEY } })
  headers = await api.someone('operator', 'issuer', 'approver', 'oracle', 'auditor')
  await seedSystem(api.database, 1, false)
  await seedOffering(api.database, 1, 1)
  await seedBill(api.database, 1, 1n)
  const { paths: documented } = api.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> }
  operations = Object.entries(documented).flatMap(([path, methods]) =>
    Object.entries(methods)
      // Streams do not end.
      .filter(() => !path.startsWith('/v1/events'))
      .map(([method, operation]): [string, string, Operation] => [path, method, operation]),
  )
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

afterEach(() => {
  expect(failed.splice(0)).toEqual([])
})

/** Asks, and holds the answer to what every answer is. */
async function ask(method: string, url: string, more: { payload?: string; headers?: Record<string, string> } = {}) {
  asked += 1
  const sent = { ...headers, ...(more.payload === undefined ? {} : { 'content-type': 'application/json' }) }
  const response = await api.app.inject({
    ...{ method: method.toUpperCase() as 'GET', url, headers: { ...sent, ...more.headers } },
    ...(more.payload !== undefined && { payload: more.payload }),
  })
  const { statusCode: status, body } = response
  const what = `${method} ${url.slice(0, 200)} ${(more.payload ?? '').slice(0, 200)}: ${status} ${body.slice(0, 300)}`
  const code = status >= 400 ? codeOf(body) : null
  // What is well-formed needs the network, which is not here. Everything else is refused before.
  const isRefusal = code !== null && (status < 500 || code === 'HELIOBOND_NETWORK_UNAVAILABLE')
  const isProblem = String(response.headers['content-type']).includes('application/problem+json')
  const isTold = !/node_modules|\.ts:\d|prisma|postgres/i.test(body)
  // What the sentence names stands beside it, for other languages.
  const isSayable = body.includes('"params":{')
  if (status >= 400 && !(isRefusal && isProblem && isTold && isSayable)) failed.push(what)
  expect(response.headers['x-injected'], what).toBeUndefined()
  return { status, body, what }
}

/** The stable code of a problem; null for anything else. */
function codeOf(body: string): string | null {
  try {
    const { code } = JSON.parse(body)
    return /^HELIOBOND_/.test(code) ? code : null
  } catch {
    return null
  }
}

/** The URL of a route with harmless values, but for one parameter. */
function urlOf(path: string, { parameters = [] }: Operation, changed?: Parameter, value = ''): string {
  const filled = parameters
    .filter((one) => one.in === 'path')
    .reduce((url, one) => url.replace(`{${one.name}}`, one.name === changed?.name ? value : '1'), path)
  return changed?.in === 'query' ? `${filled}?${changed.name}=${value}` : filled
}

const fieldsOf = ({ requestBody }: Operation): string[] => {
  const schema = requestBody?.content['application/json']?.schema
  return [schema, ...(schema?.anyOf ?? [])].flatMap((one) => Object.keys(one?.properties ?? {}))
}

/** Everything hostile, for every route. */
function* attempts(): Generator<() => Promise<unknown>> {
  for (const [path, method, operation] of operations) {
    for (const parameter of operation.parameters ?? []) {
      if (parameter.in === 'header') continue
      for (const value of TEXTS) yield () => ask(method, urlOf(path, operation, parameter, value))
    }
    if (!operation.requestBody) continue
    const url = urlOf(path, operation)
    for (const payload of BODIES) yield () => ask(method, url, { payload })
    for (const field of fieldsOf(operation)) {
      for (const value of VALUES) yield () => ask(method, url, { payload: JSON.stringify({ [field]: value }) })
    }
  }
}

/** What wallets are asked to sign, with each parameter as nobody means it. */
function* buildAttempts(): Generator<() => Promise<unknown>> {
  const source = createKey().address
  for (const { name: action, params } of ACTIONS) {
    for (const field of ['__proto__', ...Object.keys(params.properties)]) {
      for (const value of VALUES.slice(0, 6)) {
        const payload = JSON.stringify({ action, source, params: Object.fromEntries([[field, value]]) })
        yield () => ask('post', '/v1/transactions/build', { payload })
      }
    }
  }
}

/** Several at a time, as strangers come. */
async function tryAll(all: Iterable<() => Promise<unknown>>): Promise<void> {
  const queue = all[Symbol.iterator]()
  const work = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await next.value()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

test('every parameter and every field of every route takes what is hostile as what it is: a refusal, or nothing', {
  timeout: 480_000,
}, async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const counts = async () => {
    const { rows } = await api.database.pool.query(
      `select (select count(*) from bill) as bills, (select count(*) from offering) as offerings, (select count(*) from webhook) as webhooks,
         (select count(*) from operator_decision) as decisions, (select count(*) from outbox) as queued`,
    )
    return rows[0]
  }
  const before = await counts()
  await tryAll(attempts())
  await tryAll(buildAttempts())
  expect(await counts()).toEqual(before)
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  const again = () =>
    tryAll(
      operations.flatMap(([path, method, operation]) =>
        operation.requestBody ? BODIES.map((payload) => () => ask(method, urlOf(path, operation), { payload })) : [],
      ),
    )
  const settledBytes = () => {
    api.taken.length = 0
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  // The first round fills what is filled once.
  await again()
  const firstBytes = settledBytes()
  await again()
  await again()
  const grownBytes = settledBytes() - firstBytes
  console.info(
    `${asked} hostile requests to ${operations.length} routes; the last ${2 * BODIES.length} bodies of each left ${grownBytes} bytes`,
  )
  expect(grownBytes).toBeLessThan(16 * 1_048_576)
})

test.each([
  [
    'authorization',
    ['', 'Bearer', 'Bearer x', `Bearer ${'a'.repeat(10_000)}`, 'Basic YTpi', 'Bearer a.b.c', 'Bearer ../../x'],
  ],
  [
    'authorization',
    [
      `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"GA"}').toString('base64url')}.`,
    ],
  ],
])('a header %s that proves nothing opens nothing', async (name, values) => {
  for (const value of values) {
    const { status } = await ask('get', '/v1/operations/overview', { headers: { [name]: value } })
    expect(status, value).toBe(401)
  }
})

test('an idempotency key is short and printable, or is refused before anything is done', async () => {
  for (const key of ['a b', 'x'.repeat(201), 'é']) {
    const { status } = await ask('post', '/v1/webhooks', {
      payload: JSON.stringify({ url: 'http://127.0.0.1:9/' }),
      headers: { 'idempotency-key': key },
    })
    expect(status, key).toBe(400)
  }
  expect(await api.database.prisma.webhook.count()).toBe(0)
})

test.each(['TRACE', 'PATCH', 'PROPFIND', 'LINK'])('the method %s is answered by no route', async (method) => {
  expect((await ask(method, '/v1/offerings')).status).toBe(404)
})

test.each([
  '/v1/offerings/../../etc/passwd',
  '/v1//offerings',
  '/.env',
  '/v1/offerings/1/..%2f..',
  '/openapi.json%00',
  '//evil.example/x',
])('%s leads nowhere', async (url) => {
  expect((await ask('get', url)).status).toBeGreaterThanOrEqual(400)
})
