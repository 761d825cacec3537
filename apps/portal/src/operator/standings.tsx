import { getTranslations } from 'next-intl/server'
import { getDecision } from '../api/queries.ts'
import type { LadderState, PartyStanding } from '../api/types.ts'
import { LADDER_TONES } from '../public/parties-table.tsx'
import { Amount } from '../ui/amount.tsx'
import { Badge } from '../ui/badge.tsx'
import { Link } from '../ui/link.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'

const WORDS = {
  Current: 'current',
  Grace: 'grace',
  Breach: 'breach',
  Default: 'default',
} as const satisfies Record<LadderState, string>

interface Row {
  readonly systemId: number
  readonly systemName: string
  readonly party: PartyStanding
}

/** Where every party stands with its bills, system by system: who is behind comes first. */
export async function Standings({
  systems,
  asset,
}: {
  readonly systems: ReadonlyMap<number, string>
  readonly asset: string
}) {
  const [t, words] = await Promise.all([getTranslations('operator'), getTranslations('system')])
  const found = await Promise.all(
    [...systems].map(async ([systemId, systemName]): Promise<Row[]> => {
      const decision = await getDecision(systemId)
      return decision.ok ? decision.value.parties.map((party) => ({ systemId, systemName, party })) : []
    }),
  )
  const behind = ({ party }: Row) => (party.standing === null || party.standing.status.state === 'Current' ? 1 : 0)
  const rows = found.flat().toSorted((a, b) => behind(a) - behind(b))
  if (rows.length === 0) return <p className="text-muted">{t('noParties')}</p>
  return (
    <DataTable
      id="standings"
      caption={t('ladder')}
      hideCaption
      dense
      rows={rows}
      keyOf={({ systemId, party }) => `${systemId} ${party.index}`}
      columns={[
        {
          id: 'party',
          title: t('party'),
          header: true,
          cell: ({ systemId, systemName, party }) => (
            <>
              {party.name}
              <Link href={`/systems/${systemId}`} className="link block text-xs font-normal">
                {systemName}
              </Link>
            </>
          ),
        },
        {
          id: 'state',
          title: words('standing'),
          cell: ({ party: { standing } }) =>
            standing === null ? (
              words('notAsked')
            ) : (
              <span className="flex flex-wrap gap-1">
                <Badge tone={LADDER_TONES[standing.status.state]}>{words(WORDS[standing.status.state])}</Badge>
                {standing.status.suspended && <Badge tone="sun">{words('suspended')}</Badge>}
              </span>
            ),
        },
        {
          id: 'arrears',
          title: words('arrears'),
          right: true,
          cell: ({ party: { standing } }) =>
            standing === null ? '—' : <Amount stroops={standing.status.arrearsStroops} asset={asset} />,
        },
        {
          id: 'due',
          title: t('oldestDue'),
          cell: ({ party: { standing } }) =>
            standing?.status.oldestDueAt ? <Time at={standing.status.oldestDueAt} /> : '—',
        },
        {
          id: 'next',
          title: t('nextStep'),
          cell: ({ party: { standing } }) => (standing?.status.nextAt ? <Time at={standing.status.nextAt} /> : '—'),
        },
        {
          id: 'feeds',
          title: t('decision'),
          cell: ({ party: { standing } }) => (standing === null ? '—' : t(`mode_${standing.decision.mode}`)),
        },
      ]}
    />
  )
}
