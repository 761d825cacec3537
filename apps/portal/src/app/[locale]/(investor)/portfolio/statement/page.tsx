import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { HistoryTable } from '../../../../../investor/history-table.tsx'
import { offeringNames } from '../../../../../investor/names.ts'
import { getStatement } from '../../../../../investor/queries.ts'
import { spanOf } from '../../../../../investor/span.ts'
import { SpanForm } from '../../../../../investor/span-form.tsx'
import { PortfolioTabs } from '../../../../../investor/tabs.tsx'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Amount } from '../../../../../ui/amount.tsx'
import { buttonClass } from '../../../../../ui/button.tsx'
import { Empty } from '../../../../../ui/notice.tsx'
import { withQuery } from '../../../../../ui/pagination.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../ui/section.tsx'
import { Fact, Facts } from '../../../../../ui/stat.tsx'

const PATH = '/portfolio/statement'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portfolio')
  return { title: t('statement') }
}

/** A statement of account for a time, bond by bond. */
export default async function StatementPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const query = await readQuery(searchParams, 'from', 'to')
  const span = spanOf(query)
  const [t, locale, names, statement] = await Promise.all([
    getTranslations('portfolio'),
    getLocale(),
    offeringNames(),
    getStatement(span.from, span.to).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <>
      <PageHead
        title={t('statement')}
        lead={t('statementLead')}
        actions={
          <a href={withQuery('/api/pdf/statement', { ...query, locale })} className={buttonClass('secondary')} download>
            {t('pdf')}
          </a>
        }
      />
      <PortfolioTabs at="statement" />
      <SpanForm query={query} />
      {!statement.ok ? (
        <div className="mt-6">
          <ProblemNote problem={statement.error} />
        </div>
      ) : statement.value.offerings.length === 0 ? (
        <div className="mt-6">
          <Empty title={t('empty')}>{t('emptyLead')}</Empty>
        </div>
      ) : (
        statement.value.offerings.map((offering) => {
          const { offeringId, name, settlementAsset, lines } = offering
          const bond = names.get(offeringId)?.bondAsset ?? ''
          return (
            <Section key={offeringId} id={`offering-${offeringId}`} title={name}>
              <div className="card px-5 py-2">
                <Facts>
                  <Fact name={t('opening')}>
                    <Amount stroops={offering.openingBondStroops} asset={bond} />
                  </Fact>
                  <Fact name={t('closing')}>
                    <Amount stroops={offering.closingBondStroops} asset={bond} />
                  </Fact>
                  <Fact name={t('invested')}>
                    <Amount stroops={offering.investedStroops} asset={settlementAsset} />
                  </Fact>
                  <Fact name={t('proceeds')}>
                    <Amount stroops={offering.proceedsStroops} asset={settlementAsset} />
                  </Fact>
                  <Fact name={t('couponsReceived')}>
                    <Amount stroops={offering.couponsStroops} asset={settlementAsset} />
                  </Fact>
                  <Fact name={t('principalReceived')}>
                    <Amount stroops={offering.redeemedStroops} asset={settlementAsset} />
                  </Fact>
                  <Fact name={t('realized')}>
                    {offering.realizedGainStroops === null ? (
                      '—'
                    ) : (
                      <Amount stroops={offering.realizedGainStroops} asset={settlementAsset} />
                    )}
                  </Fact>
                </Facts>
              </div>
              {lines.length > 0 && (
                <div className="mt-4">
                  <HistoryTable id={`lines-${offeringId}`} lines={lines} names={names} />
                </div>
              )}
            </Section>
          )
        })
      )}
    </>
  )
}
