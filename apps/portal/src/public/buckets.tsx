import { getLocale, getTranslations } from 'next-intl/server'
import type { EscrowBuckets, OfferingDetail } from '../api/types.ts'
import { plainAmount } from '../format/amount.ts'
import { Amount } from '../ui/amount.tsx'
import { Notice } from '../ui/notice.tsx'
import { DataTable } from '../ui/table.tsx'

/** Names of the escrow's buckets in the texts, in the order in which a bond's life fills them. */
const NAMES = {
  deposits: 'bucketDeposits',
  construction: 'bucketConstruction',
  operations: 'bucketOperations',
  coupon: 'bucketCoupon',
  reserve: 'bucketReserve',
  renewal: 'bucketRenewal',
  principal: 'bucketPrincipal',
  redemption: 'bucketRedemption',
  coupons_unclaimed: 'bucketUnclaimed',
  export_credit: 'bucketExport',
} as const

/** What the escrow holds by purpose, and what the ledger says that it has: the two must be the same. */
export async function Buckets({
  escrow,
  offering,
}: {
  readonly escrow: EscrowBuckets
  readonly offering: OfferingDetail
}) {
  const [t, locale] = await Promise.all([getTranslations('offering'), getLocale()])
  const { settlementAsset, parties } = offering
  const held = new Map(escrow.buckets.map(({ name, stroops }) => [name, stroops]))
  const known = (Object.keys(NAMES) as (keyof typeof NAMES)[]).map((name) => ({
    id: name as string,
    title: t(NAMES[name]),
    stroops: held.get(name) ?? '0',
  }))
  const credits = parties.map(({ index, name }) => ({
    id: `credit:${index}`,
    title: t('bucketCredit', { name }),
    stroops: held.get(`credit:${index}`) ?? '0',
  }))
  const text = (stroops: string) => plainAmount(stroops, settlementAsset, locale)
  const { heldStroops, totalStroops } = escrow
  const difference = heldStroops === null ? null : BigInt(heldStroops) - BigInt(totalStroops)
  return (
    <div className="space-y-4">
      <DataTable
        id="buckets-table"
        caption={t('buckets')}
        hideCaption
        dense
        rows={[...known, ...credits].filter(({ stroops }) => stroops !== '0')}
        keyOf={({ id }) => id}
        columns={[
          { id: 'bucket', title: t('bucket'), header: true, cell: ({ title }) => title },
          {
            id: 'holds',
            title: t('holds'),
            right: true,
            cell: ({ stroops }) => <Amount stroops={stroops} asset={settlementAsset} />,
          },
        ]}
      />
      {heldStroops !== null && difference !== null && (
        <Notice tone={difference < 0n ? 'bad' : 'info'}>
          {t('escrowHas', { held: text(heldStroops), total: text(totalStroops) })}{' '}
          {t(difference === 0n ? 'escrowSame' : difference > 0n ? 'escrowMore' : 'escrowLess')}
        </Notice>
      )}
    </div>
  )
}
