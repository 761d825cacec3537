import { getLocale, getTranslations } from 'next-intl/server'
import type { Decision, LadderState, Party, PartyStanding } from '../api/types.ts'
import { percentText } from '../format/amount.ts'
import { powerText } from '../format/energy.ts'
import { Amount } from '../ui/amount.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Address } from '../ui/identifier.tsx'
import { Link } from '../ui/link.tsx'
import { DataTable } from '../ui/table.tsx'

export const LADDER_TONES: Readonly<Record<LadderState, Tone>> = {
  Current: 'good',
  Grace: 'warn',
  Breach: 'bad',
  Default: 'bad',
}

/** The parties of a system: their portions, what they own so far, and where they stand with their bills. */
export async function PartiesTable({
  systemId,
  parties,
  decision,
  asset,
}: {
  readonly systemId: number
  readonly parties: readonly Party[]
  /** Undefined where it could not be had. */
  readonly decision: Decision | undefined
  readonly asset: string | undefined
}) {
  const [t, locale] = await Promise.all([getTranslations('system'), getLocale()])
  const standingOf = (index: number) => decision?.parties.find((party) => party.index === index)?.standing ?? null
  return (
    <DataTable
      id="parties"
      caption={t('users')}
      hideCaption
      rows={parties}
      keyOf={({ index }) => String(index)}
      columns={[
        { id: 'party', title: t('party'), header: true, cell: ({ name }) => name },
        { id: 'portion', title: t('portion'), right: true, cell: ({ portionBps }) => percentText(portionBps, locale) },
        { id: 'owned', title: t('owned'), right: true, cell: ({ ownedBps }) => percentText(ownedBps, locale) },
        { id: 'standing', title: t('standing'), cell: ({ index }) => <Standing standing={standingOf(index)} /> },
        {
          id: 'arrears',
          title: t('arrears'),
          right: true,
          cell: ({ index }) => {
            const standing = standingOf(index)
            return standing && asset ? <Amount stroops={standing.status.arrearsStroops} asset={asset} /> : '—'
          },
        },
        { id: 'wallet', title: t('wallet'), cell: ({ wallet }) => <Address value={wallet} /> },
        {
          id: 'help',
          title: <span className="sr-only">{t('help')}</span>,
          cell: ({ index, name }) => (
            <Link href={`/pay/${systemId}/${index}`} className="link whitespace-nowrap">
              {t('help')}
              <span className="sr-only"> ({name})</span>
            </Link>
          ),
        },
      ]}
    />
  )
}

/** Where a party stands, and what that means for its energy. */
export async function Standing({ standing }: { readonly standing: PartyStanding['standing'] }) {
  const [t, locale] = await Promise.all([getTranslations('system'), getLocale()])
  if (standing === null) return <Badge>{t('notAsked')}</Badge>
  const { status, decision } = standing
  const words: Readonly<Record<LadderState, string>> = {
    Current: t('current'),
    Grace: t('grace'),
    Breach: t('breach'),
    Default: t('default'),
  }
  const sells = decision.mode === 'SellToGrid'
  return (
    <div className="w-52">
      <Badge tone={LADDER_TONES[status.state]}>{words[status.state]}</Badge>
      {status.suspended && <span className="mt-1 block text-sm text-muted">{t('suspended')}</span>}
      {sells && (
        <span className="mt-1 block text-sm text-muted">
          {t('sellsToGrid')} {t('criticalNote', { power: powerText(BigInt(decision.criticalFloorW), locale) })}
        </span>
      )}
    </div>
  )
}
