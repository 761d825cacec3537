import { getLocale, getTranslations } from 'next-intl/server'
import { addDays, dayName } from '../data/civil.ts'
import { timeText } from '../format/time.ts'
import type { Locale } from '../i18n/routing.ts'
import { buttonClass } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Link } from '../ui/link.tsx'
import { withQuery } from '../ui/pagination.tsx'
import { PERIOD_UNITS, type Period, type PeriodUnit } from './period.ts'

/** The days of a period in words: one day, or the first and the last. */
export function periodText({ from, to, unit }: Period, locale: Locale): string {
  const last = addDays(to, -1)
  if (unit === 'month') return timeText(from, 'month', locale)
  if (unit === 'year') return dayName(from).slice(0, 4)
  const first = timeText(from, 'day', locale)
  return last.getTime() <= from.getTime() ? first : `${first} – ${timeText(last, 'day', locale)}`
}

/** Chooses the time that everything below is of. Links and a form: it works without scripts, and the address can be sent to somebody. */
export async function PeriodPicker({
  period,
  path,
  keep = {},
}: {
  readonly period: Period
  readonly path: string
  /** What else stands in the address. */
  readonly keep?: Readonly<Record<string, string | undefined>>
}) {
  const [t, locale] = await Promise.all([getTranslations('energy'), getLocale()])
  const names: Readonly<Record<PeriodUnit, string>> = {
    day: t('unitDay'),
    week: t('unitWeek'),
    month: t('unitMonth'),
    year: t('unitYear'),
    custom: t('unitCustom'),
  }
  const at = dayName(period.from)
  const { unit } = period
  const move = (day: string) =>
    unit === 'custom'
      ? withQuery(path, {
          ...keep,
          unit,
          from: day,
          to: dayName(addDays(new Date(`${day}T04:00:00Z`), daysOf(period) - 1)),
        })
      : withQuery(path, { ...keep, unit, at: day })
  return (
    <div className="card p-3 sm:p-4">
      <nav aria-label={t('period')} className="flex flex-wrap items-center justify-between gap-3">
        <ul className="flex flex-wrap gap-1">
          {PERIOD_UNITS.filter((one) => one !== 'custom').map((one) => (
            <li key={one}>
              <Link
                href={withQuery(path, { ...keep, unit: one, at })}
                scroll={false}
                aria-current={one === unit ? 'true' : undefined}
                className={classes(
                  'inline-flex min-h-10 items-center rounded-lg px-3 font-medium no-underline',
                  one === unit ? 'bg-accent text-accent-ink' : 'text-ink hover:bg-sunken',
                )}
              >
                {names[one]}
              </Link>
            </li>
          ))}
        </ul>
        <div className="flex items-center gap-2">
          <Link href={move(period.earlier)} scroll={false} className={buttonClass('secondary', true)}>
            <span aria-hidden="true">←</span>
            <span className="sr-only">{t('earlier')}</span>
          </Link>
          <strong className="figure min-w-32 text-center font-semibold">{periodText(period, locale)}</strong>
          {period.later === null ? (
            <span aria-hidden="true" className={classes(buttonClass('secondary', true), 'opacity-40')}>
              →
            </span>
          ) : (
            <Link href={move(period.later)} scroll={false} className={buttonClass('secondary', true)}>
              <span aria-hidden="true">→</span>
              <span className="sr-only">{t('later')}</span>
            </Link>
          )}
        </div>
      </nav>
      <details className="mt-2 text-sm" open={unit === 'custom'}>
        <summary className="link inline-block min-h-6 cursor-pointer">{names.custom}</summary>
        <form method="get" className="mt-2 flex flex-wrap items-end gap-3">
          {Object.entries(keep).map(
            ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <input type="hidden" name="unit" value="custom" />
          <DayField name="from" label={t('from')} value={at} />
          <DayField name="to" label={t('to')} value={dayName(addDays(period.to, -1))} />
          <button type="submit" className={buttonClass('secondary', true)}>
            {t('show')}
          </button>
        </form>
      </details>
    </div>
  )
}

const daysOf = ({ from, to }: Period): number => Math.round((to.getTime() - from.getTime()) / 86_400_000)

const DayField = ({
  name,
  label,
  value,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
}) => (
  <label className="grid gap-1">
    <span className="text-muted">{label}</span>
    <input
      type="date"
      name={name}
      defaultValue={value}
      required
      className="min-h-9 rounded-md border border-line-strong bg-surface px-2"
    />
  </label>
)
