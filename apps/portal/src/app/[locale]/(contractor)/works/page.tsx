import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { getOffering } from '../../../../api/queries.ts'
import type { TenderSummary } from '../../../../api/tender-types.ts'
import { readQuery, type SearchParams } from '../../../../data/page-params.ts'
import { RefreshOn } from '../../../../live/refresh-on.tsx'
import { signedInAddress } from '../../../../session/session.ts'
import { buttonClass } from '../../../../ui/button.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Empty } from '../../../../ui/notice.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../ui/section.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { listTenders } from '../../../../works/queries.ts'
import { TendersTable } from '../../../../works/tenders-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('works')
  return { title: t('title'), description: t('lead') }
}

/** The stablecoin of each offering that has a tender here. */
async function assetsOf(tenders: readonly TenderSummary[]): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(tenders.map(({ offeringId }) => offeringId))]
  const found = await Promise.all(ids.map(getOffering))
  return new Map(
    found.flatMap((offering) => (offering.ok ? [[offering.value.id, offering.value.settlementAsset]] : [])),
  )
}

/** Every tender; and those in which whoever is signed in bids or works. */
export default async function WorksPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const [t, address, { cursor, mine }] = await Promise.all([
    getTranslations('works'),
    signedInAddress(),
    readQuery(searchParams, 'cursor', 'mine'),
  ])
  const bidder = mine !== undefined && address !== null ? address : undefined
  const tenders = await listTenders(bidder === undefined ? {} : { bidder }, cursor)
  const rows = tenders.ok ? tenders.value.data : []
  return (
    <>
      <RefreshOn events={['transaction']} />
      <PageHead title={t('title')} lead={t('lead')} />
      {address !== null && (
        <Tabs
          label={t('title')}
          tabs={[
            { href: '/works', title: t('openTenders'), here: bidder === undefined },
            { href: '/works?mine=yes', title: t('myTenders'), here: bidder !== undefined },
          ]}
        />
      )}
      <div className="mt-8">
        {!tenders.ok ? (
          <ProblemNote problem={tenders.error} />
        ) : rows.length === 0 ? (
          <Empty
            title={t(bidder === undefined ? 'none' : 'noneOfMine')}
            action={
              bidder !== undefined && (
                <Link href="/works" className={buttonClass()}>
                  {t('toTenders')}
                </Link>
              )
            }
          >
            {t(bidder === undefined ? 'noneLead' : 'noneOfMineLead')}
          </Empty>
        ) : (
          <>
            <TendersTable
              tenders={rows}
              assets={await assetsOf(rows)}
              csv={`/v1/tenders?format=csv&order=desc${bidder === undefined ? '' : `&bidder=${bidder}`}`}
            />
            <Pagination
              path="/works"
              query={{ mine }}
              cursor={cursor}
              nextCursor={tenders.value.nextCursor}
              label={t('pages')}
            />
          </>
        )}
      </div>
    </>
  )
}
