import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../../api/found.ts'
import { getOffering, listHolders } from '../../../../../../api/queries.ts'
import { readId, readQuery, type SearchParams } from '../../../../../../data/page-params.ts'
import { HoldersTable } from '../../../../../../public/holders-table.tsx'
import { Link } from '../../../../../../ui/link.tsx'
import { Empty } from '../../../../../../ui/notice.tsx'
import { Pagination } from '../../../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../../ui/section.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: SearchParams
}

const HOLDERS_A_PAGE = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offering')
  return { title: t('holders') }
}

/** Everyone who holds a bond now. */
export default async function HoldersPage({ params, searchParams }: Props) {
  const id = readId((await params).id)
  const { cursor } = await readQuery(searchParams, 'cursor')
  const [t, offering, holders] = await Promise.all([
    getTranslations('offering'),
    getOffering(id).then(foundOr404),
    listHolders(id, cursor, HOLDERS_A_PAGE),
  ])
  const asset = offering.ok ? offering.value.bondAsset : ''
  return (
    <>
      <PageHead
        eyebrow={
          <Link href={`/offerings/${id}`} className="link">
            {offering.ok ? offering.value.name : t('eyebrow', { id })}
          </Link>
        }
        title={t('holders')}
        lead={t('holdersLead')}
      />
      <div className="mt-6">
        {!holders.ok ? (
          <ProblemNote problem={holders.error} />
        ) : holders.value.data.length === 0 ? (
          <Empty title={t('noHolders')} />
        ) : (
          <>
            <HoldersTable offeringId={id} holders={holders.value.data} asset={asset} />
            <Pagination
              path={`/offerings/${id}/holders`}
              cursor={cursor}
              nextCursor={holders.value.nextCursor}
              label={t('holders')}
            />
          </>
        )}
      </div>
    </>
  )
}
