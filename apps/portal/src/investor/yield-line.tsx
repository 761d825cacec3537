'use client'

import { percentText } from '../format/amount.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { type YieldFacts, yieldsAt } from './yields.ts'

/** What a bond yields at a price, in a line. Needs the texts `yields`. */
export function YieldLine({ facts, priceBps }: { readonly facts: YieldFacts; readonly priceBps: number }) {
  const t = useTexts('yields')
  const locale = useLocale()
  const yields = yieldsAt(facts, priceBps)
  if (yields === null) return null
  return (
    <p className="max-w-prose text-muted" aria-live="polite">
      {t('atPrice', {
        current: percentText(yields.currentBps, locale),
        maturity: percentText(yields.maturityBps, locale),
      })}
    </p>
  )
}
