'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { fillText, type TextValues } from './fill.ts'
import { FORMATTING_LOCALES } from './formatting-locale.ts'
import type { Messages } from './messages.ts'
import type { Locale } from './routing.ts'

interface TextsInPage {
  readonly locale: Locale
  readonly messages: Partial<Messages>
}

const Texts = createContext<TextsInPage>({ locale: 'es', messages: {} })

/** Hands texts to the parts that run in the browser. What is handed down further in adds to what was handed down further out. */
export function TextsProvider({ locale, messages, children }: TextsInPage & { children: ReactNode }) {
  const outer = useContext(Texts)
  const value = useMemo(
    () => ({ locale, messages: { ...outer.messages, ...messages } }),
    [outer.messages, locale, messages],
  )
  return <Texts value={value}>{children}</Texts>
}

/** The language of the page, in the browser. */
export const useLocale = (): Locale => useContext(Texts).locale

export type TextOf<Space extends keyof Messages> = (name: keyof Messages[Space] & string, values?: TextValues) => string

type TextsOf<Space extends keyof Messages> = TextOf<Space> & { has(name: string): boolean }

/**
 * The texts of one namespace, in the browser.
 *
 * @throws if the page did not hand the namespace down: wrap the part in `ClientTexts`.
 */
export function useTexts<Space extends keyof Messages>(space: Space): TextsOf<Space> {
  const texts = useTextsIfThere(space)
  if (!texts) throw new Error(`the texts "${space}" were not handed down`)
  return texts
}

/** The texts of a namespace that few pages hand down; null on all others. */
export function useTextsIfThere<Space extends keyof Messages>(space: Space): TextsOf<Space> | null {
  const { locale, messages } = useContext(Texts)
  return useMemo(() => {
    const texts = messages[space] as Readonly<Record<string, string>> | undefined
    if (!texts) return null
    const text = (name: string, values: TextValues = {}) => {
      const found = texts[name]
      if (found === undefined) throw new Error(`no text ${space}.${name}`)
      return fillText(found, values, FORMATTING_LOCALES[locale])
    }
    return Object.assign(text, { has: (name: string) => name in texts })
  }, [locale, messages, space])
}
