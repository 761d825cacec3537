import { getLocale, getTranslations } from 'next-intl/server'
import type { Meter, Party } from '../api/types.ts'
import { kilowattHours } from '../format/energy.ts'
import { Badge } from '../ui/badge.tsx'
import { Power } from '../ui/energy.tsx'
import { Hash } from '../ui/identifier.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'

/** The meters of a system: what each measures, its key, and where its registers stand. */
export async function MetersTable({
  meters,
  parties,
}: {
  readonly meters: readonly Meter[]
  readonly parties: readonly Party[]
}) {
  const [t, locale] = await Promise.all([getTranslations('system'), getLocale()])
  const nameOf = (index: number | null) => parties.find((party) => party.index === index)?.name ?? '—'
  const measures = ({ kind, partyIndex }: Meter) =>
    kind === 'site' ? t('kindSite') : t(kind === 'load' ? 'kindLoad' : 'kindCombined', { name: nameOf(partyIndex) })
  const registers = ({ kind, lastReading }: Meter) => {
    if (!lastReading) return '—'
    const { generatedWh, consumedWh, exportedWh } = lastReading
    const shown =
      kind === 'load'
        ? [consumedWh]
        : kind === 'site'
          ? [generatedWh, exportedWh]
          : [generatedWh, consumedWh, exportedWh]
    return shown.map((wh) => `${kilowattHours(BigInt(wh), locale)} kWh`).join(' · ')
  }
  return (
    <DataTable
      id="meters"
      caption={t('meters')}
      hideCaption
      rows={meters}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          id: 'meter',
          title: t('meter'),
          header: true,
          cell: ({ id, revoked }) => (
            <>
              {id} {revoked && <Badge tone="bad">{t('revoked')}</Badge>}
            </>
          ),
        },
        { id: 'measures', title: t('measures'), cell: measures },
        { id: 'capacity', title: t('capacity'), right: true, cell: ({ capacityW }) => <Power watts={capacityW} /> },
        {
          id: 'last',
          title: t('lastReading'),
          cell: ({ lastReading }) => (lastReading ? <Time at={lastReading.at} style="second" /> : t('never')),
        },
        { id: 'registers', title: t('registers'), right: true, cell: registers },
        { id: 'key', title: t('key'), cell: ({ publicKey }) => <Hash value={publicKey} /> },
      ]}
    />
  )
}
