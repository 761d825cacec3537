import { getTranslations } from 'next-intl/server'
import { ActButton } from '../ui/act-button.tsx'
import { LEAST_REASON } from '../ui/act-texts.ts'
import { Badge } from '../ui/badge.tsx'
import type { Column } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import type { Quarantined } from './types.ts'

/** The columns of a table of readings that were refused. Needs `ACT_TEXTS`. */
export async function quarantineColumns(): Promise<Column<Quarantined>[]> {
  const [t, words] = await Promise.all([getTranslations('operator'), getTranslations('readingRefusal')])
  return [
    { id: 'id', title: t('number'), header: true, cell: ({ id }) => id },
    { id: 'meter', title: t('meter'), cell: ({ meterId }) => meterId ?? '—' },
    {
      id: 'why',
      title: t('refusedWhy'),
      prose: true,
      cell: ({ code, detail }) => (
        <span className="block max-w-72">
          <code className="font-mono text-xs">{code}</code>
          {words.has(code as 'FUTURE') ? (
            <span className="block">{words(code as 'FUTURE')}</span>
          ) : (
            <span className="block" lang="en">
              {detail}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'payload',
      title: t('payload'),
      prose: true,
      cell: ({ payload, topic, detail }) => (
        <details className="max-w-72">
          <summary className="link inline-block min-h-6 cursor-pointer">{t('showPayload')}</summary>
          <code className="mt-1 block font-mono text-xs text-muted" lang="en">
            {detail}
          </code>
          <code className="mt-1 block font-mono text-xs text-muted">{topic}</code>
          <code className="mt-1 block max-h-48 overflow-auto font-mono text-xs break-all">{payload}</code>
        </details>
      ),
    },
    { id: 'times', title: t('occurrences'), right: true, cell: ({ occurrences }) => occurrences },
    { id: 'last', title: t('lastCame'), cell: ({ lastReceivedAt }) => <Time at={lastReceivedAt} style="second" /> },
    {
      id: 'act',
      title: t('released'),
      cell: ({ id, releasedAt }) =>
        releasedAt === null ? (
          <div className="w-56">
            <ActButton
              path={`/v1/operations/quarantine/${id}/release`}
              label={t('release')}
              describe={id}
              note={{ name: 'reason', label: t('reason'), least: LEAST_REASON }}
            />
          </div>
        ) : (
          <Badge tone="good">{t('isReleased')}</Badge>
        ),
    },
  ]
}
