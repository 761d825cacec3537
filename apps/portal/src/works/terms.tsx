import { getLocale, getTranslations } from 'next-intl/server'
import type { TenderTerms } from '../api/tender-types.ts'
import { percentText } from '../format/amount.ts'
import { energyText } from '../format/energy.ts'
import { Amount } from '../ui/amount.tsx'
import { Address, Hash } from '../ui/identifier.tsx'
import { Fact, Facts } from '../ui/stat.tsx'
import { lengthText } from './duration.ts'

const DAY = 86_400n

/** What a tender was opened with. Nothing of it changes. */
export async function TermsFacts({
  terms,
  asset,
  contractId,
}: {
  readonly terms: TenderTerms
  readonly asset: string
  /** The tender contract. */
  readonly contractId: string
}) {
  const [t, locale] = await Promise.all([getTranslations('works'), getLocale()])
  const required = energyText(BigInt(terms.requiredWh), locale)
  return (
    <Facts>
      <Fact name={t('ceiling')}>
        <Amount stroops={terms.ceilingStroops} asset={asset} />
      </Fact>
      <Fact name={t('deposit')}>
        <Amount stroops={terms.bondStroops} asset={asset} />
      </Fact>
      <Fact name={t('weights')}>
        {t('weightsText', {
          price: percentText(terms.priceWeightBps, locale),
          quality: percentText(terms.qualityWeightBps, locale),
        })}
      </Fact>
      <Fact name={t('pricing')}>{t(terms.pricing === 'Vickrey' ? 'pricingVickrey' : 'pricingFirstPrice')}</Fact>
      <Fact name={t('retention')} note={t('retentionNote', { count: Number(BigInt(terms.retentionSeconds) / DAY) })}>
        {percentText(terms.retentionBps, locale)}
      </Fact>
      <Fact name={t('objection')}>{lengthText(terms.objectionSeconds, t)}</Fact>
      {terms.requiredWh !== '0' && (
        <Fact name={t('test')}>{t('testText', { energy: `${required.value} ${required.unit}` })}</Fact>
      )}
      <Fact name={t('documents')}>
        <DocumentLink hash={terms.documentsHash} />
      </Fact>
      <Fact name={t('contract')}>
        <Address value={contractId} />
      </Fact>
    </Facts>
  )
}

/** A document by its hash: to be had here where it is kept. */
export async function DocumentLink({ hash }: { readonly hash: string }) {
  const t = await getTranslations('works')
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <a href={`/api/v1/documents/${hash}`} className="link" download>
        {t('download')}
        <span className="sr-only"> {hash.slice(0, 8)}</span>
      </a>
      <Hash value={hash} />
    </span>
  )
}
