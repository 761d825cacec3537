import { expect, test } from 'vitest'
import { actsFor, officesOf, possibleFrom } from './offices.ts'

test('each office is shown the acts that are its own in the present state', () => {
  const roles = { issuer: 'GI', trustee: 'GT', compliance: 'GI', operator: 'GO', works: 'CW' }
  expect(officesOf(roles, 'GI')).toEqual(['issuer', 'compliance'])
  const funding = { state: 'Funding', tenderContract: null }
  expect(actsFor(officesOf(roles, 'GI'), funding)).toEqual(['close-funding'])
  expect(actsFor(officesOf(roles, 'GO'), funding)).toEqual([])
  const live = { state: 'Live', tenderContract: null }
  expect(actsFor(officesOf(roles, 'GT'), live)).toEqual(['call', 'mature', 'declare-default'])
})

test('where a tender pays the works, the tender says that they are live', () => {
  expect(actsFor(['works'], { state: 'Building', tenderContract: null })).toEqual(['go-live'])
  expect(actsFor(['works'], { state: 'Building', tenderContract: 'CT' })).toEqual([])
})

test('works are given up after the long-stop date, and a debt is closed when its end has come, called or due', () => {
  const times = { longStop: '2029-01-29T00:00:00Z', callDate: null, maturesAt: '2041-12-01T00:00:00Z' }
  expect(possibleFrom('unwind', times)).toBe(times.longStop)
  expect(possibleFrom('mature', times)).toBe(times.maturesAt)
  expect(possibleFrom('mature', { ...times, callDate: '2028-12-01T00:00:00Z' })).toBe('2028-12-01T00:00:00Z')
  expect(possibleFrom('call', times)).toBeNull()
})
