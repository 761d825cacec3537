import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { eitherOr, ListPage } from '../../../../../operator/list-page.tsx'
import { listAudit } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Badge } from '../../../../../ui/badge.tsx'
import { Field, Select } from '../../../../../ui/field.tsx'
import { Address, Hash } from '../../../../../ui/identifier.tsx'
import { Time } from '../../../../../ui/time.tsx'

const PATH = '/operations/audit'
const REFUSED_FROM = 400

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('audit'), robots: { index: false } }
}

/** Who asked for what over HTTP, and what became of it. */
export default async function AuditPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'actor', 'path', 'refused', 'cursor')
  const [t, common, entries] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    listAudit({ ...query, cursor, order: 'desc' }).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <ListPage
      at="audit"
      api="/v1/operations/audit"
      answer={entries}
      query={query}
      cursor={cursor}
      keyOf={({ id }) => id}
      filters={
        <>
          <Field name="actor" label={t('actor')} defaultValue={query.actor} pattern="[GC][A-Z2-7]{55}" />
          <Field name="path" label={t('path')} defaultValue={query.path} placeholder="/v1/drafts" />
          <Select
            name="refused"
            label={t('outcome')}
            defaultValue={query.refused}
            options={eitherOr(common('all'), t('refused'), t('done'))}
          />
        </>
      }
      columns={[
        { id: 'at', title: t('at'), header: true, cell: ({ at }) => <Time at={at} style="second" /> },
        { id: 'actor', title: t('actor'), cell: ({ actor }) => (actor === null ? '—' : <Address value={actor} />) },
        {
          id: 'what',
          title: t('asked'),
          cell: ({ method, path }) => (
            <code className="block max-w-80 font-mono text-xs break-all">
              {method} {path}
            </code>
          ),
        },
        {
          id: 'status',
          title: t('outcome'),
          cell: ({ status, code }) => (
            <span className="block max-w-64 space-y-1">
              <Badge tone={status >= REFUSED_FROM ? 'warn' : 'good'}>{status}</Badge>
              {code !== null && <code className="block font-mono text-xs break-all">{code}</code>}
            </span>
          ),
        },
        {
          id: 'reason',
          title: t('reason'),
          cell: ({ reason }) => (reason === null ? '—' : <span className="block max-w-72">{reason}</span>),
        },
        {
          id: 'body',
          title: t('bodyHash'),
          cell: ({ bodyHash }) => (bodyHash === null ? '—' : <Hash value={bodyHash} />),
        },
        { id: 'request', title: t('requestId'), cell: ({ requestId }) => <Hash value={requestId} /> },
      ]}
    />
  )
}
