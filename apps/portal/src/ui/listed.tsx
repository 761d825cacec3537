import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { ApiResult } from '../api/client.ts'
import type { Page } from '../api/types.ts'
import { Pagination } from './pagination.tsx'
import { ProblemNote } from './problem-note.tsx'

/** A list of the API as a page shows it: its rows, or why there are none, and the way to the next ones. */
export async function Listed<Row>({
  answer,
  empty,
  path,
  query,
  cursor,
  children,
}: {
  readonly answer: ApiResult<Page<Row>>
  /** What to show where there is nothing. */
  readonly empty: ReactNode
  /** Of the page, without its language. */
  readonly path: string
  /** The filters in its address. */
  readonly query: Readonly<Record<string, string | undefined>>
  readonly cursor: string | undefined
  readonly children: (rows: readonly Row[]) => ReactNode
}) {
  const t = await getTranslations('common')
  if (!answer.ok) return <ProblemNote problem={answer.error} />
  const { data, nextCursor } = answer.value
  return (
    <>
      {data.length === 0 ? empty : children(data)}
      <Pagination path={path} query={query} cursor={cursor} nextCursor={nextCursor} label={t('pages')} />
    </>
  )
}
