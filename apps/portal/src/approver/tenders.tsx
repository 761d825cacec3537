import { getTranslations } from 'next-intl/server'
import { buttonClass } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { Empty } from '../ui/notice.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { PhaseBadge } from '../works/phase-badge.tsx'
import { getTender, listTenders } from '../works/queries.ts'

const MOST = 100

/** Tenders in which an office has something to do: scores, awards, evidence, disputes. */
export async function TendersWaiting() {
  const [t, open, works] = await Promise.all([
    getTranslations('approver'),
    listTenders({ stage: 'Open' }, undefined, MOST),
    listTenders({ stage: 'Works' }, undefined, MOST),
  ])
  if (!open.ok) return <ProblemNote problem={open.error} />
  if (!works.ok) return <ProblemNote problem={works.error} />
  const atWork = await Promise.all(works.value.data.map(({ id }) => getTender(id)))
  const waiting = [
    ...open.value.data.flatMap((tender) =>
      tender.phase === 'score' || tender.phase === 'award'
        ? [{ tender, why: tender.phase === 'score' ? t('scoreWaits') : awardWaits(tender.approvedBidder) }]
        : [],
    ),
    ...atWork.flatMap((answer) => {
      if (!answer.ok) return []
      const count = (progress: string) => answer.value.milestones.filter((one) => one.progress === progress).length
      const [submitted, disputed] = [count('Submitted'), count('Disputed')]
      return submitted + disputed === 0
        ? []
        : [{ tender: answer.value, why: t('evidenceWaits', { submitted, disputed }) }]
    }),
  ]
  if (waiting.length === 0) return <Empty title={t('noTenders')}>{t('noTendersLead')}</Empty>
  return (
    <ul className="card divide-y divide-line">
      {waiting.map(({ tender, why }) => (
        <li key={tender.id} className="flex flex-wrap items-center justify-between gap-4 p-5">
          <div>
            <h3 className="font-semibold">{tender.offeringName}</h3>
            <p className="text-muted">{why}</p>
          </div>
          <span className="flex flex-wrap items-center gap-3">
            <PhaseBadge phase={tender.phase} />
            <Link href={`/issuer/tenders/${tender.id}`} className={buttonClass('secondary', true)}>
              {t('look')}
              <span className="sr-only"> {tender.id}</span>
            </Link>
          </span>
        </li>
      ))}
    </ul>
  )

  function awardWaits(approved: string | null): string {
    return approved === null ? t('approvalWaits') : t('awardWaits')
  }
}
