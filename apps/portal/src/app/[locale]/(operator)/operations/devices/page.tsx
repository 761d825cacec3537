import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { RefreshOn } from '../../../../../live/refresh-on.tsx'
import { ListPage } from '../../../../../operator/list-page.tsx'
import { meterColumns } from '../../../../../operator/meter-columns.tsx'
import { listMeterHealth, systemNames } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'

const PATH = '/operations/devices'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('devices'), robots: { index: false } }
}

/** When each meter spoke last, and what of it was refused. */
export default async function DevicesPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor } = await readQuery(searchParams, 'cursor')
  const [t, meters, columns] = await Promise.all([
    getTranslations('operator'),
    listMeterHealth({ cursor }).then((answer) => orSignIn(answer, PATH)),
    systemNames().then(meterColumns),
  ])
  return (
    <>
      <RefreshOn events={['reading']} />
      <ListPage
        at="devices"
        api="/v1/operations/meters"
        answer={meters}
        cursor={cursor}
        order="asc"
        keyOf={({ id }) => String(id)}
        columns={columns}
        empty={{ title: t('noMeters'), lead: t('noMetersLead') }}
      />
    </>
  )
}
