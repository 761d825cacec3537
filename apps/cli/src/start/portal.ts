/** The part of `npm start` that people see: builds the portal when it must, and serves it in a process of its own. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ensurePortalBuilt, servePortal } from '@heliobond/portal/server'
import type { Config } from '../config/config.ts'
import type { Closers } from './closers.ts'
import type { Parts } from './parts.ts'
import type { Progress } from './progress.ts'

/** A build under way. Its failure is told when the portal is to be served, not before. */
export interface PortalBuild {
  /** Whether it had to be built. @throws as the build does. */
  readonly done: Promise<boolean>
}

/** Begins to build the portal; null where none is to be started. */
export function beginPortalBuild({ portal, dataDir }: Config, signal: AbortSignal): PortalBuild | null {
  if (portal === null) return null
  const done = mkdir(dataDir, { recursive: true }).then(() =>
    ensurePortalBuilt({ logFile: join(dataDir, 'portal-build.log'), signal }),
  )
  // Waited for later; a failure before that must not end the process unheard.
  done.catch(() => undefined)
  return { done }
}

/** @returns where people find it; null when the program is asked to stop meanwhile, or none is wanted. */
export async function startPortal(
  { config, chainConfig, localnet, dataDir, log, signal }: Parts,
  build: PortalBuild,
  apiUrl: string,
  { progress, closers }: { readonly progress: Progress; readonly closers: Closers },
): Promise<string | null> {
  const { portal } = config
  if (portal === null || signal.aborted) return null
  await progress.step('portal', 'built', async () => {
    await build.done.catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  })
  if (signal.aborted) return null
  const server = await servePortal({
    host: portal.host,
    port: portal.port,
    apiUrl,
    // Our own RPC's address may hold a key: browsers are told of the embedded network's only.
    rpcUrl: portal.rpcUrl ?? (localnet === null ? null : chainConfig.rpcUrl),
    logFile: join(dataDir, 'portal.log'),
    onCrash: (status) => log.error({ status }, 'the portal ended by itself; another is started'),
  })
  closers.add('portal', () => server.close())
  return server.url
}
