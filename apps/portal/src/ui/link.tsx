import NextLink from 'next/link'
import { getLocale } from 'next-intl/server'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<typeof NextLink>, 'href' | 'locale'> & {
  /** A path of this site without its language: `/offerings/1`. */
  readonly href: string
}

/** A link to a page of this site, in the language of the page it stands on. */
export async function Link({ href, prefetch = false, ...rest }: Props) {
  const locale = await getLocale()
  return <NextLink href={`/${locale}${href === '/' ? '' : href}`} prefetch={prefetch} {...rest} />
}
