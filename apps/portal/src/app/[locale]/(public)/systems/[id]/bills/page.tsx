import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../../api/found.ts'
import { getSystem, listBills } from '../../../../../../api/queries.ts'
import { offeringOfSystem } from '../../../../../../data/offering-of-system.ts'
import { readId, readQuery, type SearchParams } from '../../../../../../data/page-params.ts'
import { BillsTable } from '../../../../../../public/bills-table.tsx'
import { networkNow } from '../../../../../../site/network.ts'
import { Button } from '../../../../../../ui/button.tsx'
import { Select } from '../../../../../../ui/field.tsx'
import { Link } from '../../../../../../ui/link.tsx'
import { Empty } from '../../../../../../ui/notice.tsx'
import { Pagination, withQuery } from '../../../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../../ui/section.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: SearchParams
}

const BILLS_A_PAGE = 50

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('system')
  return { title: t('bills') }
}

/** Every bill of a system, of one party if wanted, newest or oldest first. */
export default async function BillsPage({ params, searchParams }: Props) {
  const id = readId((await params).id)
  const query = await readQuery(searchParams, 'party', 'order', 'cursor')
  const order = query.order === 'asc' ? 'asc' : 'desc'
  const party = query.party === undefined ? undefined : readId(query.party)
  const [t, now, system, bills, offering] = await Promise.all([
    getTranslations('system'),
    networkNow(),
    getSystem(id).then(foundOr404),
    listBills(id, party, query.cursor, BILLS_A_PAGE, order),
    offeringOfSystem(id),
  ])
  const path = `/systems/${id}/bills`
  const filter = { party: query.party, order: query.order }
  return (
    <>
      <PageHead
        eyebrow={
          <Link href={`/systems/${id}`} className="link">
            {system.ok ? system.value.name : t('eyebrow', { id })}
          </Link>
        }
        title={t('bills')}
        lead={t('billsLead')}
      />
      <form method="get" className="mt-6 flex flex-wrap items-end gap-4">
        <Select
          name="party"
          label={t('filterParty')}
          defaultValue={query.party}
          options={[
            { value: '', label: t('everyParty') },
            ...(system.ok ? system.value.parties : []).map(({ index, name }) => ({
              value: String(index),
              label: name,
            })),
          ]}
        />
        {query.order && <input type="hidden" name="order" value={order} />}
        <Button type="submit" look="secondary">
          {t('show')}
        </Button>
      </form>
      <div className="mt-6">
        {!bills.ok ? (
          <ProblemNote problem={bills.error} />
        ) : bills.value.data.length === 0 ? (
          <Empty title={t('noBills')}>{t('noBillsLead')}</Empty>
        ) : (
          <>
            <BillsTable
              systemId={id}
              bills={bills.value.data}
              asset={offering?.settlementAsset ?? ''}
              now={now}
              csv={withQuery(`/v1${path}`, { format: 'csv', order, party: query.party })}
              sorting={{
                column: 'number',
                order,
                href: withQuery(path, { ...filter, order: order === 'asc' ? 'desc' : 'asc' }),
              }}
            />
            <Pagination
              path={path}
              query={filter}
              cursor={query.cursor}
              nextCursor={bills.value.nextCursor}
              label={t('pages')}
            />
          </>
        )}
      </div>
    </>
  )
}
