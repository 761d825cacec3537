import type { DeviceStore } from '../store/device-store.ts'

const NOTE = 'storm until'
/** Longer than any storm: a clock that was set back must not keep a school dark. */
const MOST_SECONDS = 168n * 3_600n

/** Until when whoever stands at the cabinet asked to save stored energy; not after `now` when nobody did. Unix seconds. */
export function stormUntil(store: Pick<DeviceStore, 'note'>, now: bigint): bigint {
  const note = store.note(NOTE)
  if (note === undefined) return now
  const until = BigInt(note)
  return until > now && until - now <= MOST_SECONDS ? until : now
}

export const setStorm = (store: Pick<DeviceStore, 'setNote'>, until: bigint | undefined): void =>
  store.setNote(NOTE, until === undefined ? undefined : `${until}`)
