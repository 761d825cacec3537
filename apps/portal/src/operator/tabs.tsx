import { getTranslations } from 'next-intl/server'
import { classes } from '../ui/classes.ts'
import { Link } from '../ui/link.tsx'
import { Tabs } from '../ui/tabs.tsx'

/** The pages of whoever runs the platform, by what they are about; the first of a group is the group's own. */
const GROUPS = {
  overview: ['overview'],
  alarms: ['alarms'],
  payments: ['transactions', 'channels', 'wallets', 'ladder'],
  meters: ['devices', 'quarantine', 'enrolments'],
  books: ['reconciliation', 'orphans', 'oracles'],
  log: ['decisions', 'audit'],
} as const
type Group = keyof typeof GROUPS
export type OperatorTab = (typeof GROUPS)[Group][number]

/** The path of a page, without its language. */
export const tabPath = (tab: OperatorTab): string => (tab === 'overview' ? '/operations' : `/operations/${tab}`)

/** The way between an operator's pages. */
export async function OperatorTabs({ at }: { readonly at: OperatorTab }) {
  const t = await getTranslations('operator')
  const groups = Object.entries(GROUPS) as [Group, readonly OperatorTab[]][]
  const [, here] = groups.find(([, tabs]) => tabs.includes(at)) ?? ['overview', []]
  return (
    <>
      <Tabs
        label={t('area')}
        tabs={groups.map(([group, tabs]) => ({
          href: tabPath(tabs[0] ?? 'overview'),
          title: t(`group_${group}`),
          here: tabs === here,
        }))}
      />
      {here.length > 1 && (
        <nav aria-label={t('inGroup')} className="mt-3">
          <ul className="flex flex-wrap gap-2">
            {here.map((tab) => (
              <li key={tab}>
                <Link
                  href={tabPath(tab)}
                  aria-current={tab === at ? 'page' : undefined}
                  className={classes(
                    'inline-flex min-h-8 items-center rounded-full border px-3 text-sm font-medium no-underline',
                    tab === at ? 'border-accent bg-accent-soft text-accent' : 'border-line text-ink hover:bg-sunken',
                  )}
                >
                  {t(tab)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}
