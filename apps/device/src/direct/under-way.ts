import type { DeviceStore } from '../store/device-store.ts'
import type { SentReport } from './energy-link.ts'

const NOTE = 'report under way'

/** The transaction that was sent, or was about to be, when the device was last alive. One at a time. */
export const underWay = (store: Pick<DeviceStore, 'note' | 'setNote'>) => ({
  read(): SentReport | undefined {
    const note = store.note(NOTE)
    return note === undefined ? undefined : (JSON.parse(note) as SentReport)
  },
  write: (sent: SentReport): void => store.setNote(NOTE, JSON.stringify(sent)),
  clear: (): void => store.setNote(NOTE, undefined),
})
