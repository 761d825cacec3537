/** The API's answers carry a stable code and what their English sentence names; here the same is said in the reader's language. Pure. */
import { percentText, plainAmount } from '../format/amount.ts'
import { timeText } from '../format/time.ts'
import { fillText } from './fill.ts'
import { FORMATTING_LOCALES } from './formatting-locale.ts'
import type { Locale } from './routing.ts'

/** What an answer names, by name: amounts as stroops, times as RFC 3339 or Unix seconds. */
export type Params = Readonly<Record<string, unknown>>

const UNIX_SECONDS = /^\d{1,12}$/

/**
 * A text with its places filled; null where there is no such text, or where a place of it has no value, so that the API's own words serve.
 *
 * @param asset what amounts are in
 */
export function codedText(text: string | undefined, params: Params, locale: Locale, asset: string): string | null {
  if (text === undefined) return null
  const values: Record<string, string> = {}
  for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g)) {
    const value = placeText(name, params[name], locale, asset)
    if (value === null) return null
    values[name] = value
  }
  return fillText(text, values, FORMATTING_LOCALES[locale])
}

function placeText(name: string, value: unknown, locale: Locale, asset: string): string | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(', ')
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
  if (name.endsWith('Stroops')) return /^-?\d+$/.test(text) ? plainAmount(text, asset, locale) : null
  if (name.endsWith('Bps')) return /^-?\d+$/.test(text) ? percentText(BigInt(text), locale) : null
  if (name.endsWith('At') || name === 'now') {
    const moment = new Date(UNIX_SECONDS.test(text) ? Number(text) * 1_000 : text)
    return Number.isNaN(moment.getTime()) ? text : timeText(moment, 'minute', locale)
  }
  return text
}
