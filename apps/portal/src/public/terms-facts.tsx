import { getTranslations } from 'next-intl/server'
import type { Offering } from '../api/types.ts'
import type { Terms } from '../data/terms.ts'
import { Amount } from '../ui/amount.tsx'
import { Address, Identifier } from '../ui/identifier.tsx'
import { Fact, Facts } from '../ui/stat.tsx'

/** What was fixed at issue, and the contract and the asset that it is fixed in. */
export async function TermsFacts({ offering, terms }: { readonly offering: Offering; readonly terms: Terms | null }) {
  const t = await getTranslations('offering')
  const { bondAsset, settlementAsset, contractId } = offering
  return (
    <div className="card px-5 py-2">
      <Facts>
        <Fact name={t('contract')}>
          <Address value={contractId} />
        </Fact>
        <Fact name={t('asset')}>
          <Identifier id={bondAsset} kind="asset" />
        </Fact>
        <Fact name={t('settlement')}>
          <Identifier id={settlementAsset} kind="asset" />
        </Fact>
        {terms && (
          <>
            <Fact name={t('dayCount')}>{terms.dayCount}</Fact>
            <Fact name={t('operations')}>
              <Amount stroops={terms.operationsStroops} asset={settlementAsset} />
            </Fact>
            <Fact name={t('reserve')}>
              <Amount stroops={terms.reserveStroops} asset={settlementAsset} />
            </Fact>
          </>
        )}
        <Fact name={t('callRule')}>{t('callRuleText')}</Fact>
        <Fact name={t('controls')}>{t('controlsText')}</Fact>
      </Facts>
    </div>
  )
}
