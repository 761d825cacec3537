import { err, ok, type Result } from './result.ts'

/** What the Particle cloud's webhook brought: messages for `parseReading`, one by one. */
export type ParticleEvent = {
  readonly event: string
  /** The device's id with Particle; ours stands in the reading. */
  readonly coreId: string
  readonly messages: readonly unknown[]
}

export type ParticleRefusal = {
  readonly code: 'NOT_A_PARTICLE_EVENT'
  /** What is wrong, for who set the webhook up. */
  readonly detail: string
}

/** A Photon packs a few readings into an event at most. */
const MOST_READINGS = 16

/**
 * Reads the JSON that the Particle cloud posts by default for an event: `{"event": "heliobond-reading", "data": "...", "coreid": "...", "published_at": "..."}`. `data` is
 * text, since that is what devices publish: a reading in JSON, or an array of readings. Form fields of the same names read alike.
 *
 * The reading's own signature is what counts: nothing of the envelope is believed.
 */
export function parseParticleEvent(body: unknown): Result<ParticleEvent, ParticleRefusal> {
  const refuse = (detail: string) => err({ code: 'NOT_A_PARTICLE_EVENT', detail } as const)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('an object is wanted')
  const { event, data, coreid } = body as { event?: unknown; data?: unknown; coreid?: unknown }
  if (typeof event !== 'string' || event === '') return refuse('it names no event')
  if (typeof data !== 'string') return refuse('its data is not a text')
  let parsed: unknown
  try {
    parsed = JSON.parse(data)
  } catch {
    return refuse('its data is not JSON')
  }
  const messages = Array.isArray(parsed) ? parsed : [parsed]
  if (messages.length === 0 || messages.length > MOST_READINGS)
    return refuse(`its data holds ${messages.length} readings; 1 to ${MOST_READINGS} are taken`)
  return ok({ event, coreId: typeof coreid === 'string' ? coreid : '', messages })
}
