'use client'

import { assetCode, percentText } from '../format/amount.ts'
import { powerText } from '../format/energy.ts'
import { timeText } from '../format/time.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { AmountView } from '../ui/amount-view.tsx'
import { Notice } from '../ui/notice.tsx'
import type { BuiltTransaction } from './built.ts'
import { type ShownFact, shownFacts } from './facts.ts'
import type { Reviewed } from './sign.ts'

const short = (address: string) => `${address.slice(0, 5)}…${address.slice(-5)}`

export interface ReviewNames {
  /** Of the network, as people call it. */
  readonly network: string
  readonly settlementAsset: string
  readonly bondAsset?: string
  /** Names for addresses that the page knows: a school's collection account, for one. */
  readonly names?: Readonly<Record<string, string>>
}

/** What is about to be signed, in words: who gives what to whom, on which network, for which fee, until when. */
export function Review({
  reviewed,
  address,
  names,
}: {
  readonly reviewed: Reviewed
  readonly address: string
  readonly names: ReviewNames
}) {
  const t = useTexts('signing')
  const locale = useLocale()
  const { built, mismatches, operations } = reviewed
  const nameOf = (who: string) =>
    who === address ? t('you') : (names.names?.[who] ?? (who.startsWith('C') ? t('contract') : short(who)))
  return (
    <div className="space-y-4">
      {mismatches.length > 0 && (
        <Notice tone="bad" title={t('stopTitle')} alert>
          <p>{t('stopLead')}</p>
          <ul className="mt-2 list-disc pl-5">
            {mismatches.map((one) => (
              <li key={one}>
                {t(one)} <code className="font-mono text-sm">{one}</code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {built.action === 'restore' && <Notice>{t('restoreNote')}</Notice>}
      <div>
        <h3 className="eyebrow">{t('moves')}</h3>
        {built.moves.length === 0 ? (
          <p className="mt-1">{t('noMoves')}</p>
        ) : (
          <ul className="mt-1 divide-y divide-line">
            {built.moves.map(({ from, to, asset, amountStroops }) => (
              <li key={`${from}${to}${asset}`} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
                <span title={`${from} → ${to}`}>
                  {nameOf(from)} <span aria-hidden="true">→</span> {nameOf(to)}
                </span>
                <strong className="text-lg">
                  <AmountView stroops={amountStroops} asset={asset} locale={locale} />
                </strong>
              </li>
            ))}
          </ul>
        )}
      </div>
      <dl className="grid gap-x-6 gap-y-2 border-t border-line pt-4 sm:grid-cols-[auto_1fr]">
        {shownFacts(built).map((fact) => (
          <Row key={fact.name} name={t(fact.label)}>
            <FactValue fact={fact} built={built} names={names} />
          </Row>
        ))}
        <Row name={t('network')}>{names.network}</Row>
        <Row name={t('fee')}>
          <AmountView stroops={built.feeStroops} asset="native" locale={locale} />
        </Row>
        <Row name={t('expires')}>{timeText(built.expiresAt, 'second', locale)}</Row>
      </dl>
      {mismatches.length === 0 && (
        <p className="flex items-start gap-2 text-sm text-muted">
          <span aria-hidden="true" className="font-bold text-good">
            ✓
          </span>
          {t('checked')}
        </p>
      )}
      <details className="text-sm">
        <summary className="link inline-block min-h-6 cursor-pointer">{t('technical')}</summary>
        <dl className="mt-2 space-y-2">
          <Row name={t('hash')}>
            <code className="font-mono break-all">{built.hash}</code>
          </Row>
          <Row name="XDR">
            <code className="block max-h-32 overflow-auto font-mono break-all">{built.envelopeXdr}</code>
          </Row>
        </dl>
        {operations.map(({ type, json }) => (
          <pre key={json} className="mt-2 max-h-64 overflow-auto rounded bg-sunken p-3 font-mono text-xs">
            {`${type}\n${json}`}
          </pre>
        ))}
      </details>
    </div>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="figure min-w-0 font-medium">{children}</dd>
    </>
  )
}

function FactValue({
  fact: { name, kind },
  built: { facts },
  names,
}: {
  readonly fact: ShownFact
  readonly built: BuiltTransaction
  readonly names: ReviewNames
}) {
  const t = useTexts('signing')
  const locale = useLocale()
  const value = facts[name] ?? ''
  const bond = facts.bondAsset ?? names.bondAsset ?? ''
  const settlement = facts.settlementAsset ?? names.settlementAsset
  switch (kind) {
    case 'bond':
      return <AmountView stroops={value} asset={bond} locale={locale} />
    case 'settlement':
      return <AmountView stroops={value} asset={settlement} locale={locale} />
    case 'native':
      return <AmountView stroops={value} asset="native" locale={locale} />
    case 'sendAsset':
      return <AmountView stroops={value} asset={facts.sendAsset ?? settlement} locale={locale} />
    case 'price':
      return (
        <>
          {priceText(value, facts.priceD ?? '1')} {assetCode(settlement)}
        </>
      )
    case 'certificate':
      return <AmountView stroops={value} asset={facts.asset ?? ''} locale={locale} />
    case 'percent':
      return percentText(BigInt(value), locale)
    case 'watts':
      return powerText(BigInt(value), locale)
    case 'yesNo':
      return t(value === 'true' ? 'yes' : 'no')
    case 'time':
      return timeText(momentOf(value), 'minute', locale)
    case 'ordinal':
      return String(Number(value) + 1)
    case 'asset':
      return <code className="font-mono break-all">{value}</code>
    case 'text':
      return value
  }
}

/** Contracts count seconds, the API writes RFC 3339. */
const momentOf = (value: string): Date => new Date(/^\d+$/.test(value) ? Number(value) * 1_000 : value)

/** A price of the order book with up to seven decimals; the fraction itself where it has more. */
function priceText(n: string, d: string): string {
  const scaled = BigInt(n) * 10_000_000n
  if (scaled % BigInt(d) !== 0n) return `${n}/${d}`
  const stroops = scaled / BigInt(d)
  const decimals = (stroops % 10_000_000n).toString().padStart(7, '0').replace(/0+$/, '')
  return `${stroops / 10_000_000n}${decimals === '' ? '' : `.${decimals}`}`
}
