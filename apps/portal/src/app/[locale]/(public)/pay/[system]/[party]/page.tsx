import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../../api/found.ts'
import { getPayFacts } from '../../../../../../api/queries.ts'
import type { PayFacts } from '../../../../../../api/types.ts'
import { readId } from '../../../../../../data/page-params.ts'
import { plainAmount } from '../../../../../../format/amount.ts'
import { ClientTexts } from '../../../../../../i18n/client-texts.tsx'
import { getPortfolio } from '../../../../../../investor/queries.ts'
import { RefreshOn } from '../../../../../../live/refresh-on.tsx'
import { signedInAddress } from '../../../../../../session/session.ts'
import { signingNetwork } from '../../../../../../signing/site-network.ts'
import { SIGNING_TEXTS } from '../../../../../../signing/texts.ts'
import { Amount } from '../../../../../../ui/amount.tsx'
import { Badge } from '../../../../../../ui/badge.tsx'
import { buttonClass } from '../../../../../../ui/button.tsx'
import { CopyButton } from '../../../../../../ui/copy-button.tsx'
import { Link } from '../../../../../../ui/link.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../../ui/section.tsx'
import { DataTable } from '../../../../../../ui/table.tsx'
import { Time } from '../../../../../../ui/time.tsx'
import { PayForm } from '../../../../../../user/pay-form.tsx'
import { getWallet } from '../../../../../../user/queries.ts'

interface Props {
  readonly params: Promise<{ system: string; party: string }>
}

async function factsOf(params: Props['params']) {
  const { system, party } = await params
  return getPayFacts(readId(system), readId(party))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, facts] = await Promise.all([getTranslations('pay'), factsOf(params)])
  return facts.ok ? { title: t('title', { name: facts.value.partyName }) } : {}
}

/** "Pay for this school": open to anybody, signed in or not. */
export default async function PayPage({ params }: Props) {
  const [t, common, facts] = await Promise.all([
    getTranslations('pay'),
    getTranslations('common'),
    factsOf(params).then(foundOr404),
  ])
  if (!facts.ok) {
    return (
      <>
        <PageHead title={t('open')} />
        <div className="mt-6">
          <ProblemNote problem={facts.error} />
        </div>
      </>
    )
  }
  const { partyName, systemName, systemId, openStroops, settlementAsset, uri } = facts.value
  const isOpen = BigInt(openStroops) > 0n
  return (
    <>
      <RefreshOn events={['bill', 'payment', 'collection']} systemId={systemId} />
      <PageHead
        eyebrow={
          <Link href={`/systems/${systemId}`} className="link">
            {systemName}
          </Link>
        }
        title={t('title', { name: partyName })}
        lead={t('lead', { name: partyName, system: systemName })}
      />
      <div className="mt-6 card p-6">
        <h2 className="eyebrow">{t('open')}</h2>
        <p className="mt-1 text-4xl font-semibold">
          <Amount stroops={openStroops} asset={settlementAsset} />
        </p>
        <Waiting facts={facts.value} />
      </div>
      <Section id="here" title={t('here')}>
        <PayHere facts={facts.value} isOpen={isOpen} />
      </Section>
      {isOpen && uri && (
        <Section id="elsewhere" title={t('elsewhere')} lead={t('elsewhereLead')}>
          <p className="flex flex-wrap items-center gap-3">
            <a href={uri} className={buttonClass('secondary')}>
              {t('openLink')}
            </a>
            <code className="max-w-md truncate font-mono text-sm">{uri}</code>
            <CopyButton value={uri} label={common('copy')} copied={common('copied')} />
          </p>
        </Section>
      )}
      {isOpen && (
        <Section id="bills" title={t('bill')}>
          <OpenBills facts={facts.value} />
        </Section>
      )}
      <p className="mt-8 text-muted">{t('share')}</p>
    </>
  )
}

async function Waiting({ facts }: { readonly facts: PayFacts }) {
  const [t, locale] = await Promise.all([getTranslations('pay'), getLocale()])
  const { waitingStroops, settlementAsset } = facts
  if (waitingStroops === '0') return null
  return (
    <div className="mt-3">
      <Notice>{t('waiting', { amount: plainAmount(waitingStroops, settlementAsset, locale) })}</Notice>
    </div>
  )
}

async function PayHere({ facts, isOpen }: { readonly facts: PayFacts; readonly isOpen: boolean }) {
  const [address, network, problem] = await Promise.all([
    signedInAddress(),
    signingNetwork(),
    getTranslations('problem'),
  ])
  if (network === null) return <Notice tone="warn">{problem('API_UNREACHABLE')}</Notice>
  const { systemId, partyIndex, partyName, collection, settlementAsset } = facts
  const assets = await payableAssets(facts, address)
  return (
    <ClientTexts of={['pay', ...SIGNING_TEXTS]}>
      <PayForm
        system={systemId}
        party={partyIndex}
        partyName={partyName}
        collection={collection}
        settlementAsset={settlementAsset}
        assets={assets}
        address={address}
        network={network}
        isOpen={isOpen}
      />
    </ClientTexts>
  )
}

/** What the payer can pay with: for who is signed in what they are known to hold; for a stranger the stablecoin and lumens. */
async function payableAssets(
  { systemId, partyIndex, settlementAsset }: PayFacts,
  address: string | null,
): Promise<readonly string[]> {
  if (address === null) return [settlementAsset, 'native']
  const [portfolio, wallet] = await Promise.all([getPortfolio(), getWallet(systemId, partyIndex)])
  const held = portfolio.ok ? portfolio.value.balances.filter(({ stroops }) => stroops !== '0') : []
  // The owner of a party fills its wallet from an account that holds the same assets.
  const own = wallet.ok ? wallet.value.balances : []
  return [...new Set([settlementAsset, ...[...held, ...own].map(({ asset }) => asset), 'native'])]
}

async function OpenBills({ facts }: { readonly facts: PayFacts }) {
  const t = await getTranslations('pay')
  const { bills, systemId, settlementAsset } = facts
  return (
    <DataTable
      id="open-bills"
      caption={t('billsCaption')}
      dense
      rows={bills}
      keyOf={({ number }) => number}
      columns={[
        {
          id: 'bill',
          title: t('bill'),
          header: true,
          cell: ({ number }) => (
            <Link href={`/systems/${systemId}/bills/${number}`} className="link">
              {number}
            </Link>
          ),
        },
        {
          id: 'open',
          title: t('billOpen'),
          right: true,
          cell: ({ openStroops }) => <Amount stroops={openStroops} asset={settlementAsset} />,
        },
        {
          id: 'due',
          title: t('due'),
          cell: ({ dueAt, overdue }) => (
            <>
              <Time at={dueAt} /> {overdue && <Badge tone="bad">{t('overdue')}</Badge>}
            </>
          ),
        },
      ]}
    />
  )
}
