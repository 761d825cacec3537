import { getTranslations } from 'next-intl/server'
import type { Coupon, OfferingDetail } from '../api/types.ts'
import { OneStep } from '../signing/one-step.tsx'
import type { SigningNetwork } from '../signing/site-network.ts'
import { Amount } from '../ui/amount.tsx'
import { Hash } from '../ui/identifier.tsx'
import { Link } from '../ui/link.tsx'
import { Time } from '../ui/time.tsx'
import type { Office } from './offices.ts'

interface Signer {
  readonly address: string
  readonly network: SigningNetwork
  readonly settlementAsset: string
  readonly bondAsset: string
  readonly contracts: readonly string[]
  readonly names: Readonly<Record<string, string>>
}

/** Coupons that are proposed and not paid: issuer and trustee attest each, after recomputing it. Needs `SIGNING_TEXTS`. */
export async function CouponActs({
  offering,
  coupons,
  offices,
  signer,
}: {
  readonly offering: OfferingDetail
  readonly coupons: readonly Coupon[]
  readonly offices: readonly Office[]
  readonly signer: Signer
}) {
  const t = await getTranslations('issuer')
  const proposed = coupons.filter(({ status, root }) => status === 'proposed' && root !== null)
  if (proposed.length === 0) return <p className="text-muted">{t('noCoupons')}</p>
  const mayAttest = offices.includes('issuer') || offices.includes('trustee')
  return (
    <ul className="space-y-5">
      {proposed.map(({ number, payAt, root, totalStroops, leafCount }) => {
        const request = (action: string) => ({
          action,
          source: signer.address,
          params: { offering: offering.id, coupon: number },
        })
        return (
          <li key={number} className="card space-y-4 p-5">
            <h3 className="font-semibold">{t('couponNumber', { number })}</h3>
            <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
              <dt className="text-muted">{t('pay')}</dt>
              <dd>
                <Time at={payAt} style="day" />
              </dd>
              <dt className="text-muted">{t('couponTotal')}</dt>
              <dd>
                {totalStroops === null ? '—' : <Amount stroops={totalStroops} asset={offering.settlementAsset} />}
              </dd>
              <dt className="text-muted">{t('couponClaims')}</dt>
              <dd className="figure">{leafCount}</dd>
              <dt className="text-muted">{t('couponRoot')}</dt>
              <dd>
                <Hash value={root ?? ''} />
              </dd>
            </dl>
            <p className="text-sm">
              <Link href={`/check/coupon?offering=${offering.id}&number=${number}`} className="link">
                {t('couponCheck')}
              </Link>
            </p>
            {mayAttest && (
              <OneStep {...signer} args={[root ?? '']} label={t('attest')} request={request('attest-coupon')} />
            )}
            {offices.includes('trustee') && (
              <OneStep {...signer} label={t('voidCoupon')} request={request('void-coupon')} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
