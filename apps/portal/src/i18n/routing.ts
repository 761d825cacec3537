import { defineRouting } from 'next-intl/routing'

/** Spanish first: the first setting is Puerto Rico. The address says the language, so that a link shows what its sender saw. */
export const routing = defineRouting({
  locales: ['es', 'en'],
  defaultLocale: 'es',
  localePrefix: 'always',
  // The address says it, and the browser asks for it: no cookie is needed.
  localeCookie: false,
})
export type Locale = (typeof routing.locales)[number]
