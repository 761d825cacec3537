import { getTranslations } from 'next-intl/server'
import type { OfferingDetail } from '../api/types.ts'
import { Amount } from '../ui/amount.tsx'
import { Link } from '../ui/link.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { DataTable } from '../ui/table.tsx'
import { officesOf } from './offices.ts'

/** Offerings in which an address holds an office. */
export async function OwnOfferings({
  offerings,
  address,
}: {
  readonly offerings: readonly OfferingDetail[]
  readonly address: string
}) {
  const t = await getTranslations('issuer')
  return (
    <DataTable
      id="own-offerings"
      caption={t('offerings')}
      hideCaption
      rows={offerings}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          id: 'name',
          title: t('name'),
          header: true,
          cell: ({ id, name }) => (
            <Link href={`/issuer/offerings/${id}`} className="link">
              {name}
            </Link>
          ),
        },
        { id: 'state', title: t('status'), cell: ({ state }) => <StateBadge state={state} /> },
        {
          id: 'sold',
          title: t('sold'),
          right: true,
          cell: ({ soldStroops, bondAsset }) => <Amount stroops={soldStroops} asset={bondAsset} />,
        },
        {
          id: 'office',
          title: t('office'),
          cell: ({ roles }) =>
            officesOf(roles, address)
              .map((office) => t(`office_${office}`))
              .join(', '),
        },
      ]}
    />
  )
}
