import { getTranslations } from 'next-intl/server'
import { Tabs } from '../ui/tabs.tsx'

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
  return <Tabs label={t('title')} tabs={TABS.map(([name, href]) => ({ href, title: t(name), here: name === at }))} />
}
