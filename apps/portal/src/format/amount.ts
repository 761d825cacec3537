import { formatStroops } from '@heliobond/domain'
import { FORMATTING_LOCALES } from '../i18n/formatting-locale.ts'
import type { Locale } from '../i18n/routing.ts'

/** An amount in the reader's conventions, exact to the stroop: nothing is rounded. */
export interface AmountText {
  /** With two decimals: `1,234.56`. */
  readonly main: string
  /** The decimals beyond two that are not 0: `789` of 1,234.56789. Empty as a rule. */
  readonly rest: string
}

const DECIMALS_SHOWN = 2

/** Writes stroops as units of their asset. `main` followed by `rest` is the exact amount. */
export function amountText(stroops: bigint, locale: Locale): AmountText {
  const exact = formatStroops(stroops)
  const point = exact.indexOf('.')
  const sign = exact.startsWith('-') ? '-' : ''
  const units = grouped(BigInt(exact.slice(sign.length, point)), locale)
  const decimals = exact.slice(point + 1)
  return {
    main: `${sign}${units}.${decimals.slice(0, DECIMALS_SHOWN)}`,
    rest: decimals.slice(DECIMALS_SHOWN).replace(/0+$/, ''),
  }
}

/** An amount and its asset's code in one line of plain text, exact to the stroop: `1,234.56789 USDC`. */
export function plainAmount(stroops: bigint | string, asset: string, locale: Locale): string {
  const { main, rest } = amountText(BigInt(stroops), locale)
  return `${main}${rest} ${assetCode(asset)}`
}

/** Digits in groups of three. */
export const grouped = (value: bigint, locale: Locale): string =>
  new Intl.NumberFormat(FORMATTING_LOCALES[locale], { useGrouping: 'always' }).format(value)

/** Basis points as a percentage: 500 is `5%`, 1234 is `12.34%`. */
export function percentText(bps: bigint | number, locale: Locale): string {
  const value = BigInt(bps)
  const sign = value < 0n ? '-' : ''
  const size = value < 0n ? -value : value
  const decimals = (size % 100n).toString().padStart(2, '0').replace(/0+$/, '')
  return `${sign}${grouped(size / 100n, locale)}${decimals === '' ? '' : `.${decimals}`}%`
}

/** The code of `CODE:ISSUER`; `native` is XLM. */
export const assetCode = (asset: string): string => (asset === 'native' ? 'XLM' : (asset.split(':')[0] ?? asset))

/** `part` of `whole` in basis points, rounded down and at most `10_000`; 0 of nothing. */
export function shareBps(part: bigint, whole: bigint): number {
  if (whole <= 0n || part <= 0n) return 0
  return part >= whole ? 10_000 : Number((part * 10_000n) / whole)
}
