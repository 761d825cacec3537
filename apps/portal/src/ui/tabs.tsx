import { classes } from './classes.ts'
import { Link } from './link.tsx'

/** Pages that belong together, as a row of links of which one is here. */
export function Tabs({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly { readonly href: string; readonly title: string; readonly here: boolean }[]
}) {
  return (
    <nav aria-label={label} className="mt-5 border-b border-line">
      <ul className="flex flex-wrap gap-1">
        {tabs.map(({ href, title, here }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here ? 'page' : undefined}
              className={classes(
                '-mb-px inline-flex min-h-11 items-center border-b-2 px-3 font-medium no-underline',
                here ? 'border-accent text-accent' : 'border-transparent text-ink hover:border-line-strong',
              )}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
