import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseParticleEvent } from './particle-webhook.ts'
import { parseReading } from './reading.ts'
import { readingJson } from './reading-bytes.ts'

const reading = {
  ...{
    system: 3,
    meter: 7,
    epoch: 1,
    seq: 4_711n,
    at: 1_800_000_000n,
    generatedWh: 1n,
    consumedWh: 2n,
    exportedWh: 3n,
  },
  signature: new Uint8Array(64),
}
const event = (data: string) => ({
  event: 'heliobond-reading',
  data,
  coreid: '3a0021000447343337373737',
  published_at: '2026-11-22T14:00:01.000Z',
})

test('an event’s text is a reading, or several', () => {
  const one = parseParticleEvent(event(JSON.stringify(readingJson(reading))))
  if (!one.ok) throw new Error(one.error.detail)
  expect(one.value).toMatchObject({ event: 'heliobond-reading', coreId: '3a0021000447343337373737' })
  expect(one.value.messages.map(parseReading)).toEqual([{ ok: true, value: reading }])
  const two = parseParticleEvent(event(JSON.stringify([readingJson(reading), { not: 'a reading' }])))
  if (!two.ok) throw new Error(two.error.detail)
  // What is no reading is refused where readings are, one by one.
  expect(two.value.messages.map((message) => parseReading(message).ok)).toEqual([true, false])
})

test.each([
  ['no object', 'text'],
  ['no object', [event('{}')]],
  ['no event', { data: '{}' }],
  ['no text', { ...event(''), data: { seq: 1 } }],
  ['no JSON', event('{{{PARTICLE_EVENT_VALUE}}}')],
  ['nothing', event('[]')],
  ['too much', event(JSON.stringify(Array.from({ length: 17 }, () => readingJson(reading))))],
])('an event with %s is refused, with words for who set the webhook up', (_, body) => {
  const parsed = parseParticleEvent(body)
  expect(parsed.ok).toBe(false)
  if (!parsed.ok) expect(parsed.error).toMatchObject({ code: 'NOT_A_PARTICLE_EVENT', detail: expect.any(String) })
})

test('whatever comes, nothing is thrown', () => {
  fc.assert(fc.property(fc.anything(), (body) => void parseParticleEvent(body)))
  fc.assert(fc.property(fc.json(), (data) => void parseParticleEvent(event(data))))
})
