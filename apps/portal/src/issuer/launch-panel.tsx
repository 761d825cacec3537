'use client'

import { useState } from 'react'
import type { KeptKey } from '../chain/new-account.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { IssuerKey } from './issuer-key.tsx'
import { type LaunchFacts, SignStep } from './sign-step.tsx'
import type { LaunchStep } from './types.ts'

const TONES: Readonly<Record<LaunchStep['status'], Tone>> = { done: 'good', ready: 'accent', waiting: 'neutral' }

/**
 * The steps of a launch, each shown before it is signed. Who is to sign a step sees its button; everybody else sees whom it waits for. Needs
 * the texts `launch` and `SIGNING_TEXTS`.
 */
export function LaunchPanel({ facts, steps }: { readonly facts: LaunchFacts; readonly steps: readonly LaunchStep[] }) {
  const t = useTexts('launch')
  const [key, setKey] = useState<KeptKey | null>(null)
  const wantsKey = steps.some(
    ({ status, withBondIssuer, signer }) => withBondIssuer && status !== 'done' && signer === facts.address,
  )
  return (
    <div className="space-y-6">
      {wantsKey && (
        <IssuerKey
          bondIssuer={facts.bondIssuer}
          draft={facts.draft}
          network={facts.network.name}
          value={key}
          onKey={setKey}
        />
      )}
      <ol className="card divide-y divide-line">
        {steps.map((step, index) => (
          <li key={step.name} className="p-5" data-step={step.name}>
            <div className="flex flex-wrap items-baseline justify-between gap-3">
              <h2 className="font-semibold">
                {index + 1}. {t(`step_${step.name}` as 'step_launch')}
              </h2>
              <Badge tone={TONES[step.status]}>{t(step.status)}</Badge>
            </div>
            {step.status !== 'done' && <Open step={step} facts={facts} issuingKey={key} />}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Open({
  step,
  facts,
  issuingKey,
}: {
  readonly step: LaunchStep
  readonly facts: LaunchFacts
  readonly issuingKey: KeptKey | null
}) {
  const t = useTexts('launch')
  const { name, status, signer, waitsFor, withBondIssuer } = step
  const { address, names } = facts
  if (status === 'waiting') {
    return (
      <p className="mt-1 text-sm text-muted">
        {t('waitsFor', { steps: waitsFor.map((one) => t(`step_${one}` as 'step_launch')).join('; ') })}
      </p>
    )
  }
  if (signer !== address) {
    return <p className="mt-1 text-sm text-muted">{t('otherSigner', { who: names[signer] ?? signer })}</p>
  }
  return (
    <div className="mt-3">
      {t.has(`lead_${name}`) && <p className="mb-3 max-w-prose text-muted">{t(`lead_${name}` as 'lead_launch')}</p>}
      {withBondIssuer && issuingKey === null ? (
        <p className="text-sm font-medium text-warn">{t('keyFirst')}</p>
      ) : (
        <SignStep name={name} facts={facts} issuingKey={withBondIssuer ? issuingKey : null} />
      )}
    </div>
  )
}
