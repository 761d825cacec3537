import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { getDecision, getLive, getPayFacts } from '../../../../../../api/queries.ts'
import { readQuery, type SearchParams } from '../../../../../../data/page-params.ts'
import { EnergyView } from '../../../../../../energy/energy-view.tsx'
import { periodOf } from '../../../../../../energy/period.ts'
import { PeriodPicker } from '../../../../../../energy/period-picker.tsx'
import { percentText } from '../../../../../../format/amount.ts'
import { LivePower } from '../../../../../../live/live-power.tsx'
import { Standing } from '../../../../../../public/parties-table.tsx'
import { requireAddress } from '../../../../../../session/require.ts'
import { networkNow } from '../../../../../../site/network.ts'
import { Amount } from '../../../../../../ui/amount.tsx'
import { buttonClass } from '../../../../../../ui/button.tsx'
import { Link } from '../../../../../../ui/link.tsx'
import { ProblemNote } from '../../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../../ui/section.tsx'
import { Stat, Stats } from '../../../../../../ui/stat.tsx'
import { type PartyParams, partyAt, placeOf } from '../../../../../../user/party.ts'
import { UserHead } from '../../../../../../user/user-head.tsx'

interface Props {
  readonly params: PartyParams
  readonly searchParams: SearchParams
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('user')
  return { title: t('tabEnergy') }
}

/** A party's energy: power now, any period beside the one before, and what is to be paid. */
export default async function PartyEnergyPage({ params, searchParams }: Props) {
  const place = await placeOf(params)
  await requireAddress(place.path)
  const { systemId, index, path } = place
  const [t, locale, query, now, found] = await Promise.all([
    getTranslations('user'),
    getLocale(),
    readQuery(searchParams, 'unit', 'at', 'from', 'to'),
    networkNow(),
    partyAt(place),
  ])
  if (!found.ok) {
    return (
      <>
        <PageHead title={t('title')} />
        <div className="mt-6">
          <ProblemNote problem={found.error} />
        </div>
      </>
    )
  }
  const { system, party } = found.value
  const [live, decision, pay] = await Promise.all([
    getLive(systemId),
    getDecision(systemId),
    getPayFacts(systemId, index),
  ])
  const period = periodOf(query, now)
  const standing = decision.ok ? (decision.value.parties.find((one) => one.index === index)?.standing ?? null) : null
  const makers = live.ok ? live.value.meters.filter(({ kind }) => kind !== 'load') : []
  return (
    <>
      <UserHead system={system} party={party} at="tabEnergy" />
      <Stats className="mt-6 sm:grid-cols-2 lg:grid-cols-4">
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
        <Stat
          name={t('openNow')}
          value={pay.ok ? <Amount stroops={pay.value.openStroops} asset={pay.value.settlementAsset} /> : '—'}
          note={
            pay.ok && pay.value.openStroops !== '0' ? (
              <Link href={`/pay/${systemId}/${index}`} className={buttonClass('primary', true)}>
                {t('payNow')}
              </Link>
            ) : undefined
          }
        />
        <Stat name={t('standing')} value={<Standing standing={standing} />} />
        <Stat
          name={t('owned')}
          value={percentText(party.ownedBps, locale)}
          note={t('ofPortion', { portion: percentText(party.portionBps, locale) })}
        />
      </Stats>
      <Section id="energy" title={t('tabEnergy')}>
        <div className="space-y-5">
          <PeriodPicker period={period} path={path} />
          <EnergyView systemId={systemId} period={period} party={index} partyName={party.name} />
        </div>
      </Section>
    </>
  )
}
