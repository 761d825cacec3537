/** The lists of pages that are looked at hold every page that there is. */
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import {
  CONTRACTOR_PAGES,
  INVESTOR_PAGES,
  ISSUER_PAGES,
  OPERATOR_PAGES,
  PUBLIC_PAGES,
  USER_PAGES,
} from './pages.test-helper.ts'

const APP = fileURLToPath(new URL('../src/app/[locale]', import.meta.url))
const LISTED = [
  ...[...PUBLIC_PAGES, ...INVESTOR_PAGES, ...USER_PAGES],
  ...[...CONTRACTOR_PAGES, ...OPERATOR_PAGES, ...ISSUER_PAGES],
]

/** The addresses of every page, as the folders name them: without the roles, with `[id]` for what varies. */
async function routes(): Promise<string[]> {
  const files = await readdir(APP, { recursive: true })
  return (
    files
      .filter((file) => /(^|\/)page\.tsx$/.test(file))
      .map((file) => file.split('/').filter((part) => part !== 'page.tsx' && !part.startsWith('(')))
      .map((parts) => parts.map((part) => `/${part}`).join(''))
      // Whatever is not there.
      .filter((route) => !route.includes('[...'))
  )
}

test('every page of the site is opened and looked at by axe', async () => {
  const all = await routes()
  expect(all.length).toBeGreaterThan(40)
  const addresses = LISTED.map((path) => path.replace(/\?.*/, ''))
  const forgotten = all.filter((route) => {
    const pattern = new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`)
    return !addresses.some((address) => pattern.test(address))
  })
  expect(forgotten).toEqual([])
})
