import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { RefreshOn } from '../../../../../live/refresh-on.tsx'
import { ListPage } from '../../../../../operator/list-page.tsx'
import { listOrphans } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Amount } from '../../../../../ui/amount.tsx'
import { Badge } from '../../../../../ui/badge.tsx'
import { Select } from '../../../../../ui/field.tsx'
import { Address, TxHash } from '../../../../../ui/identifier.tsx'
import { Time } from '../../../../../ui/time.tsx'

const PATH = '/operations/orphans'
const STATUSES = ['found', 'credited', 'returning', 'returned', 'kept'] as const
const REASONS = ['no-bill', 'no-such-bill', 'other-party', 'wrong-asset', 'not-for-payments'] as const
const TONES = { found: 'warn', credited: 'good', returning: 'accent', returned: 'good', kept: 'neutral' } as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('orphans'), robots: { index: false } }
}

/** Payments that belong to no bill, and what became of them. */
export default async function OrphansPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'status', 'cursor')
  const [t, common, orphans] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    listOrphans({ ...query, cursor, order: 'desc' }).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <>
      <RefreshOn events={['payment']} />
      <ListPage
        at="orphans"
        api="/v1/operations/orphans"
        answer={orphans}
        query={query}
        cursor={cursor}
        keyOf={({ id }) => id}
        filters={
          <Select
            name="status"
            label={t('state')}
            defaultValue={query.status}
            options={[
              { value: '', label: common('all') },
              ...STATUSES.map((value) => ({ value, label: t(`orphan_${value}`) })),
            ]}
          />
        }
        columns={[
          { id: 'at', title: t('at'), header: true, cell: ({ at }) => <Time at={at} /> },
          {
            id: 'amount',
            title: t('amount'),
            right: true,
            cell: ({ amountStroops, asset }) => <Amount stroops={amountStroops} asset={asset} />,
          },
          {
            id: 'sender',
            title: t('sender'),
            cell: ({ sender }) => (sender === null ? '—' : <Address value={sender} />),
          },
          { id: 'account', title: t('account'), cell: ({ account }) => <Address value={account} /> },
          {
            id: 'reason',
            title: t('refusedWhy'),
            prose: true,
            cell: ({ reason }) => {
              const known = REASONS.find((one) => one === reason)
              return known === undefined ? reason : t(`orphan_${known}`)
            },
          },
          {
            id: 'status',
            title: t('state'),
            cell: ({ status }) => {
              const known = STATUSES.find((one) => one === status)
              return known === undefined ? status : <Badge tone={TONES[known]}>{t(`orphan_${known}`)}</Badge>
            },
          },
          { id: 'tx', title: t('queueHash'), cell: ({ transactionHash }) => <TxHash value={transactionHash} /> },
        ]}
      />
    </>
  )
}
