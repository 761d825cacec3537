'use client'

import { useMemo, useState } from 'react'
import { assetCode } from '../format/amount.ts'
import { useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { SignFlow } from '../signing/sign-flow.tsx'
import type { SigningNetwork } from '../signing/site-network.ts'
import { Select } from '../ui/field.tsx'
import { Empty } from '../ui/notice.tsx'
import { ConnectWallet } from '../wallet/connect-wallet.tsx'

interface Props {
  readonly system: number
  readonly party: number
  readonly partyName: string
  readonly collection: string
  readonly settlementAsset: string
  /** What can be paid with: the stablecoin first. */
  readonly assets: readonly string[]
  /** Who is signed in; null: any wallet may pay, and is asked for its address. */
  readonly address: string | null
  readonly network: SigningNetwork
  /** Whether anything is to be paid. When that ends while somebody pays, their receipt stays. */
  readonly isOpen: boolean
}

/** Pays all that a party has open, from whatever asset the payer holds. Anyone may pay for anyone. */
export function PayForm({ address: signedIn, network, isOpen, ...pay }: Props) {
  const t = useTexts('pay')
  const refresh = useRefreshAfter()
  const [address, setAddress] = useState(signedIn)
  const [sendAsset, setSendAsset] = useState(pay.settlementAsset)
  const request = useMemo(
    () =>
      address === null || !isOpen
        ? null
        : {
            action: 'pay-bill',
            source: address,
            params: {
              system: pay.system,
              party: pay.party,
              ...(sendAsset !== pay.settlementAsset && { sendAsset }),
            },
          },
    [address, isOpen, sendAsset, pay.system, pay.party, pay.settlementAsset],
  )
  const expected = useMemo(
    () => ({ address: address ?? '', passphrase: network.passphrase }),
    [address, network.passphrase],
  )
  const nothing = <Empty title={t('nothing')}>{t('nothingLead')}</Empty>
  if (address === null && !isOpen) return nothing
  if (address === null) return <ConnectWallet passphrase={network.passphrase} onAddress={setAddress} />
  return (
    <div className="space-y-5">
      {isOpen && (
        <Select
          label={t('with')}
          hint={t('withHint', { asset: assetCode(pay.settlementAsset) })}
          className="max-w-xs"
          value={sendAsset}
          onChange={({ target }) => setSendAsset(target.value)}
          options={pay.assets.map((asset) => ({ value: asset, label: assetCode(asset) }))}
        />
      )}
      <SignFlow
        request={request}
        expected={expected}
        names={{
          network: network.title,
          settlementAsset: pay.settlementAsset,
          names: { [pay.collection]: t('collectionOf', { name: pay.partyName }) },
        }}
        networkName={network.name}
        label={t('payNow')}
        idle={isOpen ? undefined : nothing}
        onDone={refresh}
      />
    </div>
  )
}
