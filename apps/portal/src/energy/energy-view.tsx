import { getLocale, getTranslations } from 'next-intl/server'
import { getEnergy } from '../api/queries.ts'
import type { EnergyBucket } from '../api/types.ts'
import { apiMoment } from '../data/civil.ts'
import { NO_ENERGY, sumEnergy } from '../data/energy.ts'
import { percentText } from '../format/amount.ts'
import { kilowattHours } from '../format/energy.ts'
import { timeText } from '../format/time.ts'
import { ClientTexts } from '../i18n/client-texts.tsx'
import type { Locale } from '../i18n/routing.ts'
import { networkNow } from '../site/network.ts'
import { Bars } from '../ui/chart/bars.tsx'
import { Energy } from '../ui/energy.tsx'
import { Empty } from '../ui/notice.tsx'
import { withQuery } from '../ui/pagination.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Stat, Stats } from '../ui/stat.tsx'
import { DenseView } from './dense/dense-view.tsx'
import { comparable, type Period, type Span } from './period.ts'
import { periodText } from './period-picker.tsx'

const asked = ({ from, to }: Span, systemId: number, step: string) =>
  getEnergy(systemId, apiMoment(from), apiMoment(to), step)

/**
 * What a system made in a period, where it went, and the same of the period before. Generation, use and export stand apart: what went to
 * the grid is never set off against what came from it.
 */
export async function EnergyView({
  systemId,
  period,
  party,
  partyName,
}: {
  readonly systemId: number
  readonly period: Period
  /** Shows the consumption of this party instead of that of all. */
  readonly party?: number
  readonly partyName?: string
}) {
  const [t, common, locale, now] = await Promise.all([
    getTranslations('energy'),
    getTranslations('common'),
    getLocale(),
    networkNow(),
  ])
  const past = comparable(period, now)
  const [series, earlier] = await Promise.all([
    asked(period, systemId, period.step),
    // One bucket is enough for a sum; it may be as long as a year.
    past.to > past.from ? asked(past, systemId, period.step) : null,
  ])
  if (!series.ok) return <ProblemNote problem={series.error} />
  const { data } = series.value
  const sum = sumEnergy(data, party)
  const before = earlier?.ok ? sumEnergy(earlier.value.data, party) : NO_ENERGY
  if (sum.generatedWh === 0n && sum.consumedWh === 0n && before.generatedWh === 0n) {
    return <Empty title={t('empty')}>{t('emptyLead')}</Empty>
  }
  const labels = data.map(({ from }) => bucketText(from, period, locale))
  const kwh = (wh: bigint) => `${kilowattHours(wh, locale)} kWh`
  const wh = (bucket: EnergyBucket, name: 'generatedWh' | 'exportedWh') => BigInt(bucket[name])
  const used = data.map((bucket) => sumEnergy([bucket]).usedWh)
  const consumed = data.map((bucket) => sumEnergy([bucket], party).consumedWh)
  const tick = (value: number) => kilowattHours(BigInt(Math.round(value)), locale)
  const denseEnd = new Date(Math.min(period.to.getTime(), halfHourAfter(now)))
  const csvHref = (step: string, to: Date) =>
    withQuery(`/api/csv/energy/${systemId}`, { from: apiMoment(period.from), to: apiMoment(to), step })
  const told = { generated: kwh(sum.generatedWh), used: kwh(sum.usedWh), exported: kwh(sum.exportedWh) }
  return (
    <div className="space-y-5">
      <Stats className="sm:grid-cols-2 lg:grid-cols-4">
        <Compared name={t('generated')} wh={sum.generatedWh} before={before.generatedWh} />
        <Compared name={t('used')} wh={sum.usedWh} before={before.usedWh} />
        <Compared name={t('exported')} wh={sum.exportedWh} before={before.exportedWh} />
        <Compared
          name={partyName === undefined ? t('consumed') : t('consumedBy', { name: partyName })}
          wh={sum.consumedWh}
          before={before.consumedWh}
        />
      </Stats>
      <div className="grid gap-5 xl:grid-cols-2">
        <Bars
          id="energy-made"
          title={t('madeTitle', { period: periodText(period, locale) })}
          summary={t('madeSummary', told)}
          labelTitle={t('time')}
          labels={labels}
          shortLabels={data.map(({ from }) => shortText(from, period, locale))}
          stacked
          tick={tick}
          unit="kWh"
          series={[
            { id: 'used', name: t('used'), hue: 'generated', values: used.map(Number), texts: used.map(kwh) },
            {
              id: 'exported',
              name: t('exported'),
              hue: 'exported',
              values: data.map((bucket) => Number(wh(bucket, 'exportedWh'))),
              texts: data.map((bucket) => kwh(wh(bucket, 'exportedWh'))),
            },
          ]}
        />
        <Bars
          id="energy-used"
          title={t('usedTitle', { period: periodText(period, locale) })}
          summary={t('usedSummary', { consumed: kwh(sum.consumedWh) })}
          labelTitle={t('time')}
          labels={labels}
          shortLabels={data.map(({ from }) => shortText(from, period, locale))}
          tick={tick}
          unit="kWh"
          series={[
            {
              id: 'generated',
              name: t('generated'),
              hue: 'generated',
              values: data.map((bucket) => Number(wh(bucket, 'generatedWh'))),
              texts: data.map((bucket) => kwh(wh(bucket, 'generatedWh'))),
            },
            {
              id: 'consumed',
              name: partyName === undefined ? t('consumed') : t('consumedBy', { name: partyName }),
              hue: 'used',
              values: consumed.map(Number),
              texts: consumed.map(kwh),
            },
          ]}
        />
      </div>
      <p className="text-sm">
        <a href={csvHref(period.step, period.to)} className="link" download>
          {common('csv')}
        </a>
      </p>
      {period.unit !== 'day' && (
        <ClientTexts of={['energy', 'problem', 'refusal']}>
          <DenseView
            key={`${period.from.getTime()}-${period.to.getTime()}`}
            systemId={systemId}
            from={period.from.getTime() / 1000}
            to={denseEnd.getTime() / 1000}
            party={party}
            csv={csvHref('half-hour', denseEnd)}
            csvText={common('csv')}
          />
        </ClientTexts>
      )}
    </div>
  )
}

const HALF_HOUR_MS = 1_800_000
/** The end of the half-hour that holds the moment: there is nothing to be shown beyond it. */
const halfHourAfter = (moment: Date): number => Math.ceil((moment.getTime() + 1) / HALF_HOUR_MS) * HALF_HOUR_MS

async function Compared({ name, wh, before }: { readonly name: string; readonly wh: bigint; readonly before: bigint }) {
  const [t, locale] = await Promise.all([getTranslations('energy'), getLocale()])
  const note =
    before === 0n
      ? t('nothingBefore')
      : t(wh >= before ? 'moreThanBefore' : 'lessThanBefore', {
          percent: percentText(((wh > before ? wh - before : before - wh) * 10_000n) / before, locale),
        })
  return <Stat name={name} value={<Energy wh={wh} />} note={note} />
}

/** When a bucket begins, told apart from all others of the chart. */
function bucketText(from: string, { step, unit }: Period, locale: Locale): string {
  if (step === 'month') return timeText(from, 'month', locale)
  if (step === 'day') return timeText(from, 'day', locale)
  return unit === 'day' ? timeText(from, 'clock', locale) : timeText(from, 'minute', locale)
}

const shortText = (from: string, { step }: Period, locale: Locale): string =>
  timeText(from, step === 'month' ? 'monthName' : step === 'day' ? 'dayOfMonth' : 'hour', locale)
