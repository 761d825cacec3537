import { getLocale, getTranslations } from 'next-intl/server'
import type { Offering } from '../api/types.ts'
import type { Terms } from '../data/terms.ts'
import { percentText } from '../format/amount.ts'
import { durationIn } from '../format/duration.ts'
import { Amount } from '../ui/amount.tsx'
import { Address, Hash, Identifier } from '../ui/identifier.tsx'
import { Fact, Facts } from '../ui/stat.tsx'
import { Time } from '../ui/time.tsx'

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
        {terms && <Fact name={t('dayCount')}>{terms.dayCount}</Fact>}
        <OnChainFacts offering={offering} />
        <Fact name={t('callRule')}>{t('callRuleText')}</Fact>
        <Fact name={t('controls')}>{t('controlsText')}</Fact>
      </Facts>
    </div>
  )
}

async function OnChainFacts({ offering }: { readonly offering: Offering }) {
  const [t, locale] = await Promise.all([getTranslations('offering'), getLocale()])
  const { contractTerms: terms, settlementAsset } = offering
  if (terms === null) return null
  const delay = (seconds: string) => {
    const { unit, count } = durationIn(seconds)
    return t(unit, { count })
  }
  return (
    <>
      {terms.kind === 'Equity' && <Fact name={t('share')}>{percentText(terms.shareBps, locale)}</Fact>}
      <Fact name={t('principalRule')}>{t(terms.principal === 'PassThrough' ? 'passThrough' : 'sinkingFund')}</Fact>
      <Fact name={t('operations')}>
        <Amount stroops={terms.operationsBudgetStroops} asset={settlementAsset} />
      </Fact>
      <Fact name={t('reserve')}>
        <Amount stroops={terms.reserveRequirementStroops} asset={settlementAsset} />
      </Fact>
      <Fact name={t('renewal')}>
        <Amount stroops={terms.renewalRequirementStroops} asset={settlementAsset} />
      </Fact>
      <Fact name={t('capitalized')}>
        <Amount stroops={terms.capitalizedInterestStroops} asset={settlementAsset} />
      </Fact>
      <Fact name={t('longStop')}>
        <Time at={terms.longStop} style="day" />
      </Fact>
      <Fact name={t('callNotice')}>{delay(terms.callNoticeSeconds)}</Fact>
      <Fact name={t('challenge')}>{delay(terms.challengeDelaySeconds)}</Fact>
      <Fact name={t('upgrade')}>{delay(terms.upgradeDelaySeconds)}</Fact>
      <Fact name={t('unclaimed')}>{delay(terms.unclaimedAfterSeconds)}</Fact>
      <Fact name={t('documents')}>
        <Hash value={terms.documentsHash} />
      </Fact>
    </>
  )
}
