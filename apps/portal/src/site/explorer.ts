/** Where transactions, accounts, contracts and assets of the public networks can be looked at. */
export type ExplorerKind = 'tx' | 'account' | 'contract' | 'asset'

const NETWORKS: Readonly<Record<string, string>> = { mainnet: 'public', testnet: 'testnet' }

/** A page of stellar.expert; null on a network that it does not know. An asset is `CODE:ISSUER`. */
export function explorerUrl(network: string | null, kind: ExplorerKind, id: string): string | null {
  const name = network === null ? undefined : NETWORKS[network]
  if (name === undefined) return null
  return `https://stellar.expert/explorer/${name}/${kind}/${encodeURIComponent(id.replace(':', '-'))}`
}
