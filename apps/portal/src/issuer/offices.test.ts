import { expect, test } from 'vitest'
import { actsFor, officesOf } from './offices.ts'

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
