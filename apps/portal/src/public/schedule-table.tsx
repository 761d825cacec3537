import { getTranslations } from 'next-intl/server'
import type { Coupon, Schedule } from '../api/types.ts'
import { Amount } from '../ui/amount.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Link } from '../ui/link.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'

const STATUSES = {
  scheduled: ['scheduled', 'neutral'],
  recorded: ['recorded', 'accent'],
  proposed: ['proposed', 'accent'],
  funded: ['isFunded', 'accent'],
  paid: ['paid', 'good'],
  cancelled: ['cancelled', 'neutral'],
} as const satisfies Record<string, readonly [string, Tone]>

const statusOf = (status: string) => (status in STATUSES ? STATUSES[status as keyof typeof STATUSES] : undefined)

/** The interest dates, fixed at issue, and what came of each coupon. */
export async function ScheduleTable({
  offeringId,
  schedule,
  coupons,
  asset,
}: {
  readonly offeringId: number
  readonly schedule: Schedule
  readonly coupons: readonly Coupon[]
  readonly asset: string
}) {
  const t = await getTranslations('offering')
  const couponOf = (number: number) => coupons.find((coupon) => coupon.number === number)
  return (
    <DataTable
      id="schedule"
      caption={t('scheduleCaption')}
      hideCaption
      dense
      phone="scroll"
      rows={schedule.periods}
      keyOf={({ number }) => String(number)}
      csv={`/v1/offerings/${offeringId}/coupons?format=csv`}
      columns={[
        { id: 'number', title: t('number'), header: true, cell: ({ number }) => number },
        { id: 'record', title: t('record'), cell: ({ record }) => <Time at={record} style="day" /> },
        { id: 'pay', title: t('payDate'), cell: ({ pay }) => <Time at={pay} style="day" /> },
        { id: 'days', title: t('daysOf'), right: true, cell: ({ days, basis }) => `${days}/${basis}` },
        {
          id: 'total',
          title: t('total'),
          right: true,
          cell: ({ number }) => {
            const total = couponOf(number)?.totalStroops ?? null
            return total === null ? '—' : <Amount stroops={total} asset={asset} />
          },
        },
        {
          id: 'paid',
          title: t('paidOut'),
          right: true,
          cell: ({ number }) => {
            const coupon = couponOf(number)
            return coupon?.totalStroops ? <Amount stroops={coupon.paidStroops} asset={asset} /> : '—'
          },
        },
        {
          id: 'status',
          title: t('status'),
          cell: ({ number }) => {
            const known = statusOf(couponOf(number)?.status ?? 'scheduled')
            return known ? <Badge tone={known[1]}>{t(known[0])}</Badge> : couponOf(number)?.status
          },
        },
        {
          id: 'proof',
          title: <span className="sr-only">{t('proof')}</span>,
          cell: ({ number }) =>
            couponOf(number)?.root ? (
              <Link href={`/check/coupon?offering=${offeringId}&number=${number}`} className="link">
                {t('proof')}
                <span className="sr-only"> {number}</span>
              </Link>
            ) : null,
        },
      ]}
    />
  )
}
