import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

/** Looks for a number, an address, a hash or a piece of a name. */
export async function SearchForm({ q }: { readonly q: string }) {
  const [t, locale] = await Promise.all([getTranslations('operator'), getLocale()])
  return (
    <search aria-label={t('search')}>
      <form method="get" action={`/${locale}/operations/search`} className="mt-6 flex flex-wrap items-end gap-3">
        <Field
          type="search"
          name="q"
          label={t('searchFor')}
          defaultValue={q}
          maxLength={100}
          required
          className="min-w-64 flex-1"
        />
        <Button type="submit" look="secondary">
          {t('searchGo')}
        </Button>
      </form>
    </search>
  )
}
