import { getLocale, getTranslations } from 'next-intl/server'
import { timeText } from '../format/time.ts'
import { ratioText } from '../public/coverage.tsx'
import { Amount } from '../ui/amount.tsx'
import { Lines } from '../ui/chart/lines.tsx'
import { Energy } from '../ui/energy.tsx'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/section.tsx'
import { Stat, Stats } from '../ui/stat.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import type { DraftPreview, Forecast, PeriodForecast, PreviewPeriod } from './types.ts'

interface Props {
  readonly preview: DraftPreview
  /** The stablecoin. */
  readonly money: string
  readonly bonds: string
}

/** What a draft comes to: to the stroop where it is arithmetic, by expectation where it is the sun. */
export async function Preview({ preview, money, bonds }: Props) {
  const t = await getTranslations('issuer')
  const { schedule, proceeds, forecast, totalInterestStroops, reserveBoundStroops } = preview
  return (
    <>
      <Section id="comes-to" title={t('comesTo')} lead={t('comesToLead')}>
        <div className="space-y-4">
          {proceeds && (
            <Stats className="grid-cols-1 sm:grid-cols-2">
              <Stat
                name={t('proceedsAtMinimum')}
                value={<Amount stroops={proceeds.atMinimumStroops} asset={money} />}
                note={<Works stroops={proceeds.constructionAtMinimumStroops} money={money} />}
              />
              <Stat
                name={t('proceedsAtCap')}
                value={<Amount stroops={proceeds.atCapStroops} asset={money} />}
                note={<Works stroops={proceeds.constructionAtCapStroops} money={money} />}
              />
            </Stats>
          )}
          <Stats className={totalInterestStroops === null ? '' : 'grid-cols-1 sm:grid-cols-3'}>
            <Stat
              name={t('firstCoupon')}
              value={schedule[0] ? <Time at={schedule[0].pay} style="day" /> : '—'}
              note={t('couponCount', { count: schedule.length })}
            />
            {totalInterestStroops !== null && (
              <Stat
                name={t('totalInterest')}
                value={<Amount stroops={totalInterestStroops} asset={money} />}
                note={t('totalInterestNote')}
              />
            )}
            {reserveBoundStroops !== null && (
              <Stat
                name={t('reserveBound')}
                value={<Amount stroops={reserveBoundStroops} asset={money} />}
                note={t('reserveBoundNote')}
              />
            )}
          </Stats>
        </div>
      </Section>
      <Section id="coverage" title={t('coverage')} lead={t('coverageLead')}>
        {forecast === null ? (
          <Notice>{t('noForecast')}</Notice>
        ) : (
          <ForecastView forecast={forecast} money={money} schedule={schedule} />
        )}
      </Section>
      <Section id="schedule" title={t('schedule')} lead={t('scheduleLead')}>
        <ScheduleTable schedule={schedule} forecast={forecast?.P50 ?? null} money={money} bonds={bonds} />
      </Section>
    </>
  )
}

async function Works({ stroops, money }: { readonly stroops: string; readonly money: string }) {
  const t = await getTranslations('issuer')
  return (
    <>
      {t('forWorks')} <Amount stroops={stroops} asset={money} />
    </>
  )
}

const PERCENTILES = ['P50', 'P90'] as const

async function ForecastView({
  forecast,
  schedule,
  money,
}: {
  readonly forecast: NonNullable<DraftPreview['forecast']>
  readonly schedule: readonly PreviewPeriod[]
  readonly money: string
}) {
  const [t, locale] = await Promise.all([getTranslations('issuer'), getLocale()])
  const payOf = (number: number) => schedule.find((period) => period.number === number)?.pay
  const { periods } = forecast.P50
  const label = ({ number }: PeriodForecast) => {
    const pay = payOf(number)
    return pay === undefined ? String(number) : `${number} · ${timeText(pay, 'month', locale)}`
  }
  return (
    <div className="space-y-5">
      <Stats className="grid-cols-1 sm:grid-cols-2">
        {PERCENTILES.map((name) => (
          <Stat
            key={name}
            name={t(`ownership${name}`)}
            value={<Ownership forecast={forecast[name]} />}
            note={<Least forecast={forecast[name]} money={money} />}
          />
        ))}
      </Stats>
      <Lines
        id="forecast-chart"
        title={t('coverageTitle')}
        summary={t('coverageSummary', {
          p50: ratioOf(forecast.P50.leastCoverageBps),
          p90: ratioOf(forecast.P90.leastCoverageBps),
        })}
        labelTitle={t('period')}
        labels={periods.map(label)}
        shortLabels={periods.map(({ number }) => {
          const pay = payOf(number)
          return pay === undefined ? String(number) : timeText(pay, 'month', locale)
        })}
        unit="×"
        tick={(value) => String(Math.round(value * 100) / 100)}
        mark={{ value: 1, label: t('coverageMark') }}
        series={PERCENTILES.map((name) => ({
          id: name,
          name: t(`coverage${name}`),
          hue: name === 'P50' ? 'generated' : 'plan',
          values: forecast[name].periods.map(({ coverageBps }) =>
            coverageBps === null ? null : Number(coverageBps) / 10_000,
          ),
          texts: forecast[name].periods.map(({ coverageBps }) => ratioOf(coverageBps)),
        }))}
      />
    </div>
  )
}

const ratioOf = (bps: string | null): string => (bps === null ? '—' : ratioText(bps))

async function Ownership({ forecast }: { readonly forecast: Forecast }) {
  const t = await getTranslations('issuer')
  return forecast.ownershipAt === null ? t('noOwnership') : <Time at={forecast.ownershipAt} style="day" />
}

async function Least({ forecast, money }: { readonly forecast: Forecast; readonly money: string }) {
  const t = await getTranslations('issuer')
  return (
    <>
      {t('leastCoverage', { ratio: ratioOf(forecast.leastCoverageBps) })}
      {forecast.shortAtMaturityStroops !== '0' && (
        <span className="mt-1 block text-bad">
          {t('shortAtMaturity')} <Amount stroops={forecast.shortAtMaturityStroops} asset={money} />
        </span>
      )}
    </>
  )
}

async function ScheduleTable({
  schedule,
  forecast,
  money,
  bonds,
}: {
  readonly schedule: readonly PreviewPeriod[]
  /** By expectation, where there are assumptions. */
  readonly forecast: Forecast | null
  readonly money: string
  readonly bonds: string
}) {
  const t = await getTranslations('issuer')
  const of = (number: number) => forecast?.periods.find((period) => period.number === number)
  const amount = (stroops: string | undefined | null, asset: string) =>
    stroops === undefined || stroops === null ? '—' : <Amount stroops={stroops} asset={asset} />
  return (
    <DataTable
      id="draft-schedule"
      caption={t('schedule')}
      hideCaption
      dense
      rows={schedule}
      keyOf={({ number }) => String(number)}
      columns={[
        { id: 'number', title: t('number'), header: true, cell: ({ number }) => number },
        { id: 'record', title: t('record'), cell: ({ record }) => <Time at={record} style="day" /> },
        { id: 'pay', title: t('pay'), cell: ({ pay }) => <Time at={pay} style="day" /> },
        { id: 'days', title: t('days'), right: true, cell: ({ days, basis }) => `${days}/${basis}` },
        {
          id: 'outstanding',
          title: t('outstanding'),
          right: true,
          cell: ({ outstandingStroops }) => amount(outstandingStroops, bonds),
        },
        {
          id: 'coupon',
          title: t('debtService'),
          right: true,
          cell: ({ couponStroops }) => amount(couponStroops, money),
        },
        ...(forecast === null
          ? []
          : [
              {
                id: 'generated',
                title: t('generated'),
                right: true,
                cell: ({ number }: PreviewPeriod) => {
                  const period = of(number)
                  return period ? <Energy wh={period.generatedWh} /> : '—'
                },
              },
              {
                id: 'revenue',
                title: t('revenue'),
                right: true,
                cell: ({ number }: PreviewPeriod) => amount(of(number)?.revenueStroops, money),
              },
              {
                id: 'coverage',
                title: t('coverageP50'),
                right: true,
                cell: ({ number }: PreviewPeriod) => ratioOf(of(number)?.coverageBps ?? null),
              },
              {
                id: 'fund',
                title: t('sinkingFund'),
                right: true,
                cell: ({ number }: PreviewPeriod) => amount(of(number)?.sinkingFundStroops, money),
              },
            ]),
      ]}
    />
  )
}
