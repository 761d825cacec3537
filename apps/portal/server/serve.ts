/** Serves the built portal in a process of its own: a page that takes long never holds up a payment. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { NEXT, PORTAL } from './build.ts'

export interface PortalOptions {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  /** Where the portal finds the API, without a slash at the end. */
  readonly apiUrl: string
  /** A Stellar RPC that browsers may ask; proof pages recompute from it. Null: they leave those steps out, and say so. */
  readonly rpcUrl: string | null
  readonly logFile?: string
  /** Told when the server ended without being asked to; another is started. */
  readonly onCrash?: (status: string) => void
}

export interface PortalServer {
  /** `http://localhost:3000`. */
  readonly url: string
  close(): Promise<void>
}

const READY_MS = 30_000
const AGAIN_MS = 2_000
const LAST_WORDS = 2_000

/** Starts the portal and resolves once it answers. @throws if it does not come up, with its last words. */
export async function servePortal(options: PortalOptions): Promise<PortalServer> {
  const log = options.logFile === undefined ? null : createWriteStream(options.logFile, { flags: 'a' })
  let closing = false
  let timer: NodeJS.Timeout | undefined
  let { child, port } = await start(options, log)
  watch(child)

  function watch(running: ChildProcess): void {
    running.once('exit', (code, signal) => {
      if (closing) return
      options.onCrash?.(`ended with ${signal ?? code}`)
      timer = setTimeout(again, AGAIN_MS)
    })
  }
  async function again(): Promise<void> {
    try {
      const next = await start({ ...options, port }, log)
      child = next.child
      if (closing) child.kill('SIGTERM')
      else watch(child)
    } catch (error) {
      options.onCrash?.(error instanceof Error ? error.message : String(error))
      if (!closing) timer = setTimeout(again, AGAIN_MS)
    }
  }

  return {
    url: `http://localhost:${port}`,
    async close() {
      closing = true
      clearTimeout(timer)
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      log?.end()
    },
  }
}

async function start(
  { host, port, apiUrl, rpcUrl }: PortalOptions,
  log: WriteStream | null,
): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [NEXT, 'start', '--port', String(port), '--hostname', host], {
    cwd: PORTAL,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HELIOBOND_API_URL: apiUrl,
      HELIOBOND_PORTAL_RPC_URL: rpcUrl ?? '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ready = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the portal did not come up in time:\n${said}`)), READY_MS)
    const hear = (chunk: Buffer) => {
      log?.write(chunk)
      said = (said + chunk.toString('utf8')).slice(-LAST_WORDS)
      const shown = /Local:\s+https?:\/\/[^\s:]+:(\d+)/.exec(said)?.[1]
      if (shown === undefined || !said.includes('Ready')) return
      clearTimeout(timer)
      resolve(Number(shown))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      reject(new Error(`the portal did not come up (${signal ?? code}):\n${said}`))
    })
  })
  try {
    return { child, port: await ready }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}
