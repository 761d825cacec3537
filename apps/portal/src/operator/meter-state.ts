import type { MeterHealth } from './types.ts'

/** A meter speaks every few minutes; one that says nothing for an hour is looked after. */
const SILENT_SECONDS = 3_600n

export type MeterState = 'speaks' | 'silent' | 'neverSpoke' | 'revoked'

/** How a meter is, in a word. */
export function meterState({ revoked, silentSeconds }: Pick<MeterHealth, 'revoked' | 'silentSeconds'>): MeterState {
  if (revoked) return 'revoked'
  if (silentSeconds === null) return 'neverSpoke'
  return BigInt(silentSeconds) > SILENT_SECONDS ? 'silent' : 'speaks'
}
