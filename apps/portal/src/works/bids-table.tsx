import { getLocale, getTranslations } from 'next-intl/server'
import type { Bid, Tender } from '../api/tender-types.ts'
import { percentText } from '../format/amount.ts'
import { Amount } from '../ui/amount.tsx'
import { Badge } from '../ui/badge.tsx'
import { Address } from '../ui/identifier.tsx'
import { DataTable } from '../ui/table.tsx'
import { DocumentLink } from './terms.tsx'

const STANDINGS = ['Sealed', 'Revealed', 'Walked', 'Withdrawn'] as const

/** Every bid: who, how it stands, and its price once it is open. */
export async function BidsTable({
  tender,
  asset,
  address,
}: {
  readonly tender: Tender
  readonly asset: string
  /** Who is signed in: theirs is marked. */
  readonly address: string | null
}) {
  const [t, locale] = await Promise.all([getTranslations('works'), getLocale()])
  if (tender.bids.length === 0) return <p className="text-muted">{t('noBids')}</p>
  const standingOf = ({ standing }: Bid) => {
    const known = STANDINGS.find((one) => one === standing)
    return known === undefined ? standing : t(`standing${known}`)
  }
  const isScored = tender.phase !== 'commit' && tender.phase !== 'score'
  return (
    <DataTable
      id="bids-table"
      caption={t('bids')}
      hideCaption
      dense
      rows={tender.bids}
      keyOf={({ bidder }) => bidder}
      columns={[
        {
          id: 'bidder',
          title: t('bidder'),
          header: true,
          cell: ({ bidder }) => (
            <span className="inline-flex items-center gap-2">
              <Address value={bidder} />
              {bidder === address && <Badge tone="accent">{t('you')}</Badge>}
              {bidder === tender.winner && <Badge tone="good">{t('winner')}</Badge>}
            </span>
          ),
        },
        { id: 'standing', title: t('standing'), cell: standingOf },
        {
          id: 'price',
          title: t('price'),
          right: true,
          cell: ({ amountStroops }) =>
            amountStroops === null ? (
              <span className="text-muted">{t('sealed')}</span>
            ) : (
              <Amount stroops={amountStroops} asset={asset} />
            ),
        },
        {
          id: 'quality',
          title: t('quality'),
          right: true,
          cell: ({ qualityBps }) =>
            isScored || qualityBps > 0 ? (
              percentText(qualityBps, locale)
            ) : (
              <span className="text-muted">{t('notScored')}</span>
            ),
        },
        {
          id: 'bond',
          title: t('heldBond'),
          right: true,
          cell: ({ bondStroops }) => <Amount stroops={bondStroops} asset={asset} />,
        },
        { id: 'proposal', title: t('proposal'), cell: ({ proposalHash }) => <DocumentLink hash={proposalHash} /> },
      ]}
    />
  )
}
