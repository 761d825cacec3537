import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { TaxLot } from '../../../../../api/types.ts'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { offeringNames } from '../../../../../investor/names.ts'
import { getPortfolio, listLots } from '../../../../../investor/queries.ts'
import { PortfolioTabs } from '../../../../../investor/tabs.tsx'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Amount } from '../../../../../ui/amount.tsx'
import { Empty } from '../../../../../ui/notice.tsx'
import { Pagination, withQuery } from '../../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead } from '../../../../../ui/section.tsx'
import { DataTable } from '../../../../../ui/table.tsx'
import { Time } from '../../../../../ui/time.tsx'

const PATH = '/portfolio/lots'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portfolio')
  return { title: t('lots') }
}

/** Tax lots, first in first out. */
export default async function LotsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, offering } = await readQuery(searchParams, 'offering', 'cursor')
  const [t, locale, names, portfolio, lots] = await Promise.all([
    getTranslations('portfolio'),
    getLocale(),
    offeringNames(),
    getPortfolio(),
    listLots(offering, cursor).then((answer) => orSignIn(answer, PATH)),
  ])
  const settlementOf = (id: number) =>
    (portfolio.ok && portfolio.value.holdings.find(({ offeringId }) => offeringId === id)?.settlementAsset) || 'USDC'
  const money = (stroops: string | null, { offeringId }: TaxLot) =>
    stroops === null ? '—' : <Amount stroops={stroops} asset={settlementOf(offeringId)} />
  return (
    <>
      <PageHead title={t('lots')} lead={t('lotsLead')} />
      <PortfolioTabs at="lots" />
      <div className="mt-6">
        {!lots.ok ? (
          <ProblemNote problem={lots.error} />
        ) : lots.value.data.length === 0 ? (
          <Empty title={t('none')}>{t('noneLead')}</Empty>
        ) : (
          <>
            <DataTable
              id="lots"
              caption={t('lotsCaption')}
              hideCaption
              dense
              rows={lots.value.data}
              keyOf={(lot) =>
                [lot.offeringId, lot.acquiredAt, lot.disposedAt ?? '', lot.bondStroops, lot.costStroops ?? ''].join(' ')
              }
              csv={withQuery('/v1/portfolio/lots', { format: 'csv', offering })}
              columns={[
                {
                  id: 'offering',
                  title: t('offering'),
                  header: true,
                  cell: ({ offeringId }) => names.get(offeringId)?.name ?? offeringId,
                },
                {
                  id: 'acquired',
                  title: t('acquired'),
                  cell: ({ acquiredAt }) => <Time at={acquiredAt} style="day" />,
                },
                {
                  id: 'disposed',
                  title: t('disposed'),
                  cell: ({ disposedAt }) => (disposedAt === null ? t('held') : <Time at={disposedAt} style="day" />),
                },
                {
                  id: 'bonds',
                  title: t('bonds'),
                  right: true,
                  cell: ({ bondStroops, offeringId }) => (
                    <Amount stroops={bondStroops} asset={names.get(offeringId)?.bondAsset ?? ''} />
                  ),
                },
                { id: 'cost', title: t('cost'), right: true, cell: (lot) => money(lot.costStroops, lot) },
                { id: 'proceeds', title: t('proceeds'), right: true, cell: (lot) => money(lot.proceedsStroops, lot) },
                { id: 'gain', title: t('gain'), right: true, cell: (lot) => money(lot.gainStroops, lot) },
              ]}
            />
            <p className="mt-2 text-right text-sm">
              <a href={withQuery('/api/pdf/lots', { offering, locale })} className="link" download>
                {t('pdf')}
              </a>
            </p>
            <Pagination
              path={PATH}
              query={{ offering }}
              cursor={cursor}
              nextCursor={lots.value.nextCursor}
              label={t('pages')}
            />
          </>
        )}
      </div>
    </>
  )
}
