import type { BrowserContext, Page } from 'playwright-core'
import { REQUEST_HEADER } from '../src/session/guard.ts'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
/** Sessions by the portal that they are of and by name: they outlive the tests. */
const sessions = new Map<string, Cookies>()

/**
 * Signs in as one of the example's people, as the development wallet does, and without its pages: those are tried by themselves. Everything in the
 * context is then theirs.
 */
export async function signInAs(page: Page, name: string): Promise<void> {
  const context = page.context()
  const { request } = context
  await context.addInitScript(() => {
    if (window.location.protocol === 'http:') window.localStorage.setItem('heliobond.wallet', 'development')
  })
  const people = await request.get('/api/v1/dev/people')
  const { origin } = new URL(people.url())
  const key = `${origin} ${name}`
  const known = sessions.get(key)
  if (known) return context.addCookies(known)
  const { data } = (await people.json()) as { data: { name: string; address: string }[] }
  const address = data.find((one) => one.name.startsWith(name))?.address
  const post = async (path: string, body: object) => {
    const answer = await request.post(path, { data: body, headers: { origin, [REQUEST_HEADER]: '1' } })
    if (!answer.ok()) throw new Error(`${path} for ${name}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  const challenge = (await (await request.get(`/api/session?account=${address}`)).json()) as { transaction: string }
  const signed = await post('/api/v1/dev/sign', { address, envelopeXdr: challenge.transaction })
  await post('/api/session', { transaction: signed.envelopeXdr })
  sessions.set(key, await context.cookies())
}
