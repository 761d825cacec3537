'use client'

import { useMemo, useState } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { SignFlow } from '../signing/sign-flow.tsx'
import type { SigningNetwork } from '../signing/site-network.ts'
import { Field, Select } from '../ui/field.tsx'
import { bpsTyped, isAddress, isPolicy, type PolicyDonors, type PolicyShares, policyArgument } from './policy.ts'

/** The administrator announces whose the certificates of a system are to be. The donors are those that are recorded: nobody types a root. */
export function PolicyForm({
  system,
  contractId,
  donors,
  address,
  network,
  asset,
}: {
  readonly system: number
  readonly contractId: string
  /** Null where nobody is recorded: then donors can have no share. */
  readonly donors: PolicyDonors | null
  readonly address: string
  readonly network: SigningNetwork
  readonly asset: string
}) {
  const t = useTexts('certificate')
  const refresh = useRefreshAfter()
  const [kind, setKind] = useState<PolicyShares['kind']>('Rec')
  const [owner, setOwner] = useState('')
  const [typed, setTyped] = useState({ owner: '', parties: '', donors: '' })
  const [ownerBps, partiesBps, donorsBps] = [typed.owner, typed.parties, typed.donors].map(bpsTyped)
  const shares = useMemo(
    () => ({
      kind,
      owner: owner.trim(),
      ownerBps: ownerBps ?? -1,
      partiesBps: partiesBps ?? -1,
      donorsBps: donorsBps ?? -1,
    }),
    [kind, owner, ownerBps, partiesBps, donorsBps],
  )
  const isReady = isPolicy(shares, donors)
  const request = useMemo(
    () => (isReady ? { action: 'announce-certificate-policy', source: address, params: { system, ...shares } } : null),
    [isReady, address, system, shares],
  )
  const expected = useMemo(
    () => ({
      address,
      passphrase: network.passphrase,
      contracts: [contractId],
      args: isReady ? [policyArgument(shares, donors)] : [],
    }),
    [address, network.passphrase, contractId, isReady, shares, donors],
  )
  const share = (name: keyof typeof typed, label: string, bps: number | null | undefined) => (
    <Field
      label={label}
      unit="%"
      inputMode="decimal"
      autoComplete="off"
      value={typed[name]}
      error={bps === null ? t('percentMalformed') : undefined}
      onChange={({ target }) => setTyped((before) => ({ ...before, [name]: target.value }))}
    />
  )
  const isFilled = typed.owner !== '' || typed.parties !== '' || typed.donors !== ''
  return (
    <div className="max-w-3xl space-y-5">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Select
          label={t('policyKind')}
          value={kind}
          options={(['Rec', 'Carbon', 'Retained'] as const).map((value) => ({ value, label: t(`kind${value}`) }))}
          onChange={({ target }) => setKind(target.value as PolicyShares['kind'])}
        />
        <Field
          label={t('policyOwner')}
          autoComplete="off"
          spellCheck={false}
          value={owner}
          error={owner.trim() !== '' && !isAddress(owner.trim()) ? t('ownerMalformed') : undefined}
          onChange={({ target }) => setOwner(target.value)}
        />
        {share('owner', t('owner'), ownerBps)}
        {share('parties', t('parties'), partiesBps)}
        {donors !== null && share('donors', t('donors'), donorsBps)}
      </div>
      {isFilled && shares.ownerBps + shares.partiesBps + shares.donorsBps !== 10_000 && (
        <p className="text-sm text-muted">{t('sharesWhole')}</p>
      )}
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset: asset, names: { [contractId]: t('contractName') } }}
        networkName={network.name}
        label={t('policyGo')}
        onDone={refresh}
        repeatable
      />
    </div>
  )
}
