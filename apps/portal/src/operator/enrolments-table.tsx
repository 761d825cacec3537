import { getTranslations } from 'next-intl/server'
import { ActButton } from '../ui/act-button.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Hash } from '../ui/identifier.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import type { Enrolment, EnrolmentState } from './types.ts'

const TONES: Readonly<Record<EnrolmentState, Tone>> = {
  open: 'accent',
  redeemed: 'warn',
  registered: 'good',
  expired: 'neutral',
  withdrawn: 'neutral',
}

/** Meters to come. Needs `ACT_TEXTS`. */
export async function EnrolmentsTable({
  rows,
  csv,
  systems,
}: {
  readonly rows: readonly Enrolment[]
  readonly csv: string
  readonly systems: ReadonlyMap<number, string>
}) {
  const t = await getTranslations('operator')
  return (
    <DataTable
      id="enrolments"
      caption={t('enrolments')}
      hideCaption
      dense
      rows={rows}
      keyOf={({ id }) => String(id)}
      csv={csv}
      columns={[
        { id: 'label', title: t('enrolLabel'), header: true, cell: ({ label }) => label },
        { id: 'system', title: t('system'), cell: ({ systemId }) => systems.get(systemId) ?? systemId },
        { id: 'party', title: t('party'), right: true, cell: ({ partyIndex }) => partyIndex },
        {
          id: 'state',
          title: t('enrolState'),
          cell: ({ state }) => <Badge tone={TONES[state]}>{t(`enrol_${state}`)}</Badge>,
        },
        {
          id: 'key',
          title: t('deviceKey'),
          cell: ({ publicKey }) => (publicKey === null ? '—' : <Hash value={publicKey} />),
        },
        { id: 'meter', title: t('meter'), right: true, cell: ({ meterId }) => meterId ?? '—' },
        { id: 'expires', title: t('enrolExpires'), cell: ({ expiresAt }) => <Time at={expiresAt} /> },
        {
          id: 'act',
          title: <span className="sr-only">{t('withdraw')}</span>,
          cell: ({ id, state, label }) =>
            state === 'open' || state === 'redeemed' ? (
              <ActButton path={`/v1/enrolments/${id}/withdraw`} label={t('withdraw')} describe={label} look="danger" />
            ) : null,
        },
      ]}
    />
  )
}
