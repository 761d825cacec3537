/** What passes a schema and is still nothing that a database can be asked: refused before a handler sees it. */
import type { FastifyInstance } from 'fastify'
import { Problem } from './errors.ts'

/**
 * Refuses texts with a NUL or half a surrogate pair, which PostgreSQL cannot hold, and numbers that are none: `?limit=1e309` is coerced to infinity, which no
 * bound of a schema stops.
 *
 * Routes that judge their bodies themselves (readings) are left to it.
 */
export function registerWellFormed(app: FastifyInstance): void {
  app.addHook('preHandler', async (request) => {
    const isOwn = request.routeOptions.config.ownRecord === true
    const place = illFormedPlace({
      params: request.params,
      query: request.query,
      body: isOwn ? undefined : request.body,
    })
    if (place === null) return
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{place} holds a character or a number that nothing can be.',
      { place },
      { reason: 'ILL_FORMED' },
    )
  })
}

/** Where the first such value stands, as a JSON pointer; null when all is well. Goes through without recursion, whatever the depth. */
export function illFormedPlace(value: unknown): string | null {
  const open: (readonly [place: string, value: unknown])[] = [['', value]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [place, found] = next
    if (typeof found === 'string' && (found.includes('\0') || !found.isWellFormed())) return place
    if (typeof found === 'number' && !Number.isFinite(found)) return place
    if (typeof found !== 'object' || found === null || found instanceof Uint8Array) continue
    for (const [name, inner] of Object.entries(found)) {
      if (name.includes('\0') || !name.isWellFormed()) return place
      open.push([`${place}/${name}`, inner])
    }
  }
  return null
}
