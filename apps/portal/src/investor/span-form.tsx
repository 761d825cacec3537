import { getTranslations } from 'next-intl/server'
import { Button } from '../ui/button.tsx'
import { Field, Select } from '../ui/field.tsx'
import type { OfferingNames } from './history-table.tsx'

/** Chooses a time, and a bond where there are names to choose from. */
export async function SpanForm({
  query,
  names,
}: {
  readonly query: { readonly from?: string; readonly to?: string; readonly offering?: string }
  readonly names?: OfferingNames
}) {
  const t = await getTranslations('portfolio')
  return (
    <form method="get" className="mt-6 flex flex-wrap items-end gap-4">
      {names && (
        <Select
          name="offering"
          label={t('filterOffering')}
          defaultValue={query.offering}
          options={[
            { value: '', label: t('any') },
            ...[...names].map(([id, { name }]) => ({ value: String(id), label: name })),
          ]}
        />
      )}
      <Field type="date" name="from" label={t('from')} defaultValue={query.from} />
      <Field type="date" name="to" label={t('to')} defaultValue={query.to} />
      <Button type="submit" look="secondary">
        {t('show')}
      </Button>
    </form>
  )
}
