import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { eitherOr, ListPage } from '../../../../../operator/list-page.tsx'
import { quarantineColumns } from '../../../../../operator/quarantine-columns.tsx'
import { listQuarantine } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { ACT_TEXTS } from '../../../../../ui/act-texts.ts'
import { Field, Select } from '../../../../../ui/field.tsx'

const PATH = '/operations/quarantine'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('quarantine'), robots: { index: false } }
}

/** Readings that were refused, why, and a second look at them. */
export default async function QuarantinePage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'meter', 'code', 'released', 'cursor')
  const [t, common, entries, columns] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    listQuarantine({ ...query, cursor, order: 'desc' }).then((answer) => orSignIn(answer, PATH)),
    quarantineColumns(),
  ])
  return (
    <ClientTexts of={[...ACT_TEXTS, 'readingRefusal']}>
      <ListPage
        at="quarantine"
        api="/v1/operations/quarantine"
        answer={entries}
        query={query}
        cursor={cursor}
        keyOf={({ id }) => id}
        columns={columns}
        empty={{ title: t('noQuarantine'), lead: t('noQuarantineLead') }}
        filters={
          <>
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
              options={eitherOr(common('all'), t('isReleased'), t('isWaiting'))}
            />
          </>
        }
      />
    </ClientTexts>
  )
}
