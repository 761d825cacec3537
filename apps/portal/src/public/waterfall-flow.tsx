import { getTranslations } from 'next-intl/server'
import type { Flows } from '../api/types.ts'
import { BUCKET_TEXTS, flowOf } from '../data/waterfall.ts'
import { Amount } from '../ui/amount.tsx'

/** Where money went, as a cascade: each step begins where the one before ended. The words beside it say the same. */
export async function WaterfallFlow({
  totals,
  receipts,
  asset,
}: {
  readonly totals: Flows
  readonly receipts: number
  readonly asset: string
}) {
  const t = await getTranslations('offering')
  const { inStroops, steps } = flowOf(totals)
  return (
    <div className="card p-5">
      <ol className="space-y-1">
        <FlowRow
          name={t('flowIn')}
          note={t('flowInNote')}
          stroops={inStroops}
          asset={asset}
          from={0}
          width={inStroops > 0n ? 100 : 0}
          strong
        />
        {steps.map(({ bucket, stroops, fromBps, widthBps }) => (
          <FlowRow
            key={bucket}
            name={t(BUCKET_TEXTS[bucket])}
            note={t(`${BUCKET_TEXTS[bucket]}Note`)}
            stroops={stroops}
            asset={asset}
            from={fromBps / 100}
            width={widthBps / 100}
          />
        ))}
      </ol>
      <p className="mt-4 text-sm text-muted">{t('flowSum', { count: receipts })}</p>
    </div>
  )
}

function FlowRow({
  name,
  note,
  stroops,
  asset,
  from,
  width,
  strong = false,
}: {
  readonly name: string
  readonly note: string
  readonly stroops: bigint
  readonly asset: string
  /** Of the whole, in percent. */
  readonly from: number
  readonly width: number
  readonly strong?: boolean
}) {
  return (
    <li className="grid items-center gap-x-5 gap-y-1 border-b border-line py-2.5 last:border-0 sm:grid-cols-[15rem_1fr_11rem]">
      <div>
        <p className="font-semibold">{name}</p>
        <p className="text-sm text-muted">{note}</p>
      </div>
      <div aria-hidden="true" className="relative h-5 overflow-hidden rounded bg-sunken">
        {width > 0 && (
          <div
            className={strong ? 'absolute inset-y-0 bg-chart-used' : 'absolute inset-y-0 bg-accent'}
            style={{ left: `${from}%`, width: `max(2px, ${width}%)` }}
          />
        )}
      </div>
      <p className="font-semibold sm:text-right">
        <Amount stroops={stroops} asset={asset} />
      </p>
    </li>
  )
}
