import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { OperatorHead } from '../../../../../operator/head.tsx'
import { QuarantineTable } from '../../../../../operator/quarantine-table.tsx'
import { listQuarantine } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { ACT_TEXTS } from '../../../../../ui/act-texts.ts'
import { Field, Select } from '../../../../../ui/field.tsx'
import { FilterForm } from '../../../../../ui/filter-form.tsx'
import { Listed } from '../../../../../ui/listed.tsx'
import { Empty } from '../../../../../ui/notice.tsx'
import { withQuery } from '../../../../../ui/pagination.tsx'

const PATH = '/operations/quarantine'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('quarantine'), robots: { index: false } }
}

/** Readings that were refused, why, and a second look at them. */
export default async function QuarantinePage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'meter', 'code', 'released', 'cursor')
  const [t, common, entries] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    listQuarantine({ ...query, cursor, order: 'desc' }).then((answer) => orSignIn(answer, PATH)),
  ])
  return (
    <ClientTexts of={ACT_TEXTS}>
      <OperatorHead at="quarantine" />
      <FilterForm label={t('filter')}>
        <Field
          name="meter"
          label={t('meter')}
          defaultValue={query.meter}
          inputMode="numeric"
          pattern="[0-9]{1,9}"
          className="w-28"
        />
        <Field name="code" label={t('refusedCode')} defaultValue={query.code} />
        <Select
          name="released"
          label={t('released')}
          defaultValue={query.released}
          options={[
            { value: '', label: common('all') },
            { value: 'false', label: t('isWaiting') },
            { value: 'true', label: t('isReleased') },
          ]}
        />
      </FilterForm>
      <div className="mt-6">
        <Listed
          answer={entries}
          path={PATH}
          query={query}
          cursor={cursor}
          empty={<Empty title={t('noQuarantine')}>{t('noQuarantineLead')}</Empty>}
        >
          {(rows) => (
            <QuarantineTable
              rows={rows}
              csv={withQuery('/v1/operations/quarantine', { ...query, format: 'csv', order: 'desc' })}
            />
          )}
        </Listed>
      </div>
    </ClientTexts>
  )
}
