import { amountText, assetCode } from '../format/amount.ts'
import type { Locale } from '../i18n/routing.ts'

export interface AmountProps {
  readonly stroops: string | bigint
  /** `CODE:ISSUER`, `native`, or a code. */
  readonly asset: string
  /** Whole units only where the amount has no decimals, as in a headline. */
  readonly round?: boolean
  /** Only read out: a table of nothing else names its asset once. */
  readonly hideAsset?: boolean
}

/** An amount with its asset, exact to the stroop: decimals beyond two are smaller, not left out. */
export function AmountView({
  stroops,
  asset,
  round = false,
  hideAsset = false,
  locale,
}: AmountProps & { readonly locale: Locale }) {
  const { main, rest } = amountText(BigInt(stroops), locale)
  const shown = round && rest === '' && main.endsWith('.00') ? main.slice(0, -'.00'.length) : main
  return (
    <span className="figure whitespace-nowrap">
      {shown}
      {rest !== '' && <small className="text-[0.75em] text-muted">{rest}</small>}{' '}
      <abbr title={asset} className={hideAsset ? 'sr-only' : 'text-[0.8em] font-medium text-muted no-underline'}>
        {assetCode(asset)}
      </abbr>
    </span>
  )
}
