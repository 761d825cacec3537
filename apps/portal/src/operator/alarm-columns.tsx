import { getLocale, getTranslations } from 'next-intl/server'
import { loadMessages } from '../i18n/messages.ts'
import { ActButton } from '../ui/act-button.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Address } from '../ui/identifier.tsx'
import type { Column } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { alarmWords } from './alarm-words.ts'
import { settlementAsset } from './money.ts'
import type { Alarm, Severity } from './types.ts'

export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { critical: 'bad', warning: 'warn', info: 'neutral' }

/** What an alarm is about: addresses are shortened, with the whole one at hand. */
function Subject({ of }: { readonly of: string }) {
  const found = /^(\w+:)([GC][A-Z2-7]{55})$/.exec(of)
  if (!found) return of
  const [, what, address = ''] = found
  return (
    <>
      {what}
      <Address value={address} />
    </>
  )
}

/** The columns of a table of alarms. Needs `ACT_TEXTS`. */
export async function alarmColumns(): Promise<Column<Alarm>[]> {
  const [t, locale, asset] = await Promise.all([getTranslations('operator'), getLocale(), settlementAsset()])
  const { alarm: texts } = await loadMessages(locale)
  return [
    {
      id: 'severity',
      title: t('severity'),
      cell: ({ severity, clearedAt }) => (
        <span className="flex flex-col items-start gap-1">
          <Badge tone={SEVERITY_TONES[severity]}>{t(`severity_${severity}`)}</Badge>
          {clearedAt !== null && <Badge tone="good">{t('alarmCleared')}</Badge>}
        </span>
      ),
    },
    {
      id: 'what',
      title: t('alarm'),
      header: true,
      prose: true,
      cell: ({ kind, subject, message, detail }) => {
        const words = alarmWords({ kind, detail }, texts, locale, asset)
        return (
          <span className="block max-w-96">
            <code className="font-mono text-xs font-normal text-muted">
              {kind} <Subject of={subject} />
            </code>
            <span className="block font-normal" lang={words === null ? 'en' : undefined}>
              {words ?? message}
            </span>
          </span>
        )
      },
    },
    {
      id: 'since',
      title: t('since'),
      cell: ({ raisedAt, lastRaisedAt, occurrences }) => (
        <>
          <Time at={raisedAt} />
          {occurrences > 1 && (
            <span className="block text-muted">
              {t('lastOf', { count: occurrences })} <Time at={lastRaisedAt} />
            </span>
          )}
        </>
      ),
    },
    {
      id: 'seen',
      title: t('seen'),
      prose: true,
      cell: ({ id, kind, clearedAt, acknowledgedBy, acknowledgedAt, note }) =>
        acknowledgedBy !== null && acknowledgedAt !== null ? (
          <span className="block max-w-64">
            <Address value={acknowledgedBy} />
            <span className="block text-muted">
              <Time at={acknowledgedAt} />
            </span>
            {note !== null && <span className="block">{note}</span>}
          </span>
        ) : clearedAt !== null ? (
          '—'
        ) : (
          <div className="w-56">
            <ActButton
              path={`/v1/operations/alarms/${id}/acknowledge`}
              label={t('acknowledge')}
              describe={kind}
              note={{ name: 'note', label: t('note') }}
            />
          </div>
        ),
    },
  ]
}
