import { Writable } from 'node:stream'
import { createWorker } from '@heliobond/worker'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from './launched.test-helper.ts'

interface Line {
  readonly msg: string
  readonly trace?: string
  readonly traces?: readonly string[]
  readonly hash?: string
}

const lines: Line[] = []
const text: string[] = []
let launched: Launched
beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text.push(String(chunk))
      lines.push(JSON.parse(String(chunk)) as Line)
      done()
    },
  })
  launched = await startLaunched()
  const context = { ...launched.context, log: pino({ level: 'debug' }, sink) }
  for (const party of [SCHOOL, CLINIC]) await launched.give(party, 10_000n * 10_000_000n)
  for (const month of [1, 2]) {
    await launched.monthEnds(month)
    for (let pass = 0; pass < 3; pass += 1) await createWorker(context).settleDown({ pollMs: 5 })
  }
}, 180_000)
afterAll(() => launched.close())

test.each([1, 2])('from statement %i to the money in the escrow one trace is found in the log', (statement) => {
  const trace = `${launched.life.project.numbers.systemId}/${statement}`
  const chain = lines.filter((line) => line.trace === trace || line.traces?.includes(trace)).map(({ msg }) => msg)
  expect([...new Set(chain)]).toEqual(
    expect.arrayContaining(['statement written', 'billed', 'payment requested', 'collected']),
  )
  // In the order in which things came to pass.
  const order = ['statement written', 'billed', 'payment requested', 'collected'].map((msg) => chain.indexOf(msg))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('what touched the ledger names its transaction, and no line holds a key', async () => {
  for (const line of lines.filter(({ msg }) => msg === 'billed' || msg === 'paid' || msg === 'collected'))
    expect(line.hash).toMatch(/^[0-9a-f]{64}$/)
  const all = text.join('')
  for (const [name, key] of launched.life.people.entries()) expect(all.includes(key.secret), name).toBe(false)
})
