'use client'

import { couponStroops, parseStroops, quoteInvestment, type SaleTerms } from '@heliobond/domain'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { assetCode, grouped } from '../format/amount.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { SignFlow } from '../signing/sign-flow.tsx'
import { AmountView } from '../ui/amount-view.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useTellSteps } from './invest-steps.tsx'
import { YieldLine } from './yield-line.tsx'
import type { YieldFacts } from './yields.ts'

/** What the form needs to know of the sale. Amounts are decimal strings: they cross from the server. */
export interface Sale {
  readonly offering: number
  readonly contractId: string
  readonly bondAsset: string
  readonly settlementAsset: string
  readonly capStroops: string
  readonly soldStroops: string
  readonly denominationStroops: string
  readonly minTicketStroops: string
  /** Most that this investor may buy still. */
  readonly mostStroops: string
  readonly priceBps: number
  readonly rateBps: number
  /** Null for what bears no interest. */
  readonly yields: YieldFacts | null
}

const UNIT = 10_000_000n
const YEAR = { days: 360, basis: 360 }

/** Chooses how many bonds to buy, says what they cost, and signs. */
export function InvestForm({
  sale,
  address,
  network,
}: {
  readonly sale: Sale
  readonly address: string
  readonly network: { readonly name: string; readonly passphrase: string; readonly title: string }
}) {
  const t = useTexts('invest')
  const locale = useLocale()
  const [text, setText] = useState('')
  const tellSteps = useTellSteps()
  const bonds = (stroops: bigint) => grouped(stroops / UNIT, locale)
  const terms = useMemo(
    (): SaleTerms => ({
      capStroops: BigInt(sale.capStroops),
      denominationStroops: BigInt(sale.denominationStroops),
      minTicketStroops: BigInt(sale.minTicketStroops),
      maxTicketStroops: BigInt(sale.mostStroops),
      priceBps: sale.priceBps,
    }),
    [sale],
  )
  const sold = BigInt(sale.soldStroops)
  const amount = parseStroops(text.replaceAll(',', '').trim())
  const quote = amount.ok ? quoteInvestment(amount.value, sold, terms) : null
  const values = {
    step: bonds(terms.denominationStroops),
    least: bonds(terms.minTicketStroops),
    most: bonds(terms.maxTicketStroops),
    remaining: bonds(terms.capStroops - sold),
  }
  const error =
    text.trim() === ''
      ? undefined
      : quote === null
        ? t('amountMalformed')
        : quote.ok
          ? undefined
          : t(`amount${quote.error.code}`, values)
  const bondStroops = amount.ok && quote?.ok ? amount.value.toString() : null
  const request = useMemo(
    () =>
      bondStroops === null
        ? null
        : { action: 'invest', source: address, params: { offering: sale.offering, bondStroops } },
    [bondStroops, address, sale.offering],
  )
  const expected = useMemo(
    () => ({ address, passphrase: network.passphrase, contracts: [sale.contractId] }),
    [address, network.passphrase, sale.contractId],
  )
  return (
    <div className="space-y-5">
      <Field
        label={t('amount')}
        hint={t('amountHint', values)}
        error={error}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
        unit={assetCode(sale.bondAsset)}
        className="max-w-md"
      />
      {amount.ok && quote?.ok && (
        <dl className="grid max-w-md grid-cols-2 gap-4" aria-live="polite">
          <div>
            <dt className="text-sm text-muted">{t('cost')}</dt>
            <dd className="text-xl font-semibold">
              <AmountView stroops={quote.value.costStroops} asset={sale.settlementAsset} locale={locale} />
            </dd>
          </div>
          <div>
            <dt className="text-sm text-muted">{t('interest')}</dt>
            <dd className="text-xl font-semibold">
              <AmountView
                stroops={couponStroops(amount.value, sale.rateBps, YEAR)}
                asset={sale.settlementAsset}
                locale={locale}
              />
            </dd>
          </div>
        </dl>
      )}
      {sale.yields && <YieldLine facts={sale.yields} priceBps={sale.priceBps} />}
      <p className="max-w-prose text-sm text-muted">{t('locked')}</p>
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset: sale.settlementAsset, bondAsset: sale.bondAsset }}
        networkName={network.name}
        label={t('prepare')}
        onStage={tellSteps}
        after={
          <Link href={`/${locale}/portfolio`} className={buttonClass()}>
            {t('done')}
          </Link>
        }
      />
    </div>
  )
}
