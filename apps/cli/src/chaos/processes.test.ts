import { ROLES } from '@heliobond/worker'
import { expect, test } from 'vitest'
import { PROCESSES } from './processes.ts'

test('every role of the worker is played by a process that is killed', () => {
  expect([...new Set(PROCESSES.flat())].toSorted()).toEqual(['ingest', ...ROLES].toSorted())
})
