import type { Person } from './development.ts'

/** Headings under which the example's people stand, in this order. */
const GROUPS = {
  roleInvestor: ['investor', 'rec-buyer', 'donor'],
  roleEndUser: ['end-user'],
  roleIssuer: ['issuer', 'compliance', 'approver'],
  roleContractor: ['contractor', 'certifier', 'evaluator', 'arbiter'],
  roleOperator: ['operator', 'trustee', 'oracle', 'feeder', 'utility', 'admin'],
} as const
export type PeopleGroup = keyof typeof GROUPS | 'roleOther'

/** The example's people by what they do; whoever fits nowhere stands at the end. */
export function groupPeople(people: readonly Person[]): [PeopleGroup, Person[]][] {
  const groupOf = ({ role }: Person): PeopleGroup =>
    (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).find((group) =>
      (GROUPS[group] as readonly string[]).includes(role),
    ) ?? 'roleOther'
  const groups: PeopleGroup[] = [...(Object.keys(GROUPS) as PeopleGroup[]), 'roleOther']
  return groups
    .map((group): [PeopleGroup, Person[]] => [group, people.filter((person) => groupOf(person) === group)])
    .filter(([, members]) => members.length > 0)
}
