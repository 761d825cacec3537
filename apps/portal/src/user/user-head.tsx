import { getTranslations } from 'next-intl/server'
import type { Party, SolarSystem } from '../api/types.ts'
import { PageHead } from '../ui/section.tsx'
import { ModelledBadge } from '../ui/state-badge.tsx'
import { Tabs } from '../ui/tabs.tsx'

const TABS = [
  ['tabEnergy', ''],
  ['tabBills', '/bills'],
  ['tabWallet', '/wallet'],
  ['tabOwnership', '/ownership'],
] as const
export type UserTab = (typeof TABS)[number][0]

/** The head of every page of a party: whose it is, and the way between them. */
export async function UserHead({
  system,
  party,
  at,
}: {
  readonly system: SolarSystem
  readonly party: Party
  readonly at: UserTab
}) {
  const t = await getTranslations('user')
  const path = `/energy/${system.id}/${party.index}`
  return (
    <>
      <PageHead eyebrow={system.name} title={party.name} badges={system.modelled && <ModelledBadge />} />
      <Tabs
        label={t('title')}
        tabs={TABS.map(([name, rest]) => ({ href: path + rest, title: t(name), here: name === at }))}
      />
    </>
  )
}
