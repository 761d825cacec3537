import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readQuery, type SearchParams } from '../../../../../data/page-params.ts'
import { RefreshOn } from '../../../../../live/refresh-on.tsx'
import { OperatorHead } from '../../../../../operator/head.tsx'
import { MetersTable } from '../../../../../operator/meters-table.tsx'
import { listMeterHealth, systemNames } from '../../../../../operator/queries.ts'
import { orSignIn, requireAddress } from '../../../../../session/require.ts'
import { Listed } from '../../../../../ui/listed.tsx'
import { Empty } from '../../../../../ui/notice.tsx'

const PATH = '/operations/devices'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: t('devices'), robots: { index: false } }
}

/** When each meter spoke last, and what of it was refused. */
export default async function DevicesPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireAddress(PATH)
  const { cursor } = await readQuery(searchParams, 'cursor')
  const [t, meters, systems] = await Promise.all([
    getTranslations('operator'),
    listMeterHealth({ cursor }).then((answer) => orSignIn(answer, PATH)),
    systemNames(),
  ])
  return (
    <>
      <RefreshOn events={['reading']} />
      <OperatorHead at="devices" />
      <div className="mt-6">
        <Listed
          answer={meters}
          path={PATH}
          query={{}}
          cursor={cursor}
          empty={<Empty title={t('noMeters')}>{t('noMetersLead')}</Empty>}
        >
          {(rows) => <MetersTable rows={rows} systems={systems} csv="/v1/operations/meters?format=csv" />}
        </Listed>
      </div>
    </>
  )
}
