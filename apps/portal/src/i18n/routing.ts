import { defineRouting } from 'next-intl/routing'

/** Spanish first: the first setting is Puerto Rico. The address says the language, so that a link shows what its sender saw. */
export const routing = defineRouting({ locales: ['es', 'en'], defaultLocale: 'es', localePrefix: 'always' })
export type Locale = (typeof routing.locales)[number]
