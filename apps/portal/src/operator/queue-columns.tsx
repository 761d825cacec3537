import { getLocale, getTranslations } from 'next-intl/server'
import { loadMessages } from '../i18n/messages.ts'
import { ActButton } from '../ui/act-button.tsx'
import { LEAST_REASON } from '../ui/act-texts.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { shortened, TxHash } from '../ui/identifier.tsx'
import type { Column } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { queueErrorWords } from './queue-error.ts'
import { queueKindWords } from './queue-kind.ts'
import type { QueueEntry, QueueStatus } from './types.ts'

const TONES: Readonly<Record<QueueStatus, Tone>> = {
  pending: 'neutral',
  prepared: 'accent',
  sent: 'accent',
  succeeded: 'good',
  failed: 'bad',
  dead: 'bad',
}

/** Kinds that a person has tried again; all others the worker asks for anew by itself, as another entry. The API has the last word. */
const RETRIABLE = ['coupon.claims', 'offering.call', 'offering.redeem', 'offering.release']

const ADDRESS = /[GC][A-Z2-7]{55}/g

const isGivenUp = ({ status }: QueueEntry): boolean => status === 'failed' || status === 'dead'

/** The columns of the queue of transactions. Needs `ACT_TEXTS` where something can be tried again. */
export async function queueColumns(): Promise<Column<QueueEntry>[]> {
  const [t, locale] = await Promise.all([getTranslations('operator'), getLocale()])
  const { queueError, queueKind } = await loadMessages(locale)
  return [
    {
      id: 'key',
      title: t('queueKey'),
      header: true,
      prose: true,
      cell: ({ kind, key }) => (
        <span className="block max-w-56">
          {queueKindWords(kind, queueKind)}
          <code className="block font-mono text-xs font-normal wrap-anywhere text-muted" title={key}>
            {kind} {key.replaceAll(ADDRESS, (address) => shortened(address))}
          </code>
        </span>
      ),
    },
    {
      id: 'status',
      title: t('queueStatus'),
      cell: (row) => (
        <div className="space-y-2">
          <Badge tone={TONES[row.status]}>{t(`queue_${row.status}`)}</Badge>
          {isGivenUp(row) &&
            (RETRIABLE.includes(row.kind) ? (
              <div className="w-56">
                <ActButton
                  path={`/v1/operations/transactions/${row.id}/retry`}
                  label={t('retry')}
                  describe={row.key}
                  note={{ name: 'reason', label: t('reason'), least: LEAST_REASON }}
                />
              </div>
            ) : (
              <span className="block max-w-48 text-xs text-muted">{t('askedAnew')}</span>
            ))}
        </div>
      ),
    },
    {
      id: 'why',
      title: t('queueWhy'),
      prose: true,
      cell: ({ lastError, contractError }) =>
        lastError === null ? (
          '—'
        ) : (
          <div className="max-w-72">
            <p>{queueErrorWords({ lastError, contractError }, queueError, locale)}</p>
            <details>
              <summary className="link inline-block min-h-6 cursor-pointer text-sm">{queueError.exactly}</summary>
              <code className="block font-mono text-xs break-words text-muted" lang="en">
                {contractError ? `${contractError.contract}.${contractError.name} ` : ''}
                {lastError}
              </code>
            </details>
          </div>
        ),
    },
    { id: 'attempts', title: t('queueAttempts'), right: true, cell: ({ attempts }) => attempts },
    { id: 'hash', title: t('queueHash'), cell: ({ hash }) => (hash === null ? '—' : <TxHash value={hash} />) },
    { id: 'ledger', title: t('queueLedger'), right: true, cell: ({ ledger }) => ledger ?? '—' },
    {
      id: 'created',
      title: t('queueCreated'),
      cell: ({ createdAt, updatedAt }) => (
        <>
          <Time at={createdAt} />
          {updatedAt !== createdAt && (
            <span className="block text-muted">
              {t('queueUpdated')} <Time at={updatedAt} />
            </span>
          )}
        </>
      ),
    },
  ]
}
