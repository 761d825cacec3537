import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { OwnOffer, Portfolio } from '../../../../api/types.ts'
import { timeText } from '../../../../format/time.ts'
import { ClientTexts } from '../../../../i18n/client-texts.tsx'
import { HoldingCard, type SignerFacts } from '../../../../investor/holding-card.tsx'
import { priceText } from '../../../../investor/price.ts'
import { getPortfolio } from '../../../../investor/queries.ts'
import { PortfolioTabs } from '../../../../investor/tabs.tsx'
import { RefreshOn } from '../../../../live/refresh-on.tsx'
import { orSignIn, requireAddress } from '../../../../session/require.ts'
import { OneStep } from '../../../../signing/one-step.tsx'
import { SIGNING_TEXTS } from '../../../../signing/texts.ts'
import { getNetwork } from '../../../../site/network.ts'
import { networkTitle } from '../../../../site/network-title.ts'
import { Amount } from '../../../../ui/amount.tsx'
import { buttonClass } from '../../../../ui/button.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Empty } from '../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../ui/section.tsx'
import { Stat, Stats } from '../../../../ui/stat.tsx'

const PATH = '/portfolio'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portfolio')
  return { title: t('title') }
}

/** What an investor holds, has earned, and can do. */
export default async function PortfolioPage() {
  const address = await requireAddress(PATH)
  const [t, locale, network, portfolio] = await Promise.all([
    getTranslations('portfolio'),
    getLocale(),
    getNetwork(),
    getPortfolio().then((answer) => orSignIn(answer, PATH)),
  ])
  const problem = !portfolio.ok ? portfolio.error : !network.up ? network.problem : null
  if (!portfolio.ok || !network.up) {
    return (
      <>
        <PageHead title={t('title')} />
        <PortfolioTabs at="holdings" />
        <div className="mt-6">{problem && <ProblemNote problem={problem} />}</div>
      </>
    )
  }
  const { name, passphrase } = network.facts
  const signer = { address, network: { name, passphrase, title: await networkTitle(network.facts) } }
  const { holdings, balances, offers, at } = portfolio.value
  const held = holdings.filter(isHeld)
  const past = holdings.filter((holding) => !isHeld(holding))
  return (
    <ClientTexts of={SIGNING_TEXTS}>
      <RefreshOn events={['coupon', 'redemption', 'transaction', 'offering']} />
      <PageHead title={t('title')} lead={t('lead', { time: timeText(at, 'second', locale) })} />
      <PortfolioTabs at="holdings" />
      <Section id="holdings" title={t('holdings')} className="mt-8">
        {held.length === 0 ? (
          <Empty
            title={t('none')}
            action={
              <Link href="/offerings" className={buttonClass()}>
                {t('toOfferings')}
              </Link>
            }
          >
            {t('noneLead')}
          </Empty>
        ) : (
          <ul className="space-y-6">
            {held.map((holding) => (
              <li key={holding.offeringId}>
                <HoldingCard holding={holding} signer={signer} />
              </li>
            ))}
          </ul>
        )}
        {past.length > 0 && (
          <details className="mt-6">
            <summary className="link inline-block min-h-6 cursor-pointer">
              {t('noLongerHeld', { count: past.length })}
            </summary>
            <ul className="mt-4 space-y-6">
              {past.map((holding) => (
                <li key={holding.offeringId}>
                  <HoldingCard holding={holding} signer={signer} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </Section>
      {offers !== null && offers.length > 0 && (
        <Section id="orders" title={t('orders')}>
          <Orders offers={offers} holdings={holdings} signer={signer} />
        </Section>
      )}
      <Section id="balances" title={t('balances')}>
        <Stats className="grid-cols-[repeat(auto-fit,minmax(12rem,1fr))]">
          {balances.map(({ asset, stroops }) => (
            <Stat
              key={asset}
              name={asset === 'native' ? 'XLM' : asset.split(':')[0]}
              value={<Amount stroops={stroops} asset={asset} />}
            />
          ))}
        </Stats>
      </Section>
    </ClientTexts>
  )
}

/** Whether an investor has anything of a bond still: units, or a coupon to claim. */
const isHeld = ({ bondStroops, claimable }: Portfolio['holdings'][number]): boolean =>
  BigInt(bondStroops) > 0n || claimable.length > 0

async function Orders({
  offers,
  holdings,
  signer,
}: {
  readonly offers: readonly OwnOffer[]
  readonly holdings: Portfolio['holdings']
  readonly signer: SignerFacts
}) {
  const t = await getTranslations('portfolio')
  return (
    <ul className="card divide-y divide-line">
      {offers.map(({ offerId, offeringId, side, bondStroops, priceN, priceD }) => {
        const holding = holdings.find((one) => one.offeringId === offeringId)
        return (
          <li key={offerId} className="space-y-3 p-4">
            <p className="flex flex-wrap gap-x-6 gap-y-1">
              <strong>{t(side === 'sell' ? 'sideSell' : 'sideBuy')}</strong>
              <Amount stroops={bondStroops} asset={holding?.bondAsset ?? ''} />
              <span>
                {t('price')}: <span className="figure">{priceText({ n: priceN, d: priceD })}</span>
              </span>
            </p>
            <OneStep
              {...signer}
              settlementAsset={holding?.settlementAsset ?? ''}
              label={t('cancelOrder')}
              request={{ action: 'cancel-offer', source: signer.address, params: { offerId } }}
            />
          </li>
        )
      })}
    </ul>
  )
}
