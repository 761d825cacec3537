import { expect, test } from 'vitest'
import { comparePlausibility } from './plausibility.ts'

const rise = (generated: bigint, exported?: bigint) => ({
  from: { generated: 100n, ...(exported !== undefined && { exported: 0n }) },
  to: { generated: 100n + generated, ...(exported !== undefined && { exported }) },
})

test.each([
  ['the same', rise(1_000n), rise(1_000n), 'agrees'],
  ['within the tolerance', rise(1_000n), rise(950n), 'agrees'],
  ['beyond it', rise(1_000n), rise(900n), 'differs'],
  ['one stands still', rise(1_000n), rise(0n), 'differs'],
  ['nothing flowed in either', rise(0n), rise(0n), 'agrees'],
  ['one quantity of two differs', rise(1_000n, 500n), rise(1_000n, 100n), 'differs'],
  ['only what both know is compared', rise(1_000n, 500n), rise(1_000n), 'agrees'],
])('%s', (_, main, other, state) => expect(comparePlausibility(main, other, 3_600, 500)).toMatchObject({ state }))

test('instruments that share no quantity are not judged', () => {
  expect(comparePlausibility(rise(1n), { from: { consumed: 1n }, to: { consumed: 2n } }, 60, 0)).toEqual({
    state: 'unknown',
  })
})

test('the difference is said with both figures', () => {
  expect(comparePlausibility(rise(1_000n), rise(400n), 60, 500)).toMatchObject({ detail: 'generated 1000 and 400 Wh' })
})
