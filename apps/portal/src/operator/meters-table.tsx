import { getTranslations } from 'next-intl/server'
import { Badge } from '../ui/badge.tsx'
import { Link } from '../ui/link.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { Ago } from './ago.tsx'
import { meterState } from './meter-state.ts'
import type { MeterHealth } from './types.ts'

const TONES = { speaks: 'good', silent: 'warn', neverSpoke: 'warn', revoked: 'neutral' } as const

/** When each meter spoke last. */
export async function MetersTable({
  rows,
  csv,
  systems,
}: {
  readonly rows: readonly MeterHealth[]
  readonly csv: string
  /** Their names by number. */
  readonly systems: ReadonlyMap<number, string>
}) {
  const [t, common] = await Promise.all([getTranslations('operator'), getTranslations('common')])
  return (
    <DataTable
      id="meters"
      caption={t('devices')}
      hideCaption
      dense
      rows={rows}
      keyOf={({ id }) => String(id)}
      csv={csv}
      columns={[
        { id: 'id', title: t('meter'), header: true, cell: ({ id }) => id },
        {
          id: 'system',
          title: t('system'),
          cell: ({ systemId }) => (
            <Link href={`/systems/${systemId}`} className="link">
              {systems.get(systemId) ?? systemId}
            </Link>
          ),
        },
        {
          id: 'kind',
          title: t('meterKind'),
          cell: ({ kind }) => (kind === 'site' || kind === 'load' || kind === 'combined' ? t(`meter_${kind}`) : kind),
        },
        {
          id: 'state',
          title: t('meterState'),
          cell: (row) => {
            const state = meterState(row)
            return <Badge tone={TONES[state]}>{t(state)}</Badge>
          },
        },
        {
          id: 'last',
          title: t('lastReading'),
          cell: ({ lastReadingAt, silentSeconds }) =>
            lastReadingAt === null || silentSeconds === null ? (
              '—'
            ) : (
              <>
                <Time at={lastReadingAt} style="second" />
                <span className="block text-muted">
                  <Ago seconds={silentSeconds} />
                </span>
              </>
            ),
        },
        { id: 'epoch', title: t('epoch'), right: true, cell: ({ epoch }) => epoch },
        {
          id: 'quarantined',
          title: t('quarantine'),
          right: true,
          cell: ({ id, quarantined }) =>
            quarantined === 0 ? (
              common('none')
            ) : (
              <Link href={`/operations/quarantine?meter=${id}&released=false`} className="link">
                {quarantined}
              </Link>
            ),
        },
      ]}
    />
  )
}
