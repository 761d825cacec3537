'use client'

import { useState } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'
import { keepWalletKind, loadWallet } from './wallet.ts'
import { WalletProblem, type WalletTrouble } from './wallet-problem.tsx'

/** Asks Freighter for its address, for who pays without signing in. A wallet on another network is told at once. */
export function ConnectWallet({
  passphrase,
  onAddress,
}: {
  readonly passphrase: string
  onAddress(address: string): void
}) {
  const [t, signing] = [useTexts('wallet'), useTexts('signing')]
  const [working, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<WalletTrouble | null>(null)
  async function connect() {
    setWorking(true)
    setTrouble(null)
    const wallet = await loadWallet('freighter')
    const address = await wallet.getAddress()
    const network = await wallet.getNetwork()
    setWorking(false)
    if (!address.ok) return setTrouble(address.error)
    if (!network.ok) return setTrouble(network.error)
    if (network.value.passphrase !== passphrase) {
      return setTrouble({ code: 'WRONG_NETWORK', site: passphrase, wallet: network.value.passphrase })
    }
    keepWalletKind('freighter')
    onAddress(address.value)
  }
  return (
    <div className="space-y-4">
      <p className="text-muted">{signing('connectLead')}</p>
      <Button disabled={working} onClick={connect}>
        {working ? t('working') : t('connectOnly')}
      </Button>
      {trouble && <WalletProblem trouble={trouble} />}
    </div>
  )
}
