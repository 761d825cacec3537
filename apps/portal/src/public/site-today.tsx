import { getTranslations } from 'next-intl/server'
import { getLive } from '../api/queries.ts'
import { energyToday, sumEnergy } from '../data/energy.ts'
import { LivePower } from '../live/live-power.tsx'
import { networkNow } from '../site/network.ts'
import { Energy } from '../ui/energy.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Stat, Stats } from '../ui/stat.tsx'

/** What the site of an offering makes today, live. */
export async function SiteToday({ systemId }: { readonly systemId: number }) {
  const [t, offering, live, day] = await Promise.all([
    getTranslations('home'),
    getTranslations('offering'),
    getLive(systemId),
    networkNow().then((now) => energyToday(systemId, now)),
  ])
  if (!live.ok) return <ProblemNote problem={live.error} />
  if (live.value.meters.every(({ at }) => at === null)) return <p className="text-muted">{offering('siteNotYet')}</p>
  const energy = sumEnergy(day.ok ? day.value.data : [])
  const makers = live.value.meters.filter(({ kind }) => kind !== 'load')
  return (
    <Stats className="sm:grid-cols-2 lg:grid-cols-4">
      <Stat
        name={t('powerNow')}
        value={
          <LivePower
            systemId={systemId}
            meters={makers.map(({ meter, powerW, at }) => ({ meter, powerW, at }))}
            updated={t('readingOf')}
          />
        }
      />
      <Stat name={t('today')} value={<Energy wh={energy.generatedWh} />} />
      <Stat name={t('usedToday')} value={<Energy wh={energy.usedWh} />} />
      <Stat name={t('exportedToday')} value={<Energy wh={energy.exportedWh} />} />
    </Stats>
  )
}
