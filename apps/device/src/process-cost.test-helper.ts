/** What a process costs, as the Linux kernel counts it. */
import { readFileSync } from 'node:fs'

export const MEGABYTE = 1_048_576
const TICKS_PER_SECOND = 100

export interface ProcessCost {
  readonly residentBytes: number
  /** User and system time since its start. */
  readonly cpuSeconds: number
  readonly atMs: number
}

export function costOf(pid: number): ProcessCost {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1])
  // The name stands in brackets and may hold blanks; user and system time are the 12th and 13th field after it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  const ticks = Number(fields[11]) + Number(fields[12])
  return { residentBytes: kilobytes * 1_024, cpuSeconds: ticks / TICKS_PER_SECOND, atMs: performance.now() }
}
