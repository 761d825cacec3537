import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { getDecision } from '../../../../../../../api/queries.ts'
import { offeringOfSystem } from '../../../../../../../data/offering-of-system.ts'
import { percentText, shareBps } from '../../../../../../../format/amount.ts'
import { PartiesTable } from '../../../../../../../public/parties-table.tsx'
import { requireAddress } from '../../../../../../../session/require.ts'
import { buttonClass } from '../../../../../../../ui/button.tsx'
import { Link } from '../../../../../../../ui/link.tsx'
import { ProblemNote } from '../../../../../../../ui/problem-note.tsx'
import { ProgressBar } from '../../../../../../../ui/progress-bar.tsx'
import { PageHead, Section } from '../../../../../../../ui/section.tsx'
import { OwnershipForecast } from '../../../../../../../user/forecast.tsx'
import { type PartyParams, partyAt, placeOf } from '../../../../../../../user/party.ts'
import { UserHead } from '../../../../../../../user/user-head.tsx'

interface Props {
  readonly params: PartyParams
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('user')
  return { title: t('tabOwnership') }
}

/** How much of the system is a party's already, and how others can help. */
export default async function OwnershipPage({ params }: Props) {
  const place = await placeOf(params)
  await requireAddress(`${place.path}/ownership`)
  const [t, words, locale, found, decision, offering] = await Promise.all([
    getTranslations('user'),
    getTranslations('system'),
    getLocale(),
    partyAt(place),
    getDecision(place.systemId),
    offeringOfSystem(place.systemId),
  ])
  if (!found.ok) {
    return (
      <>
        <PageHead title={t('tabOwnership')} />
        <div className="mt-6">
          <ProblemNote problem={found.error} />
        </div>
      </>
    )
  }
  const { system, party } = found.value
  const { ownedBps, portionBps } = party
  return (
    <>
      <UserHead system={system} party={party} at="tabOwnership" />
      <div className="mt-6 card p-6">
        <p className="text-lg font-semibold">
          {t('ownedOf', { owned: percentText(ownedBps, locale), portion: percentText(portionBps, locale) })}
        </p>
        <div className="mt-3">
          <ProgressBar bps={shareBps(BigInt(ownedBps), BigInt(portionBps))} label={t('ownershipBar')} />
        </div>
        <p className="mt-3 max-w-prose text-muted">{t('ownershipLead')}</p>
      </div>
      {offering && <OwnershipForecast offering={offering} />}
      <Section id="all" title={words('users')} lead={words('usersLead')}>
        <PartiesTable
          systemId={system.id}
          parties={system.parties}
          decision={decision.ok ? decision.value : undefined}
          asset={offering?.settlementAsset}
        />
      </Section>
      <Section id="help" title={t('help')} lead={t('helpLead')}>
        <p className="flex flex-wrap gap-3">
          <Link href={`/pay/${system.id}/${party.index}`} className={buttonClass('secondary')}>
            {t('payNow')}
          </Link>
          <Link href={`/systems/${system.id}`} className={buttonClass('secondary')}>
            {t('publicPage')}
          </Link>
        </p>
      </Section>
    </>
  )
}
