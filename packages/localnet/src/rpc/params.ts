import type { XdrFormat } from './format.ts'
import { type Checked, invalidParams } from './outcome.ts'

/** The named parameters of a call. The network's RPC takes names only. */
export type Params = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Absent, null and an empty list all mean no parameters; a list with something in it is refused. */
export function readParams(value: unknown): Checked<Params> {
  if (value === undefined || value === null) return { value: {} }
  if (Array.isArray(value) && value.length === 0) return { value: {} }
  if (isRecord(value)) return { value }
  return invalidParams('params must be an object with named fields')
}

/** A text that must be there. */
export function requiredText(params: Params, name: string): Checked<string> {
  const value = params[name]
  return typeof value === 'string' ? { value } : invalidParams(`${name} must be a string`)
}

/** A text that may be missing. */
export function optionalText(params: Params, name: string): Checked<string | undefined> {
  const value = params[name]
  if (value === undefined || value === null) return { value: undefined }
  return typeof value === 'string' ? { value } : invalidParams(`${name} must be a string`)
}

/** A whole number from 0 on that may be missing; 0 then. */
export function optionalCount(params: Params, name: string): Checked<number> {
  const value = params[name]
  if (value === undefined || value === null) return { value: 0 }
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? { value }
    : invalidParams(`${name} must be a whole number, not negative`)
}

export interface Page {
  /** Empty text counts as absent, as it does on the network. */
  readonly cursor: string | undefined
  /** 0 means the method's default. */
  readonly limit: number
}

export function readPage(params: Params): Checked<Page> {
  const value = params.pagination
  if (value === undefined || value === null) return { value: { cursor: undefined, limit: 0 } }
  if (!isRecord(value)) return invalidParams('pagination must be an object')
  const cursor = optionalText(value, 'cursor')
  if ('error' in cursor) return cursor
  const limit = optionalCount(value, 'limit')
  if ('error' in limit) return limit
  return { value: { cursor: cursor.value || undefined, limit: limit.value } }
}

/** The form in which the answer carries XDR; base64 unless JSON is asked for. */
export function readFormat(params: Params): Checked<XdrFormat> {
  const format = params.xdrFormat
  if (format === undefined || format === null || format === '' || format === 'base64') return { value: 'base64' }
  if (format === 'json') return { value: 'json' }
  return invalidParams("expected xdrFormat to be 'base64' or 'json'")
}
