import { getLocale, getTranslations } from 'next-intl/server'
import type { Milestone, PlannedMilestone, Tender } from '../api/tender-types.ts'
import { percentText } from '../format/amount.ts'
import { timeText } from '../format/time.ts'
import { Amount } from '../ui/amount.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { TxHash } from '../ui/identifier.tsx'
import { type Column, DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { lengthText } from './duration.ts'
import { DocumentLink } from './terms.tsx'

const PROGRESS = {
  Open: 'neutral',
  Submitted: 'accent',
  Rejected: 'warn',
  Certified: 'good',
  Disputed: 'warn',
  Paid: 'good',
  Void: 'bad',
} as const satisfies Readonly<Record<string, Tone>>

/** The milestones: planned before there is a contract, with all that happened after. */
export async function MilestonesTable({ tender, asset }: { readonly tender: Tender; readonly asset: string }) {
  return tender.milestones.length === 0 ? (
    <Planned milestones={tender.terms.milestones} />
  ) : (
    <Worked milestones={tender.milestones} asset={asset} />
  )
}

async function Planned({ milestones }: { readonly milestones: readonly PlannedMilestone[] }) {
  const [t, locale] = await Promise.all([getTranslations('works'), getLocale()])
  const rows = milestones.map((milestone, index) => ({ ...milestone, index }))
  return (
    <DataTable
      id="milestones-table"
      caption={t('milestones')}
      hideCaption
      rows={rows}
      keyOf={({ index }) => String(index)}
      columns={[
        {
          id: 'milestone',
          title: t('milestone'),
          header: true,
          cell: ({ title, index }) => title ?? t('untitled', { n: index + 1 }),
        },
        { id: 'share', title: t('share'), right: true, cell: ({ shareBps }) => percentText(shareBps, locale) },
        {
          id: 'due',
          title: t('due'),
          cell: ({ dueSeconds }) => t('dueAfter', { days: lengthText(dueSeconds, t) }),
        },
        {
          id: 'required',
          title: t('required'),
          cell: ({ requiredEvidence }) => <DocumentLink hash={requiredEvidence} />,
        },
      ]}
    />
  )
}

async function Worked({ milestones, asset }: { readonly milestones: readonly Milestone[]; readonly asset: string }) {
  const [t, locale] = await Promise.all([getTranslations('works'), getLocale()])
  const columns: Column<Milestone>[] = [
    {
      id: 'milestone',
      title: t('milestone'),
      header: true,
      cell: ({ title, index, isRetention }) =>
        isRetention ? t('retentionMilestone') : (title ?? t('untitled', { n: index + 1 })),
    },
    { id: 'progress', title: t('progress'), cell: (milestone) => <ProgressBadge milestone={milestone} /> },
    {
      id: 'amount',
      title: t('amount'),
      right: true,
      cell: ({ amountStroops }) => <Amount stroops={amountStroops} asset={asset} />,
    },
    {
      id: 'paid',
      title: t('paid'),
      right: true,
      cell: ({ paidStroops, paidTx }) =>
        paidStroops === '0' ? (
          '—'
        ) : (
          <span className="inline-flex flex-col items-end">
            <Amount stroops={paidStroops} asset={asset} />
            {paidTx && <TxHash value={paidTx} />}
          </span>
        ),
    },
    {
      id: 'due',
      title: t('due'),
      cell: ({ dueAt, payableAt, progress }) =>
        progress === 'Certified' && payableAt !== null ? (
          t('payableFrom', { time: timeText(payableAt, 'minute', locale) })
        ) : dueAt === null ? (
          '—'
        ) : (
          <Time at={dueAt} />
        ),
    },
    {
      id: 'evidence',
      title: t('evidence'),
      cell: ({ evidence }) => (evidence === null ? '—' : <DocumentLink hash={evidence} />),
    },
  ]
  return (
    <DataTable
      id="milestones-table"
      caption={t('milestones')}
      hideCaption
      dense
      rows={milestones}
      keyOf={({ index }) => String(index)}
      columns={columns}
    />
  )
}

/** How a milestone stands, in a word. */
export async function ProgressBadge({ milestone: { progress } }: { readonly milestone: Milestone }) {
  const t = await getTranslations('works')
  const known = (Object.keys(PROGRESS) as (keyof typeof PROGRESS)[]).find((one) => one === progress)
  return known === undefined ? <Badge>{progress}</Badge> : <Badge tone={PROGRESS[known]}>{t(`progress${known}`)}</Badge>
}
