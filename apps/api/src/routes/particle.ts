import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { parseParticleEvent } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { Problem } from '../errors.ts'
import { problemResponses } from '../schemas/problem.ts'
import { IntakeAnswer, takeReadings } from './post-readings.ts'

/** An event of the Particle cloud holds 1,024 characters at most; the rest is its envelope. */
const MOST_BYTES = 16_384

/** `POST /v1/readings/particle`: an event of the Particle cloud, as its webhook posts it. */
export const particleRoute =
  ({ ingest }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    // Particle's other form of a webhook; of no other route.
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MOST_BYTES },
      (_request, body, done) => {
        const form = new URLSearchParams(String(body))
        const field = (name: string) => form.get(name) ?? undefined
        done(null, { event: field('event'), data: field('data'), coreid: field('coreid') })
      },
    )

    app.post(
      '/particle',
      {
        bodyLimit: MOST_BYTES,
        config: { ownRecord: true, rateLimit: false },
        schema: {
          operationId: 'postParticleEvent',
          tags: ['readings'],
          summary: "Stores the readings of an event of the Particle cloud's webhook",
          description:
            "In the webhook's default JSON or as a form: data is the text that the device published, a reading or up to 16. The reading's own signature is what counts; nothing of the envelope is believed. The answer comes after the commit.",
          body: Type.Object({
            event: Type.String({ description: 'The name of the event.' }),
            data: Type.String({ description: 'What the device published.' }),
            coreid: Type.Optional(Type.String({ description: "The device's id with Particle." })),
            published_at: Type.Optional(Type.String({ description: 'When Particle had it.' })),
          }),
          response: { 200: IntakeAnswer, ...problemResponses },
        },
        // The schema documents: the adapter judges.
        validatorCompiler: () => () => true,
      },
      async (request) => {
        const read = parseParticleEvent(request.body)
        if (!read.ok) throw new Problem('HELIOBOND_NOT_A_PARTICLE_EVENT', '{words}.', { words: read.error.detail })
        const { event, coreId, messages } = read.value
        request.log.debug({ event, coreId, readings: messages.length }, 'particle event')
        return takeReadings(ingest, messages)
      },
    )
  }
