import { getTranslations } from 'next-intl/server'
import type { Party, Receipt } from '../api/types.ts'
import { BUCKET_FIELDS, BUCKET_TEXTS, BUCKETS } from '../data/waterfall.ts'
import { assetCode } from '../format/amount.ts'
import { Amount } from '../ui/amount.tsx'
import { TxHash } from '../ui/identifier.tsx'
import { DataTable } from '../ui/table.tsx'

/** Receipts of the waterfall: what came in with each payment and the buckets it went to. */
export async function ReceiptsTable({
  offeringId,
  receipts,
  parties,
  asset,
}: {
  readonly offeringId: number
  readonly receipts: readonly Receipt[]
  readonly parties: readonly Pick<Party, 'index' | 'name'>[]
  readonly asset: string
}) {
  const t = await getTranslations('offering')
  const nameOf = (index: number | null) =>
    index === null ? t('exportMoney') : (parties.find((party) => party.index === index)?.name ?? String(index))
  return (
    <DataTable
      id="receipts"
      caption={t('receiptsCaption', { asset: assetCode(asset) })}
      dense
      rows={receipts}
      keyOf={({ txHash }) => txHash}
      csv={`/v1/offerings/${offeringId}/waterfall?format=csv&order=desc`}
      columns={[
        { id: 'party', title: t('party'), header: true, cell: ({ partyIndex }) => nameOf(partyIndex) },
        {
          id: 'in',
          title: t('flowIn'),
          right: true,
          cell: ({ pulledStroops, creditUsedStroops }) => (
            <Amount stroops={BigInt(pulledStroops) + BigInt(creditUsedStroops)} asset={asset} hideAsset />
          ),
        },
        ...BUCKETS.map((bucket) => ({
          id: bucket,
          title: t(BUCKET_TEXTS[bucket]),
          right: true,
          cell: (receipt: Receipt) => <Amount stroops={receipt[BUCKET_FIELDS[bucket]]} asset={asset} hideAsset />,
        })),
        { id: 'ledger', title: t('ledger'), right: true, cell: ({ ledger }) => ledger },
        { id: 'tx', title: t('transaction'), cell: ({ txHash }) => <TxHash value={txHash} /> },
      ]}
    />
  )
}
