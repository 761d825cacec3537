'use client'

import { parseStroops } from '@heliobond/domain'
import { useMemo, useState } from 'react'
import { assetCode } from '../format/amount.ts'
import { useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { SignFlow } from '../signing/sign-flow.tsx'
import type { SigningNetwork } from '../signing/site-network.ts'
import { Field, Select } from '../ui/field.tsx'

/** An amount of an asset, into a prepaid wallet or out of it. */
export function AmountForm({
  action,
  system,
  party,
  wallet,
  settlementAsset,
  assets,
  address,
  network,
  label,
  walletName,
}: {
  readonly action: 'wallet-top-up' | 'wallet-withdraw'
  readonly system: number
  readonly party: number
  readonly wallet: string
  readonly settlementAsset: string
  readonly assets: readonly string[]
  readonly address: string
  readonly network: SigningNetwork
  readonly label: string
  readonly walletName: string
}) {
  const t = useTexts('user')
  const refresh = useRefreshAfter()
  const [text, setText] = useState('')
  const [asset, setAsset] = useState(settlementAsset)
  const amount = parseStroops(text.replaceAll(',', '').trim())
  const amountStroops = amount.ok && amount.value > 0n ? amount.value.toString() : null
  const request = useMemo(
    () =>
      amountStroops === null
        ? null
        : {
            action,
            source: address,
            params: { system, party, amountStroops, ...(asset !== settlementAsset && { asset }) },
          },
    [action, address, system, party, amountStroops, asset, settlementAsset],
  )
  const expected = useMemo(
    () => ({ address, passphrase: network.passphrase, accounts: action === 'wallet-withdraw' ? [wallet] : [] }),
    [address, network.passphrase, action, wallet],
  )
  return (
    <div className="space-y-4">
      <div className="grid max-w-md items-start gap-4 sm:grid-cols-2">
        <Field
          label={t('topUpAmount')}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
          error={text.trim() !== '' && amountStroops === null ? t('amountMalformed') : undefined}
        />
        <Select
          label={t('asset')}
          value={asset}
          onChange={({ target }) => setAsset(target.value)}
          options={assets.map((one) => ({ value: one, label: assetCode(one) }))}
        />
      </div>
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset, names: { [wallet]: walletName } }}
        networkName={network.name}
        label={label}
        onDone={refresh}
        repeatable
      />
    </div>
  )
}
