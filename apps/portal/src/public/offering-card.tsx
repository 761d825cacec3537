import { getLocale, getTranslations } from 'next-intl/server'
import type { Offering } from '../api/types.ts'
import { readTerms } from '../data/terms.ts'
import { assetCode, percentText } from '../format/amount.ts'
import { Amount } from '../ui/amount.tsx'
import { Link } from '../ui/link.tsx'
import { ModelledBadge, StateBadge } from '../ui/state-badge.tsx'

/** An offering in a list: what it is, where it stands, and its two figures. */
export async function OfferingCard({
  offering,
  level: Heading = 'h3',
}: {
  readonly offering: Offering
  /** Of its heading, below that of the list. */
  readonly level?: 'h2' | 'h3'
}) {
  const [t, locale] = await Promise.all([getTranslations('offering'), getLocale()])
  const terms = readTerms(offering.terms)
  const code = assetCode(offering.bondAsset)
  return (
    <article className="relative card flex h-full flex-col p-5 transition-colors hover:border-line-strong">
      <div className="flex flex-wrap gap-2">
        <StateBadge state={offering.state} />
        {offering.modelled && <ModelledBadge />}
      </div>
      <Heading className="mt-3 text-lg font-semibold">
        <Link href={`/offerings/${offering.id}`} className="text-ink no-underline after:absolute after:inset-0">
          {offering.name}
        </Link>
      </Heading>
      <p className="mb-4 text-sm text-muted">{t('bondTitle', { code })}</p>
      {terms && (
        <dl className="mt-auto grid grid-cols-2 gap-4 border-t border-line pt-4">
          <div>
            <dt className="text-sm text-muted">{t('principal')}</dt>
            <dd className="mt-0.5 font-semibold">
              <Amount stroops={terms.principalStroops} asset={offering.settlementAsset} round />
            </dd>
          </div>
          <div>
            <dt className="text-sm text-muted">{t('coupon')}</dt>
            <dd className="figure mt-0.5 font-semibold">{percentText(terms.couponBps, locale)}</dd>
          </div>
        </dl>
      )}
    </article>
  )
}
