import '../globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { routing } from '../../i18n/routing.ts'
import { TextsProvider } from '../../i18n/texts.tsx'
import { Footer } from '../../shell/footer.tsx'
import { Header } from '../../shell/header.tsx'
import { NavigationProgress } from '../../shell/navigation-progress.tsx'
import { NetworkBanner } from '../../shell/network-banner.tsx'
import { ReceiptShelf } from '../../signing/receipt-shelf.tsx'
import { readTheme, THEME_COOKIE } from '../../site/cookies.ts'

interface Props {
  readonly children: ReactNode
  readonly params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const t = await getTranslations({ locale, namespace: 'site' })
  return { title: { default: t('name'), template: `%s · ${t('name')}` }, description: t('tagline') }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#191d1b' },
  ],
}

/** The shell of every page: what is said on all of them, and the way around. */
export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const [t, common, store] = await Promise.all([getTranslations('site'), getTranslations('common'), cookies()])
  const theme = readTheme(store.get(THEME_COOKIE)?.value)
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="absolute left-4 z-50 -translate-y-20 rounded-b-lg bg-accent px-4 py-2 font-semibold text-accent-ink focus:translate-y-0"
        >
          {t('skip')}
        </a>
        <NavigationProgress label={common('loading')} />
        <TextsProvider locale={locale} messages={{}}>
          <NetworkBanner />
          <Header />
          <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 sm:px-6 focus:outline-none">
            {children}
          </main>
          <Footer theme={theme} />
          <ReceiptShelf texts={{ done: t('receiptKept'), explorer: common('explorer'), close: common('close') }} />
        </TextsProvider>
      </body>
    </html>
  )
}
