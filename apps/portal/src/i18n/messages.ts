import type en from '../../messages/en/index.ts'
import type { Locale } from './routing.ts'

/** The texts of the site by namespace. English is the model: the test holds the other languages to its names. */
export type Messages = typeof en

/** The texts of one language. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const { default: messages } =
    locale === 'en' ? await import('../../messages/en/index.ts') : await import('../../messages/es/index.ts')
  return messages
}

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
