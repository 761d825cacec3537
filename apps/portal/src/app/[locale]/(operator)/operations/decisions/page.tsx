import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { eitherOr, ListPage } from '../../../../../operator/list-page.tsx'
import { listDecisions } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Badge } from '../../../../../ui/badge.tsx'
import { buttonClass } from '../../../../../ui/button.tsx'
import { Field, Select } from '../../../../../ui/field.tsx'
import { Address } from '../../../../../ui/identifier.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Time } from '../../../../../ui/time.tsx'

const PATH = '/operations/decisions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('decisions'), robots: { index: false } }
}

/** Acts of people that change what the programs do: who, what and why. */
export default async function DecisionsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'kind', 'subject', 'applied', 'cursor')
  const [t, common, decisions] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    listDecisions({ ...query, cursor, order: 'desc' }).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <ListPage
      at="decisions"
      api="/v1/operations/decisions"
      answer={decisions}
      query={query}
      cursor={cursor}
      keyOf={({ id }) => id}
      actions={
        <Link href="/operations/decisions/new" className={buttonClass()}>
          {t('newDecision')}
        </Link>
      }
      filters={
        <>
          <Field name="kind" label={t('kind')} defaultValue={query.kind} placeholder="register.reset" />
          <Field name="subject" label={t('subject')} defaultValue={query.subject} placeholder="meter:7" />
          <Select
            name="applied"
            label={t('applied')}
            defaultValue={query.applied}
            options={eitherOr(common('all'), common('yes'), common('no'))}
          />
        </>
      }
      columns={[
        { id: 'at', title: t('at'), header: true, cell: ({ decidedAt }) => <Time at={decidedAt} style="second" /> },
        { id: 'kind', title: t('kind'), cell: ({ kind }) => <code className="font-mono text-xs">{kind}</code> },
        { id: 'subject', title: t('subject'), cell: ({ subject }) => subject },
        {
          id: 'reason',
          title: t('reason'),
          prose: true,
          cell: ({ reason }) => <span className="block max-w-80">{reason}</span>,
        },
        { id: 'by', title: t('actor'), cell: ({ decidedBy }) => <Address value={decidedBy} /> },
        {
          id: 'applied',
          title: t('applied'),
          cell: ({ appliedAt }) =>
            appliedAt === null ? <Badge tone="accent">{t('notApplied')}</Badge> : <Time at={appliedAt} />,
        },
        {
          id: 'payload',
          title: t('exactly'),
          prose: true,
          cell: ({ payload }) => (
            <code className="block max-w-64 font-mono text-xs break-all">{JSON.stringify(payload)}</code>
          ),
        },
      ]}
    />
  )
}
