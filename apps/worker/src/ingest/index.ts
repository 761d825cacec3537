export * from './ingest.ts'
export * from './outcome.ts'
export * from './topics.ts'
