import { expect, test } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { needsSharedParts, PROCESS_ROLES, ROLE_WORDS, readRoles, workerRoles } from './roles.ts'

test('without a role a process plays them all', () => {
  expect([...readRoles([])]).toEqual([...PROCESS_ROLES])
  expect(needsSharedParts(readRoles([]))).toBe(false)
})

test('roles are given one by one or with commas; the worker plays those that are its own', () => {
  const roles = readRoles(['api,pay', 'submit'])
  expect([...roles]).toEqual(['api', 'pay', 'submit'])
  expect(workerRoles(roles)).toEqual(['pay', 'submit'])
  expect(needsSharedParts(roles)).toBe(true)
})

test('what is no role is named, and the roles there are', () => {
  expect(() => readRoles(['pay,sumbit'])).toThrow(UsageError)
  expect(() => readRoles(['pay,sumbit'])).toThrow(/"sumbit"\. Roles: api, ingest/)
})

test('every role is explained', () => {
  expect(Object.keys(ROLE_WORDS).sort()).toEqual([...PROCESS_ROLES].sort())
})
