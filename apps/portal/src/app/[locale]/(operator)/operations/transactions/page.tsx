import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { RefreshOn } from '../../../../../live/refresh-on.tsx'
import { OperatorHead } from '../../../../../operator/head.tsx'
import { listQueue } from '../../../../../operator/queries.ts'
import { QueueTable } from '../../../../../operator/queue-table.tsx'
import { QUEUE_STATUSES } from '../../../../../operator/types.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { ACT_TEXTS } from '../../../../../ui/act-texts.ts'
import { Field, Select } from '../../../../../ui/field.tsx'
import { FilterForm } from '../../../../../ui/filter-form.tsx'
import { Listed } from '../../../../../ui/listed.tsx'
import { Empty } from '../../../../../ui/notice.tsx'
import { withQuery } from '../../../../../ui/pagination.tsx'

const PATH = '/operations/transactions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('transactions'), robots: { index: false } }
}

/** What the platform sends to the network: done, under way, and given up. */
export default async function TransactionsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'status', 'kind', 'q', 'cursor')
  const [t, common, entries] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    listQueue({ ...query, cursor, order: 'desc' }).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <ClientTexts of={ACT_TEXTS}>
      <RefreshOn events={['payment', 'collection', 'redemption', 'transaction']} />
      <OperatorHead at="transactions" />
      <FilterForm label={t('filter')}>
        <Select
          name="status"
          label={t('queueStatus')}
          defaultValue={query.status}
          options={[
            { value: '', label: common('all') },
            ...QUEUE_STATUSES.map((status) => ({ value: status, label: t(`queue_${status}`) })),
          ]}
        />
        <Field name="kind" label={t('queueKind')} defaultValue={query.kind} placeholder="pay.bills" />
        <Field name="q" label={t('queueSearch')} defaultValue={query.q} minLength={4} />
      </FilterForm>
      <div className="mt-6">
        <Listed
          answer={entries}
          path={PATH}
          query={query}
          cursor={cursor}
          empty={<Empty title={t('noTransactions')}>{t('noneOfFilter')}</Empty>}
        >
          {(rows) => (
            <QueueTable
              rows={rows}
              csv={withQuery('/v1/operations/transactions', { ...query, format: 'csv', order: 'desc' })}
            />
          )}
        </Listed>
      </div>
    </ClientTexts>
  )
}
