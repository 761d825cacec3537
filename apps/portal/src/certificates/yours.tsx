import { getLocale, getTranslations } from 'next-intl/server'
import { listDonors } from '../api/queries.ts'
import type { CertificateAccount, Donor } from '../api/types.ts'
import { assetCode, plainAmount } from '../format/amount.ts'
import { ClientTexts } from '../i18n/client-texts.tsx'
import { getPortfolio } from '../investor/queries.ts'
import { OneStep } from '../signing/one-step.tsx'
import { type SigningNetwork, signingNetwork } from '../signing/site-network.ts'
import { SIGNING_TEXTS } from '../signing/texts.ts'
import { Amount } from '../ui/amount.tsx'
import { RetireForm } from './retire-form.tsx'
import { TransferForm } from './transfer-form.tsx'

const KINDS = ['Rec', 'Carbon'] as const

/** What whoever is signed in holds of a system's certificates, and all that can be done with it. */
export async function YourCertificates({
  account,
  address,
}: {
  readonly account: CertificateAccount
  readonly address: string
}) {
  const [portfolio, network, donors] = await Promise.all([
    getPortfolio(),
    signingNetwork(),
    listDonors(account.systemId, address),
  ])
  // Without a session that is still good there is nothing of theirs to show.
  if (!portfolio.ok || network === null) return null
  const held = new Map(portfolio.value.balances.map(({ asset, stroops }) => [asset, stroops]))
  const assetOf = (kind: (typeof KINDS)[number]) => (kind === 'Rec' ? account.recAsset : account.carbonAsset)
  // A kind of which there is none, and that nobody waits for, is not offered.
  const issued = KINDS.filter(
    (kind) => kind === 'Rec' || held.has(assetOf(kind)) || BigInt(account.totals[kind]?.certifiedStroops ?? '0') > 0n,
  )
  return (
    <ClientTexts of={['certificate', ...SIGNING_TEXTS]}>
      <div className="space-y-6">
        {issued.map((kind) => (
          <KindPart
            key={kind}
            kind={kind}
            account={account}
            address={address}
            network={network}
            heldStroops={held.get(assetOf(kind)) ?? null}
            donorDueStroops={donorDue(donors.ok ? donors.value.data[0] : undefined, kind)}
          />
        ))}
      </div>
    </ClientTexts>
  )
}

async function KindPart({
  kind,
  account,
  address,
  network,
  heldStroops,
  donorDueStroops,
}: {
  readonly kind: 'Rec' | 'Carbon'
  readonly account: CertificateAccount
  readonly address: string
  readonly network: SigningNetwork
  /** Null without a line. */
  readonly heldStroops: string | null
  /** What they can claim as a donor; 0 for who gave nothing. */
  readonly donorDueStroops: string
}) {
  const [t, locale] = await Promise.all([getTranslations('certificate'), getLocale()])
  const { systemId: system, contractId } = account
  const asset = kind === 'Rec' ? account.recAsset : account.carbonAsset
  const act = { address, network, settlementAsset: asset }
  if (heldStroops === null) {
    return (
      <div className="card space-y-4 p-5">
        <p>{t('noLine', { asset: assetCode(asset) })}</p>
        <OneStep
          {...act}
          label={t('openLine', { asset: assetCode(asset) })}
          request={{ action: 'trust', source: address, params: { asset } }}
        />
      </div>
    )
  }
  const facts = { system, kind, asset, contractId, heldStroops, address, network, contractName: t('contractName') }
  return (
    <div className="card space-y-6 p-5">
      <p className="text-2xl font-semibold">
        <Amount stroops={heldStroops} asset={asset} />
      </p>
      {ownerOf(account) === address && (
        <div className="space-y-3 border-t border-line pt-5">
          <p className="text-sm text-muted">{t('dueLead')}</p>
          <OneStep
            {...act}
            contracts={[contractId]}
            names={{ [contractId]: t('contractName') }}
            label={t('due')}
            request={{
              action: 'claim-certificates',
              source: address,
              params: { system, kind, holders: [address] },
            }}
          />
        </div>
      )}
      {donorDueStroops !== '0' && (
        <div className="space-y-3 border-t border-line pt-5">
          <p className="text-sm text-muted">
            {t('giverDueLead', { units: plainAmount(donorDueStroops, asset, locale) })}
          </p>
          <OneStep
            {...act}
            contracts={[contractId]}
            names={{ [contractId]: t('contractName') }}
            label={t('giverDue')}
            request={{
              action: 'claim-donor-certificates',
              source: address,
              params: { system, kind, holders: [address] },
            }}
          />
        </div>
      )}
      {heldStroops !== '0' && (
        <>
          <section aria-labelledby={`retire-${kind}`} className="border-t border-line pt-5">
            <h3 id={`retire-${kind}`} className="text-lg font-semibold">
              {t('retire')}
            </h3>
            <p className="mt-1 mb-4 max-w-prose text-muted">{t('retireLead')}</p>
            <RetireForm facts={facts} />
          </section>
          <section aria-labelledby={`transfer-${kind}`} className="border-t border-line pt-5">
            <h3 id={`transfer-${kind}`} className="mb-4 text-lg font-semibold">
              {t('transfer')}
            </h3>
            <TransferForm facts={facts} />
          </section>
        </>
      )}
    </div>
  )
}

const donorDue = (donor: Donor | undefined, kind: (typeof KINDS)[number]): string =>
  (kind === 'Rec' ? donor?.recDueStroops : donor?.carbonDueStroops) ?? '0'

const ownerOf = ({ policy }: CertificateAccount): string | null =>
  typeof policy === 'object' && policy !== null && 'owner' in policy ? String(policy.owner) : null
