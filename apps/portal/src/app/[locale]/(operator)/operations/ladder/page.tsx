import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { RefreshOn } from '../../../../../live/refresh-on.tsx'
import { ListPage } from '../../../../../operator/list-page.tsx'
import { settlementAsset } from '../../../../../operator/money.ts'
import { listLadder } from '../../../../../operator/queries.ts'
import { LADDER_TONES } from '../../../../../public/parties-table.tsx'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Amount } from '../../../../../ui/amount.tsx'
import { Badge } from '../../../../../ui/badge.tsx'
import { Select } from '../../../../../ui/field.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Time } from '../../../../../ui/time.tsx'

const PATH = '/operations/ladder'
const STATES = { Current: 'current', Grace: 'grace', Breach: 'breach', Default: 'default' } as const
const MODES = ['Normal', 'SellToGrid', 'Shed', 'Island'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('ladder'), robots: { index: false } }
}

/** Where every party stands with its bills. */
export default async function LadderPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'state', 'cursor')
  const [t, words, common, asset, ladder] = await Promise.all([
    getTranslations('operator'),
    getTranslations('system'),
    getTranslations('common'),
    settlementAsset(),
    listLadder({ ...query, cursor }).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <>
      <RefreshOn events={['payment', 'bill', 'collection']} />
      <ListPage
        at="ladder"
        api="/v1/operations/ladder"
        answer={ladder}
        query={query}
        cursor={cursor}
        order="asc"
        keyOf={({ systemId, partyIndex }) => `${systemId} ${partyIndex}`}
        filters={
          <Select
            name="state"
            label={words('standing')}
            defaultValue={query.state}
            options={[
              { value: '', label: common('all') },
              ...Object.entries(STATES).map(([value, name]) => ({ value, label: words(name) })),
            ]}
          />
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
          {
            id: 'state',
            title: words('standing'),
            cell: ({ state, suspended, steppedIn }) => (
              <span className="flex flex-wrap gap-1">
                <Badge tone={LADDER_TONES[state]}>{words(STATES[state])}</Badge>
                {suspended && <Badge tone="sun">{words('suspended')}</Badge>}
                {steppedIn && <Badge tone="warn">{t('steppedIn')}</Badge>}
              </span>
            ),
          },
          {
            id: 'arrears',
            title: words('arrears'),
            right: true,
            cell: ({ arrearsStroops }) => <Amount stroops={arrearsStroops} asset={asset} />,
          },
          { id: 'since', title: t('since'), cell: ({ since }) => (since === null ? '—' : <Time at={since} />) },
          { id: 'next', title: t('nextStep'), cell: ({ nextAt }) => (nextAt === null ? '—' : <Time at={nextAt} />) },
          {
            id: 'mode',
            title: t('decision'),
            cell: ({ mode }) => {
              const known = MODES.find((one) => one === mode)
              return known === undefined ? mode : t(`mode_${known}`)
            },
          },
          { id: 'read', title: t('readAt'), cell: ({ readAt }) => <Time at={readAt} /> },
        ]}
      />
    </>
  )
}
