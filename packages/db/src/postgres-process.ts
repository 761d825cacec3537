/** What is known about processes: who is alive, and whether a process id still means the process it once meant. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The process's command line, or undefined if there is no such process. */
async function commandLine(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(gone)
    return raw?.replaceAll('\0', ' ')
  }
  return ps(pid, 'command=')
}

/**
 * A value that tells a process from a later one with the same id (ids are reused, in containers at once), or undefined
 * if there is no such process.
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(gone)
    if (stat === undefined) return undefined
    // The name in parentheses may hold anything; the start time is the 20th field after it. A zombie is as good as gone.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return undefined
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(gone)
    return `${boot?.trim()}/${fields[19]}`
  }
  return ps(pid, 'lstart=')
}

/** True if `pid` is a PostgreSQL server on this cluster. */
export async function isPostmasterOf(clusterDir: string, pid: number): Promise<boolean> {
  if ((await processIdentity(pid)) === undefined) return false
  const command = await commandLine(pid)
  return command?.includes('postgres') === true && command.includes(clusterDir)
}

/** Waits until `done` holds; false if it did not within the time. */
export async function waitUntil(done: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs
  while (!(await done())) {
    if (performance.now() > deadline) return false
    await sleep(25)
  }
  return true
}

/** Signals a process that may have ended meanwhile. */
export function signal(pid: number, name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function ps(pid: number, field: string): Promise<string | undefined> {
  const { stdout } = await run('ps', ['-o', field, '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.trim() || undefined
}

function gone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error
}
