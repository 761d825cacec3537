import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { foundPath } from '../../../../../operator/found-link.ts'
import { OperatorHead } from '../../../../../operator/head.tsx'
import { find } from '../../../../../operator/queries.ts'
import { SearchForm } from '../../../../../operator/search-form.tsx'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Link } from '../../../../../ui/link.tsx'
import { Empty } from '../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { DataTable } from '../../../../../ui/table.tsx'

const PATH = '/operations/search'
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('search'), robots: { index: false } }
}

/** Everything that a number, an address, a hash or a piece of a name leads to. */
export default async function SearchPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { q = '' } = await readQuery(searchParams, 'q')
  const [t, common, found] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    q.trim() === '' ? null : find(q.trim()).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <>
      <OperatorHead at="overview" title={t('search')} lead={t('searchLead')} />
      <SearchForm q={q} />
      <div className="mt-6">
        {found === null ? null : !found.ok ? (
          <ProblemNote problem={found.error} />
        ) : found.value.data.length === 0 ? (
          <Empty title={t('notFound')}>{t('notFoundLead')}</Empty>
        ) : (
          <DataTable
            id="found"
            caption={t('found')}
            hideCaption
            rows={found.value.data}
            keyOf={({ kind, id }) => `${kind} ${id}`}
            columns={[
              {
                id: 'title',
                title: t('found'),
                prose: true,
                header: true,
                cell: (row) => {
                  const path = foundPath(row)
                  const words = <span className="break-words">{row.title}</span>
                  return path === null ? (
                    words
                  ) : (
                    <Link href={path} className="link">
                      {words}
                    </Link>
                  )
                },
              },
              {
                id: 'kind',
                title: t('kind'),
                cell: ({ kind }) => {
                  const name = `found_${kind}` as 'found_offering'
                  return t.has(name) ? t(name) : kind
                },
              },
              {
                id: 'id',
                title: t('number'),
                cell: ({ id }) => <code className="font-mono text-xs break-all">{id}</code>,
              },
              {
                id: 'api',
                title: common('details'),
                cell: ({ href }) =>
                  href === null ? (
                    '—'
                  ) : (
                    <a href={`/api${href}`} className="link">
                      JSON
                    </a>
                  ),
              },
            ]}
          />
        )}
      </div>
    </>
  )
}
