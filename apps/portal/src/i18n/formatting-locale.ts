import type { Locale } from './routing.ts'

/**
 * The conventions for numbers and dates that go with a language. Puerto Rico writes 1,234.56 in Spanish too, where plain `es` would
 * write 1.234,56: an amount must not change its meaning with the language.
 */
export const FORMATTING_LOCALES: Readonly<Record<Locale, string>> = { es: 'es-PR', en: 'en-US' }
