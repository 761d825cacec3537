import { getTranslations } from 'next-intl/server'
import { getLive, getWaterfall } from '../api/queries.ts'
import type { Offering } from '../api/types.ts'
import { energyToday, sumEnergy } from '../data/energy.ts'
import { LivePower } from '../live/live-power.tsx'
import { networkNow } from '../site/network.ts'
import { Amount } from '../ui/amount.tsx'
import { Energy } from '../ui/energy.tsx'
import { Link } from '../ui/link.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { ModelledBadge } from '../ui/state-badge.tsx'

/** What one project does at this moment: power, the day so far, and what its users have paid. */
export async function LiveCard({ offering }: { readonly offering: Offering }) {
  const t = await getTranslations('home')
  const [live, day, waterfall] = await Promise.all([
    getLive(offering.systemId),
    networkNow().then((now) => energyToday(offering.systemId, now)),
    getWaterfall(offering.id, undefined, 1),
  ])
  if (!live.ok) return <ProblemNote problem={live.error} />
  const energy = sumEnergy(day.ok ? day.value.data : [])
  const makers = live.value.meters.filter(({ kind }) => kind !== 'load')
  return (
    <section aria-labelledby="now" className="card p-6 shadow-sm">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="now" className="eyebrow">
          {t('nowTitle')}
        </h2>
        {offering.modelled && <ModelledBadge />}
      </div>
      <p className="mt-1 font-semibold">
        <Link href={`/systems/${offering.systemId}`} className="link">
          {offering.systemName ?? offering.name}
        </Link>
      </p>
      <p className="mt-5 text-sm text-muted">{t('powerNow')}</p>
      <p className="mt-1">
        <LivePower
          systemId={offering.systemId}
          meters={makers.map(({ meter, powerW, at }) => ({ meter, powerW, at }))}
          updated={t('readingOf')}
        />
      </p>
      <dl className="mt-5 grid grid-cols-3 gap-4 border-t border-line pt-5">
        <Small name={t('today')} value={<Energy wh={energy.generatedWh} />} />
        <Small name={t('usedToday')} value={<Energy wh={energy.usedWh} />} />
        <Small name={t('exportedToday')} value={<Energy wh={energy.exportedWh} />} />
      </dl>
      {waterfall.ok && (
        <dl className="mt-5 grid grid-cols-2 gap-4 border-t border-line pt-5">
          <Small
            name={t('paidSoFar')}
            value={<Amount stroops={waterfall.value.totals.pulledStroops} asset={offering.settlementAsset} />}
          />
          <Small
            name={t('principalSoFar')}
            value={<Amount stroops={waterfall.value.totals.principalStroops} asset={offering.settlementAsset} />}
          />
        </dl>
      )}
    </section>
  )
}

const Small = ({ name, value }: { readonly name: string; readonly value: React.ReactNode }) => (
  <div>
    <dt className="text-sm text-muted">{name}</dt>
    <dd className="mt-0.5 font-semibold">{value}</dd>
  </div>
)
