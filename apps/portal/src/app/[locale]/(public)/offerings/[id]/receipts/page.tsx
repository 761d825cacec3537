import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../../api/found.ts'
import { getOffering, getWaterfall } from '../../../../../../api/queries.ts'
import { readId, readQuery, type SearchParams } from '../../../../../../data/page-params.ts'
import { ReceiptsTable } from '../../../../../../public/receipts-table.tsx'
import { Link } from '../../../../../../ui/link.tsx'
import { Pagination } from '../../../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../../ui/section.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: SearchParams
}

const RECEIPTS_A_PAGE = 50

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offering')
  return { title: t('receipts') }
}

/** Every receipt of an offering's waterfall. */
export default async function ReceiptsPage({ params, searchParams }: Props) {
  const id = readId((await params).id)
  const { cursor } = await readQuery(searchParams, 'cursor')
  const [t, offering, waterfall] = await Promise.all([
    getTranslations('offering'),
    getOffering(id).then(foundOr404),
    getWaterfall(id, cursor, RECEIPTS_A_PAGE),
  ])
  return (
    <>
      <PageHead
        eyebrow={
          <Link href={`/offerings/${id}`} className="link">
            {offering.ok ? offering.value.name : t('eyebrow', { id })}
          </Link>
        }
        title={t('receipts')}
        lead={t('waterfallLead')}
      />
      <div className="mt-6">
        {!waterfall.ok ? (
          <ProblemNote problem={waterfall.error} />
        ) : !offering.ok ? (
          <ProblemNote problem={offering.error} />
        ) : (
          <>
            <ReceiptsTable
              offeringId={id}
              receipts={waterfall.value.data}
              parties={offering.value.parties}
              asset={offering.value.settlementAsset}
            />
            <p className="mt-2 text-sm text-muted">{t('flowSum', { count: waterfall.value.totals.receipts })}</p>
            <Pagination
              path={`/offerings/${id}/receipts`}
              cursor={cursor}
              nextCursor={waterfall.value.nextCursor}
              label={t('receipts')}
            />
          </>
        )}
      </div>
    </>
  )
}
