import type { Localnet } from '../server/localnet.ts'

export type Json = { readonly [field: string]: unknown }

export interface Told {
  readonly status: number
  readonly body: Json
}

/** For tests: what Horizon answers to a path, over a real socket. */
export async function ask(net: Localnet, path: string, init: RequestInit = {}): Promise<Told> {
  const response = await fetch(path.startsWith('http') ? path : `${net.horizonUrl}${path}`, init)
  return { status: response.status, body: (await response.json()) as Json }
}

/** For tests: the records of a page. @throws {Error} if it is none */
export async function recordsOf(net: Localnet, path: string): Promise<Json[]> {
  const { status, body } = await ask(net, path)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return (body._embedded as { records: Json[] }).records
}

/** For tests: a field of every record. */
export const fieldOf = (records: readonly Json[], field: string): unknown[] => records.map((record) => record[field])
