import { ask } from '../api/browser.ts'
import { keepWalletKind, loadWallet, type WalletKind } from './wallet.ts'
import type { WalletTrouble } from './wallet-problem.tsx'

/** Signs in: proves an address by a signature (SEP-10), for a session that scripts cannot read. @returns what kept it from being proven; null when it is */
export async function prove(kind: WalletKind, passphrase: string, person?: string): Promise<WalletTrouble | null> {
  const wallet = await loadWallet(kind, person)
  const address = await wallet.getAddress()
  if (!address.ok) return address.error
  const challenge = await ask<{ transaction: string }>(`/api/session?account=${encodeURIComponent(address.value)}`)
  if (!challenge.ok) return { code: 'API', problem: challenge.error }
  const { isHarmlessChallenge } = await import('../chain/challenge.ts')
  const { transaction } = challenge.value
  if (!isHarmlessChallenge(transaction, passphrase, address.value)) return { code: 'BAD_CHALLENGE' }
  const network = await wallet.getNetwork()
  if (!network.ok) return network.error
  if (network.value.passphrase !== passphrase) {
    return { code: 'WRONG_NETWORK', site: passphrase, wallet: network.value.passphrase }
  }
  const signed = await wallet.signTransaction(transaction, { networkPassphrase: passphrase, address: address.value })
  if (!signed.ok) return signed.error
  const session = await ask('/api/session', { method: 'POST', body: { transaction: signed.value } })
  if (!session.ok) return { code: 'API', problem: session.error }
  keepWalletKind(kind)
  return null
}
