import { cache } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { getHealth } from '../api/queries.ts'

/** The Stellar network behind the API, or why it is not known now. */
export interface NetworkFacts {
  /** local, testnet, mainnet or custom. */
  readonly name: string
  readonly passphrase: string
  /** Close time of its latest ledger. */
  readonly time: Date
}

export type NetworkState =
  | { readonly up: true; readonly facts: NetworkFacts }
  | { readonly up: false; readonly problem: ApiProblem }

/** What the API says of its network; asked once a page. */
export const getNetwork = cache(async (): Promise<NetworkState> => {
  const health = await getHealth()
  if (!health.ok) return { up: false, problem: health.error }
  const { name, passphrase, time } = health.value.network
  return { up: true, facts: { name, passphrase, time: new Date(time) } }
})

/**
 * The network's time; decisions about money and everything "now" on a page go by it. While the API is down, this machine's time
 * stands in: nothing is decided then.
 */
export async function networkNow(): Promise<Date> {
  const network = await getNetwork()
  return network.up ? network.facts.time : new Date()
}
