import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { ApiResult } from '../api/client.ts'
import type { Page } from '../api/types.ts'
import { FilterForm } from '../ui/filter-form.tsx'
import { Listed } from '../ui/listed.tsx'
import { Empty } from '../ui/notice.tsx'
import { withQuery } from '../ui/pagination.tsx'
import { type Column, DataTable } from '../ui/table.tsx'
import { OperatorHead } from './head.tsx'
import { type OperatorTab, tabPath } from './tabs.tsx'

type Filters = Readonly<Record<string, string | undefined>>

/** A page with one list of `/v1/operations`: its filters, its rows, the next ones, and all of them as CSV. */
export async function ListPage<Row>({
  at,
  api,
  answer,
  query = {},
  cursor,
  order = 'desc',
  filters,
  empty,
  actions,
  columns,
  keyOf,
}: {
  readonly at: OperatorTab
  /** The list's path in the API. */
  readonly api: string
  readonly answer: ApiResult<Page<Row>>
  readonly query?: Filters
  readonly cursor: string | undefined
  readonly order?: 'asc' | 'desc'
  readonly filters?: ReactNode
  /** What to say where there is nothing, and what to do next. */
  readonly empty?: { readonly title: string; readonly lead: string }
  /** What can be done here, beside the heading. */
  readonly actions?: ReactNode
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
}) {
  const t = await getTranslations('operator')
  return (
    <>
      <OperatorHead at={at} actions={actions} />
      {filters && <FilterForm label={t('filter')}>{filters}</FilterForm>}
      <div className="mt-6">
        <Listed
          answer={answer}
          path={tabPath(at)}
          query={query}
          cursor={cursor}
          empty={
            <Empty title={empty?.title ?? t('nothing')}>
              {empty?.lead ?? t(filters ? 'noneOfFilter' : 'nothingLead')}
            </Empty>
          }
        >
          {(rows) => (
            <DataTable
              id={at}
              caption={t(at)}
              hideCaption
              dense
              rows={rows}
              keyOf={keyOf}
              csv={withQuery(api, { ...query, format: 'csv', order })}
              columns={columns}
            />
          )}
        </Listed>
      </div>
    </>
  )
}

/** Options of a filter that is yes, no, or either. */
export const eitherOr = (all: string, yes: string, no: string) => [
  { value: '', label: all },
  { value: 'true', label: yes },
  { value: 'false', label: no },
]
