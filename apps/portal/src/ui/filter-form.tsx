import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** The filters of a list, in its address: they work without scripts, and a link shows what its sender saw. */
export async function FilterForm({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const t = await getTranslations('common')
  return (
    <search aria-label={label}>
      <form method="get" className="mt-6 flex flex-wrap items-end gap-4">
        {children}
        <Button type="submit" look="secondary">
          {t('show')}
        </Button>
      </form>
    </search>
  )
}
