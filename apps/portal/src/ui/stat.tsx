import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** A list of figures with their names. */
export function Stats({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  // Each draws its own lines: a row that is not full shows no filler.
  return <dl className={classes('grid gap-px overflow-hidden card', className)}>{children}</dl>
}

/** One figure: its name, the figure, and what it means. */
export function Stat({
  name,
  value,
  note,
  large = false,
}: {
  readonly name: ReactNode
  readonly value: ReactNode
  readonly note?: ReactNode
  readonly large?: boolean
}) {
  return (
    <div className="p-5 shadow-[0_0_0_1px_var(--line)]">
      <dt className="eyebrow">{name}</dt>
      <dd className={classes('figure mt-1 font-semibold', large ? 'text-3xl' : 'text-xl')}>{value}</dd>
      {note && <dd className="mt-1 text-sm text-muted">{note}</dd>}
    </div>
  )
}

/** Facts in rows: name left, value right. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="divide-y divide-line">{children}</dl>
}

export function Fact({
  name,
  children,
  note,
}: {
  readonly name: ReactNode
  readonly children: ReactNode
  readonly note?: ReactNode
}) {
  return (
    <div className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(10rem,2fr)_3fr]">
      <dt className="text-muted">{name}</dt>
      <dd className="figure min-w-0">
        {children}
        {note && <span className="mt-0.5 block text-sm text-muted">{note}</span>}
      </dd>
    </div>
  )
}
