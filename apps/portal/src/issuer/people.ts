import { getNetwork } from '../site/network.ts'
import { listPeople, type Person } from './queries.ts'

/** The people of a rehearsal, for whoever chooses an address; nobody where money is real. */
export async function rehearsalPeople(): Promise<readonly Person[]> {
  const network = await getNetwork()
  return network.up && network.facts.name === 'local' ? listPeople() : []
}

/** Their names by address. */
export async function peopleNames(): Promise<Record<string, string>> {
  return Object.fromEntries((await rehearsalPeople()).map(({ address, name }) => [address, name]))
}
