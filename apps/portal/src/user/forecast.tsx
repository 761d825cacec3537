import { getLocale, getTranslations } from 'next-intl/server'
import { getBuckets, getCoverage, getSchedule } from '../api/queries.ts'
import type { Offering } from '../api/types.ts'
import { toPeriod } from '../data/periods.ts'
import { timeText } from '../format/time.ts'
import { networkNow } from '../site/network.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { ownershipDay, paceOf } from './ownership-day.ts'

const MONTH = 2_629_800n

/** When the users of a system are expected to own it, while a bond on it is being repaid; nothing for what is repaid in another way. */
export async function OwnershipForecast({ offering }: { readonly offering: Offering }) {
  const { id, state, kind, callDate, contractTerms, maturesAt, outstandingStroops } = offering
  if (state !== 'Live' || kind !== 'Bond' || contractTerms === null) return null
  const [t, locale, now, coverage, schedule, buckets] = await Promise.all([
    getTranslations('user'),
    getLocale(),
    networkNow(),
    getCoverage(id),
    getSchedule(id),
    getBuckets(id),
  ])
  if (!coverage.ok) return <ProblemNote problem={coverage.error} />
  if (!schedule.ok) return <ProblemNote problem={schedule.error} />
  if (!buckets.ok) return <ProblemNote problem={buckets.error} />
  const at = BigInt(Math.floor(now.getTime() / 1_000))
  const pace = paceOf(coverage.value.history, at)
  const held = (name: string) => BigInt(buckets.value.buckets.find((one) => one.name === name)?.stroops ?? 0)
  const lacking = BigInt(contractTerms.renewalRequirementStroops) - held('renewal')
  const found =
    pace &&
    ownershipDay(
      {
        now: at,
        outstandingStroops: BigInt(outstandingStroops),
        rateBps: schedule.value.rateBps ?? contractTerms.rateBps,
        periods: schedule.value.periods.map(toPeriod),
        callNoticeSeconds: BigInt(contractTerms.callNoticeSeconds),
        principalStroops: held('principal'),
        reserveStroops: held('reserve'),
        couponStroops: held('coupon'),
        renewalNeedStroops: lacking > 0n ? lacking : 0n,
      },
      pace,
    )
  const day = callDate ?? (found === null ? null : new Date(Number(found) * 1_000))
  const months = pace ? Number((pace.seconds + MONTH / 2n) / MONTH) : 0
  return (
    <div className="mt-6 card p-6">
      <p className="eyebrow">{t('forecast')}</p>
      {day !== null && <p className="figure mt-1 text-2xl font-semibold">{timeText(day, 'day', locale)}</p>}
      <p className="mt-2 max-w-prose text-muted">
        {callDate !== null
          ? t('forecastCalled')
          : pace === null
            ? t('forecastSoon')
            : day === null
              ? t('forecastLate', { months, date: maturesAt === null ? '—' : timeText(maturesAt, 'day', locale) })
              : t('forecastLead', { months })}
      </p>
    </div>
  )
}
