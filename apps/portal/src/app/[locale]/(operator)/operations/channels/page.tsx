import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { loadMessages } from '../../../../../i18n/messages.ts'
import { ListPage } from '../../../../../operator/list-page.tsx'
import { listChannels } from '../../../../../operator/queries.ts'
import { queueKindWords } from '../../../../../operator/queue-kind.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Badge } from '../../../../../ui/badge.tsx'
import { Address, TxHash } from '../../../../../ui/identifier.tsx'
import { Time } from '../../../../../ui/time.tsx'

const PATH = '/operations/channels'
const TONES = { free: 'good', lent: 'accent', retiring: 'neutral' } as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('channels'), robots: { index: false } }
}

/** The accounts that lend their sequence numbers to transactions on their way. */
export default async function ChannelsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor } = await readQuery(searchParams, 'cursor')
  const [t, channels] = await Promise.all([
    getTranslations('operator'),
    listChannels({ cursor }).then((answer) => orSignIn(answer, PATH)),
  ])
  const { queueKind } = await loadMessages(await getLocale())
  return (
    <ListPage
      at="channels"
      api="/v1/operations/channels"
      answer={channels}
      cursor={cursor}
      order="asc"
      keyOf={({ address }) => address}
      columns={[
        { id: 'address', title: t('account'), header: true, cell: ({ address }) => <Address value={address} /> },
        {
          id: 'state',
          title: t('state'),
          cell: ({ state }) => <Badge tone={TONES[state]}>{t(`channel_${state}`)}</Badge>,
        },
        {
          id: 'kind',
          title: t('carries'),
          cell: ({ transaction }) => (transaction ? queueKindWords(transaction.kind, queueKind) : '—'),
        },
        {
          id: 'hash',
          title: t('queueHash'),
          cell: ({ transaction }) => (transaction?.hash ? <TxHash value={transaction.hash} /> : '—'),
        },
        {
          id: 'expires',
          title: t('expires'),
          cell: ({ transaction }) =>
            transaction?.expiresAt ? <Time at={transaction.expiresAt} style="second" /> : '—',
        },
      ]}
    />
  )
}
