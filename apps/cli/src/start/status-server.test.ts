import { afterEach, expect, test } from 'vitest'
import { type StatusServer, startStatusServer } from './status-server.ts'

let server: StatusServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

async function open(parts: Record<string, () => Promise<unknown>>): Promise<StatusServer> {
  server = await startStatusServer({ host: '127.0.0.1', port: 0, parts, timeoutMs: 50 })
  return server
}

test('a process that answers is alive, whatever its parts do', async () => {
  const { url } = await open({ database: () => Promise.reject(new Error('gone')) })
  expect((await fetch(`${url}/livez`)).status).toBe(200)
})

test('it is ready only when every part answers in time, and names those that do not', async () => {
  let databaseIsUp = true
  const { url } = await open({
    database: () => (databaseIsUp ? Promise.resolve() : Promise.reject(new Error('postgresql://secret@host'))),
    network: () => Promise.resolve(1n),
    broker: () => new Promise((resolve) => setTimeout(resolve, databaseIsUp ? 0 : 5_000).unref()),
  })
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  databaseIsUp = false
  const answer = await fetch(`${url}/readyz`)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ down: ['database', 'broker'] })
})

test('passes are counted, those that failed apart', async () => {
  const { url, onPass } = await open({})
  onPass({ seconds: 0.2, failed: false })
  onPass({ seconds: 3, failed: true })
  const metrics = await (await fetch(`${url}/metrics`)).text()
  expect(metrics).toContain('heliobond_worker_pass_seconds_count 2')
  expect(metrics).toContain('heliobond_worker_passes_failed_total 1')
})

test('anything else is told what there is', async () => {
  const { url } = await open({})
  expect((await fetch(`${url}/secrets`)).status).toBe(404)
})
