import type { Dialect } from './dialect.ts'
import type { topicsOf } from './topics.ts'

/**
 * Our own: readings as JSON, and a retained status that says who is there.
 *
 * @param birth what the status says besides: firmware, version of the configuration and the like.
 */
export function jsonDialect(
  topics: ReturnType<typeof topicsOf>,
  birth: () => Readonly<Record<string, unknown>>,
): Dialect {
  const status = (content: object) => ({
    ...({ topic: topics.status, payload: JSON.stringify(content), qos: 1, retain: true } as const),
  })
  return {
    keepsSession: true,
    subscriptions: [],
    lastWill: () => status({ online: false, reason: 'lost' }),
    birth: () => status({ online: true, ...birth() }),
    reading: ({ body }) => ({ topic: topics.reading, payload: body, qos: 1, retain: false }),
    farewell: () => status({ online: false, reason: 'stopped' }),
    answer: () => [],
  }
}
