'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import type { KeptKey } from '../chain/new-account.ts'
import { useTexts } from '../i18n/texts.tsx'
import { SignFlow } from '../signing/sign-flow.tsx'
import type { SigningNetwork } from '../signing/site-network.ts'

/** What the steps of one launch share. */
export interface LaunchFacts {
  readonly draft: { readonly id: number; readonly name: string }
  /** Who is signed in. */
  readonly address: string
  readonly network: SigningNetwork
  readonly settlementAsset: string
  /** `CODE:ISSUER` once the issuing account is open. */
  readonly bondAsset: string | null
  readonly bondIssuer: string | null
  readonly offeringContract: string | null
  /** Names for addresses that the page knows. */
  readonly names: Readonly<Record<string, string>>
}

/** One step of a launch, shown before it is signed. Needs the texts `launch` and `SIGNING_TEXTS`. */
export function SignStep({
  name,
  facts,
  issuingKey = null,
  label,
}: {
  readonly name: string
  readonly facts: LaunchFacts
  /** The key of the bond's issuing account, where the step needs it. */
  readonly issuingKey?: KeptKey | null
  /** What the button says. */
  readonly label?: string
}) {
  const t = useTexts('launch')
  const router = useRouter()
  const { draft, address, network, settlementAsset, bondAsset, offeringContract, names } = facts
  const opensIssuer = name === 'open-issuer' ? issuingKey?.address : undefined
  const request = useMemo(
    () => ({
      action: 'draft-step',
      source: address,
      params: { draft: draft.id, step: name, ...(opensIssuer !== undefined && { bondIssuer: opensIssuer }) },
    }),
    [address, draft.id, name, opensIssuer],
  )
  const expected = useMemo(
    () => ({
      address,
      passphrase: network.passphrase,
      step: name,
      ...(name === 'launch' && offeringContract !== null && { contracts: [offeringContract] }),
      ...(name === 'hand-over-asset' &&
        offeringContract !== null &&
        bondAsset !== null && { assets: [bondAsset], args: [offeringContract] }),
    }),
    [address, network.passphrase, name, offeringContract, bondAsset],
  )
  const coSign = useMemo(
    () => issuingKey && ((envelopeXdr: string) => issuingKey.sign(envelopeXdr, network.passphrase)),
    [issuingKey, network.passphrase],
  )
  return (
    <SignFlow
      request={request}
      expected={expected}
      names={{
        network: network.title,
        settlementAsset,
        ...(bondAsset !== null && { bondAsset }),
        names: { ...names, ...(opensIssuer !== undefined && { [opensIssuer]: t('issuingAccount') }) },
      }}
      networkName={network.name}
      label={label ?? t('prepare')}
      {...(coSign && { coSign })}
      onDone={() => router.refresh()}
    />
  )
}
