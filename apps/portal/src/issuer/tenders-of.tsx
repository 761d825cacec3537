import { getTranslations } from 'next-intl/server'
import { standingTender } from '../tender/standing.ts'
import { Amount } from '../ui/amount.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { Empty } from '../ui/notice.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Section } from '../ui/section.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { PhaseBadge } from '../works/phase-badge.tsx'
import { listTenders } from '../works/queries.ts'

/** The tenders of an offering's works. */
export async function TendersOf({
  offeringId,
  mayOpen,
  asset,
}: {
  readonly offeringId: number
  readonly mayOpen: boolean
  readonly asset: string
}) {
  const [t, tenders] = await Promise.all([getTranslations('issuer'), listTenders({ offering: offeringId })])
  return (
    <Section
      id="tenders"
      title={t('tenders')}
      lead={t('tendersLead')}
      aside={
        mayOpen &&
        tenders.ok &&
        standingTender(tenders.value.data) === undefined && (
          <Link href={`/issuer/offerings/${offeringId}/tender`} className={buttonClass('secondary', true)}>
            {t('openTender')}
          </Link>
        )
      }
    >
      {!tenders.ok ? (
        <ProblemNote problem={tenders.error} />
      ) : tenders.value.data.length === 0 ? (
        <Empty title={t('noTenders')}>{t('noTendersLead')}</Empty>
      ) : (
        <DataTable
          id="tenders-table"
          caption={t('tenders')}
          hideCaption
          rows={tenders.value.data}
          keyOf={({ id }) => id}
          csv={`/v1/tenders?offering=${offeringId}&format=csv&order=desc`}
          columns={[
            {
              id: 'id',
              title: t('tender'),
              header: true,
              cell: ({ id }) => (
                <Link href={`/issuer/tenders/${id}`} className="link">
                  {id}
                </Link>
              ),
            },
            { id: 'phase', title: t('status'), cell: ({ phase }) => <PhaseBadge phase={phase} /> },
            { id: 'bids', title: t('bids'), right: true, cell: ({ bidCount }) => bidCount },
            {
              id: 'price',
              title: t('price'),
              right: true,
              cell: ({ priceStroops }) =>
                priceStroops === null ? '—' : <Amount stroops={priceStroops} asset={asset} />,
            },
            { id: 'until', title: t('bidsUntil'), cell: ({ terms }) => <Time at={terms.commitBy} /> },
          ]}
        />
      )}
    </Section>
  )
}
