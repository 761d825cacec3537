import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { RefreshOn } from '../../../../../live/refresh-on.tsx'
import { eitherOr, ListPage } from '../../../../../operator/list-page.tsx'
import { settlementAsset } from '../../../../../operator/money.ts'
import { listWallets } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Amount } from '../../../../../ui/amount.tsx'
import { Badge } from '../../../../../ui/badge.tsx'
import { Select } from '../../../../../ui/field.tsx'
import { Address } from '../../../../../ui/identifier.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Time } from '../../../../../ui/time.tsx'

const PATH = '/operations/wallets'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('wallets'), robots: { index: false } }
}

/** Prepaid wallets, and which of them will not pay the next bill. */
export default async function WalletsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'low', 'armed', 'cursor')
  const [t, common, asset, wallets] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    settlementAsset(),
    listWallets({ ...query, cursor }).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <>
      <RefreshOn events={['payment', 'bill']} />
      <ListPage
        at="wallets"
        api="/v1/operations/wallets"
        answer={wallets}
        query={query}
        cursor={cursor}
        order="asc"
        keyOf={({ systemId, partyIndex }) => `${systemId} ${partyIndex}`}
        filters={
          <>
            <Select
              name="low"
              label={t('low')}
              defaultValue={query.low}
              options={eitherOr(common('all'), common('yes'), common('no'))}
            />
            <Select
              name="armed"
              label={t('armed')}
              defaultValue={query.armed}
              options={eitherOr(common('all'), common('yes'), common('no'))}
            />
          </>
        }
        columns={[
          {
            id: 'party',
            title: t('party'),
            header: true,
            cell: ({ systemId, partyName }) => (
              <Link href={`/systems/${systemId}`} className="link">
                {partyName}
              </Link>
            ),
          },
          { id: 'address', title: t('account'), cell: ({ address }) => <Address value={address} /> },
          {
            id: 'state',
            title: t('state'),
            cell: ({ low, armed }) => (
              <span className="flex flex-wrap gap-1">
                <Badge tone={armed ? 'good' : 'neutral'}>{t(armed ? 'isArmed' : 'notArmed')}</Badge>
                {low && <Badge tone="warn">{t('isLow')}</Badge>}
              </span>
            ),
          },
          {
            id: 'worth',
            title: t('worth'),
            right: true,
            cell: ({ worthStroops }) => <Amount stroops={worthStroops} asset={asset} />,
          },
          {
            id: 'next',
            title: t('nextBill'),
            right: true,
            cell: ({ nextBillStroops }) => <Amount stroops={nextBillStroops} asset={asset} />,
          },
          {
            id: 'float',
            title: t('float'),
            right: true,
            cell: ({ floatStroops }) => (floatStroops === null ? '—' : <Amount stroops={floatStroops} asset={asset} />),
          },
          { id: 'read', title: t('readAt'), cell: ({ readAt }) => (readAt === null ? '—' : <Time at={readAt} />) },
        ]}
      />
    </>
  )
}
