import { getTranslations } from 'next-intl/server'
import type { Bill } from '../api/types.ts'
import { Amount } from '../ui/amount.tsx'
import { Badge } from '../ui/badge.tsx'
import { Energy } from '../ui/energy.tsx'
import { Link } from '../ui/link.tsx'
import { type Column, DataTable, type Sorting } from '../ui/table.tsx'
import { TimeSpan } from '../ui/time.tsx'

/** Bills of a system, or of one party of it. */
export async function BillsTable({
  systemId,
  bills,
  asset,
  now,
  csv,
  sorting,
  withParty = true,
}: {
  readonly systemId: number
  readonly bills: readonly Bill[]
  readonly asset: string
  /** The network's time: it says which open bills are overdue. */
  readonly now: Date
  readonly csv?: string
  readonly sorting?: Sorting
  readonly withParty?: boolean
}) {
  const t = await getTranslations('system')
  const columns: Column<Bill>[] = [
    {
      id: 'number',
      title: t('bill'),
      header: true,
      cell: ({ number }) => (
        <Link href={`/systems/${systemId}/bills/${number}`} className="link figure">
          {number}
        </Link>
      ),
    },
    ...(withParty ? [{ id: 'party', title: t('party'), cell: ({ partyName }: Bill) => partyName ?? '—' }] : []),
    { id: 'interval', title: t('interval'), cell: ({ from, to }) => <TimeSpan from={from} to={to} /> },
    { id: 'delivered', title: t('delivered'), right: true, cell: ({ deliveredWh }) => <Energy wh={deliveredWh} /> },
    {
      id: 'price',
      title: t('price'),
      right: true,
      cell: ({ priceStroopsPerKwh, provisional }) => (
        <>
          <Amount stroops={priceStroopsPerKwh} asset={asset} />
          {provisional && <span className="block text-muted">{t('provisional')}</span>}
        </>
      ),
    },
    {
      id: 'due',
      title: t('due'),
      right: true,
      cell: ({ dueStroops }) => <Amount stroops={dueStroops} asset={asset} />,
    },
    { id: 'status', title: t('status'), cell: (bill) => <BillStatus bill={bill} now={now} /> },
  ]
  return (
    <DataTable
      id="bills"
      caption={t(sorting?.order === 'asc' ? 'billsOldest' : 'billsCaption')}
      hideCaption
      rows={bills}
      keyOf={({ number }) => number}
      columns={columns}
      csv={csv}
      sorting={sorting}
    />
  )
}

/** Whether a bill is paid, open or overdue, in a word. */
export async function BillStatus({ bill, now }: { readonly bill: Pick<Bill, 'paid' | 'dueAt'>; readonly now: Date }) {
  const t = await getTranslations('system')
  if (bill.paid) return <Badge tone="good">{t('isPaid')}</Badge>
  return new Date(bill.dueAt) < now ? (
    <Badge tone="bad">{t('isOverdue')}</Badge>
  ) : (
    <Badge tone="neutral">{t('isOpen')}</Badge>
  )
}
