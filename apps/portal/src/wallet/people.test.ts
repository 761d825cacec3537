import { expect, test } from 'vitest'
import { groupPeople } from './people.ts'

test('everyone stands under what they do, and nobody is left out', () => {
  const person = (role: string) => ({ name: role, role, address: role })
  const groups = groupPeople(['operator', 'investor', 'end-user', 'stargazer', 'donor'].map(person))
  expect(groups.map(([group, members]) => [group, members.map(({ role }) => role)])).toEqual([
    ['roleInvestor', ['investor', 'donor']],
    ['roleEndUser', ['end-user']],
    ['roleOperator', ['operator']],
    ['roleOther', ['stargazer']],
  ])
})
