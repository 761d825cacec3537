/** Builds the portal when it must: what was built from the same files is taken as it is. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const PORTAL = fileURLToPath(new URL('..', import.meta.url))
const ROOT = join(PORTAL, '..', '..')
/** Everything that what is built depends on: paths from the root of the house. */
const SOURCES = [
  'apps/portal/src',
  'apps/portal/messages',
  'apps/portal/next.config.ts',
  'apps/portal/package.json',
  'apps/portal/postcss.config.mjs',
  'apps/portal/tsconfig.json',
  'packages/domain/src',
  'packages/contracts/src',
  'package-lock.json',
]
const STAMP = join(PORTAL, '.next', 'heliobond-sources')
const WAIT_MS = 500
const LOG_SHOWN = 4_000

/** The command of the installed Next. */
export const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')

export interface BuildOptions {
  /** Where to write what the build says; nowhere unless told. */
  readonly logFile?: string
  readonly signal?: AbortSignal
}

/**
 * Sees to it that the portal is built from the files that lie here.
 *
 * @returns whether it had to be built.
 * @throws with the last words of the build, if it fails.
 */
export async function ensurePortalBuilt(options: BuildOptions = {}): Promise<boolean> {
  const sources = await hashSources()
  if ((await builtFrom()) === sources) return false
  const unlock = await lock(options.signal)
  try {
    // Whoever held the lock may have built it.
    if ((await builtFrom()) === sources) return false
    await build(options)
    await writeFile(STAMP, sources)
    return true
  } finally {
    await unlock()
  }
}

const builtFrom = (): Promise<string | null> => readFile(STAMP, 'utf8').catch(() => null)

/** A digest over the names and contents of all sources. */
export async function hashSources(root = ROOT, sources: readonly string[] = SOURCES): Promise<string> {
  const files = (await Promise.all(sources.map((source) => filesUnder(join(root, source))))).flat().sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const content = await readFile(file)
    hash.update(`${relative(root, file)}\0${content.byteLength}\0`).update(content)
  }
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return null
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  if (entries === null) return [path]
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Two builds in one folder would break each other. */
async function lock(signal: AbortSignal | undefined): Promise<() => Promise<void>> {
  const digest = createHash('sha256').update(PORTAL).digest('hex').slice(0, 16)
  const file = join(tmpdir(), `heliobond-portal-build-${digest}`)
  for (;;) {
    try {
      const handle = await open(file, 'wx')
      await handle.writeFile(String(process.pid))
      await handle.close()
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => ''))
    if (owner > 0 && !isAlive(owner)) await rm(file, { force: true })
    else await sleep(WAIT_MS, undefined, { signal })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function build({ logFile, signal }: BuildOptions): Promise<void> {
  await mkdir(join(PORTAL, '.next'), { recursive: true })
  const child = spawn(process.execPath, [NEXT, 'build'], {
    cwd: PORTAL,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  })
  const log = logFile === undefined ? null : createWriteStream(logFile)
  let last = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log?.write(chunk)
      last = (last + chunk.toString('utf8')).slice(-LOG_SHOWN)
    })
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  log?.end()
  if (code !== 0) throw new Error(`the portal could not be built (status ${code}):\n${last}`)
}
