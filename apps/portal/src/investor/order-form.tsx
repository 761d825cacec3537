'use client'

import { mulDivCeil, mulDivFloor, parseStroops } from '@heliobond/domain'
import { useMemo, useState } from 'react'
import { assetCode } from '../format/amount.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { SignFlow } from '../signing/sign-flow.tsx'
import { AmountView } from '../ui/amount-view.tsx'
import { Field, Select } from '../ui/field.tsx'
import { readPrice } from './price.ts'
import { YieldLine } from './yield-line.tsx'
import type { YieldFacts } from './yields.ts'

interface Props {
  readonly offering: number
  readonly bondAsset: string
  readonly settlementAsset: string
  /** Null for what bears no interest. */
  readonly yields: YieldFacts | null
  readonly address: string
  readonly network: { readonly name: string; readonly passphrase: string; readonly title: string }
}

/** Offers bonds on the network's order book, or bids for them. */
export function OrderForm({ offering, bondAsset, settlementAsset, yields, address, network }: Props) {
  const t = useTexts('market')
  const locale = useLocale()
  const [side, setSide] = useState<'sell' | 'buy'>('sell')
  const [amountText, setAmount] = useState('')
  const [priceInput, setPrice] = useState('')
  const amount = parseStroops(amountText.replaceAll(',', '').trim())
  const stroops = amount.ok && amount.value > 0n ? amount.value : null
  const price = readPrice(priceInput)
  const bondStroops = stroops?.toString() ?? null
  const [priceN, priceD] = [price?.n ?? null, price?.d ?? null]
  const request = useMemo(
    () =>
      bondStroops === null || priceN === null || priceD === null
        ? null
        : { action: side, source: address, params: { offering, bondStroops, priceN, priceD } },
    [side, address, offering, bondStroops, priceN, priceD],
  )
  const expected = useMemo(() => ({ address, passphrase: network.passphrase }), [address, network.passphrase])
  const total =
    stroops === null || price === null
      ? null
      : (side === 'sell' ? mulDivFloor : mulDivCeil)(stroops, BigInt(price.n), BigInt(price.d))
  return (
    <div className="space-y-5">
      <div className="grid max-w-2xl items-start gap-4 sm:grid-cols-3">
        <Select
          label={t('side')}
          value={side}
          onChange={({ target }) => setSide(target.value === 'buy' ? 'buy' : 'sell')}
          options={[
            { value: 'sell', label: t('sell') },
            { value: 'buy', label: t('buy') },
          ]}
        />
        <Field
          label={t('bonds')}
          inputMode="decimal"
          autoComplete="off"
          value={amountText}
          onChange={({ target }) => setAmount(target.value)}
          error={amountText.trim() !== '' && stroops === null ? t('amountMalformed') : undefined}
        />
        <Field
          label={t('price')}
          hint={t('priceHint', { asset: assetCode(settlementAsset) })}
          inputMode="decimal"
          autoComplete="off"
          value={priceInput}
          onChange={({ target }) => setPrice(target.value)}
          error={priceInput.trim() !== '' && price === null ? t('priceMalformed') : undefined}
        />
      </div>
      {total !== null && (
        <p aria-live="polite">
          {t('total')}:{' '}
          <strong>
            <AmountView stroops={total} asset={settlementAsset} locale={locale} />
          </strong>
        </p>
      )}
      {yields && price && <YieldLine facts={yields} priceBps={Math.round((price.n * 10_000) / price.d)} />}
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset, bondAsset }}
        networkName={network.name}
        label={t('prepare')}
        repeatable
      />
    </div>
  )
}
