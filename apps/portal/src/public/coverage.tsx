import { getLocale, getTranslations } from 'next-intl/server'
import type { Coverage } from '../api/types.ts'
import { timeText } from '../format/time.ts'
import { Lines } from '../ui/chart/lines.tsx'

/** Basis points as a ratio: 12,345 is `1.23`, cut and not rounded. */
export function ratioText(bps: string): string {
  const value = BigInt(bps)
  return `${value / 10_000n}.${((value % 10_000n) / 100n).toString().padStart(2, '0')}`
}

/** How far revenue covers debt service, period by period. */
export async function CoverageChart({ coverage }: { readonly coverage: Coverage }) {
  const [t, locale] = await Promise.all([getTranslations('offering'), getLocale()])
  const { history, ratioBps } = coverage
  if (history.length === 0) return <p className="text-muted">{t('coverageNone')}</p>
  const labelOf = ({ number, to, running }: (typeof history)[number]) =>
    `${number} · ${timeText(to, 'month', locale)}${running ? ` (${t('coverageRunning')})` : ''}`
  return (
    <Lines
      id="coverage-chart"
      title={t('coverageTitle')}
      summary={t('coverageSummary', {
        count: ratioBps === null ? 0 : 1,
        ratio: ratioBps === null ? '' : ratioText(ratioBps),
      })}
      labelTitle={t('coveragePeriod')}
      labels={history.map(labelOf)}
      shortLabels={history.map(({ to }) => timeText(to, 'month', locale))}
      unit="×"
      tick={(value) => String(Math.round(value * 100) / 100)}
      mark={{ value: 1, label: t('coverageMark') }}
      series={[
        {
          id: 'coverage',
          name: t('coverageSeries'),
          hue: 'plan',
          values: history.map((period) => (period.ratioBps === null ? null : Number(period.ratioBps) / 10_000)),
          texts: history.map((period) => (period.ratioBps === null ? '—' : ratioText(period.ratioBps))),
        },
      ]}
    />
  )
}
