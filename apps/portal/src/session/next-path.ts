import type { Locale } from '../i18n/routing.ts'

/** Where to go after signing in: a path of this site in the page's language; anything else leads to the account. */
export function nextPath(asked: string | undefined, locale: Locale): string {
  const fallback = `/${locale}/account`
  if (asked === undefined || !asked.startsWith(`/${locale}`)) return fallback
  // A browser reads // and \ as the beginning of somebody else's address.
  return asked.includes('//') || asked.includes('\\') ? fallback : asked
}
