import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Ago } from '../../../../../operator/ago.tsx'
import { OperatorHead } from '../../../../../operator/head.tsx'
import { settlementAsset } from '../../../../../operator/money.ts'
import { getOracles } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Amount } from '../../../../../ui/amount.tsx'
import { Badge } from '../../../../../ui/badge.tsx'
import { Address } from '../../../../../ui/identifier.tsx'
import { Empty } from '../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { Section } from '../../../../../ui/section.tsx'
import { DataTable } from '../../../../../ui/table.tsx'
import { Time } from '../../../../../ui/time.tsx'

const PATH = '/operations/oracles'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('oracles'), robots: { index: false } }
}

/** Who says what energy was made and what it costs, and how long ago they spoke. */
export default async function OraclesPage() {
  await requireAddress(PATH)
  const [t, asset, oracles] = await Promise.all([
    getTranslations('operator'),
    settlementAsset(),
    getOracles().then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <>
      <OperatorHead at="oracles" />
      {!oracles.ok ? (
        <div className="mt-6">
          <ProblemNote problem={oracles.error} />
        </div>
      ) : (
        <>
          <Section id="energy" title={t('energyOracles')} lead={t('energyOraclesLead')} className="mt-8">
            {oracles.value.energy.length === 0 ? (
              <Empty title={t('nothing')}>{t('noOracles')}</Empty>
            ) : (
              <DataTable
                id="energy-table"
                caption={t('energyOracles')}
                hideCaption
                dense
                rows={oracles.value.energy}
                keyOf={({ oracle }) => oracle}
                columns={[
                  { id: 'oracle', title: t('account'), header: true, cell: ({ oracle }) => <Address value={oracle} /> },
                  {
                    id: 'last',
                    title: t('lastSpoke'),
                    cell: ({ lastAt, ageSeconds }) => (
                      <>
                        <Time at={lastAt} />
                        <span className="block text-muted">
                          <Ago seconds={ageSeconds} />
                        </span>
                      </>
                    ),
                  },
                  { id: 'agrees', title: t('agrees'), right: true, cell: ({ agrees }) => agrees },
                  {
                    id: 'differs',
                    title: t('differs'),
                    right: true,
                    cell: ({ differs }) => (differs === 0 ? 0 : <Badge tone="bad">{differs}</Badge>),
                  },
                  { id: 'cannot', title: t('cannotSay'), right: true, cell: ({ cannotSay }) => cannotSay },
                ]}
              />
            )}
          </Section>
          <Section id="tariffs" title={t('tariffs')} lead={t('tariffsLead')}>
            {oracles.value.tariffs.length === 0 ? (
              <Empty title={t('nothing')}>{t('noTariffs')}</Empty>
            ) : (
              <DataTable
                id="tariffs-table"
                caption={t('tariffs')}
                hideCaption
                dense
                rows={oracles.value.tariffs}
                keyOf={({ contractId, symbol }) => contractId + symbol}
                columns={[
                  { id: 'symbol', title: t('utility'), header: true, cell: ({ symbol }) => symbol },
                  {
                    id: 'price',
                    title: t('perKwh'),
                    right: true,
                    cell: ({ priceStroopsPerKwh }) => <Amount stroops={priceStroopsPerKwh} asset={asset} />,
                  },
                  { id: 'since', title: t('since'), cell: ({ effectiveAt }) => <Time at={effectiveAt} /> },
                  {
                    id: 'said',
                    title: t('lastSpoke'),
                    cell: ({ saidAt, ageSeconds }) => (
                      <>
                        <Time at={saidAt} />
                        <span className="block text-muted">
                          <Ago seconds={ageSeconds} />
                        </span>
                      </>
                    ),
                  },
                  {
                    id: 'next',
                    title: t('nextPrice'),
                    cell: ({ next }) =>
                      next === null ? (
                        '—'
                      ) : (
                        <>
                          <Amount stroops={next.priceStroopsPerKwh} asset={asset} />
                          <span className="block text-muted">
                            <Time at={next.effectiveAt} />
                          </span>
                        </>
                      ),
                  },
                  { id: 'feeder', title: t('feeder'), cell: ({ feeder }) => <Address value={feeder} /> },
                  { id: 'contract', title: t('contract'), cell: ({ contractId }) => <Address value={contractId} /> },
                ]}
              />
            )}
          </Section>
        </>
      )}
    </>
  )
}
