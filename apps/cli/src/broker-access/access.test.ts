import { expect, test } from 'vitest'
import { accessRules, planAccess, readPasswords, writePasswords } from './access.ts'

const METERS = [
  { id: 7, systemId: 3, revoked: false },
  { id: 8, systemId: 3, revoked: true },
]

test('a meter speaks for itself only and hears its own acknowledgements only; a revoked one has no rule', () => {
  const rules = accessRules(METERS)
  expect(rules).toContain('user meter-7\ntopic write heliobond/v1/3/7/reading\n')
  expect(rules).toContain('topic read heliobond/v1/3/7/ack')
  expect(rules).not.toContain('meter-8')
  expect(rules.match(/topic write \S+\/ack/g)).toEqual(['topic write heliobond/v1/+/+/ack'])
})

test('passwords go on unless they are renewed; new meters get one; accounts of revoked meters end', () => {
  const known = new Set(['platform', 'meter-8', 'meter-9'])
  const meters = [...METERS, { id: 9, systemId: 4, revoked: false }]
  expect(planAccess(known, meters, new Set())).toEqual({
    issue: ['meter-7'],
    keep: ['platform', 'meter-9'],
    end: ['meter-8'],
  })
  expect(planAccess(known, meters, new Set(['meter-9'])).issue).toEqual(['meter-7', 'meter-9'])
})

test('a password file is read as it is written', () => {
  const accounts = new Map([
    ['platform', '$7$1$a$b'],
    ['meter-7', '$7$1$c$d=='],
  ])
  expect(readPasswords(`# not one\n${writePasswords(accounts)}\n`)).toEqual(accounts)
})
