import { getTranslations } from 'next-intl/server'
import { classes } from '../ui/classes.ts'
import { Link } from '../ui/link.tsx'

const TABS = [
  ['holdings', '/portfolio'],
  ['history', '/portfolio/history'],
  ['lots', '/portfolio/lots'],
  ['statement', '/portfolio/statement'],
] as const
export type PortfolioTab = (typeof TABS)[number][0]

/** The pages of an investor's account. */
export async function PortfolioTabs({ at }: { readonly at: PortfolioTab }) {
  const t = await getTranslations('portfolio')
  return (
    <nav aria-label={t('title')} className="mt-5 border-b border-line">
      <ul className="flex flex-wrap gap-1">
        {TABS.map(([name, href]) => (
          <li key={name}>
            <Link
              href={href}
              aria-current={name === at ? 'page' : undefined}
              className={classes(
                '-mb-px inline-flex min-h-11 items-center border-b-2 px-3 font-medium no-underline',
                name === at ? 'border-accent text-accent' : 'border-transparent text-ink hover:border-line-strong',
              )}
            >
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
