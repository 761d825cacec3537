import type pg from 'pg'

/** The public keys that meters sign with, remembered between batches. */
export interface MeterKeys {
  /** The raw keys (32 bytes) of those of `ids` that are registered. */
  get(ids: Iterable<number>): Promise<Map<number, Uint8Array>>
  /** As `get`, but asks the database: for readings that the remembered key did not sign. */
  refresh(ids: Iterable<number>): Promise<Map<number, Uint8Array>>
}

/**
 * Keys change rarely and are remembered without limit of time: a reading signed with a replaced key is refused by the
 * reading store, which compares under the meter's lock, and one that the remembered key did not sign causes a `refresh`.
 */
export function createMeterKeys(pool: pg.Pool): MeterKeys {
  const known = new Map<number, Uint8Array>()

  async function refresh(ids: Iterable<number>): Promise<Map<number, Uint8Array>> {
    const wanted = [...new Set(ids)].filter((id) => id < 2 ** 31)
    const found = new Map<number, Uint8Array>()
    if (wanted.length === 0) return found
    const { rows } = await pool.query<{ id: number; public_key: Buffer }>(
      'select id, public_key from meter where id = any($1)',
      [wanted],
    )
    for (const row of rows) {
      const key = new Uint8Array(row.public_key)
      known.set(row.id, key)
      found.set(row.id, key)
    }
    return found
  }

  return {
    refresh,
    async get(ids) {
      const keys = new Map<number, Uint8Array>()
      const unknown = new Set<number>()
      for (const id of ids) {
        const key = known.get(id)
        if (key) keys.set(id, key)
        else unknown.add(id)
      }
      for (const [id, key] of await refresh(unknown)) keys.set(id, key)
      return keys
    },
  }
}
