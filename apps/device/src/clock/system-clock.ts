import { existsSync } from 'node:fs'
import type { ClockLook } from './clock.ts'

/** Looks at the machine's clocks. */
export const lookAtClock = (synchronizedFile: string | undefined): ClockLook => ({
  wallSeconds: Date.now() / 1_000,
  monotonicMs: performance.now(),
  synchronized: synchronizedFile === undefined ? undefined : existsSync(synchronizedFile),
})
