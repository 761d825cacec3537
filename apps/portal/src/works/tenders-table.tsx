import { getTranslations } from 'next-intl/server'
import type { TenderSummary } from '../api/tender-types.ts'
import { Amount } from '../ui/amount.tsx'
import { Link } from '../ui/link.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { PhaseBadge } from './phase-badge.tsx'

/** Tenders, newest first. */
export async function TendersTable({
  tenders,
  assets,
  csv,
}: {
  readonly tenders: readonly TenderSummary[]
  /** The stablecoin of each offering. */
  readonly assets: ReadonlyMap<number, string>
  readonly csv: string
}) {
  const t = await getTranslations('works')
  const asset = ({ offeringId }: TenderSummary) => assets.get(offeringId) ?? ''
  return (
    <DataTable
      id="tenders-table"
      caption={t('caption')}
      hideCaption
      rows={tenders}
      keyOf={({ id }) => id}
      csv={csv}
      columns={[
        {
          id: 'tender',
          title: t('tender'),
          header: true,
          cell: ({ id, offeringName }) => (
            <Link href={`/works/${id}`} className="link">
              {offeringName} <span className="figure text-muted">{id}</span>
            </Link>
          ),
        },
        { id: 'phase', title: t('phase'), cell: ({ phase }) => <PhaseBadge phase={phase} /> },
        {
          id: 'ceiling',
          title: t('ceiling'),
          right: true,
          cell: (row) => <Amount stroops={row.terms.ceilingStroops} asset={asset(row)} />,
        },
        {
          id: 'deposit',
          title: t('deposit'),
          right: true,
          cell: (row) => <Amount stroops={row.terms.bondStroops} asset={asset(row)} />,
        },
        { id: 'bids', title: t('bidCount'), right: true, cell: ({ bidCount }) => bidCount },
        { id: 'until', title: t('bidsBy'), cell: ({ terms }) => <Time at={terms.commitBy} /> },
      ]}
    />
  )
}
