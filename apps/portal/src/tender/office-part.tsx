import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Milestone, Tender, TenderOffices } from '../api/tender-types.ts'
import { ActForm } from '../signing/act-form.tsx'
import { OneStep } from '../signing/one-step.tsx'
import { Amount } from '../ui/amount.tsx'
import { Address, shortened } from '../ui/identifier.tsx'
import { Notice } from '../ui/notice.tsx'
import { DocumentLink } from '../works/terms.tsx'
import type { OfficeFacts } from './facts.ts'
import { ReasonAct } from './reason-act.tsx'
import { ScoreForm } from './score-form.tsx'

/**
 * What the offices of a tender do now: scoring, approval, award, certification, disputes. The contract takes each act from its office alone:
 * who holds it finds the way to do it here, everybody else whose it is. Needs `tenderForm`, `actForm` and `SIGNING_TEXTS`.
 */
export async function OfficePart({ tender, facts }: { readonly tender: Tender; readonly facts: OfficeFacts }) {
  const t = await getTranslations('tenderOffice')
  const isIssuer = tender.offices.issuer === facts.address
  const acts = actsOf()
  return acts.length === 0 ? <Notice>{t(`nothing_${tender.phase}`)}</Notice> : <div className="space-y-6">{acts}</div>

  function actsOf(): ReactNode[] {
    switch (tender.phase) {
      case 'score':
        return [<Score key="score" tender={tender} facts={facts} />]
      case 'award':
        return [
          <Award key="award" tender={tender} facts={facts} />,
          ...(isIssuer ? [<Cancel key="cancel" facts={facts} />] : []),
        ]
      case 'commit':
      case 'reveal':
        return isIssuer
          ? [<Notice key="nothing">{t(`nothing_${tender.phase}`)}</Notice>, <Cancel key="cancel" facts={facts} />]
          : []
      case 'works':
        return tender.milestones
          .filter(({ progress }) => progress === 'Submitted' || progress === 'Disputed')
          .map((milestone) => <Certify key={milestone.index} tender={tender} milestone={milestone} facts={facts} />)
      default:
        return []
    }
  }
}

/** One act and whose it is; the way to do it only for who holds the office. */
async function Office({
  office,
  tender,
  facts,
  title,
  lead,
  children,
}: {
  readonly office: Exclude<keyof TenderOffices, 'trustee'>
  readonly tender: Tender
  readonly facts: OfficeFacts
  readonly title: ReactNode
  readonly lead: ReactNode
  readonly children: ReactNode
}) {
  const t = await getTranslations('tenderOffice')
  const holder = tender.offices[office]
  return (
    <section className="card p-5">
      <p className="eyebrow">{t(`office_${office}`)}</p>
      <h3 className="mt-1 text-lg font-semibold">{title}</h3>
      <div className="mt-1 mb-4 max-w-prose text-muted">{lead}</div>
      {holder === facts.address ? (
        children
      ) : (
        <p>
          {t('theirs')} {facts.names[holder] ?? ''} <Address value={holder} />
        </p>
      )}
    </section>
  )
}

const stepOf = (facts: OfficeFacts) => ({
  address: facts.address,
  network: facts.network,
  settlementAsset: facts.settlementAsset,
  contracts: [facts.contractId],
  names: facts.names,
})

async function Score({ tender, facts }: { readonly tender: Tender; readonly facts: OfficeFacts }) {
  const t = await getTranslations('tenderOffice')
  const bidders = tender.bids
    .filter(({ standing }) => standing !== 'Withdrawn')
    .map(({ bidder }) => ({ address: bidder, name: facts.names[bidder] ?? shortened(bidder) }))
  return (
    <Office office="evaluator" tender={tender} facts={facts} title={t('score')} lead={t('scoreLead')}>
      {bidders.length === 0 ? <p>{t('noBids')}</p> : <ScoreForm facts={facts} bidders={bidders} />}
    </Office>
  )
}

async function Award({ tender, facts }: { readonly tender: Tender; readonly facts: OfficeFacts }) {
  const t = await getTranslations('tenderOffice')
  const { approvedBidder } = tender
  const request = (action: string) => ({ action, source: facts.address, params: { tender: facts.tender } })
  return approvedBidder === null ? (
    <Office office="approver" tender={tender} facts={facts} title={t('approve')} lead={t('approveLead')}>
      <OneStep {...stepOf(facts)} label={t('approve')} request={request('approve-award')} />
    </Office>
  ) : (
    <Office
      office="issuer"
      tender={tender}
      facts={facts}
      title={t('award')}
      lead={
        <>
          {t('awardLead')} <Address value={approvedBidder} />
        </>
      }
    >
      <OneStep {...stepOf(facts)} label={t('award')} request={request('tender-award')} />
    </Office>
  )
}

async function Cancel({ facts }: { readonly facts: OfficeFacts }) {
  const t = await getTranslations('tenderOffice')
  return (
    <details className="card p-5">
      <summary className="link inline-block min-h-6 cursor-pointer">{t('cancel')}</summary>
      <p className="mt-2 mb-4 max-w-prose text-muted">{t('cancelLead')}</p>
      <ReasonAct facts={facts} action="tender-cancel" params={{ tender: facts.tender }} label={t('cancel')} />
    </details>
  )
}

async function Certify({
  tender,
  milestone,
  facts,
}: {
  readonly tender: Tender
  readonly milestone: Milestone
  readonly facts: OfficeFacts
}) {
  const t = await getTranslations('tenderOffice')
  const { index, title, evidence, requiredEvidence, amountStroops, progress } = milestone
  const params = { tender: facts.tender, milestone: index }
  const name = title ?? t('milestone', { number: index + 1 })
  const what = (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
      <dt>{t('worth')}</dt>
      <dd className="text-ink">
        <Amount stroops={amountStroops} asset={facts.settlementAsset} />
      </dd>
      <dt>{t('wanted')}</dt>
      <dd className="text-ink">
        <DocumentLink hash={requiredEvidence} />
      </dd>
      {evidence !== null && (
        <>
          <dt>{t('handedIn')}</dt>
          <dd className="text-ink">
            <DocumentLink hash={evidence} />
          </dd>
        </>
      )}
    </dl>
  )
  if (progress === 'Disputed') {
    return (
      <Office office="arbiter" tender={tender} facts={facts} title={t('decide', { name })} lead={what}>
        <ActForm
          {...stepOf(facts)}
          action="decide-dispute"
          params={params}
          fields={[{ name: 'payBps', kind: 'percent', label: t('payShare'), hint: t('payShareHint'), unit: '%' }]}
          label={t('decideGo')}
        />
      </Office>
    )
  }
  if (evidence === null) return null
  return (
    <Office office="certifier" tender={tender} facts={facts} title={t('certify', { name })} lead={what}>
      <div className="space-y-4">
        <OneStep
          {...stepOf(facts)}
          args={[String(index), evidence]}
          label={t('certifyGo')}
          request={{ action: 'certify', source: facts.address, params: { ...params, evidence } }}
        />
        <details>
          <summary className="link inline-block min-h-6 cursor-pointer text-sm">{t('reject')}</summary>
          <div className="mt-3">
            <ReasonAct facts={facts} action="reject-evidence" params={{ ...params, evidence }} label={t('reject')} />
          </div>
        </details>
      </div>
    </Office>
  )
}
