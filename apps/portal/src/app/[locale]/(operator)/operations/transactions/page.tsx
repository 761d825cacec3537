import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { RefreshOn } from '../../../../../live/refresh-on.tsx'
import { ListPage } from '../../../../../operator/list-page.tsx'
import { listQueue } from '../../../../../operator/queries.ts'
import { queueColumns } from '../../../../../operator/queue-columns.tsx'
import { QUEUE_STATUSES } from '../../../../../operator/types.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { ACT_TEXTS } from '../../../../../ui/act-texts.ts'
import { Field, Select } from '../../../../../ui/field.tsx'

const PATH = '/operations/transactions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('transactions'), robots: { index: false } }
}

/** What the platform sends to the network: done, under way, and given up. */
export default async function TransactionsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'status', 'kind', 'q', 'cursor')
  const [t, common, entries, columns] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    listQueue({ ...query, cursor, order: 'desc' }).then((answer) => orSignIn(answer, PATH)),
    queueColumns(),
  ])
  return (
    <ClientTexts of={ACT_TEXTS}>
      <RefreshOn events={['payment', 'collection', 'redemption', 'transaction']} />
      <ListPage
        at="transactions"
        api="/v1/operations/transactions"
        answer={entries}
        query={query}
        cursor={cursor}
        keyOf={({ id }) => id}
        columns={columns}
        empty={{ title: t('noTransactions'), lead: t('noneOfFilter') }}
        filters={
          <>
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
          </>
        }
      />
    </ClientTexts>
  )
}
