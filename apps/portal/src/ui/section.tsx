import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** A part of a page with its heading, which links may lead to by `id`. */
export function Section({
  id,
  title,
  lead,
  aside,
  children,
  className,
}: {
  readonly id?: string
  readonly title: ReactNode
  readonly lead?: ReactNode
  /** At the right of the heading: a link, a badge. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}) {
  return (
    <section aria-labelledby={id && `${id}-title`} className={classes('mt-12 scroll-mt-20', className)} id={id}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id={id && `${id}-title`} className="text-2xl font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {lead && <p className="mt-2 max-w-prose text-muted">{lead}</p>}
      <div className="mt-5">{children}</div>
    </section>
  )
}

/** The head of a page: one `h1`, what it is about, and what can be done. */
export function PageHead({
  title,
  lead,
  eyebrow,
  badges,
  actions,
}: {
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly eyebrow?: ReactNode
  readonly badges?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className="pt-10 pb-2">
      {eyebrow && <p className="eyebrow mb-2">{eyebrow}</p>}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-3xl">
          <h1 className="text-3xl font-semibold sm:text-4xl">{title}</h1>
          {badges && <div className="mt-3 flex flex-wrap gap-2">{badges}</div>}
          {lead && <p className="mt-3 text-lg text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
    </header>
  )
}
