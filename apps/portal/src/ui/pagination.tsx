import { getTranslations } from 'next-intl/server'
import { buttonClass } from './button.tsx'
import { Link } from './link.tsx'

/** To the next page of a list, and back to its beginning: cursors know no page before. */
export async function Pagination({
  path,
  query,
  cursor,
  nextCursor,
  label,
}: {
  readonly path: string
  /** What else stands in the address: the filters. */
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly cursor: string | undefined
  readonly nextCursor: string | null
  readonly label: string
}) {
  if (cursor === undefined && nextCursor === null) return null
  const t = await getTranslations('common')
  return (
    <nav aria-label={label} className="mt-4 flex flex-wrap gap-3">
      {cursor !== undefined && (
        <Link href={withQuery(path, query ?? {})} className={buttonClass('secondary', true)}>
          {t('first')}
        </Link>
      )}
      {nextCursor !== null && (
        <Link
          href={withQuery(path, { ...query, cursor: nextCursor })}
          className={buttonClass('secondary', true)}
          rel="next"
        >
          {t('next')}
        </Link>
      )}
    </nav>
  )
}

/** A path with its query; what is undefined or empty is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') params.set(name, value)
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}
