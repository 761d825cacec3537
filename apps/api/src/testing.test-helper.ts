/** The API over a real database, and answers checked against the schema that /openapi.json publishes. */
import { Writable } from 'node:stream'
import { type Database, withDatabase } from '@heliobond/db'
import { parseReading } from '@heliobond/domain'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { pino } from 'pino'
import { expect } from 'vitest'
import { type Api, type ApiOptions, buildApp } from './app.ts'
import type { ReadingIntake } from './routes/post-readings.ts'
import { PASSPHRASE, START } from './seed.test-helper.ts'

export interface TestApi {
  readonly app: Api
  readonly database: Database
  /** Everything logged so far. */
  readonly log: () => string
  /** What came to the intake so far. */
  readonly taken: unknown[]
  /** GETs the address; checks status, media type and the published schema of the answer. */
  get(url: string, status?: number, headers?: Record<string, string>): Promise<Answer>
  close(): Promise<void>
}

/** Answers are JSON of many forms; tests say what they expect of each. */
// biome-ignore lint/suspicious/noExplicitAny: what is under test is checked by schema, at run time.
export type Answer = any

interface OpenApi {
  readonly paths: Record<string, Record<string, Operation>>
}

export interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { name: string; in: string; description?: string; schema: object }[]
  readonly responses: Record<string, { content?: Record<string, { schema: object }> }>
}

/** Takes what the domain reads as a reading: meter 10 is known, every other is not. */
export const intakeOfMeterTen: ReadingIntake = async (messages) => {
  const stored = []
  const refused = []
  for (const [index, message] of messages.entries()) {
    const parsed = parseReading(message)
    if (!parsed.ok) refused.push({ index, code: parsed.error.code, detail: 'not a reading' })
    else if (parsed.value.meter === 10)
      stored.push({ index, meter: 10, epoch: parsed.value.epoch, seq: parsed.value.seq, duplicate: false })
    else refused.push({ index, seq: parsed.value.seq, code: 'UNKNOWN_METER', detail: 'not registered' })
  }
  return { stored, refused }
}

export async function openTestApi(options: Partial<ApiOptions> = {}): Promise<TestApi> {
  const database = options.database ?? (await withDatabase())
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const taken: unknown[] = []
  const app = await buildApp({
    database,
    chain: { now: async () => START },
    network: { passphrase: PASSPHRASE, name: 'local', rpcUrl: 'http://127.0.0.1:8000/rpc' },
    ingest: (messages) => {
      taken.push(...messages)
      return intakeOfMeterTen(messages)
    },
    log: pino({ level: 'trace' }, sink),
    version: '0.0.0-test',
    publicUrl: 'http://localhost:4000',
    ...options,
  })
  await app.ready()
  const openApi = app.swagger() as unknown as OpenApi

  return {
    app,
    database,
    taken,
    log: () => lines.join(''),
    async get(url, status = 200, headers = {}) {
      const response = await app.inject({ url, headers })
      expect(response.statusCode, `${url}: ${response.body}`).toBe(status)
      const type = status === 200 ? 'application/json' : 'application/problem+json'
      expect(response.headers['content-type']).toContain(type)
      const answer = response.json()
      expectSchema(openApi, 'get', url, status, type, answer)
      return answer
    },
    async close() {
      await app.close()
      await database.close()
    },
  }
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)

/** Fails unless the answer is what the published document says of that address and status. */
export function expectSchema(
  { paths }: OpenApi,
  method: string,
  url: string,
  status: number,
  type: string,
  answer: unknown,
): void {
  const path = new URL(url, 'http://localhost').pathname.replace(/(?<=.)\/$/, '')
  const found = Object.keys(paths).find((pattern) => {
    const steps = pattern.replace(/(?<=.)\/$/, '').split('/')
    const given = path.split('/')
    return steps.length === given.length && steps.every((step, index) => step.startsWith('{') || step === given[index])
  })
  if (found === undefined) {
    // Only what no route answers may be undocumented.
    expect(status).toBe(404)
    return
  }
  const responses = paths[found]?.[method]?.responses ?? {}
  const response = responses[String(status)] ?? responses[`${String(status)[0]}XX`]
  const schema = response?.content?.[type]?.schema
  if (!schema) throw new Error(`${method} ${found} publishes no ${status} of ${type}`)
  const validate = ajv.compile(schema)
  if (!validate(answer)) throw new Error(`${url} does not keep its schema: ${ajv.errorsText(validate.errors)}`)
}
