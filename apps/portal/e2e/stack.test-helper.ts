/** The whole product, as `npm start` brings it up, on free ports and with data of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePortalBuilt } from '../server/index.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const MAIN = join(ROOT, 'apps/cli/src/main.ts')
const READY_MS = 180_000
/** Nothing is asked of the API that takes longer, on the busiest machine. */
const ASK_MS = 60_000
/** Ending in order takes a second or two; whatever hangs is ended. */
const STOP_MS = 60_000

export interface Stack {
  /** Addresses without a slash at the end. */
  readonly portal: string
  readonly api: string
  readonly rpc: string
  readonly dataDir: string
  /** Everything that it wrote, for when something fails. */
  log(): Promise<string>
  /** Asks the API. */
  ask<T>(path: string, body?: unknown): Promise<T>
  stop(): Promise<void>
}

/** How a test asks an API. @throws with its answer where it refuses. */
export function asking(api: string): Stack['ask'] {
  return async <T>(path: string, body?: unknown) => {
    const response = await fetch(api + path, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(ASK_MS),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
}

/** Starts everything and resolves when it is ready. */
export async function startStack(): Promise<Stack> {
  // Not within the time that coming up may take: a build takes a minute where the machine is busy.
  await ensurePortalBuilt()
  const dataDir = await mkdtemp(join(tmpdir(), 'heliobond-portal-'))
  // The database server may have to run as another user.
  await chmod(dataDir, 0o755)
  const child = spawn(process.execPath, [MAIN, 'start'], {
    cwd: ROOT,
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      HELIOBOND_DATA_DIR: dataDir,
      HELIOBOND_API_PORT: '0',
      HELIOBOND_NETWORK_PORT: '0',
      HELIOBOND_MQTT_PORT: '0',
      HELIOBOND_PORTAL_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
  }
  await ready(child, () => said)
  const address = (name: string) => new RegExp(`^ {2}${name} +(\\S+)`, 'm').exec(said)?.[1] ?? ''
  const api = address('API')
  return {
    portal: address('Portal'),
    api,
    rpc: address('RPC'),
    dataDir,
    log: () => readFile(join(dataDir, 'heliobond.log'), 'utf8').catch(() => said),
    ask: asking(api),
    async stop() {
      if (child.exitCode === null) {
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        const patience = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
        await ended
        clearTimeout(patience)
      }
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function ready(child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + READY_MS
  while (!/^ {2}Log /m.test(said())) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${said()}`)
    if (Date.now() > until) {
      child.kill('SIGTERM')
      throw new Error(`it did not come up:\n${said()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
