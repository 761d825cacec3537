import { notFound } from 'next/navigation'

/** The query of a page as Next tells it. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** One value a name; of several, the first. */
export async function readQuery<Name extends string>(
  searchParams: SearchParams,
  ...names: readonly Name[]
): Promise<Partial<Record<Name, string>>> {
  const query = await searchParams
  const found: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = query[name]
    const one = Array.isArray(value) ? value[0] : value
    if (one !== undefined && one !== '') found[name] = one
  }
  return found
}

/** A number of ours in an address; whatever is none leads to the page that says so. */
export function readId(text: string): number {
  if (!/^\d{1,9}$/.test(text)) notFound()
  return Number(text)
}
