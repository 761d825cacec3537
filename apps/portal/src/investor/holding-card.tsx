import { getLocale, getTranslations } from 'next-intl/server'
import type { Holding } from '../api/types.ts'
import { isTraded } from '../data/traded.ts'
import { percentText, plainAmount } from '../format/amount.ts'
import { timeText } from '../format/time.ts'
import { OneStep } from '../signing/one-step.tsx'
import { Amount } from '../ui/amount.tsx'
import { Link } from '../ui/link.tsx'
import { Stat, Stats } from '../ui/stat.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { Time } from '../ui/time.tsx'

export interface SignerFacts {
  readonly address: string
  readonly network: { readonly name: string; readonly passphrase: string; readonly title: string }
}

/** One bond of an investor: what it has earned, what comes next, and what can be done now. */
export async function HoldingCard({ holding, signer }: { readonly holding: Holding; readonly signer: SignerFacts }) {
  const [t, locale] = await Promise.all([getTranslations('portfolio'), getLocale()])
  const { offeringId, bondAsset, settlementAsset, nextCoupon, claimable, state, bondStroops } = holding
  const text = (stroops: string, asset: string) => plainAmount(stroops, asset, locale)
  const percent = (bps: number | null) => (bps === null ? '—' : percentText(bps, locale))
  const act = { ...signer, settlementAsset, bondAsset }
  const holds = BigInt(bondStroops) > 0n
  return (
    <article className="card p-5 sm:p-6" aria-labelledby={`bond-${offeringId}`}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h3 id={`bond-${offeringId}`} className="text-xl font-semibold">
            <Link href={`/offerings/${offeringId}`} className="link">
              {holding.name}
            </Link>
          </h3>
          <p className="mt-1 text-lg">
            <Amount stroops={bondStroops} asset={bondAsset} />
            {holding.offeredStroops !== '0' && (
              <span className="ml-3 text-sm text-muted">
                {t('onOffer', { bonds: text(holding.offeredStroops, bondAsset) })}
              </span>
            )}
          </p>
        </div>
        <StateBadge state={state} />
      </div>
      <Stats className="mt-4 grid-cols-1 sm:grid-cols-2 lg:grid-cols-3">
        <Stat
          name={t('accrued')}
          value={<Amount stroops={holding.accruedStroops} asset={settlementAsset} />}
          note={t('accruedNote')}
        />
        <Stat
          name={t('nextCoupon')}
          value={
            nextCoupon === null ? t('noCoupon') : <Amount stroops={nextCoupon.amountStroops} asset={settlementAsset} />
          }
          note={
            nextCoupon &&
            t('nextCouponNote', {
              number: nextCoupon.number,
              record: timeText(nextCoupon.recordAt, 'day', locale),
              pay: timeText(nextCoupon.payAt, 'day', locale),
            })
          }
        />
        <Stat name={t('paidSoFar')} value={<Amount stroops={holding.couponsPaidStroops} asset={settlementAsset} />} />
        <Stat
          name={t('cost')}
          value={holding.costStroops === null ? '—' : <Amount stroops={holding.costStroops} asset={settlementAsset} />}
          note={holding.costStroops === null ? t('unknownCost') : undefined}
        />
        <Stat
          name={t('currentYield')}
          value={percent(holding.currentYieldBps)}
          note={`${t('maturityYield')}: ${percent(holding.yieldToMaturityBps)}`}
        />
        <Stat
          name={t('matures')}
          value={holding.maturesAt === null ? '—' : <Time at={holding.maturesAt} style="day" />}
          note={
            holding.redeemedStroops === '0'
              ? undefined
              : `${t('redeemed')}: ${text(holding.redeemedStroops, settlementAsset)}`
          }
        />
      </Stats>
      {claimable.length > 0 && (
        <div className="mt-5 rounded-lg bg-accent-soft p-4">
          <h4 className="font-semibold">{t('claimTitle')}</h4>
          <p className="text-sm">{t('claimLead')}</p>
          <ul className="mt-3 space-y-4">
            {claimable.map(({ coupon, amountStroops }) => (
              <li key={coupon} className="space-y-2">
                <Amount stroops={amountStroops} asset={settlementAsset} />
                <OneStep
                  {...act}
                  label={t('claim', { number: coupon })}
                  request={{ action: 'claim', source: signer.address, params: { offering: offeringId, coupon } }}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {holds && state === 'Matured' && (
        <div className="mt-5 space-y-3 rounded-lg bg-accent-soft p-4">
          <h4 className="font-semibold">{t('redeemTitle')}</h4>
          <OneStep
            {...act}
            label={t('redeem')}
            request={{ action: 'redeem', source: signer.address, params: { offering: offeringId } }}
          />
        </div>
      )}
      {holds && state === 'Refunding' && (
        <div className="mt-5 space-y-3 rounded-lg bg-accent-soft p-4">
          <h4 className="font-semibold">{t('refundTitle')}</h4>
          <OneStep
            {...act}
            label={t('refund')}
            request={{ action: 'refund', source: signer.address, params: { offering: offeringId } }}
          />
        </div>
      )}
      <p className="mt-4 flex flex-wrap gap-5 text-sm">
        {isTraded(state) && (
          <Link href={`/market/${offeringId}`} className="link">
            {t('trade')}
          </Link>
        )}
        <Link href={`/check/coupon?offering=${offeringId}&number=1&address=${signer.address}`} className="link">
          {t('check')}
        </Link>
      </p>
    </article>
  )
}
