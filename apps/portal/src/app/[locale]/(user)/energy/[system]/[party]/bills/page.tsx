import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listBills } from '../../../../../../../api/queries.ts'
import type { Bill } from '../../../../../../../api/types.ts'
import { offeringOfSystem } from '../../../../../../../data/offering-of-system.ts'
import { readQuery, type SearchParams } from '../../../../../../../data/page-params.ts'
import { RefreshOn } from '../../../../../../../live/refresh-on.tsx'
import { BillsTable } from '../../../../../../../public/bills-table.tsx'
import { requireAddress } from '../../../../../../../session/require.ts'
import { networkNow } from '../../../../../../../site/network.ts'
import { Amount } from '../../../../../../../ui/amount.tsx'
import { buttonClass } from '../../../../../../../ui/button.tsx'
import { Link } from '../../../../../../../ui/link.tsx'
import { Empty } from '../../../../../../../ui/notice.tsx'
import { Pagination, withQuery } from '../../../../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../../../ui/section.tsx'
import { Stat, Stats } from '../../../../../../../ui/stat.tsx'
import { type PartyParams, partyAt, placeOf } from '../../../../../../../user/party.ts'
import { UserHead } from '../../../../../../../user/user-head.tsx'

interface Props {
  readonly params: PartyParams
  readonly searchParams: SearchParams
}

const BILLS_A_PAGE = 30

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('user')
  return { title: t('tabBills') }
}

/** A party's bills, and what the utility would have charged for the same energy. */
export default async function PartyBillsPage({ params, searchParams }: Props) {
  const place = await placeOf(params)
  const path = `${place.path}/bills`
  await requireAddress(path)
  const { systemId, index } = place
  const query = await readQuery(searchParams, 'cursor', 'order')
  const order = query.order === 'asc' ? 'asc' : 'desc'
  const [t, words, now, found, bills, offering] = await Promise.all([
    getTranslations('user'),
    getTranslations('system'),
    networkNow(),
    partyAt(place),
    listBills(systemId, index, query.cursor, BILLS_A_PAGE, order),
    offeringOfSystem(systemId),
  ])
  if (!found.ok) {
    return (
      <>
        <PageHead title={t('tabBills')} />
        <div className="mt-6">
          <ProblemNote problem={found.error} />
        </div>
      </>
    )
  }
  const asset = offering?.settlementAsset ?? ''
  return (
    <>
      <RefreshOn events={['bill', 'payment', 'collection']} systemId={systemId} />
      <UserHead system={found.value.system} party={found.value.party} at="tabBills" />
      {bills.ok && bills.value.data.length > 0 && (
        <Section id="compare" title={t('compareTitle')} lead={t('compareLead')} className="mt-8">
          <Compared bills={bills.value.data} asset={asset} />
        </Section>
      )}
      <Section
        id="bills"
        title={t('bills')}
        lead={t('billsLead')}
        aside={
          <Link href={`/pay/${systemId}/${index}`} className={buttonClass('primary', true)}>
            {t('payNow')}
          </Link>
        }
      >
        {!bills.ok ? (
          <ProblemNote problem={bills.error} />
        ) : bills.value.data.length === 0 ? (
          <Empty title={words('noBills')}>{words('noBillsLead')}</Empty>
        ) : (
          <>
            <BillsTable
              systemId={systemId}
              bills={bills.value.data}
              asset={asset}
              now={now}
              withParty={false}
              csv={withQuery(`/v1/systems/${systemId}/bills`, { format: 'csv', order, party: String(index) })}
              sorting={{
                column: 'number',
                order,
                href: withQuery(path, { order: order === 'asc' ? 'desc' : 'asc' }),
              }}
            />
            <Pagination
              path={path}
              query={{ order: query.order }}
              cursor={query.cursor}
              nextCursor={bills.value.nextCursor}
              label={words('pages')}
            />
          </>
        )}
      </Section>
    </>
  )
}

/** What is billed beside what the same energy costs at the utility's tariff of each bill's time. */
async function Compared({ bills, asset }: { readonly bills: readonly Bill[]; readonly asset: string }) {
  const t = await getTranslations('user')
  const sum = (of: (bill: Bill) => bigint) => bills.reduce((total, bill) => total + of(bill), 0n)
  const billed = sum(({ dueStroops }) => BigInt(dueStroops))
  const utility = sum(
    ({ deliveredWh, priceStroopsPerKwh }) => (BigInt(deliveredWh) * BigInt(priceStroopsPerKwh)) / 1_000n,
  )
  return (
    <Stats className="sm:grid-cols-2">
      <Stat name={t('comparePaid')} value={<Amount stroops={billed} asset={asset} />} note={t('compareFree')} />
      <Stat name={t('compareUtility')} value={<Amount stroops={utility} asset={asset} />} />
    </Stats>
  )
}
