'use client'

import { useMemo, useState } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { SignFlow } from '../signing/sign-flow.tsx'
import { Field } from '../ui/field.tsx'
import { type CertificateFacts, useUnits } from './retire-form.tsx'

const ACCOUNT = /^G[A-Z2-7]{55}$/

/** Hands certificates to somebody else. */
export function TransferForm({ facts }: { readonly facts: CertificateFacts }) {
  const t = useTexts('certificate')
  const refresh = useRefreshAfter()
  const { unitsStroops, field } = useUnits(facts)
  const [to, setTo] = useState('')
  const { address, network, system, kind, asset } = facts
  const isAccount = ACCOUNT.test(to.trim())
  const request = useMemo(
    () =>
      unitsStroops !== null && isAccount
        ? { action: 'transfer-certificate', source: address, params: { system, kind, to: to.trim(), unitsStroops } }
        : null,
    [unitsStroops, isAccount, address, system, kind, to],
  )
  const expected = useMemo(() => ({ address, passphrase: network.passphrase }), [address, network.passphrase])
  return (
    <div className="max-w-2xl space-y-5">
      {field}
      <Field
        label={t('transferTo')}
        error={to.trim() === '' || isAccount ? undefined : t('addressMalformed')}
        autoComplete="off"
        spellCheck={false}
        value={to}
        onChange={({ target }) => setTo(target.value)}
      />
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset: asset }}
        networkName={network.name}
        label={t('transferGo')}
        onDone={refresh}
        repeatable
      />
    </div>
  )
}
