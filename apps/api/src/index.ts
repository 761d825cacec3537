export { type Api, type ApiOptions, buildApp } from './app.ts'
export { type ErrorCode, PROBLEMS } from './errors.ts'
export type { DevPerson, DevTools } from './routes/dev.ts'
export type { ReadingIntake, ReadingIntakeResult } from './routes/post-readings.ts'
