import { getLocale, getTranslations } from 'next-intl/server'
import type { Holder } from '../api/types.ts'
import { percentText } from '../format/amount.ts'
import { Amount } from '../ui/amount.tsx'
import { Address } from '../ui/identifier.tsx'
import { DataTable } from '../ui/table.tsx'

/** Who holds a bond, where, and how much. */
export async function HoldersTable({
  offeringId,
  holders,
  asset,
}: {
  readonly offeringId: number
  readonly holders: readonly Holder[]
  readonly asset: string
}) {
  const [t, locale] = await Promise.all([getTranslations('offering'), getLocale()])
  const places: Readonly<Record<string, string>> = {
    contract: t('placeContract'),
    claimable: t('placeClaimable'),
    pool: t('placePool'),
  }
  return (
    <DataTable
      id="holders-table"
      caption={t('holdersCaption')}
      hideCaption
      dense
      rows={holders}
      keyOf={({ holder, place, placeId }) => `${holder}${place}${placeId ?? ''}`}
      csv={`/v1/offerings/${offeringId}/holders?format=csv`}
      columns={[
        {
          id: 'holder',
          title: t('holder'),
          header: true,
          cell: ({ holder, place }) => (
            <>
              <Address value={holder} />{' '}
              {places[place] && <span className="font-normal text-muted">{places[place]}</span>}
            </>
          ),
        },
        {
          id: 'bonds',
          title: t('bonds'),
          right: true,
          cell: ({ bondStroops }) => <Amount stroops={bondStroops} asset={asset} />,
        },
        {
          id: 'offered',
          title: t('onOffer'),
          right: true,
          cell: ({ offeredStroops }) =>
            offeredStroops === '0' ? '—' : <Amount stroops={offeredStroops} asset={asset} />,
        },
        { id: 'share', title: t('shareOf'), right: true, cell: ({ shareBps }) => percentText(shareBps, locale) },
      ]}
    />
  )
}
