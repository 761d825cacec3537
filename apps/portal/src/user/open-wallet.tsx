'use client'

import { parseStroops } from '@heliobond/domain'
import { useEffect, useMemo, useState } from 'react'
import type { PassingKey } from '../chain/new-account.ts'
import { assetCode } from '../format/amount.ts'
import { useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { SignFlow } from '../signing/sign-flow.tsx'
import type { SigningNetwork } from '../signing/site-network.ts'
import { Field } from '../ui/field.tsx'

/** Opens a prepaid wallet: a new account whose own key is made here, signs once and has no weight afterwards. */
export function OpenWallet({
  system,
  party,
  settlementAsset,
  address,
  network,
}: {
  readonly system: number
  readonly party: number
  readonly settlementAsset: string
  readonly address: string
  readonly network: SigningNetwork
}) {
  const t = useTexts('user')
  const refresh = useRefreshAfter()
  const [key, setKey] = useState<PassingKey | null>(null)
  const [text, setText] = useState('50')
  useEffect(() => {
    let over = false
    void import('../chain/new-account.ts').then(({ createPassingKey }) => {
      if (!over) setKey(createPassingKey())
    })
    return () => {
      over = true
    }
  }, [])
  const amount = parseStroops(text.replaceAll(',', '').trim())
  const floatStroops = amount.ok && amount.value > 0n ? amount.value.toString() : null
  const wallet = key?.address ?? null
  const request = useMemo(
    () =>
      wallet === null || floatStroops === null
        ? null
        : { action: 'wallet-open', source: address, params: { system, party, wallet, floatStroops } },
    [address, system, party, wallet, floatStroops],
  )
  const expected = useMemo(() => ({ address, passphrase: network.passphrase }), [address, network.passphrase])
  return (
    <div className="space-y-4">
      <Field
        className="max-w-xs"
        label={t('openFloat')}
        hint={t('floatNote')}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
        error={floatStroops === null ? t('amountMalformed') : undefined}
        unit={assetCode(settlementAsset)}
      />
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset }}
        networkName={network.name}
        label={t('openWallet')}
        coSign={key === null ? undefined : (envelope) => key.sign(envelope, network.passphrase)}
        onDone={refresh}
      />
    </div>
  )
}
