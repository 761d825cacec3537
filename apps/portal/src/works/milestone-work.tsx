import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Milestone, Tender } from '../api/tender-types.ts'
import { energyText } from '../format/energy.ts'
import { timeText } from '../format/time.ts'
import { OneStep } from '../signing/one-step.tsx'
import { networkNow } from '../site/network.ts'
import { Amount } from '../ui/amount.tsx'
import { DisputeForm, EvidenceForm } from './document-step.tsx'
import type { WorkFacts } from './facts.ts'
import { ProgressBadge } from './milestones-table.tsx'

/** The works of a contractor: every milestone with what can be done about it, and the test. */
export async function MilestoneWork({ tender, facts }: { readonly tender: Tender; readonly facts: WorkFacts }) {
  const t = await getTranslations('works')
  const now = await networkNow()
  return (
    <>
      <p className="max-w-prose text-muted">{t('worksLead')}</p>
      <ol className="space-y-4">
        {tender.milestones.map((milestone) => (
          <li key={milestone.index} className="card p-5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <h3 className="text-lg font-semibold">
                {milestone.isRetention
                  ? t('retentionMilestone')
                  : (milestone.title ?? t('untitled', { n: milestone.index + 1 }))}
              </h3>
              <span className="inline-flex items-center gap-3">
                <Amount stroops={milestone.amountStroops} asset={facts.settlementAsset} />
                <ProgressBadge milestone={milestone} />
              </span>
            </div>
            <MilestoneStep milestone={milestone} tender={tender} facts={facts} now={now} />
          </li>
        ))}
      </ol>
      {tender.phase === 'works' && tender.terms.requiredWh !== '0' && <Commissioning tender={tender} facts={facts} />}
    </>
  )
}

async function MilestoneStep({
  milestone,
  tender,
  facts,
  now,
}: {
  readonly milestone: Milestone
  readonly tender: Tender
  readonly facts: WorkFacts
  readonly now: Date
}): Promise<ReactNode> {
  const [t, locale] = await Promise.all([getTranslations('works'), getLocale()])
  const { index, progress, payableAt, decideBy, isRetention } = milestone
  const time = (moment: string | null) => (moment === null ? '—' : timeText(moment, 'minute', locale))
  const dispute = milestone.disputedBy === null && !isRetention && tender.phase === 'works' && (
    <details className="mt-4">
      <summary className="link inline-block min-h-6 cursor-pointer text-sm">{t('dispute')}</summary>
      <div className="mt-3">
        <DisputeForm facts={facts} milestone={index} />
      </div>
    </details>
  )
  const evidence = tender.phase === 'works' && !isRetention && (
    <div className="mt-4">
      <EvidenceForm facts={facts} milestone={index} again={milestone.evidence !== null} />
    </div>
  )
  switch (progress) {
    case 'Open':
      return evidence
    case 'Submitted':
      return (
        <>
          <p className="mt-2">{t('waitsCertifier')}</p>
          {evidence}
          {dispute}
        </>
      )
    case 'Rejected':
      return (
        <>
          <p className="mt-2 font-medium text-warn">{t('sentBack')}</p>
          {evidence}
          {dispute}
        </>
      )
    case 'Certified': {
      if (payableAt === null || new Date(payableAt) > now) {
        return <p className="mt-2">{t('payableLater', { time: time(payableAt) })}</p>
      }
      const isLast = milestone.index + 1 === tender.terms.milestones.length
      return (
        <div className="mt-4 space-y-3">
          {isLast && tender.phase === 'works' && <p className="text-sm text-muted">{t('lastNeedsLive')}</p>}
          <OneStep
            address={facts.address}
            network={facts.network}
            settlementAsset={facts.settlementAsset}
            names={facts.names}
            contracts={[facts.contractId]}
            label={t('release')}
            request={{
              action: 'milestone-release',
              source: facts.address,
              params: { tender: facts.id, milestone: index },
            }}
          />
        </div>
      )
    }
    case 'Disputed':
      return <p className="mt-2">{t('arbiterDecides', { time: time(decideBy) })}</p>
    default:
      return null
  }
}

async function Commissioning({ tender, facts }: { readonly tender: Tender; readonly facts: WorkFacts }) {
  const [t, locale] = await Promise.all([getTranslations('works'), getLocale()])
  const { value, unit } = energyText(BigInt(tender.terms.requiredWh), locale)
  const isRunning = tender.testFrom !== null
  return (
    <section aria-labelledby="commissioning" className="card p-5">
      <h3 id="commissioning" className="text-lg font-semibold">
        {t('testTitle')}
      </h3>
      <p className="mt-2 max-w-prose text-muted">{t('testLead', { energy: `${value} ${unit}` })}</p>
      {tender.testFrom !== null && (
        <p className="mt-2">{t('testSince', { time: timeText(tender.testFrom, 'minute', locale) })}</p>
      )}
      <div className="mt-4">
        <OneStep
          address={facts.address}
          network={facts.network}
          settlementAsset={facts.settlementAsset}
          names={facts.names}
          contracts={[facts.contractId]}
          label={t(isRunning ? 'finishTest' : 'startTest')}
          request={{
            action: isRunning ? 'commission' : 'start-commissioning',
            source: facts.address,
            params: { tender: facts.id },
          }}
        />
      </div>
    </section>
  )
}
