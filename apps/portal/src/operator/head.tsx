import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageHead } from '../ui/section.tsx'
import { type OperatorTab, OperatorTabs } from './tabs.tsx'

/** The head of an operator's page: what it is about, and the way to the others. */
export async function OperatorHead({
  at,
  title,
  lead,
  actions,
}: {
  readonly at: OperatorTab
  /** Of a page that has no tab of its own. */
  readonly title?: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}) {
  const t = await getTranslations('operator')
  return (
    <>
      <PageHead eyebrow={t('area')} title={title ?? t(at)} lead={lead ?? t(`${at}Lead`)} actions={actions} />
      <OperatorTabs at={at} />
    </>
  )
}
