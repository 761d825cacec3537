import { getLocale, getTranslations } from 'next-intl/server'
import { getMe, signedInAddress } from '../session/session.ts'
import { shortened } from '../ui/identifier.tsx'
import { Link } from '../ui/link.tsx'
import { areasOf } from './areas.ts'
import { Brand } from './brand.tsx'
import { LanguageLink, type NavItem, NavLinks } from './nav-links.tsx'

const MENU = 'absolute right-0 z-20 mt-2 min-w-60 card p-2 shadow-lg'
const SUMMARY =
  'inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-md px-3 font-medium hover:bg-sunken max-[22.5rem]:px-2 [&::-webkit-details-marker]:hidden'

/** Where one is, where one can go, and who one is. Menus are disclosures of the browser's own: they open without scripts. */
export async function Header() {
  const [locale, t, me, address] = await Promise.all([getLocale(), getTranslations('site'), getMe(), signedInAddress()])
  const item = (href: string, label: string): NavItem => ({ href: `/${locale}${href}`, label })
  const open = [
    item('/offerings', t('offerings')),
    item('/certificates', t('certificates')),
    item('/check', t('proofs')),
  ]
  const own = me?.ok ? areasOf(me.value).map(({ name, href }) => item(href, t(name))) : []
  const account = [...own, item('/account', t('account'))]
  const other = locale === 'es' ? 'en' : 'es'
  const language = <LanguageLink from={locale} to={other} label={t('otherLanguage')} />
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl items-center justify-between gap-4 px-4 py-1.5 max-[22.5rem]:gap-1 sm:px-6">
        <Link href="/" className="rounded-md py-1.5 no-underline" aria-label={t('home')}>
          <Brand />
        </Link>
        <nav aria-label={t('nav')} className="hidden md:block">
          <ul className="flex items-center gap-1">
            <NavLinks items={open} />
          </ul>
        </nav>
        <div className="flex items-center gap-1">
          <span className="hidden md:block">{language}</span>
          {address === null ? (
            <Link
              href="/account"
              className="inline-flex min-h-10 items-center rounded-lg border border-line-strong px-4 font-semibold text-ink no-underline hover:bg-sunken max-[22.5rem]:px-2"
            >
              {t('signIn')}
            </Link>
          ) : (
            <details className="relative hidden md:block" name="menu">
              <summary className={SUMMARY}>
                {t('account')} <Chevron />
              </summary>
              <div className={MENU}>
                <p className="px-3 py-1.5 text-sm text-muted">
                  <code className="font-mono">{shortened(address)}</code>
                </p>
                <ul>
                  <NavLinks items={account} stacked />
                </ul>
              </div>
            </details>
          )}
          <details className="relative md:hidden" name="menu">
            <summary className={SUMMARY}>
              {t('menu')} <Chevron />
            </summary>
            <nav aria-label={t('menu')} className={MENU}>
              <ul>
                <NavLinks items={address === null ? open : [...own, ...open, item('/account', t('account'))]} stacked />
                <li>{language}</li>
              </ul>
            </nav>
          </details>
        </div>
      </div>
    </header>
  )
}

const Chevron = () => (
  <svg
    viewBox="0 0 12 12"
    width="12"
    height="12"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <path d="m2.5 4.5 3.5 3.5 3.5-3.5" />
  </svg>
)
