import { getTranslations } from 'next-intl/server'
import type { HistoryLine } from '../api/types.ts'
import { Amount } from '../ui/amount.tsx'
import { Address, TxHash } from '../ui/identifier.tsx'
import { Link } from '../ui/link.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'

export const HISTORY_KINDS = [
  'invested',
  'refunded',
  'bought',
  'sold',
  'received',
  'sent',
  'coupon',
  'redeemed',
] as const

/** What an offering is called and which assets it has, for lines that tell only its number. */
export type OfferingNames = ReadonlyMap<number, { readonly name: string; readonly bondAsset: string }>

/** Lines of an investor's account. */
export async function HistoryTable({
  id,
  lines,
  names,
  csv,
}: {
  readonly id: string
  readonly lines: readonly HistoryLine[]
  readonly names: OfferingNames
  readonly csv?: string
}) {
  const t = await getTranslations('portfolio')
  const kindOf = ({ kind, coupon }: HistoryLine) => {
    const known = HISTORY_KINDS.find((one) => one === kind)
    return known === undefined ? kind : t(`kind${known}`, { number: coupon ?? '' })
  }
  return (
    <DataTable
      id={id}
      caption={t('historyCaption')}
      hideCaption
      dense
      rows={lines}
      keyOf={({ txHash, kind, offeringId, coupon, counterparty }) =>
        [txHash, kind, offeringId, coupon ?? '', counterparty ?? ''].join(' ')
      }
      csv={csv}
      columns={[
        { id: 'time', title: t('time'), header: true, cell: ({ at }) => <Time at={at} /> },
        { id: 'kind', title: t('kind'), cell: kindOf },
        {
          id: 'offering',
          title: t('offering'),
          cell: ({ offeringId }) => (
            <Link href={`/offerings/${offeringId}`} className="link">
              {names.get(offeringId)?.name ?? offeringId}
            </Link>
          ),
        },
        {
          id: 'bonds',
          title: t('bonds'),
          right: true,
          cell: ({ bondStroops, offeringId }) =>
            bondStroops === '0' ? '—' : <Amount stroops={bondStroops} asset={names.get(offeringId)?.bondAsset ?? ''} />,
        },
        {
          id: 'money',
          title: t('money'),
          right: true,
          cell: ({ moneyStroops, moneyAsset }) =>
            moneyAsset === null ? '—' : <Amount stroops={moneyStroops} asset={moneyAsset} />,
        },
        {
          id: 'counterparty',
          title: t('counterparty'),
          cell: ({ counterparty }) => (counterparty === null ? '—' : <Address value={counterparty} />),
        },
        { id: 'tx', title: t('transaction'), cell: ({ txHash }) => <TxHash value={txHash} /> },
      ]}
    />
  )
}
