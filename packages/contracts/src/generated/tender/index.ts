// Generated from the contract by `npm run contracts:build`. Do not edit.
export { Client } from './client.ts'
export * from './types.ts'
