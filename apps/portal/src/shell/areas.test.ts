import { expect, test } from 'vitest'
import { areasOf } from './areas.ts'

const names = (roles: string[], parties: number) =>
  areasOf({
    roles,
    parties: Array.from({ length: parties }, (_, partyIndex) => ({ systemId: 1, partyIndex, name: 'school' })),
  }).map(({ name }) => name)

test('everybody may invest and bid; other doors are shown to those they open for', () => {
  expect(names([], 0)).toEqual(['investor', 'contractor'])
  expect(names([], 1)).toEqual(['investor', 'energy', 'contractor'])
  expect(names(['approver'], 0)).toEqual(['investor', 'issuer', 'contractor', 'approver'])
  expect(names(['operator', 'issuer'], 2)).toEqual([
    'investor',
    'energy',
    'issuer',
    'contractor',
    'approver',
    'operator',
  ])
})
