import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** The filters of a list, in its address: they work without scripts, and a link shows what its sender saw. */
export async function FilterForm({
  label,
  go,
  children,
}: {
  readonly label: string
  /** On the button; "show" unless given. */
  readonly go?: string
  readonly children: ReactNode
}) {
  const t = await getTranslations('common')
  return (
    <search aria-label={label}>
      <form method="get" className="mt-6 flex flex-wrap items-end gap-4">
        {children}
        <Button type="submit" look="secondary">
          {go ?? t('show')}
        </Button>
      </form>
    </search>
  )
}
