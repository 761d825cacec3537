import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { ClockLook } from '../clock/clock.ts'

const DIGITS = 12

/** The clock of a rehearsal: whole seconds in a file, moved by the test and read by every process of it. */
export function openRehearsal(path: string, startSeconds: bigint) {
  const file = openSync(path, 'w')
  let now = startSeconds
  const write = () => writeSync(file, `${now}`.padStart(DIGITS, '0'), 0)
  write()
  return {
    now: () => now,
    set(seconds: bigint): void {
      now = seconds
      write()
    },
    close: () => closeSync(file),
  }
}

export const rehearsalClock = (path: string) => (): ClockLook => {
  const seconds = Number(readFileSync(path, 'utf8'))
  return { wallSeconds: seconds, monotonicMs: seconds * 1_000, synchronized: undefined }
}
