/** What the device agent offers to the fleet simulator and to tests. */
export { parseAck } from './forward/ack.ts'
export { SendWindow } from './forward/send-window.ts'
export { topicsOf } from './forward/topics.ts'
export { type MeterKey, meterKey } from './key/meter-key.ts'
export type { MeterSource, Registers } from './source/meter-source.ts'
export { modelSource } from './source/model-source.ts'
export type { Acknowledgement, PendingReading } from './store/device-store.ts'
