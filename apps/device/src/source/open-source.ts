import type { SourceConfig } from '../config/source-config.ts'
import type { MeterSource } from './meter-source.ts'

/** Opens the source that the configuration names. Each is loaded only where it is used: memory is short on a small device. */
export async function openSource(config: SourceConfig): Promise<MeterSource> {
  switch (config.kind) {
    case 'sunspec':
      return (await import('./sunspec/sunspec-source.ts')).sunSpecSource(config)
    case 'http-json':
      return (await import('./http-json-source.ts')).httpJsonSource(config)
    case 'csv':
      return (await import('./csv-source.ts')).csvSource(config.file, config.startAt)
    case 'model':
      return (await import('./model-source.ts')).modelSource(config)
  }
}
