/**
 * The whole example without anything that goes by itself: no meter speaks and no worker works until it is told to, so that months pass in
 * a moment. The same contracts, database, API and portal as everywhere else.
 */
import { stopTestServer } from '@heliobond/db'
import { openStagedApi, type StagedApi } from '../../api/src/stage.test-helper.ts'
import { ensurePortalBuilt, servePortal } from '../server/index.ts'
import type { Stack } from './stack.test-helper.ts'

export interface Staged {
  readonly stack: Stack
  /** Turns the clock and measures; see {@link StagedApi}. */
  readonly api: StagedApi
}

const ASK_MS = 60_000

export async function startStaged(): Promise<Staged> {
  await ensurePortalBuilt()
  const api = await openStagedApi()
  await api.work('index')
  const url = (await api.app.listen({ host: '127.0.0.1', port: 0 })).replace(/\/$/, '')
  const { rpcUrl } = api.stage.localnet
  const portal = await servePortal({ host: '127.0.0.1', port: 0, apiUrl: url, rpcUrl })
  const stack: Stack = {
    portal: portal.url,
    api: url,
    rpc: rpcUrl,
    dataDir: '',
    log: async () => api.log(),
    async ask<T>(path: string, body?: unknown) {
      const response = await fetch(url + path, {
        ...(body !== undefined && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
        signal: AbortSignal.timeout(ASK_MS),
      })
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as T
    },
    async stop() {
      await portal.close()
      await api.close()
      await stopTestServer()
    },
  }
  return { stack, api }
}
