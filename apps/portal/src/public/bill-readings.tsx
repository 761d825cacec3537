import { getLocale, getTranslations } from 'next-intl/server'
import type { BillTrace, SignedReading } from '../api/types.ts'
import { kilowattHours } from '../format/energy.ts'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'

/** The first and the last reading of each meter behind a bill, as they were signed. */
export async function BillReadings({ readings }: { readonly readings: NonNullable<BillTrace['readings']> }) {
  const [t, locale] = await Promise.all([getTranslations('bill'), getLocale()])
  const kwh = (wh: string) => `${kilowattHours(BigInt(wh), locale)} kWh`
  const register = (name: 'generatedWh' | 'consumedWh' | 'exportedWh') => (reading: SignedReading) => kwh(reading[name])
  return (
    <DataTable
      id="readings"
      caption={t('readings')}
      hideCaption
      dense
      rows={readings.proven.map(({ reading }) => reading)}
      keyOf={({ meter, epoch, seq }) => `${meter}/${epoch}/${seq}`}
      columns={[
        { id: 'meter', title: t('meter'), header: true, cell: ({ meter }) => meter },
        { id: 'seq', title: t('seq'), right: true, cell: ({ seq }) => seq },
        { id: 'time', title: t('time'), cell: ({ at }) => <Time at={at} style="second" /> },
        { id: 'generated', title: t('generated'), right: true, cell: register('generatedWh') },
        { id: 'consumed', title: t('consumedRegister'), right: true, cell: register('consumedWh') },
        { id: 'exported', title: t('exported'), right: true, cell: register('exportedWh') },
      ]}
    />
  )
}
