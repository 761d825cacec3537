import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { foundOr404 } from '../../../../../api/found.ts'
import { getEligibility, getOffering, getSchedule } from '../../../../../api/queries.ts'
import type { Eligibility, OfferingDetail } from '../../../../../api/types.ts'
import { readId } from '../../../../../data/page-params.ts'
import { isTraded } from '../../../../../data/traded.ts'
import { plainAmount } from '../../../../../format/amount.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { InvestForm } from '../../../../../investor/invest-form.tsx'
import { InvestSteps } from '../../../../../investor/invest-steps.tsx'
import { signedInAddress } from '../../../../../session/session.ts'
import { SIGNING_TEXTS } from '../../../../../signing/texts.ts'
import { getNetwork } from '../../../../../site/network.ts'
import { networkTitle } from '../../../../../site/network-title.ts'
import { buttonClass } from '../../../../../ui/button.tsx'
import { shortened } from '../../../../../ui/identifier.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../ui/section.tsx'
import { StateBadge } from '../../../../../ui/state-badge.tsx'
import type { StepState } from '../../../../../ui/steps.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
}

/** What keeps an address from investing; what is only to be known stands in {@link NOTES}. */
const STOPS = ['NOT_ALLOWED', 'NOT_ON_SALE', 'FUNDING_OVER', 'SOLD_OUT', 'TICKET_FULL'] as const
const NOTES = ['NO_LINE'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, offering] = await Promise.all([getTranslations('invest'), getOffering(readId((await params).id))])
  return { title: offering.ok ? t('title', { name: offering.value.name }) : undefined }
}

/** Investing as one guided flow: who, whether, how much, signed. */
export default async function InvestPage({ params }: Props) {
  const id = readId((await params).id)
  const [t, offering, address] = await Promise.all([
    getTranslations('invest'),
    getOffering(id).then(foundOr404),
    signedInAddress(),
  ])
  if (!offering.ok) {
    return (
      <>
        <PageHead title={t('title', { name: String(id) })} />
        <div className="mt-6">
          <ProblemNote problem={offering.error} />
        </div>
      </>
    )
  }
  const eligibility = address === null ? null : await getEligibility(id, address)
  const may = eligibility?.ok ? eligibility.value.canInvest : false
  const states: readonly StepState[] = [
    address === null ? 'current' : 'done',
    address === null ? 'todo' : may ? 'done' : 'failed',
    may ? 'current' : 'todo',
    'todo',
  ]
  const [who = 'todo', allowed = 'todo', amount = 'todo', sign = 'todo'] = states
  return (
    <>
      <PageHead
        eyebrow={
          <Link href={`/offerings/${id}`} className="link">
            {t('backToOffering')}
          </Link>
        }
        title={t('title', { name: offering.value.name })}
        lead={t('lead')}
        badges={<StateBadge state={offering.value.state} />}
      />
      <InvestSteps
        label={t('steps')}
        states={{ done: t('stateDone'), current: t('stateCurrent'), todo: t('stateTodo'), failed: t('stateFailed') }}
        steps={[
          {
            id: 'who',
            title: t('stepWho'),
            note: address === null ? undefined : t('stepWhoDone', { address: shortened(address) }),
            state: who,
          },
          { id: 'allowed', title: t('stepAllowed'), state: allowed },
          { id: 'amount', title: t('stepAmount'), state: amount },
          { id: 'sign', title: t('stepSign'), state: sign },
        ]}
      >
        {address === null ? (
          <SignInFirst next={`/invest/${id}`} label={t('signIn')} />
        ) : eligibility === null ? null : !eligibility.ok ? (
          <ProblemNote problem={eligibility.error} />
        ) : (
          <Eligible offering={offering.value} eligibility={eligibility.value} address={address} />
        )}
      </InvestSteps>
    </>
  )
}

async function SignInFirst({ next, label }: { readonly next: string; readonly label: string }) {
  const locale = await getLocale()
  return (
    <Link href={`/account?next=${encodeURIComponent(`/${locale}${next}`)}`} className={buttonClass()}>
      {label}
    </Link>
  )
}

async function Eligible({
  offering,
  eligibility,
  address,
}: {
  readonly offering: OfferingDetail
  readonly eligibility: Eligibility
  readonly address: string
}): Promise<ReactNode> {
  const [t, locale, network, schedule] = await Promise.all([
    getTranslations('invest'),
    getLocale(),
    getNetwork(),
    getSchedule(offering.id),
  ])
  const { contractTerms: terms, bondAsset, settlementAsset, contractId, soldStroops, id } = offering
  const stops = STOPS.filter((reason) => eligibility.reasons.includes(reason))
  const notes = NOTES.filter((reason) => eligibility.reasons.includes(reason))
  if (!network.up) return <ProblemNote problem={network.problem} />
  const text = (stroops: string) => plainAmount(stroops, bondAsset, locale)
  const holds = BigInt(eligibility.bondStroops) > 0n && (
    <p className="text-muted">
      {t('holds', { bonds: text(eligibility.bondStroops), bought: text(eligibility.boughtStroops) })}
    </p>
  )
  if (!eligibility.canInvest || terms === null) {
    return (
      <div className="space-y-4">
        {stops.map((reason) => (
          <Notice key={reason} tone="warn">
            {t(`reason${reason}`)}
          </Notice>
        ))}
        {holds}
        {isTraded(offering.state) && (
          <p>
            <Link href={`/market/${id}`} className={buttonClass('secondary')}>
              {t('toMarket')}
            </Link>
          </p>
        )}
        <details className="text-sm text-muted">
          <summary className="link inline-block min-h-6 cursor-pointer">{t('conditions')}</summary>
          <p className="mt-1 max-w-prose">{t('conditionsText')}</p>
        </details>
      </div>
    )
  }
  return (
    <div className="space-y-5">
      <Notice tone="good">
        {t('allowed')} {notes.map((reason) => t(`reason${reason}`)).join(' ')}
      </Notice>
      {holds}
      <ClientTexts of={['invest', 'yields', ...SIGNING_TEXTS]}>
        <InvestForm
          address={address}
          network={{
            name: network.facts.name,
            passphrase: network.facts.passphrase,
            title: await networkTitle(network.facts),
          }}
          sale={{
            offering: id,
            contractId,
            bondAsset,
            settlementAsset,
            capStroops: terms.capStroops,
            soldStroops,
            denominationStroops: terms.denominationStroops,
            minTicketStroops: terms.minTicketStroops,
            mostStroops: eligibility.mostStroops,
            priceBps: terms.priceBps,
            rateBps: terms.rateBps,
            yields:
              offering.kind === 'Bond' && schedule.ok
                ? {
                    periods: schedule.value.periods,
                    rateBps: terms.rateBps,
                    now: String(Math.floor(network.facts.time.getTime() / 1_000)),
                  }
                : null,
          }}
        />
      </ClientTexts>
    </div>
  )
}
