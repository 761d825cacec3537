'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import { readField } from '../issuer/field-value.ts'
import { SignFlow } from '../signing/sign-flow.tsx'
import { Field } from '../ui/field.tsx'
import type { OfficeFacts } from './facts.ts'

const MOST_BPS = 10_000

/** The quality of all bids at once, before anybody knows a price. Needs the texts `tenderForm` and `SIGNING_TEXTS`. */
export function ScoreForm({
  facts,
  bidders,
}: {
  readonly facts: OfficeFacts
  readonly bidders: readonly { readonly address: string; readonly name: string }[]
}) {
  const t = useTexts('tenderForm')
  const router = useRouter()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const scores = bidders.map(({ address }) => {
    const quality = readField('percent', typed[address] ?? '')
    const bps = quality.ok ? quality.value : null
    return { bidder: address, qualityBps: typeof bps === 'number' && bps >= 0 && bps <= MOST_BPS ? bps : null }
  })
  const wanted = scores.every(({ qualityBps }) => qualityBps !== null) ? JSON.stringify(scores) : null
  const request = useMemo(
    () =>
      wanted === null
        ? null
        : {
            action: 'tender-score',
            source: facts.address,
            params: { tender: facts.tender, scores: JSON.parse(wanted) as unknown },
          },
    [facts.address, facts.tender, wanted],
  )
  const expected = useMemo(
    () => ({ address: facts.address, passphrase: facts.network.passphrase, contracts: [facts.contractId] }),
    [facts.address, facts.network.passphrase, facts.contractId],
  )
  return (
    <div className="space-y-4">
      <div className="grid max-w-3xl items-start gap-4 sm:grid-cols-2">
        {bidders.map(({ address, name }, index) => (
          <Field
            key={address}
            label={t('qualityOf', { name })}
            unit="%"
            inputMode="decimal"
            autoComplete="off"
            value={typed[address] ?? ''}
            error={
              (typed[address] ?? '').trim() !== '' && scores[index]?.qualityBps === null
                ? t('qualityMalformed')
                : undefined
            }
            onChange={({ target }) => setTyped((before) => ({ ...before, [address]: target.value }))}
          />
        ))}
      </div>
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: facts.network.title, settlementAsset: facts.settlementAsset, names: facts.names }}
        networkName={facts.network.name}
        label={t('score')}
        onDone={() => router.refresh()}
      />
    </div>
  )
}
