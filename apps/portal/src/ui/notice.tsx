import type { ReactNode } from 'react'
import { classes } from './classes.ts'

const TONES = {
  info: 'border-line bg-surface',
  good: 'border-good bg-good-soft',
  warn: 'border-warn bg-warn-soft',
  bad: 'border-bad bg-bad-soft',
} as const

/** Something that the reader should not miss. `alert` is read out at once. */
export function Notice({
  tone = 'info',
  title,
  children,
  alert = false,
}: {
  readonly tone?: keyof typeof TONES
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly alert?: boolean
}) {
  return (
    <div role={alert ? 'alert' : undefined} className={classes('rounded-lg border p-4', TONES[tone])}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className={classes('text-ink', title ? 'mt-1' : '')}>{children}</div>}
    </div>
  )
}

/** What to show where there is nothing yet, and what to do next. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="rounded-xl border border-dashed border-line-strong px-6 py-10 text-center">
      <p className="font-semibold">{title}</p>
      {children && <div className="mx-auto mt-1 max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-5 flex justify-center gap-3">{action}</div>}
    </div>
  )
}
