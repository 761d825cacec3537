'use client'

import { type ChangeEvent, useMemo, useState } from 'react'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { SignFlow } from '../signing/sign-flow.tsx'
import { AmountView } from '../ui/amount-view.tsx'
import { Field } from '../ui/field.tsx'
import { type BidSecret, isOf, keepSecret, readSecret } from './bid-secret.ts'
import type { WorkFacts } from './facts.ts'
import { placeOfBid, useBidSecret } from './use-bid-secret.ts'

/** Opens a sealed bid with the secret that this browser keeps, or with its file. */
export function RevealForm({ facts, commitment }: { readonly facts: WorkFacts; readonly commitment: string }) {
  const t = useTexts('works')
  const locale = useLocale()
  const refresh = useRefreshAfter()
  const kept = useBidSecret(facts, commitment)
  const [fromFile, setFromFile] = useState<BidSecret | null>(null)
  const [error, setError] = useState<'noBidFile' | 'otherBid' | null>(null)
  const secret = kept ?? fromFile
  const { address, network, contractId, id } = facts

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    setFromFile(null)
    setError(null)
    const file = target.files?.[0]
    if (!file) return
    const read = readSecret(await file.text())
    if (!read.ok) return setError('noBidFile')
    const { sealOf } = await import('../chain/seal-bid.ts')
    // What the file says of itself counts for nothing: its bid must have the seal that stands on the chain.
    if (!isOf(read.value, placeOfBid(facts)) || sealOf(read.value) !== commitment) return setError('otherBid')
    keepSecret(window.localStorage, read.value)
    setFromFile(read.value)
  }

  const amountStroops = secret?.amountStroops ?? null
  const salt = secret?.salt ?? null
  const request = useMemo(
    () =>
      amountStroops === null || salt === null
        ? null
        : { action: 'bid-reveal', source: address, params: { tender: id, amountStroops, salt } },
    [address, id, amountStroops, salt],
  )
  const expected = useMemo(
    () => ({
      address,
      passphrase: network.passphrase,
      contracts: [contractId],
      args: [address, ...(amountStroops === null || salt === null ? [] : [amountStroops, salt])],
    }),
    [address, network.passphrase, contractId, amountStroops, salt],
  )
  if (kept === undefined) return null
  return (
    <div className="max-w-xl space-y-5">
      {kept === null && (
        <Field
          type="file"
          label={t('secretFile')}
          hint={t('secretFileHint')}
          error={error === null ? undefined : t(error)}
          accept=".json"
          onChange={choose}
        />
      )}
      {amountStroops !== null && (
        <p>
          {t('yourPrice')}:{' '}
          <strong className="text-lg">
            <AmountView stroops={amountStroops} asset={facts.settlementAsset} locale={locale} />
          </strong>
        </p>
      )}
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset: facts.settlementAsset, names: facts.names }}
        networkName={network.name}
        label={t('reveal')}
        onDone={refresh}
      />
    </div>
  )
}
