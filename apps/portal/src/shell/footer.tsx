import { getTranslations } from 'next-intl/server'
import type { Theme } from '../site/cookies.ts'
import { getNetwork } from '../site/network.ts'
import { Link } from '../ui/link.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** Where figures come from, and how the page looks. */
export async function Footer({ theme }: { readonly theme: Theme }) {
  const [t, network, site] = await Promise.all([getTranslations('site'), getTranslations('network'), getNetwork()])
  return (
    <footer className="mt-20 border-t border-line bg-sunken">
      <div className="mx-auto grid max-w-6xl gap-6 px-4 py-10 sm:px-6 md:grid-cols-[1fr_auto]">
        <div className="max-w-prose text-sm text-muted">
          <p>{t('source')}</p>
          <p className="mt-2">{network('timeNote')}</p>
          <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
            <li>
              <Link href="/check" className="link">
                {t('proofs')}
              </Link>
            </li>
            <li>
              <Link href="/status" className="link">
                {t('statusPage')}
              </Link>
            </li>
            {site.up && site.facts.name === 'local' && (
              <li>
                <Link href="/tour" className="link">
                  {t('tour')}
                </Link>
              </li>
            )}
          </ul>
        </div>
        <div className="md:justify-self-end">
          <ThemeSwitch theme={theme} />
        </div>
      </div>
    </footer>
  )
}
