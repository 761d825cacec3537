import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { ClientTexts } from '../../../../../i18n/client-texts.tsx'
import { RefreshOn } from '../../../../../live/refresh-on.tsx'
import { alarmColumns } from '../../../../../operator/alarm-columns.tsx'
import { eitherOr, ListPage } from '../../../../../operator/list-page.tsx'
import { listAlarms } from '../../../../../operator/queries.ts'
import { SEVERITIES } from '../../../../../operator/types.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { ACT_TEXTS } from '../../../../../ui/act-texts.ts'
import { Field, Select } from '../../../../../ui/field.tsx'

const PATH = '/operations/alarms'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('alarms'), robots: { index: false } }
}

/** What a person should know of and may have to act on, open and past. */
export default async function AlarmsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor, ...query } = await readQuery(searchParams, 'open', 'acknowledged', 'severity', 'kind', 'cursor')
  const [t, common, alarms, columns] = await Promise.all([
    getTranslations('operator'),
    getTranslations('common'),
    listAlarms({ ...query, cursor, order: 'desc' }).then((answer) => orSignIn(answer, PATH)),
    alarmColumns(),
  ])
  return (
    <ClientTexts of={ACT_TEXTS}>
      <RefreshOn events={['alarm']} />
      <ListPage
        at="alarms"
        api="/v1/operations/alarms"
        answer={alarms}
        query={query}
        cursor={cursor}
        keyOf={({ id }) => id}
        columns={columns}
        filters={
          <>
            <Select
              name="open"
              label={t('alarmState')}
              defaultValue={query.open}
              options={eitherOr(common('all'), t('alarmOpen'), t('alarmCleared'))}
            />
            <Select
              name="acknowledged"
              label={t('seen')}
              defaultValue={query.acknowledged}
              options={eitherOr(common('all'), common('yes'), common('no'))}
            />
            <Select
              name="severity"
              label={t('severity')}
              defaultValue={query.severity}
              options={[
                { value: '', label: common('all') },
                ...SEVERITIES.map((value) => ({ value, label: t(`severity_${value}`) })),
              ]}
            />
            <Field name="kind" label={t('kind')} defaultValue={query.kind} placeholder="fees.low" />
          </>
        }
      />
    </ClientTexts>
  )
}
