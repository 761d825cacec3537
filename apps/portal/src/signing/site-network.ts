import { getNetwork } from '../site/network.ts'
import { networkTitle } from '../site/network-title.ts'

/** The network as what is signed needs it: its name for receipts, its passphrase, and what people call it. */
export interface SigningNetwork {
  readonly name: string
  readonly passphrase: string
  readonly title: string
}

/** Null while the API is down: nothing can be signed then. */
export async function signingNetwork(): Promise<SigningNetwork | null> {
  const network = await getNetwork()
  if (!network.up) return null
  const { name, passphrase } = network.facts
  return { name, passphrase, title: await networkTitle(network.facts) }
}
