/** A catalogue of what hostile or broken senders try. Each ends in quarantine with its code (or counted there); nothing is stored, nothing grows. */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Database, MOST_QUARANTINED_OF_A_METER, stopTestServer, withDatabase } from '@heliobond/db'
import {
  encodeSparkplug,
  networkId,
  type Reading,
  readingJson,
  readingMetrics,
  readingSignedBytes,
} from '@heliobond/domain'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type IncomingMessage, type Intake, startIntake } from './intake.ts'
import type { IntakeOutcome } from './outcome.ts'
import { oneDomain } from './reading-domains.ts'
import { createSparkplugHost } from './sparkplug-host.ts'
import { createMeter, registerMeter, type TestMeter } from './testing.ts'

const PASSPHRASE = 'Standalone Network ; February 2017'
const DOMAIN = { networkId: networkId(PASSPHRASE), energyContractId: new Uint8Array(32).fill(9) }
const NOW = 1_800_000_000n
const START = NOW - 1_000_000n

let database: Database
let intake: Intake<(outcome: IntakeOutcome) => void>
let meter: TestMeter
beforeAll(async () => {
  database = await withDatabase()
  intake = startIntake(
    {
      ...{ database, domains: oneDomain(DOMAIN), now: async () => NOW, log: pino({ level: 'silent' }) },
      onFatal: (error) => {
        throw error
      },
    },
    (outcomes) => {
      for (const { ticket, outcome } of outcomes) ticket(outcome)
    },
  )
})
afterAll(async () => {
  await intake.close()
  await database.close()
  await stopTestServer()
})
beforeEach(async () => {
  await database.pool.query('truncate reading, meter_head, meter, quarantine')
  meter = createMeter(7, 3, START, DOMAIN)
  await registerMeter(database, meter)
  // What is believed already, so that there is something to contradict.
  for (const seq of [10n, 11n]) expect((await take(bytes(readingJson(meter.sign({ seq }))))).outcome).toBe('stored')
})

const take = (
  payload: IncomingMessage['payload'],
  source = 'heliobond/v1/3/7/reading',
  claimed = { system: 3, meter: 7 },
) =>
  new Promise<IntakeOutcome>((resolve, reject) => {
    intake.push({ source, claimed, payload }, resolve).catch(reject)
  })
const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const json = (changes: Record<string, unknown> = {}, seq = 12n) => ({ ...readingJson(meter.sign({ seq })), ...changes })
const stored = async () => Number(await database.prisma.reading.count())
const text = (reading: Record<string, unknown>) => JSON.stringify(reading)

/** The same reading with a signature that is the same point written differently, or a signature of another kind of key. */
const order = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n
function malleable(reading: Reading): Uint8Array {
  const signature = Uint8Array.from(reading.signature)
  let s = 0n
  for (let index = 63; index >= 32; index -= 1) s = (s << 8n) | BigInt(signature[index] ?? 0)
  s += order
  for (let index = 32; index < 64; index += 1, s >>= 8n) signature[index] = Number(s & 0xffn)
  return signature
}

type Case = readonly [name: string, payload: () => Uint8Array, code: string]

const signatures: Case[] = [
  ['no signature', () => bytes(json({ signature: '' })), 'MALFORMED_FIELD'],
  ['a signature of zeros', () => bytes(json({ signature: Buffer.alloc(64).toString('base64') })), 'BAD_SIGNATURE'],
  ['a signature of 63 bytes', () => bytes(json({ signature: Buffer.alloc(63).toString('base64') })), 'MALFORMED_FIELD'],
  [
    'a signature in base64url',
    () => bytes(json({ signature: Buffer.alloc(64, 0xff).toString('base64url') })),
    'MALFORMED_FIELD',
  ],
  ['a signature with a blank in it', () => bytes(json({ signature: ` ${json().signature}` })), 'MALFORMED_FIELD'],
  [
    'the signature of another reading',
    () => bytes(json({ signature: readingJson(meter.sign({ seq: 13n })).signature })),
    'BAD_SIGNATURE',
  ],
  ['a register turned up after signing', () => bytes(json({ generatedWh: '1201' })), 'BAD_SIGNATURE'],
  [
    'a signature for another network',
    () => bytes(readingJson(createOther({ ...DOMAIN, networkId: networkId('x') }))),
    'BAD_SIGNATURE',
  ],
  [
    'a signature for another contract',
    () => bytes(readingJson(createOther({ ...DOMAIN, energyContractId: new Uint8Array(32) }))),
    'BAD_SIGNATURE',
  ],
  ['another key', () => bytes(readingJson(createMeter(7, 3, START, DOMAIN).sign({ seq: 12n }))), 'BAD_SIGNATURE'],
  [
    'the same signature written with a larger scalar',
    () => bytes(json({ signature: Buffer.from(malleable(meter.sign({ seq: 12n }))).toString('base64') })),
    'BAD_SIGNATURE',
  ],
]
function createOther(domain: typeof DOMAIN): Reading {
  const body = { ...meter.sign({ seq: 12n }) }
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    ...body,
    signature: new Uint8Array(
      sign(
        null,
        readingSignedBytes(body, domain),
        createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })),
      ),
    ),
  }
}

const replays: Case[] = [
  [
    'a number that is taken, with other registers',
    () => bytes(readingJson(meter.sign({ seq: 11n, generatedWh: 1_150n }))),
    'SEQ_NOT_GROWING',
  ],
  ['a time before the one before', () => bytes(readingJson(meter.sign({ seq: 12n, at: START }))), 'TIME_FELL'],
  ['a time to come', () => bytes(readingJson(meter.sign({ seq: 12n, at: NOW + 61n }))), 'FUTURE'],
  ['an epoch that is over', () => bytes(readingJson(meter.sign({ seq: 12n, epoch: 0 }))), 'OLD_EPOCH'],
  ['an epoch that nobody opened', () => bytes(readingJson(meter.sign({ seq: 0n, epoch: 2 }))), 'EPOCH_NOT_OPEN'],
  [
    'the highest epoch there is',
    () => bytes(readingJson(meter.sign({ seq: 0n, epoch: 2 ** 32 - 1 }))),
    'EPOCH_NOT_OPEN',
  ],
]

const registers: Case[] = [
  ['a register that fell', () => bytes(readingJson(meter.sign({ seq: 12n, generatedWh: 1_000n }))), 'REGISTER_FELL'],
  [
    'a register that jumped',
    () => bytes(readingJson(meter.sign({ seq: 12n, generatedWh: 10_000_000n }))),
    'IMPOSSIBLE_JUMP',
  ],
  [
    'the highest number there is',
    () => bytes(readingJson(meter.sign({ seq: 12n, generatedWh: 2n ** 64n - 1n }))),
    'IMPOSSIBLE_JUMP',
  ],
  [
    'the highest sequence number there is',
    () => bytes(readingJson(meter.sign({ seq: 2n ** 64n - 1n, at: NOW, generatedWh: 1_200n }))),
    'IMPOSSIBLE_JUMP',
  ],
  ['a number beyond a u64', () => bytes(json({ generatedWh: String(2n ** 64n) })), 'MALFORMED_FIELD'],
  ['a negative number', () => bytes(json({ generatedWh: '-1' })), 'MALFORMED_FIELD'],
  ['a number with a fraction', () => bytes(json({ generatedWh: '1.5' })), 'MALFORMED_FIELD'],
  ['a number with an exponent', () => bytes(json({ generatedWh: '1e3' })), 'MALFORMED_FIELD'],
  ['a number in hexadecimal', () => bytes(json({ generatedWh: '0x10' })), 'MALFORMED_FIELD'],
  ['a number with leading zeros', () => bytes(json({ generatedWh: '01200' })), 'MALFORMED_FIELD'],
  ['a number in other digits', () => bytes(json({ generatedWh: '١٢٠٠' })), 'MALFORMED_FIELD'],
  ['a number where a text is wanted', () => bytes(json({ generatedWh: 1200 })), 'MALFORMED_FIELD'],
  ['a meter beyond a u32', () => bytes(json({ meter: 2 ** 32 })), 'MALFORMED_FIELD'],
  ['a meter with a fraction', () => bytes(json({ meter: 7.5 })), 'MALFORMED_FIELD'],
  ['an infinite power', () => bytes(text(json()).replace('{', '{"powerW":1e999,')), 'MALFORMED_FIELD'],
  ['a leap second', () => bytes(json({ at: '2026-06-30T23:59:60Z' })), 'MALFORMED_FIELD'],
  ['a time in another zone', () => bytes(json({ at: '2026-11-22T14:00:00+01:00' })), 'MALFORMED_FIELD'],
  ['a day that is not', () => bytes(json({ at: '2026-02-30T14:00:00Z' })), 'MALFORMED_FIELD'],
]

const encodings: Case[] = [
  ['nothing', () => Buffer.alloc(0), 'NOT_JSON'],
  ['zeros', () => Buffer.alloc(100), 'NOT_JSON'],
  ['bytes that are no UTF-8', () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'NOT_JSON'],
  [
    'half a surrogate pair',
    () => Buffer.concat([bytes('{"a":"'), Buffer.from([0xed, 0xa0, 0x80]), bytes('"}')]),
    'NOT_JSON',
  ],
  ['UTF-16', () => Buffer.from(text(json()), 'utf16le'), 'NOT_JSON'],
  ['JSON that is cut short', () => bytes(text(json()).slice(0, -10)), 'NOT_JSON'],
  ['two objects', () => bytes(text(json()) + text(json())), 'NOT_JSON'],
  ['comments', () => bytes(`/* */${text(json())}`), 'NOT_JSON'],
  ['a text', () => bytes('"reading"'), 'NOT_A_READING'],
  ['null', () => bytes('null'), 'NOT_A_READING'],
  ['a list of readings', () => bytes([json()]), 'NOT_A_READING'],
  ['a thousand nested lists', () => bytes('['.repeat(1_000) + ']'.repeat(1_000)), 'NOT_A_READING'],
  ['a nested field', () => bytes(json({ seq: { toString: '12' } })), 'MALFORMED_FIELD'],
]

const prototypes: Case[] = [
  ['a field named __proto__', () => bytes(text(json()).replace('{', '{"__proto__":{"admin":true},')), 'UNKNOWN_FIELD'],
  ['a field named constructor', () => bytes(json({ constructor: { prototype: { admin: true } } })), 'UNKNOWN_FIELD'],
  ['a field named toString', () => bytes(json({ toString: 'x' })), 'UNKNOWN_FIELD'],
  ['one field too many', () => bytes(json({ price: '1' })), 'UNKNOWN_FIELD'],
  ['a field of another case', () => bytes(json({ GeneratedWh: '1' })), 'UNKNOWN_FIELD'],
]

const injections: Case[] = [
  ['SQL in a number', () => bytes(json({ seq: "12'; drop table reading; --" })), 'MALFORMED_FIELD'],
  ['SQL in a time', () => bytes(json({ at: "2026-11-22T14:00:00Z' or 1=1" })), 'MALFORMED_FIELD'],
  ['a formula', () => bytes(json({ consumedWh: '=HYPERLINK("http://evil")' })), 'MALFORMED_FIELD'],
  ['a null character', () => bytes(json({ seq: '12\u0000' })), 'MALFORMED_FIELD'],
  ['a script', () => bytes(json({ signature: '<script>alert(1)</script>' })), 'MALFORMED_FIELD'],
  ['a line for the log', () => bytes(json({ seq: '12\n{"level":30,"msg":"stored"}' })), 'MALFORMED_FIELD'],
]

const sizes: Case[] = [
  ['2,049 bytes', () => bytes(text(json()).padEnd(2_049)), 'OVERSIZED'],
  ['a megabyte', () => Buffer.alloc(1_000_000, 0x20), 'OVERSIZED'],
  ['a number of two thousand digits', () => bytes(json({ seq: '9'.repeat(1_500) })), 'MALFORMED_FIELD'],
]

describe.each([
  ['signatures', signatures],
  ['replays', replays],
  ['registers and numbers', registers],
  ['encodings', encodings],
  ['prototypes', prototypes],
  ['injections', injections],
  ['sizes', sizes],
] as const)('%s:', (_, cases) => {
  test.each(cases)('%s is refused and kept with its reason', async (_name, payload, code) => {
    const outcome = await take(payload())
    expect(outcome).toMatchObject({ outcome: 'refused', code })
    expect(await stored()).toBe(2)
    expect(await database.prisma.quarantine.findMany()).toMatchObject([{ code, meterId: 7, occurrences: 1 }])
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
    // The meter itself is not harmed: what it says next is believed.
    expect((await take(bytes(readingJson(meter.sign({ seq: 12n }))))).outcome).toBe('stored')
  })
})

test('an exact repeat is acknowledged and not stored again', async () => {
  expect(await take(bytes(readingJson(meter.sign({ seq: 11n }))))).toMatchObject({ outcome: 'duplicate' })
  expect(await stored()).toBe(2)
})

test.each([
  ['another meter', { system: 3, meter: 8 }],
  ['another system', { system: 4, meter: 7 }],
])('a topic of %s does not carry the reading', async (_, claimed) => {
  expect(await take(bytes(json()), 'elsewhere', claimed)).toMatchObject({ outcome: 'refused', code: 'TOPIC_MISMATCH' })
})

test('what stands in quarantine can be shown and exported: no half characters, no nulls, no more than its beginning', async () => {
  await take(bytes({ a: `\u0000\ud800${'x'.repeat(5_000)}` }).subarray(0, 2_000))
  const [row] = await database.prisma.quarantine.findMany()
  expect(row?.payload.length).toBeLessThanOrEqual(1_024)
  expect(row?.payload.isWellFormed()).toBe(true)
  expect(row?.payload).not.toContain('\0')
})

test('a flood of nonsense fills neither the table nor the memory', async () => {
  const before = await settledHeap()
  const flood = 12_000
  for (let start = 0; start < flood; start += 1_000)
    await Promise.all(
      Array.from({ length: 1_000 }, (_, n) => take(bytes(`{"nonsense": "${start + n} ${'x'.repeat(1_500)}"}`))),
    )
  expect(await stored()).toBe(2)
  const rows = await database.prisma.quarantine.groupBy({
    by: ['code'],
    _count: { _all: true },
    _sum: { occurrences: true },
  })
  const of = (code: string) => rows.find((row) => row.code === code)
  // Two writers may each find the last places free.
  expect(of('UNKNOWN_FIELD')?._count._all).toBeLessThanOrEqual(MOST_QUARANTINED_OF_A_METER + 1_500)
  expect((of('UNKNOWN_FIELD')?._sum.occurrences ?? 0) + (of('QUARANTINE_FULL')?._sum.occurrences ?? 0)).toBe(flood)
  expect(of('QUARANTINE_FULL')?._count._all).toBe(1)
  // 18 MB went through; what stays is a fraction of it.
  expect((await settledHeap()) - before).toBeLessThan(8_000_000)
  expect((await take(bytes(readingJson(meter.sign({ seq: 12n }))))).outcome).toBe('stored')
}, 120_000)

test('a flood in Sparkplug B of nodes that nobody knows keeps no more of them than there is room for', async () => {
  const host = createSparkplugHost()
  const before = await settledHeap()
  const payload = encodeSparkplug({ seq: 5n, metrics: readingMetrics(meter.sign({ seq: 12n })) })
  for (let node = 0; node < 45_000; node += 1) host.hear(`spBv1.0/heliobond/NDATA/${node}-7`, payload)
  expect((await settledHeap()) - before).toBeLessThan(40_000_000)
})

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Bytes in use once what is garbage is gone. */
async function settledHeap(): Promise<number> {
  for (let turn = 0; turn < 4; turn += 1) {
    collectGarbage()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return process.memoryUsage().heapUsed
}
