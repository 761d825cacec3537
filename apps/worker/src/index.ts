/** The worker's roles: what a server runs, and what the command line starts in its own process. */
export * from './broker/index.ts'
export type { KeyRing, Store, TickResult, WorkerContext } from './context.ts'
export { createContractsPort } from './contracts.ts'
export type { ContractName, ContractsPort } from './contracts-port.ts'
export { HistoryForgottenError } from './index/catch-up.ts'
export { tickIndex } from './index/index-role.ts'
export type { Difference } from './index/projections.ts'
export { type RebuildOptions, type RebuildResult, type RebuildSource, rebuild } from './index/rebuild.ts'
export * from './ingest/index.ts'
export { type ProjectFacts, writeProject } from './launch/write-project.ts'
export { loadProjects, type Project, type ProjectSettings, projectOf } from './project.ts'
export type { Finding } from './reconcile/comparison.ts'
export { type Reconciled, reconcile } from './reconcile/reconcile.ts'
export { routesFromJson, routesToJson } from './routes.ts'
export * from './runtime.ts'
export type { IntervalRule } from './settle/interval.ts'
export { giveUpUnfinished, StillUnderWayError } from './submit/after-restore.ts'
export {
  ChannelsNotResizedError,
  MOST_CHANNELS,
  type ResizedChannels,
  resizeChannels,
} from './submit/channel-pool.ts'
export {
  fileTariff,
  type TariffSource,
  type TariffSourceRefusal,
  type TariffSources,
  tariffSourcesFrom,
  webTariff,
} from './tariff/source.ts'
export { createWorker, ROLES, type Role, type Worker } from './worker.ts'
