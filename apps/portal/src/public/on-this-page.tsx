/** Links to the parts of a long page. */
export function OnThisPage({
  title,
  sections,
}: {
  readonly title: string
  readonly sections: readonly { readonly id: string; readonly title: string }[]
}) {
  return (
    <nav aria-label={title} className="mt-6 text-sm">
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {sections.map(({ id, title: name }) => (
          <li key={id}>
            <a href={`#${id}`} className="link inline-block min-h-6">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
