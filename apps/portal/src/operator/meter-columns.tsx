import { getTranslations } from 'next-intl/server'
import { Badge } from '../ui/badge.tsx'
import { Link } from '../ui/link.tsx'
import type { Column } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { Ago } from './ago.tsx'
import { meterState } from './meter-state.ts'
import type { MeterHealth } from './types.ts'

const TONES = { speaks: 'good', silent: 'warn', neverSpoke: 'warn', revoked: 'neutral' } as const

/** The columns of a table of meters. @param systems their names by number */
export async function meterColumns(systems: ReadonlyMap<number, string>): Promise<Column<MeterHealth>[]> {
  const [t, common] = await Promise.all([getTranslations('operator'), getTranslations('common')])
  return [
    {
      id: 'id',
      title: t('meter'),
      header: true,
      cell: ({ id, kind }) => (
        <>
          {id}
          <span className="block font-normal text-muted">
            {kind === 'site' || kind === 'load' || kind === 'combined' ? t(`meter_${kind}`) : kind}
          </span>
        </>
      ),
    },
    {
      id: 'system',
      title: t('system'),
      cell: ({ systemId }) => (
        <Link href={`/systems/${systemId}`} className="link block max-w-56">
          {systems.get(systemId) ?? systemId}
        </Link>
      ),
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
    {
      id: 'act',
      title: <span className="sr-only">{t('decide')}</span>,
      cell: ({ id, revoked }) =>
        revoked ? null : (
          <Link
            href={`/operations/decisions/new?meter=${id}`}
            className="link whitespace-nowrap"
            aria-label={t('decideAbout', { meter: id })}
          >
            {t('decide')}
          </Link>
        ),
    },
  ]
}
