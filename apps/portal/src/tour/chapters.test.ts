import { expect, test } from 'vitest'
import type { TenderSummary } from '../api/tender-types.ts'
import type { Offering } from '../api/types.ts'
import { CHAPTERS, chaptersOf } from './chapters.ts'

const offering = (id: number, state: string) => ({ id, state, systemId: id + 10 }) as Offering
const tender = (id: string, stage: string) => ({ id, stage }) as TenderSummary
const person = (name: string, role: string) => ({ name, role, address: `G${name}` })
const PEOPLE = [
  person('Ana Rivera', 'investor'),
  person('Diego Santos', 'investor'),
  person('Sol y Techo', 'contractor'),
  person('Energy office', 'approver'),
  person('Escuela Loíza', 'end-user'),
  person('A neighbour', 'donor'),
  person('Café Oriente', 'rec-buyer'),
  person('Platform operator', 'operator'),
]
const OFFERINGS = [offering(1, 'Live'), offering(2, 'Funding'), offering(3, 'Building')]

test('every chapter leads to what the example has, as who plays it', () => {
  const chapters = chaptersOf(OFFERINGS, [tender('3-1', 'Open')], PEOPLE)
  expect(chapters.map(({ id }) => id)).toEqual([...CHAPTERS])
  expect(chapters.map(({ href, person: who }) => [href, who?.name ?? null]).slice(0, 5)).toEqual([
    ['/invest/2', 'Diego Santos'],
    ['/works/3-1', 'Sol y Techo'],
    ['/issuer/tenders/3-1', 'Energy office'],
    ['/systems/11', null],
    ['/energy/11/0/wallet', 'Escuela Loíza'],
  ])
})

test('a chapter whose bond is not there is left out, and so is one that nobody can play', () => {
  expect(chaptersOf([offering(3, 'Building')], [], PEOPLE).map(({ id }) => id)).toEqual(['operate'])
  expect(chaptersOf(OFFERINGS, [], []).map(({ id }) => id)).toEqual(['sun', 'check'])
})

test('an open tender comes before one that is decided', () => {
  const [, works] = chaptersOf(OFFERINGS, [tender('3-2', 'Works'), tender('3-1', 'Open')], PEOPLE)
  expect(works?.href).toBe('/works/3-1')
})

test('of a bond that is repaid, and of a tender that was given up, only what can be looked at still is told', () => {
  const chapters = chaptersOf([offering(1, 'Closed'), offering(3, 'Building')], [tender('3-1', 'Cancelled')], PEOPLE)
  expect(chapters.map(({ id }) => id)).toEqual(['sun', 'check', 'certificates', 'coupon', 'ownership', 'operate'])
})
