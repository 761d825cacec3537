import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { ApiResult } from '../../../../../api/client.ts'
import { foundOr404 } from '../../../../../api/found.ts'
import {
  getBuckets,
  getCoverage,
  getOffering,
  getSchedule,
  getSystem,
  getWaterfall,
  listCoupons,
  listDocuments,
  listHolders,
  listStates,
} from '../../../../../api/queries.ts'
import { readId } from '../../../../../data/page-params.ts'
import { readTerms } from '../../../../../data/terms.ts'
import { isTraded } from '../../../../../data/traded.ts'
import { assetCode, percentText } from '../../../../../format/amount.ts'
import { Buckets } from '../../../../../public/buckets.tsx'
import { CoverageChart } from '../../../../../public/coverage.tsx'
import { Documents } from '../../../../../public/documents.tsx'
import { HoldersTable } from '../../../../../public/holders-table.tsx'
import { OnThisPage } from '../../../../../public/on-this-page.tsx'
import { Raise } from '../../../../../public/raise.tsx'
import { ReceiptsTable } from '../../../../../public/receipts-table.tsx'
import { Risks } from '../../../../../public/risks.tsx'
import { ScheduleTable } from '../../../../../public/schedule-table.tsx'
import { SiteToday } from '../../../../../public/site-today.tsx'
import { TermsFacts } from '../../../../../public/terms-facts.tsx'
import { Timeline } from '../../../../../public/timeline.tsx'
import { WaterfallFlow } from '../../../../../public/waterfall-flow.tsx'
import { Amount } from '../../../../../ui/amount.tsx'
import { buttonClass } from '../../../../../ui/button.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../ui/section.tsx'
import { Stat, Stats } from '../../../../../ui/stat.tsx'
import { ModelledBadge, StateBadge } from '../../../../../ui/state-badge.tsx'
import { Time } from '../../../../../ui/time.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
}

const RECEIPTS_SHOWN = 5
const HOLDERS_SHOWN = 5

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const offering = await getOffering(readId((await params).id))
  return offering.ok ? { title: `${offering.value.name} · ${assetCode(offering.value.bondAsset)}` } : {}
}

/** Shows what was answered, or why it was not. */
const shown = <T,>(answer: ApiResult<T>, show: (value: T) => ReactNode): ReactNode =>
  answer.ok ? show(answer.value) : <ProblemNote problem={answer.error} />

/** Everything that is to be known of one offering, on one page. */
export default async function OfferingPage({ params }: Props) {
  const id = readId((await params).id)
  const [t, locale, offering] = await Promise.all([
    getTranslations('offering'),
    getLocale(),
    getOffering(id).then(foundOr404),
  ])
  if (!offering.ok) {
    return (
      <>
        <PageHead title={t('eyebrow', { id })} />
        <div className="mt-6">
          <ProblemNote problem={offering.error} />
        </div>
      </>
    )
  }
  const facts = offering.value
  const { bondAsset, settlementAsset, state, systemId, contractTerms, parties } = facts
  const [schedule, coupons, waterfall, system, holders, buckets, coverage, states, documents] = await Promise.all([
    getSchedule(id),
    listCoupons(id),
    getWaterfall(id, undefined, RECEIPTS_SHOWN),
    getSystem(systemId),
    listHolders(id, undefined, HOLDERS_SHOWN),
    getBuckets(id),
    getCoverage(id),
    listStates(id),
    listDocuments(id),
  ])
  const terms = readTerms(facts.terms)
  const all = (href: string, label: string) => (
    <Link href={`/offerings/${id}/${href}`} className="link">
      {label}
    </Link>
  )
  const sections: readonly { id: string; title: string; lead?: string; aside?: ReactNode; body: ReactNode }[] = [
    ...(contractTerms && (state === 'Funding' || state === 'Draft' || state === 'Refunding')
      ? [{ id: 'raise', title: t('raise'), body: <Raise offering={facts} terms={contractTerms} /> }]
      : []),
    { id: 'today', title: t('siteToday'), body: <SiteToday systemId={systemId} /> },
    {
      id: 'waterfall',
      title: t('waterfall'),
      lead: t('waterfallLead'),
      aside: all('receipts', t('allReceipts')),
      body: shown(waterfall, ({ totals, data }) => (
        <div className="space-y-5">
          <WaterfallFlow totals={totals} receipts={totals.receipts} asset={settlementAsset} />
          {data.length > 0 && (
            <ReceiptsTable offeringId={id} receipts={data} parties={parties} asset={settlementAsset} />
          )}
        </div>
      )),
    },
    {
      id: 'buckets',
      title: t('buckets'),
      lead: t('bucketsLead'),
      body: shown(buckets, (escrow) =>
        escrow.buckets.length === 0 ? (
          <p className="text-muted">{t('noBuckets')}</p>
        ) : (
          <Buckets escrow={escrow} offering={facts} />
        ),
      ),
    },
    {
      id: 'coverage',
      title: t('coverage'),
      lead: t('coverageLead'),
      body: shown(coverage, (value) => <CoverageChart coverage={value} />),
    },
    {
      id: 'holders',
      title: t('holders'),
      lead: t('holdersLead'),
      aside: all('holders', t('allHolders')),
      body: shown(holders, ({ data }) =>
        data.length === 0 ? (
          <p className="text-muted">{t('noHolders')}</p>
        ) : (
          <HoldersTable offeringId={id} holders={data} asset={bondAsset} />
        ),
      ),
    },
    {
      id: 'terms',
      title: t('terms'),
      lead: t('termsLead'),
      body: <TermsFacts offering={facts} terms={terms} />,
    },
    {
      id: 'documents',
      title: t('documents'),
      lead: t('documentsLead'),
      body: shown(documents, (value) => <Documents documents={value} />),
    },
    {
      id: 'timeline',
      title: t('timeline'),
      lead: t('timelineLead'),
      body: shown(states, ({ data }) => <Timeline entries={data} state={state} />),
    },
    {
      id: 'schedule',
      title: t('schedule'),
      lead: t('scheduleLead'),
      body: shown(schedule, (value) =>
        value.periods.length === 0 ? (
          <p className="text-muted">{t('scheduleNone')}</p>
        ) : (
          <ScheduleTable
            offeringId={id}
            schedule={value}
            coupons={coupons.ok ? coupons.value.data : []}
            asset={settlementAsset}
          />
        ),
      ),
    },
    { id: 'risk', title: t('risk'), body: <Risks /> },
  ]
  return (
    <>
      <PageHead
        eyebrow={t('bondTitle', { code: assetCode(bondAsset) })}
        title={facts.name}
        badges={
          <>
            <StateBadge state={state} />
            {facts.modelled && <ModelledBadge />}
          </>
        }
        lead={t('by', { asset: assetCode(settlementAsset) })}
        actions={
          <>
            {state === 'Funding' && (
              <Link href={`/invest/${id}`} className={buttonClass()}>
                {t('invest')}
              </Link>
            )}
            {isTraded(state) && (
              <Link href={`/market/${id}`} className={buttonClass('secondary')}>
                {t('trade')}
              </Link>
            )}
          </>
        }
      />
      <Stats className="mt-6 grid-cols-2 lg:grid-cols-4">
        {terms && (
          <Stat
            name={t('principal')}
            value={<Amount stroops={terms.principalStroops} asset={settlementAsset} round />}
          />
        )}
        {terms && <Stat name={t('coupon')} value={percentText(terms.couponBps, locale)} />}
        {facts.callDate ? (
          <Stat name={t('called')} value={<Time at={facts.callDate} style="day" />} />
        ) : (
          facts.maturesAt && <Stat name={t('maturity')} value={<Time at={facts.maturesAt} style="day" />} />
        )}
        <Stat
          name={t('toSystem')}
          value={
            <Link href={`/systems/${systemId}`} className="link text-base">
              {system.ok ? system.value.name : systemId}
            </Link>
          }
        />
      </Stats>
      <OnThisPage title={t('contents')} sections={sections} />
      {sections.map(({ id: section, title, lead, aside, body }) => (
        <Section key={section} id={section} title={title} lead={lead} aside={aside}>
          {body}
        </Section>
      ))}
    </>
  )
}
