/** Every code that the API and the worker can give has words in both languages. The codes are read where they are made. */
import { readdirSync, readFileSync } from 'node:fs'
import { contractErrorWords } from '@heliobond/chain'
import { describe, expect, test } from 'vitest'
import { DRAFT_RULES } from '../../../api/src/drafts/problems.ts'
import { PROBLEMS } from '../../../api/src/errors.ts'
import { CONDITIONS } from '../../../api/src/offerings/eligibility.ts'
import { REFUSED_DECISIONS } from '../../../api/src/operations/refused-decisions.ts'
import { FOUND_KINDS } from '../../../api/src/operations/search.ts'
import { NOTICE_REASONS } from '../../../api/src/reports/event-notices.ts'
import { METHOD } from '../../../api/src/reports/impact-route.ts'
import en from '../../messages/en/index.ts'
import es from '../../messages/es/index.ts'
import { CLIENT_CODES } from '../api/problem.ts'
import { contractErrorWords as contractErrorWordsEs } from '../signing/contract-errors.es.ts'

const source = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')

/** All of a folder's sources but its tests, in one text. */
function sources(folder: string): string {
  const names = readdirSync(new URL(`../../../../${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.ts') && !/\.test(-helper)?\.ts$/.test(name))
    .map((name) => source(`${folder}/${name}`))
    .join('\n')
}

const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, code = '']) => code)),
]
const missing = (texts: object, names: readonly string[]) => names.filter((name) => !(name in texts))
const places = (text: string) => found(text, /\{(\w+)\}/g).sort()

/** Kinds of alarms: what stands between a call that raises one and its message. */
function alarmKinds(): string[] {
  const worker = sources('apps/worker/src')
  const calls = worker.split(/\b(?:raiseAlarm|alarm|tell)\(/).slice(1)
  return found(
    calls.map((call) => call.slice(0, 400).split(/\bmessage[:,]/)[0]).join('\n'),
    /(?:kind: (?:\w+ \? )?|^\s*|: )'([a-z]+\.[a-z_-]+)'/gm,
  )
}

/** Of the runbook's table: a line for each alarm. */
const runbookKinds = () =>
  found(source('docs/operations.md').split('| `index.lag`')[1] ?? '', /^\| `([a-z]+\.[a-z_-]+)`/gm)

describe.each([
  ['es', es],
  ['en', en],
] as const)('in %s there are words for', (_, texts) => {
  test('every problem of the API, and those that are found here', () => {
    expect(missing(texts.problem, [...Object.keys(PROBLEMS), ...Object.keys(CLIENT_CODES)])).toEqual([])
  })

  test('every reason for which an act is refused', () => {
    const reasons = found(sources('apps/api/src'), /\brefused\(\s*'([A-Z_]+)'/g)
    expect(reasons.length).toBeGreaterThan(15)
    const given = found(sources('apps/api/src'), /\breason: '([A-Z_]+)'/g)
    expect(given.length).toBeGreaterThan(40)
    const retried = found(source('packages/db/src/outbox-retry.ts'), /\| '([A-Z_]+)'/g)
    const signIn = found(source('packages/chain/src/web-auth.ts'), /\brefuse\('([A-Z_]+)'/g)
    const urls = found(source('apps/api/src/routes/webhooks.ts'), /^ {2}([A-Z_]+): 'url /gm)
    expect([retried, signIn, urls].map(({ length }) => length > 1)).toEqual([true, true, true])
    const all = [...reasons, ...given, ...Object.keys(REFUSED_DECISIONS), ...retried, ...signIn, ...urls]
    expect(missing(texts.refusal, all)).toEqual([])
  })

  test('everything for which a transaction of the queue is not taken', () => {
    const worker = sources('apps/worker/src')
    const built = found(worker, /\bcode: '([A-Z_]+)',\s+detail\b[\s\S]{0,200}?\bretry\b/g)
    const wallets = found(source('apps/worker/src/network.ts'), /'(WALLET_[A-Z]+)'/g)
    const signer = found(source('apps/worker/src/signer/policy.ts'), /^ {4}\| '([A-Z_]+)'/gm)
    const guards = found(worker, /SigningRefusedError\('([A-Z_]+)'/g)
    const network = found(source('packages/chain/src/errors.ts'), /'((?!op_success)[a-z]+(?:_[a-z]+)+)'/g)
    const prepared = found(source('packages/chain/src/prepare.ts'), /readonly code: '([A-Z_]+)'/g)
    const restored = found(source('apps/worker/src/submit/after-restore.ts'), /'([A-Z]+): what/g)
    const lists = [built, wallets, signer, guards, network, prepared, restored]
    expect(lists.map(({ length }) => length > 0)).toEqual(lists.map(() => true))
    expect(built.length).toBeGreaterThan(11)
    expect(missing(texts.queueError, [...lists.flat(), 'NO_PATH', 'EXPIRED'])).toEqual([])
  })

  test('every kind of transaction in the queue', () => {
    const worker = sources('apps/worker/src')
    const handled = found(worker, /: Handler = \{\s+kind: '([a-z]+\.[a-z_]+)'/g)
    const kept = found(source('apps/worker/src/service/service.ts'), /^ {2}'([a-z]+\.[a-z_]+)',$/gm)
    const several = found(worker, /: string => `([a-z]+\.[a-z_]+):\$\{key\}`/g)
    expect([handled.length > 10, kept.length > 15, several.length]).toEqual([true, true, 4])
    const kinds = [...handled, ...kept, ...several, ...found(worker, /keeperHandler\('([a-z]+\.[a-z_]+)'/g)]
    expect(
      missing(
        texts.queueKind,
        kinds.map((kind) => kind.replace('.', '_')),
      ),
    ).toEqual([])
  })

  test('every kind of thing that a search finds', () => {
    const names = FOUND_KINDS.map((kind) => `found_${kind}`)
    expect(missing(texts.operator, names)).toEqual([])
  })

  test('every alarm of the worker', () => {
    const kinds = new Set([...alarmKinds(), ...runbookKinds()])
    expect(kinds.size).toBeGreaterThan(30)
    expect(
      missing(
        texts.alarm,
        [...kinds].map((kind) => kind.replaceAll('.', '_')),
      ),
    ).toEqual([])
  })

  test('every rule of a draft, with nothing to fill in that the answer does not bring', () => {
    const { MISSING, ...rules } = DRAFT_RULES
    expect(MISSING).toContain('{what}')
    expect(missing(texts.draftRule, Object.keys(rules))).toEqual([])
    for (const [rule, sentence] of Object.entries(rules)) {
      const text = texts.draftRule[rule as keyof typeof texts.draftRule]
      expect(places(sentence), rule).toEqual(expect.arrayContaining(places(text)))
    }
  })

  test('everything that is to be noticed, and its category', () => {
    const numbers = found(source('apps/api/src/reports/event-notices.ts'), /^ {2}(\d+): \['/gm)
    expect(numbers.length).toBeGreaterThan(5)
    expect(missing(texts.eventNotice, [...NOTICE_REASONS, ...numbers.map((number) => `category_${number}`)])).toEqual(
      [],
    )
  })

  test('every reason for which a reading is refused', () => {
    const codes = [
      ...found(source('packages/domain/src/judge-reading.ts'), /^ {2}\| '([A-Z_]+)'/gm),
      ...found(source('packages/domain/src/reading.ts'), /\| \{ readonly code: '([A-Z_]+)'/g),
      ...found(source('apps/worker/src/ingest/outcome.ts'), /^ {2}\| '([A-Z_]+)'/gm),
    ]
    expect(codes.length).toBeGreaterThan(15)
    expect(missing(texts.readingRefusal, codes)).toEqual([])
  })
})

test('in Spanish there are words for every error of every contract', () => {
  const numbers = Array.from({ length: 10_000 }, (_, number) => number)
  const known = numbers.flatMap((number) => {
    const words = contractErrorWords(number)
    return words ? [{ number, ...words }] : []
  })
  expect(known.length).toBeGreaterThan(200)
  expect(known.filter(({ number, name }) => contractErrorWordsEs(number, name) === undefined)).toEqual([])
})

test('in English the portal says what the API says of who may invest, and of how impact is counted', () => {
  expect(en.invest.conditionsText).toBe(CONDITIONS)
  expect(METHOD.map((_, index) => en.issuer[`impactMethod_${index}` as 'impactMethod_0'])).toEqual(METHOD)
})
