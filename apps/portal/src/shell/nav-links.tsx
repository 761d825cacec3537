'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classes } from '../ui/classes.ts'

export interface NavItem {
  /** With its language: `/es/offerings`. */
  readonly href: string
  readonly label: string
}

const isWithin = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`)

/** Links of which the one that leads to the present page, or to the part it lies in, says so. */
export function NavLinks({
  items,
  stacked = false,
}: {
  readonly items: readonly NavItem[]
  readonly stacked?: boolean
}) {
  const path = usePathname()
  return items.map(({ href, label }) => (
    <li key={href}>
      <Link
        href={href}
        prefetch={false}
        aria-current={path === href ? 'page' : isWithin(path, href) ? 'true' : undefined}
        className={classes(
          'inline-flex min-h-11 items-center rounded-md px-3 font-medium text-ink no-underline hover:bg-sunken',
          'aria-[current]:text-accent',
          stacked ? 'w-full' : 'aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-8',
        )}
      >
        {label}
      </Link>
    </li>
  ))
}

/** The same page in the other language. */
export function LanguageLink({
  from,
  to,
  label,
}: {
  readonly from: string
  readonly to: string
  readonly label: string
}) {
  const path = usePathname()
  const rest = isWithin(path, `/${from}`) ? path.slice(from.length + 1) : ''
  return (
    // A whole load: the shell around the page is in the other language too.
    <a
      href={`/${to}${rest}`}
      hrefLang={to}
      lang={to}
      className="inline-flex min-h-11 items-center rounded-md px-3 font-medium text-ink no-underline hover:bg-sunken"
    >
      {label}
    </a>
  )
}
