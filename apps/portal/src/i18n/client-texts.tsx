import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { loadMessages, type Messages } from './messages.ts'
import { TextsProvider } from './texts.tsx'

/** Hands the texts of some namespaces to the parts within that run in the browser (`useTexts`). */
export async function ClientTexts({ of, children }: { of: readonly (keyof Messages)[]; children: ReactNode }) {
  const locale = await getLocale()
  const messages = await loadMessages(locale)
  const picked: Partial<Messages> = Object.fromEntries(of.map((space) => [space, messages[space]]))
  return (
    <TextsProvider locale={locale} messages={picked}>
      {children}
    </TextsProvider>
  )
}
