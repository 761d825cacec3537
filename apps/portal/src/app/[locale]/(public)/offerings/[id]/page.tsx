import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../api/found.ts'
import { getOffering, getSchedule, getSystem, getWaterfall, listCoupons } from '../../../../../api/queries.ts'
import { readId } from '../../../../../data/page-params.ts'
import { readTerms } from '../../../../../data/terms.ts'
import { assetCode, percentText } from '../../../../../format/amount.ts'
import { ReceiptsTable } from '../../../../../public/receipts-table.tsx'
import { Risks } from '../../../../../public/risks.tsx'
import { ScheduleTable } from '../../../../../public/schedule-table.tsx'
import { SiteToday } from '../../../../../public/site-today.tsx'
import { TermsFacts } from '../../../../../public/terms-facts.tsx'
import { WaterfallFlow } from '../../../../../public/waterfall-flow.tsx'
import { Amount } from '../../../../../ui/amount.tsx'
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

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const offering = await getOffering(readId((await params).id))
  if (!offering.ok) return {}
  return { title: `${offering.value.systemName ?? ''} · ${assetCode(offering.value.bondAsset)}` }
}

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
  const { bondAsset, settlementAsset, state, systemId, systemName, modelled, callDate } = offering.value
  const [schedule, coupons, waterfall, system] = await Promise.all([
    getSchedule(id),
    listCoupons(id),
    getWaterfall(id, undefined, RECEIPTS_SHOWN),
    getSystem(systemId),
  ])
  const terms = readTerms(offering.value.terms)
  const lastPay = schedule.ok ? schedule.value.periods.at(-1)?.pay : undefined
  const code = assetCode(bondAsset)
  return (
    <>
      <PageHead
        eyebrow={t('bondTitle', { code })}
        title={systemName ?? t('eyebrow', { id })}
        badges={
          <>
            <StateBadge state={state} />
            {modelled && <ModelledBadge />}
          </>
        }
        lead={t('by', { asset: assetCode(settlementAsset) })}
      />
      <Stats className="mt-6 grid-cols-2 lg:grid-cols-4">
        {terms && (
          <Stat
            name={t('principal')}
            value={<Amount stroops={terms.principalStroops} asset={settlementAsset} round />}
          />
        )}
        {terms && <Stat name={t('coupon')} value={percentText(terms.couponBps, locale)} />}
        {lastPay && <Stat name={t('maturity')} value={<Time at={lastPay} style="day" />} />}
        {callDate && <Stat name={t('called')} value={<Time at={callDate} style="day" />} />}
        <Stat
          name={t('toSystem')}
          value={
            <Link href={`/systems/${systemId}`} className="link">
              {system.ok ? system.value.name : systemId}
            </Link>
          }
        />
      </Stats>

      <Section id="today" title={t('siteToday')}>
        <SiteToday systemId={systemId} />
      </Section>

      <Section
        id="waterfall"
        title={t('waterfall')}
        lead={t('waterfallLead')}
        aside={
          <Link href={`/offerings/${id}/receipts`} className="link">
            {t('allReceipts')}
          </Link>
        }
      >
        {!waterfall.ok ? (
          <ProblemNote problem={waterfall.error} />
        ) : (
          <div className="space-y-5">
            <WaterfallFlow
              totals={waterfall.value.totals}
              receipts={waterfall.value.totals.receipts}
              asset={settlementAsset}
            />
            {waterfall.value.data.length > 0 && (
              <ReceiptsTable
                offeringId={id}
                receipts={waterfall.value.data}
                parties={system.ok ? system.value.parties : []}
                asset={settlementAsset}
              />
            )}
          </div>
        )}
      </Section>

      <Section id="terms" title={t('terms')} lead={t('termsLead')}>
        <TermsFacts offering={offering.value} terms={terms} />
      </Section>

      <Section id="schedule" title={t('schedule')} lead={t('scheduleLead')}>
        {!schedule.ok ? (
          <ProblemNote problem={schedule.error} />
        ) : schedule.value.periods.length === 0 ? (
          <p className="text-muted">{t('scheduleNone')}</p>
        ) : (
          <ScheduleTable
            offeringId={id}
            schedule={schedule.value}
            coupons={coupons.ok ? coupons.value.data : []}
            asset={settlementAsset}
          />
        )}
      </Section>

      <Section id="risk" title={t('risk')}>
        <Risks />
      </Section>
    </>
  )
}
