import { expect, test } from 'vitest'
import { envelopeSources } from './envelope-sources.ts'
import { buildEnvelope, createKey, muxedAddress, payment } from './index.ts'

test('names the source and the sources of operations, each once, by their accounts', () => {
  const [payer, other, to] = [createKey().address, createKey().address, createKey().address]
  const pay = { destination: to, asset: 'native' as const, amountStroops: 1n }
  const operations = [
    payment(pay),
    payment({ ...pay, source: other }),
    payment({ ...pay, source: muxedAddress(other, 7n) }),
  ]
  const { envelopeXdr } = buildEnvelope({ source: payer, sequence: 1n, operations, now: 0n }, 'x')
  expect(envelopeSources(envelopeXdr)).toEqual([payer, other])
})
