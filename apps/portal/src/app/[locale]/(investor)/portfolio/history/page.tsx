import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { HistoryTable } from '../../../../../investor/history-table.tsx'
import { offeringNames } from '../../../../../investor/names.ts'
import { listHistory } from '../../../../../investor/queries.ts'
import { spanOf } from '../../../../../investor/span.ts'
import { SpanForm } from '../../../../../investor/span-form.tsx'
import { PortfolioTabs } from '../../../../../investor/tabs.tsx'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Empty } from '../../../../../ui/notice.tsx'
import { Pagination, withQuery } from '../../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../ui/section.tsx'

const PATH = '/portfolio/history'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portfolio')
  return { title: t('history') }
}

/** Everything that happened to an investor's bonds and their money. */
export default async function HistoryPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'offering', 'from', 'to', 'cursor')
  const filter = { offering: query.offering, ...spanOf(query) }
  const [t, names, lines] = await Promise.all([
    getTranslations('portfolio'),
    offeringNames(),
    listHistory(filter, cursor).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <>
      <PageHead title={t('history')} lead={t('historyLead')} />
      <PortfolioTabs at="history" />
      <SpanForm query={query} names={names} />
      <div className="mt-6">
        {!lines.ok ? (
          <ProblemNote problem={lines.error} />
        ) : lines.value.data.length === 0 ? (
          <Empty title={t('empty')}>{t('emptyLead')}</Empty>
        ) : (
          <>
            <HistoryTable
              id="history"
              lines={lines.value.data}
              names={names}
              csv={withQuery('/v1/portfolio/history', { ...filter, format: 'csv', order: 'desc' })}
            />
            <Pagination
              path={PATH}
              query={query}
              cursor={cursor}
              nextCursor={lines.value.nextCursor}
              label={t('pages')}
            />
          </>
        )}
      </div>
    </>
  )
}
