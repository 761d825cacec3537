export { runLocalnetCommand } from './cli.ts'
export type {
  AppliedTransaction,
  ClosedLedger,
  LocalnetCore,
  PaymentPath,
} from './core/types.ts'
export type { Fault, FaultKind } from './server/faults.ts'
export {
  type Localnet,
  type LocalnetOptions,
  STANDALONE_PASSPHRASE,
  startLocalnet,
} from './server/localnet.ts'
