import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { foundOr404 } from '../../../../../api/found.ts'
import { getEligibility, getOffering, getOrderBook, getSchedule, listTrades } from '../../../../../api/queries.ts'
import type { BookLevel, OfferingDetail } from '../../../../../api/types.ts'
import { readId } from '../../../../../data/page-params.ts'
import { assetCode, plainAmount } from '../../../../../format/amount.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { OrderForm } from '../../../../../investor/order-form.tsx'
import { priceText } from '../../../../../investor/price.ts'
import { signedInAddress } from '../../../../../session/session.ts'
import { OneStep } from '../../../../../signing/one-step.tsx'
import { SIGNING_TEXTS } from '../../../../../signing/texts.ts'
import { getNetwork } from '../../../../../site/network.ts'
import { networkTitle } from '../../../../../site/network-title.ts'
import { Amount } from '../../../../../ui/amount.tsx'
import { buttonClass } from '../../../../../ui/button.tsx'
import { Address, TxHash } from '../../../../../ui/identifier.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Empty, Notice } from '../../../../../ui/notice.tsx'
import { ProblemNote } from '../../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../../ui/section.tsx'
import { DataTable } from '../../../../../ui/table.tsx'
import { Time } from '../../../../../ui/time.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, offering] = await Promise.all([getTranslations('market'), getOffering(readId((await params).id))])
  return offering.ok ? { title: t('title', { code: assetCode(offering.value.bondAsset) }) } : {}
}

/** A bond's order book, its trades, and a place to put an order. */
export default async function MarketPage({ params }: Props) {
  const id = readId((await params).id)
  const [t, offering, book, trades, address] = await Promise.all([
    getTranslations('market'),
    getOffering(id).then(foundOr404),
    getOrderBook(id),
    listTrades(id),
    signedInAddress(),
  ])
  if (!offering.ok) {
    return (
      <>
        <PageHead title={t('book')} />
        <div className="mt-6">
          <ProblemNote problem={offering.error} />
        </div>
      </>
    )
  }
  const { bondAsset, name } = offering.value
  const columns = (title: string) => [
    {
      id: 'price',
      title: t('price'),
      header: true,
      right: true,
      cell: (level: BookLevel) => priceText({ n: level.priceN, d: level.priceD }),
    },
    {
      id: 'bonds',
      title: `${title} (${t('bonds')})`,
      right: true,
      cell: (level: BookLevel) => <Amount stroops={level.bondStroops} asset={bondAsset} />,
    },
  ]
  return (
    <>
      <PageHead
        eyebrow={
          <Link href={`/offerings/${id}`} className="link">
            {name}
          </Link>
        }
        title={t('title', { code: assetCode(bondAsset) })}
        lead={t('lead')}
      />
      <Section id="book" title={t('book')}>
        {!book.ok ? (
          <ProblemNote problem={book.error} />
        ) : !book.value.listed ? (
          <Notice>{t('notListed')}</Notice>
        ) : (
          <div className="grid items-start gap-6 md:grid-cols-2">
            {(['bids', 'asks'] as const).map((side) =>
              book.value[side].length === 0 ? (
                <Empty key={side} title={t(side)}>
                  {t(side === 'asks' ? 'noAsks' : 'noBids')}
                </Empty>
              ) : (
                <DataTable
                  key={side}
                  id={side}
                  caption={t(side)}
                  dense
                  rows={book.value[side]}
                  keyOf={(level) => `${level.priceN}/${level.priceD}`}
                  columns={columns(t(side))}
                />
              ),
            )}
          </div>
        )}
      </Section>
      <Section id="place" title={t('place')} lead={t('accrued')}>
        {address === null ? <SignInFirst id={id} /> : <PlaceOrder offering={offering.value} address={address} />}
      </Section>
      <Section id="trades" title={t('trades')}>
        {!trades.ok ? (
          <ProblemNote problem={trades.error} />
        ) : trades.value.data.length === 0 ? (
          <Empty title={t('noTrades')} />
        ) : (
          <DataTable
            id="trades-table"
            caption={t('tradesCaption')}
            hideCaption
            dense
            rows={trades.value.data}
            keyOf={({ txHash, seller, bondStroops }) => `${txHash}${seller}${bondStroops}`}
            csv={`/v1/offerings/${id}/trades?format=csv&order=desc`}
            columns={[
              { id: 'time', title: t('time'), header: true, cell: ({ at }) => <Time at={at} /> },
              {
                id: 'bonds',
                title: t('bonds'),
                right: true,
                cell: ({ bondStroops }) => <Amount stroops={bondStroops} asset={bondAsset} />,
              },
              {
                id: 'paid',
                title: t('paid'),
                right: true,
                cell: ({ paidStroops, paidAsset }) => <Amount stroops={paidStroops} asset={paidAsset} />,
              },
              { id: 'seller', title: t('seller'), cell: ({ seller }) => <Address value={seller} /> },
              { id: 'buyer', title: t('buyer'), cell: ({ buyer }) => <Address value={buyer} /> },
              { id: 'tx', title: t('transaction'), cell: ({ txHash }) => <TxHash value={txHash} /> },
            ]}
          />
        )}
      </Section>
    </>
  )
}

async function SignInFirst({ id }: { readonly id: number }) {
  const [t, locale] = await Promise.all([getTranslations('market'), getLocale()])
  return (
    <Link href={`/account?next=${encodeURIComponent(`/${locale}/market/${id}`)}`} className={buttonClass()}>
      {t('signIn')}
    </Link>
  )
}

/** What the signed-in address can do on this market, or what is missing for it. */
async function PlaceOrder({ offering, address }: { readonly offering: OfferingDetail; readonly address: string }) {
  const { id, bondAsset, settlementAsset, contractId, state } = offering
  const [t, locale, network, schedule, eligibility] = await Promise.all([
    getTranslations('market'),
    getLocale(),
    getNetwork(),
    getSchedule(id),
    getEligibility(id, address),
  ])
  if (!eligibility.ok) return <ProblemNote problem={eligibility.error} />
  if (!network.up) return <ProblemNote problem={network.problem} />
  const { canTrade, allowed, reasons, bondStroops } = eligibility.value
  const { name, passphrase } = network.facts
  const shared = {
    address,
    network: { name, passphrase, title: await networkTitle(network.facts) },
    bondAsset,
    settlementAsset,
  }
  const rateBps = schedule.ok ? schedule.value.rateBps : null
  const yields =
    offering.kind === 'Bond' && schedule.ok && rateBps !== null
      ? { periods: schedule.value.periods, rateBps, now: String(Math.floor(network.facts.time.getTime() / 1_000)) }
      : null
  if (canTrade) {
    return (
      <div className="space-y-4">
        <p>{t('holdsNow', { bonds: plainAmount(bondStroops, bondAsset, locale) })}</p>
        <ClientTexts of={['market', 'yields', ...SIGNING_TEXTS]}>
          <OrderForm offering={id} yields={yields} {...shared} />
        </ClientTexts>
      </div>
    )
  }
  if (!allowed) return <Notice tone="warn">{t('notAllowed')}</Notice>
  if (state === 'Funding') return <Notice>{t('fundingFirst')}</Notice>
  const needsLine = reasons.includes('NO_LINE')
  return (
    <div className="space-y-4">
      <Notice>{t(needsLine ? 'noLine' : 'lineNotFree')}</Notice>
      <ClientTexts of={SIGNING_TEXTS}>
        <OneStep
          {...shared}
          contracts={[contractId]}
          label={t(needsLine ? 'openLine' : 'release')}
          request={
            needsLine
              ? { action: 'trust', source: address, params: { asset: bondAsset } }
              : { action: 'release', source: address, params: { offering: id, holders: [address] } }
          }
        />
      </ClientTexts>
    </div>
  )
}
