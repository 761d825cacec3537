import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { type PortalServer, servePortal } from '../server/index.ts'
import { DESKTOP, expectAccessible, withPage } from './browser.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** A door to the API that can be shut: what is asked meanwhile finds nobody. */
async function door(api: string): Promise<{ url: string; shut(): Promise<void>; open(): Promise<void> }> {
  const target = new URL(api)
  const make = (): Server =>
    createServer((incoming, outgoing) => {
      const passed = httpRequest(
        {
          host: target.hostname,
          port: target.port,
          path: incoming.url,
          method: incoming.method,
          headers: incoming.headers,
        },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
        },
      )
      passed.on('error', () => outgoing.destroy())
      incoming.pipe(passed)
    })
  let server = make()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async shut() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
    async open() {
      server = make()
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    },
  }
}

const PATHS = [
  '',
  '/offerings',
  '/offerings/1',
  '/systems/1',
  '/certificates',
  '/works',
  '/tour',
  '/status',
  '/account',
  '/pay/1/0',
] as const
/** Of who is signed in. */
const OWN = '/portfolio'
const BACK_MS = 30_000

/** What people see while the API is down, and that they need do nothing when it is back. */
export function outages(world: World): void {
  test('while the API is down every page says so with a code, nothing typed in is lost, and all goes on when it is back', async () => {
    const way = await door(world.stack.api)
    const portal: PortalServer = await servePortal({ host: '127.0.0.1', port: 0, apiUrl: way.url, rpcUrl: null })
    const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: portal.url })
    try {
      await withPage(context, async ({ page: form }) => {
        await form.goto('/en/account?next=/en/invest/2')
        await form.getByRole('button', { name: 'Be Diego Santos' }).click()
        await form.getByLabel('Bonds').fill('300')
        await way.shut()
        await form.getByRole('button', { name: 'Go on' }).click()
        await form.getByText('API_UNREACHABLE').waitFor()
        await withPage(context, async ({ page }) => {
          for (const path of [...PATHS, OWN]) {
            const response = await page.goto(`/en${path}`)
            expect(response?.status(), path).toBe(200)
            expect(new URL(page.url()).pathname).toBe(`/en${path}`)
            await page.getByText('The data service does not answer right now.').first().waitFor()
            await page.getByText('API_UNREACHABLE').first().waitFor()
          }
          await page.goto('/en/offerings/1')
          await expectAccessible(page)
          await withPage(context, async ({ page: own }) => {
            await own.goto(`/en${OWN}`)
            await expectAccessible(own)
            await way.open()
            await own.getByRole('heading', { name: 'In your wallet' }).waitFor({ timeout: BACK_MS })
          })
          await page.getByRole('heading', { name: 'Where every payment goes' }).waitFor({ timeout: BACK_MS })
          expect(await page.getByText('API_UNREACHABLE').count()).toBe(0)
        })
        expect(await form.getByLabel('Bonds').inputValue()).toBe('300')
        await form.getByRole('button', { name: 'Try again' }).click()
        await form.getByText('Your browser read the transaction itself').waitFor()
      })
    } finally {
      await context.close()
      await portal.close()
      await way.shut()
    }
  })
}
