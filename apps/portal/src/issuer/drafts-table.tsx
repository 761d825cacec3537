import { getTranslations } from 'next-intl/server'
import { Badge } from '../ui/badge.tsx'
import { Address } from '../ui/identifier.tsx'
import { Link } from '../ui/link.tsx'
import { DataTable } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { DRAFT_TONES } from './draft-head.tsx'
import type { DraftSummary } from './types.ts'

/** Drafts, and where each stands. */
export async function DraftsTable({ drafts }: { readonly drafts: readonly DraftSummary[] }) {
  const t = await getTranslations('issuer')
  return (
    <DataTable
      id="drafts-table"
      caption={t('drafts')}
      hideCaption
      rows={drafts}
      keyOf={({ id }) => String(id)}
      csv="/v1/drafts?format=csv&order=desc"
      columns={[
        {
          id: 'name',
          title: t('name'),
          header: true,
          cell: ({ id, name, status }) => (
            <Link href={`/issuer/drafts/${id}${status === 'launching' ? '/launch' : ''}`} className="link">
              {name === '' ? t('unnamed', { id }) : name}
            </Link>
          ),
        },
        {
          id: 'status',
          title: t('status'),
          cell: ({ status }) => <Badge tone={DRAFT_TONES[status]}>{t(`status_${status}`)}</Badge>,
        },
        { id: 'owner', title: t('owner'), cell: ({ owner }) => <Address value={owner} /> },
        { id: 'updated', title: t('updated'), cell: ({ updatedAt }) => <Time at={updatedAt} /> },
      ]}
    />
  )
}
