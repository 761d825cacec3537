import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type StepState = 'done' | 'current' | 'todo' | 'failed'

export interface Step {
  readonly id: string
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly state: StepState
}

const MARKS: Readonly<Record<StepState, string>> = { done: '✓', current: '', todo: '', failed: '!' }
const LOOKS: Readonly<Record<StepState, string>> = {
  done: 'border-accent bg-accent text-accent-ink',
  current: 'border-accent bg-surface text-accent',
  todo: 'border-line-strong bg-surface text-muted',
  failed: 'border-bad bg-bad-soft text-bad',
}

/** Steps in their order. Words tell the state to who cannot see the marks. */
export function Steps({
  steps,
  label,
  states,
}: {
  readonly steps: readonly Step[]
  readonly label: string
  readonly states: Readonly<Record<StepState, string>>
}) {
  return (
    <ol aria-label={label} className="relative">
      {steps.map(({ id, title, note, state }, index) => (
        <li
          key={id}
          aria-current={state === 'current' ? 'step' : undefined}
          className="relative flex gap-4 pb-6 last:pb-0"
        >
          {index < steps.length - 1 && (
            <span aria-hidden="true" className="absolute top-7 bottom-0 left-[0.8125rem] w-px bg-line-strong" />
          )}
          <span
            aria-hidden="true"
            className={classes(
              'flex size-7 shrink-0 items-center justify-center rounded-full border-2 text-sm font-bold',
              LOOKS[state],
            )}
          >
            {MARKS[state] || index + 1}
          </span>
          <div className="min-w-0 pt-0.5">
            <p className={classes('font-semibold', state === 'todo' && 'text-muted')}>
              {title}
              <span className="sr-only"> ({states[state]})</span>
            </p>
            {note && <div className="text-sm text-muted">{note}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
