import { getTranslations } from 'next-intl/server'
import { Tabs } from '../ui/tabs.tsx'

const TABS = [
  ['overview', '/operations'],
  ['transactions', '/operations/transactions'],
  ['devices', '/operations/devices'],
  ['quarantine', '/operations/quarantine'],
  ['enrolments', '/operations/enrolments'],
] as const
export type OperatorTab = (typeof TABS)[number][0]

/** The pages of whoever runs the platform. */
export async function OperatorTabs({ at }: { readonly at: OperatorTab }) {
  const t = await getTranslations('operator')
  return <Tabs label={t('area')} tabs={TABS.map(([name, href]) => ({ href, title: t(name), here: name === at }))} />
}
