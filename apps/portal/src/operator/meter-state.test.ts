import { expect, test } from 'vitest'
import { meterState } from './meter-state.ts'

test('a meter speaks until it has said nothing for more than an hour', () => {
  const at = (silentSeconds: string | null, revoked = false) => meterState({ silentSeconds, revoked })
  expect([at('0'), at('3600'), at('3601'), at(null), at('0', true)]).toEqual([
    'speaks',
    'speaks',
    'silent',
    'neverSpoke',
    'revoked',
  ])
})
