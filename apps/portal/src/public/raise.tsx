import { getLocale, getTranslations } from 'next-intl/server'
import type { ContractTerms, Offering } from '../api/types.ts'
import { assetCode, grouped, percentText, shareBps } from '../format/amount.ts'
import { Amount } from '../ui/amount.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Fact, Facts } from '../ui/stat.tsx'
import { Time } from '../ui/time.tsx'

const UNIT = 10_000_000n

/** How far the sale has come, what a bond costs, and who may buy how many. */
export async function Raise({ offering, terms }: { readonly offering: Offering; readonly terms: ContractTerms }) {
  const [t, locale] = await Promise.all([getTranslations('offering'), getLocale()])
  const { soldStroops, bondAsset, id, state } = offering
  const [sold, cap, minimum] = [BigInt(soldStroops), BigInt(terms.capStroops), BigInt(terms.minimumStroops)]
  const bonds = (stroops: string | bigint) => grouped(BigInt(stroops) / UNIT, locale)
  return (
    <div className="card p-5 sm:p-6">
      <p className="text-lg font-semibold">{t('sold', { sold: bonds(sold), cap: bonds(cap) })}</p>
      <div className="mt-3">
        <ProgressBar bps={shareBps(sold, cap)} label={t('raise')} markBps={shareBps(minimum, cap)} />
      </div>
      <p className="mt-2 flex flex-wrap justify-between gap-x-6 text-sm text-muted">
        <span>{t('raisedOf', { percent: percentText(shareBps(sold, cap), locale) })}</span>
        <span>{t('minimumMark')}</span>
      </p>
      <div className="mt-4">
        <Facts>
          <Fact name={t('remaining')}>
            <Amount stroops={cap > sold ? cap - sold : 0n} asset={bondAsset} round />
          </Fact>
          <Fact name={t('price')}>{t('ofPar', { percent: percentText(terms.priceBps, locale) })}</Fact>
          <Fact name={t('tickets')}>
            {t('ticketsText', {
              least: bonds(terms.minTicketStroops),
              most: bonds(terms.maxTicketStroops),
              step: bonds(terms.denominationStroops),
            })}
          </Fact>
          <Fact name={t('minimum')}>
            <Amount stroops={minimum} asset={bondAsset} round />
          </Fact>
          <Fact name={t('deadline')}>
            <Time at={terms.fundingDeadline} />
          </Fact>
        </Facts>
      </div>
      {state === 'Funding' && (
        <p className="mt-4">
          <Link href={`/invest/${id}`} className={buttonClass()}>
            {t('invest')} <span className="sr-only">{assetCode(bondAsset)}</span>
          </Link>
        </p>
      )}
    </div>
  )
}
