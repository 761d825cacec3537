'use client'

import { parseStroops } from '@heliobond/domain'
import { useMemo, useState } from 'react'
import { plainAmount } from '../format/amount.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { SignFlow } from '../signing/sign-flow.tsx'
import type { SigningNetwork } from '../signing/site-network.ts'
import { Field } from '../ui/field.tsx'
import { claimArgument, fitsClaim, isWhole } from './claim.ts'

/** What acts on certificates need to know. */
export interface CertificateFacts {
  readonly system: number
  readonly kind: 'Rec' | 'Carbon'
  readonly asset: string
  readonly contractId: string
  readonly heldStroops: string
  readonly address: string
  readonly network: SigningNetwork
  readonly contractName: string
}

/** How many of those that are held: null while that is not said. */
export function useUnits({ heldStroops, asset }: CertificateFacts) {
  const t = useTexts('certificate')
  const locale = useLocale()
  const [text, setText] = useState('')
  const units = parseStroops(text.replaceAll(',', '').trim())
  const value = units.ok && units.value > 0n ? units.value : null
  const isTooMuch = value !== null && value > BigInt(heldStroops)
  const held = plainAmount(heldStroops, asset, locale)
  const error =
    text.trim() === ''
      ? undefined
      : value === null
        ? t('amountMalformed')
        : isTooMuch
          ? t('moreThanHeld', { units: held })
          : undefined
  return {
    unitsStroops: value === null || isTooMuch ? null : value.toString(),
    field: (
      <Field
        label={t('retireUnits')}
        hint={t('hold', { units: held })}
        error={error}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    ),
  }
}

/** Retires certificates: how many, for whom, what for, of what time. */
export function RetireForm({ facts }: { readonly facts: CertificateFacts }) {
  const t = useTexts('certificate')
  const refresh = useRefreshAfter()
  const { unitsStroops, field } = useUnits(facts)
  const [beneficiary, setBeneficiary] = useState('')
  const [purpose, setPurpose] = useState('')
  const [periodFrom, setFrom] = useState('')
  const [periodTo, setTo] = useState('')
  const { address, network, system, kind, contractId, asset } = facts
  const claim = useMemo(
    () => ({ beneficiary, purpose, periodFrom, periodTo }),
    [beneficiary, purpose, periodFrom, periodTo],
  )
  const isReady = unitsStroops !== null && isWhole(claim)
  const request = useMemo(
    () => (isReady ? { action: 'retire', source: address, params: { system, kind, unitsStroops, ...claim } } : null),
    [isReady, address, system, kind, unitsStroops, claim],
  )
  const expected = useMemo(
    () => ({
      address,
      passphrase: network.passphrase,
      contracts: [contractId],
      args: isReady ? [address, unitsStroops, claimArgument(claim)] : [],
    }),
    [address, network.passphrase, contractId, isReady, unitsStroops, claim],
  )
  return (
    <div className="max-w-2xl space-y-5">
      {field}
      <Field
        label={t('retireFor')}
        hint={t('retireForHint')}
        error={fitsClaim(beneficiary) ? undefined : t('tooLong')}
        value={beneficiary}
        onChange={({ target }) => setBeneficiary(target.value)}
      />
      <Field
        label={t('retirePurpose')}
        hint={t('retirePurposeHint')}
        error={fitsClaim(purpose) ? undefined : t('tooLong')}
        value={purpose}
        onChange={({ target }) => setPurpose(target.value)}
      />
      <fieldset>
        <legend className="mb-1 font-medium">{t('retirePeriod')}</legend>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            type="date"
            label={t('retireFrom')}
            value={periodFrom}
            onChange={({ target }) => setFrom(target.value)}
          />
          <Field
            type="date"
            label={t('retireTo')}
            value={periodTo}
            error={periodFrom !== '' && periodTo !== '' && periodTo < periodFrom ? t('periodMalformed') : undefined}
            onChange={({ target }) => setTo(target.value)}
          />
        </div>
      </fieldset>
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset: asset, names: { [contractId]: facts.contractName } }}
        networkName={network.name}
        label={t('retireGo')}
        onDone={refresh}
        repeatable
      />
    </div>
  )
}
