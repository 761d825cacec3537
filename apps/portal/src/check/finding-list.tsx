'use client'

import { useTexts } from '../i18n/texts.tsx'
import { classes } from '../ui/classes.ts'
import { Notice } from '../ui/notice.tsx'
import { type Finding, type Verdict, verdictOf } from './finding.ts'

const MARKS: Readonly<Record<Verdict, string>> = { same: '✓', different: '✗', unknown: '?' }
const LOOKS: Readonly<Record<Verdict, string>> = {
  same: 'bg-good-soft text-good',
  different: 'bg-bad-soft text-bad',
  unknown: 'bg-sunken text-muted',
}

/** The steps of a check as they are made, and what they amount to once all are. */
export function FindingList({
  findings,
  running,
  prefix,
}: {
  readonly findings: readonly Finding[]
  readonly running: boolean
  /** Of the steps' texts in the namespace `check`. */
  readonly prefix: string
}) {
  const t = useTexts('check')
  const textOf = (finding: Finding, suffix: string) => {
    const name = `${prefix}${finding.step.charAt(0).toUpperCase()}${finding.step.slice(1)}${suffix}`
    return t(name as 'title', finding.values)
  }
  return (
    <div>
      <ol className="card divide-y divide-line">
        {findings.map((finding) => (
          <li key={finding.step} className="flex gap-4 p-4">
            <span
              aria-hidden="true"
              className={classes(
                'flex size-7 shrink-0 items-center justify-center rounded-full font-bold',
                LOOKS[finding.verdict],
              )}
            >
              {MARKS[finding.verdict]}
            </span>
            <div className="min-w-0 flex-1">
              <p className="font-semibold">
                {textOf(finding, '')}{' '}
                <span className="font-normal text-muted">
                  <span aria-hidden="true">· </span>
                  {t(finding.verdict)}
                </span>
              </p>
              <p className="text-sm text-muted">{textOf(finding, 'Why')}</p>
              {(finding.published !== undefined || finding.found !== undefined) && (
                <details className="mt-1 text-sm" open={finding.verdict !== 'same'}>
                  <summary className="link inline-block min-h-6 cursor-pointer">
                    {t('published')} / {t('found')}
                  </summary>
                  <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
                    {finding.published !== undefined && <Value name={t('published')} text={finding.published} />}
                    {finding.found !== undefined && <Value name={t('found')} text={finding.found} />}
                  </dl>
                </details>
              )}
            </div>
          </li>
        ))}
      </ol>
      <div role="status" className="mt-4">
        {running ? (
          <p className="flex items-center gap-2 text-muted">
            {/* The dot breathes and the words do not: they must be readable at every moment. */}
            <span
              aria-hidden="true"
              className="size-2 rounded-full bg-accent motion-safe:animate-[breathe_1.5s_ease-in-out_infinite]"
            />
            {t('running')}…
          </p>
        ) : (
          <Outcome findings={findings} />
        )}
      </div>
    </div>
  )
}

function Outcome({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTexts('check')
  const verdict = verdictOf(findings)
  if (verdict === 'same') return <Notice tone="good">{t('allSame', { count: findings.length })}</Notice>
  if (verdict === 'different') return <Notice tone="bad">{t('someDifferent')}</Notice>
  return <Notice tone="warn">{t('someUnknown')}</Notice>
}

const Value = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd>
      <code className="font-mono text-[0.9em] break-all">{text}</code>
    </dd>
  </>
)
