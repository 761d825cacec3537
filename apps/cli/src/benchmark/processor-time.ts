/** Who used the processors while something was measured: what a figure of this machine is bound by. */
import { readdir, readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'

/** Processor time used so far, in ticks of the kernel (a hundredth of a second), by the name of the part; `all` is the machine's, `idle` what nobody used. */
export type ProcessorTime = ReadonlyMap<string, number>

const ALL = 'all'
const IDLE = 'idle'

interface ProcessTicks {
  readonly pid: number
  readonly parent: number
  readonly ticks: number
}

/**
 * Reads what every part has used until now. A part is one process by its name; all other descendants of this process (a database is several) are `others`.
 *
 * @returns null where the system has no /proc
 */
export async function processorTime(parts: ReadonlyMap<string, number>, others: string): Promise<ProcessorTime | null> {
  const machine = await readFile('/proc/stat', 'utf8').catch(() => null)
  if (machine === null) return null
  const [, ...fields] = machine.split('\n', 1)[0]?.split(/\s+/) ?? []
  const ticks = fields.slice(0, 8).map(Number)
  const processes = await runningProcesses()
  const used = new Map<string, number>([
    [ALL, ticks.reduce((sum, of) => sum + of, 0)],
    [IDLE, (ticks[3] ?? 0) + (ticks[4] ?? 0)],
  ])
  const nameOf = new Map([...parts].map(([name, pid]) => [pid, name]))
  for (const { pid, ticks: of } of descendants(process.pid, processes)) {
    const name = nameOf.get(pid) ?? others
    used.set(name, (used.get(name) ?? 0) + of)
  }
  return used
}

/** Each part's share of all the machine's processors between two readings, the largest first, in words. */
export function sharesInWords(before: ProcessorTime, after: ProcessorTime): string {
  const between = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
  const all = Math.max(1, between(ALL))
  const shares = [...after.keys()]
    .filter((name) => name !== ALL && name !== IDLE)
    .map((name): [string, number] => [name, between(name) / all])
    .sort(([, a], [, b]) => b - a)
  const idle = between(IDLE) / all
  const strangers = 1 - idle - shares.reduce((sum, [, share]) => sum + share, 0)
  const inPercent = (share: number) => `${Math.max(0, share * 100).toFixed(0)} %`
  return `of ${availableParallelism()} cores: ${shares.map(([name, share]) => `${name} ${inPercent(share)}`).join(', ')}, strangers ${inPercent(strangers)}, idle ${inPercent(idle)}`
}

async function runningProcesses(): Promise<ProcessTicks[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const texts = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  return texts.flatMap((text) => {
    // The name stands in parentheses and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    if (fields.length < 13) return []
    return [
      { pid: Number.parseInt(text, 10), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) },
    ]
  })
}

function descendants(of: number, processes: readonly ProcessTicks[]): ProcessTicks[] {
  const children = Map.groupBy(processes, ({ parent }) => parent)
  const found = processes.filter(({ pid }) => pid === of)
  for (const { pid } of found) found.push(...(children.get(pid) ?? []))
  return found
}
