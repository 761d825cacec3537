import { expect, test } from 'vitest'
import { createFaults } from './faults.ts'

test('a fault meets as many requests as it was told, then none', () => {
  const faults = createFaults()
  faults.arm({ kind: 'http5xx', count: 2 }, 7)
  const meets = () => faults.take(['http5xx'], 'getHealth').length
  expect([meets(), meets(), meets()]).toEqual([1, 1, 0])
})

test('a fault for one method leaves the others alone', () => {
  const faults = createFaults()
  faults.arm({ kind: 'drop', method: 'sendTransaction' }, 7)
  expect(faults.take(['drop'], 'getHealth')).toEqual([])
  expect(faults.take(['drop'], 'sendTransaction')).toEqual([{ kind: 'drop', ms: 1_000, atLedger: 7 }])
})

test('one request uses up one fault of a kind', () => {
  const faults = createFaults()
  faults.arm({ kind: 'notFound' }, 7)
  faults.arm({ kind: 'notFound' }, 8)
  expect(faults.take(['notFound'], 'getTransaction').map((each) => each.atLedger)).toEqual([7])
  expect(faults.take(['notFound'], 'getTransaction').map((each) => each.atLedger)).toEqual([8])
})

test('cleared faults meet nothing', () => {
  const faults = createFaults()
  faults.arm({ kind: 'delay', ms: 5 }, 7)
  faults.clear()
  expect(faults.take(['delay'], 'getHealth')).toEqual([])
})
