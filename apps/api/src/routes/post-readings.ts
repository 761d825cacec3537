import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { ApiOptions } from '../app.ts'
import { Problem } from '../errors.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Reading } from '../schemas/reading.ts'

/** What became of the readings of one request, each named by its place in the request. */
export interface ReadingIntakeResult {
  readonly stored: readonly {
    readonly index: number
    readonly meter: number
    readonly epoch: number
    readonly seq: bigint
    /** It was stored before, by an earlier request or message. */
    readonly duplicate: boolean
  }[]
  readonly refused: readonly {
    readonly index: number
    readonly seq?: bigint | undefined
    /** Stable; the same as over MQTT. */
    readonly code: string
    readonly detail: string
  }[]
}

/** Takes readings (parsed JSON of any form) and resolves once what is stored is committed. */
export type ReadingIntake = (messages: readonly unknown[]) => Promise<ReadingIntakeResult>

const MOST_READINGS = 1_000

/** Refusals that say: this is no reading. Every other is about a reading that was understood. */
const MALFORMED: ReadonlySet<string> = new Set(['NOT_A_READING', 'UNKNOWN_FIELD', 'MALFORMED_FIELD'])

const Seq = Type.String({ pattern: '^[0-9]+$', description: 'Number of the reading (u64).' })
const Index = Type.Integer({ minimum: 0, description: 'Place in the request, from 0.' })

/** What became of each reading of a request. */
export const IntakeAnswer = Type.Object(
  {
    stored: Type.Array(
      Type.Object({
        index: Index,
        meter: Type.Integer(),
        epoch: Type.Integer(),
        seq: Seq,
        duplicate: Type.Boolean({ description: 'It was stored before; nothing changed.' }),
      }),
      { description: 'Committed: the device may forget these.' },
    ),
    refused: Type.Array(
      Type.Object({
        index: Index,
        seq: Type.Optional(Seq),
        code: Type.String({ description: 'Stable: UNKNOWN_METER, BAD_SIGNATURE, REGISTER_FELL and so on.' }),
        detail: Type.String(),
      }),
      { description: 'Kept in quarantine with the reason, never billed. Sending them again changes nothing.' },
    ),
  },
  { description: 'Every reading of the request stands in one of the two lists.' },
)

/** `POST /v1/readings`: one reading or an array of them, the same JSON as over MQTT. */
export const postReadingsRoute =
  ({ ingest }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/',
      {
        // Every reading is kept, stored or in quarantine with its reason; fleets behind one address are many.
        config: { ownRecord: true, rateLimit: false },
        schema: {
          operationId: 'postReadings',
          tags: ['readings'],
          summary: 'Stores readings',
          description: `One reading or up to ${MOST_READINGS}. The answer comes after the commit: a device may forget what it names as stored. Duplicates are acknowledged again. 422 when nothing in the body is a reading.`,
          body: Type.Union([Reading, Type.Array(Reading, { minItems: 1, maxItems: MOST_READINGS })]),
          response: { 200: IntakeAnswer, ...problemResponses },
        },
        // The schema documents. Each reading is judged on its own, by the same rules as over MQTT, so that a bad one holds up no other.
        validatorCompiler: () => () => true,
      },
      async (request) => {
        const body: unknown = request.body
        const messages: unknown[] = Array.isArray(body) ? body : [body]
        if (messages.length > MOST_READINGS) {
          throw new Problem('HELIOBOND_TOO_MANY_READINGS', '{count} readings; {most} are taken at once.', {
            count: messages.length,
            most: MOST_READINGS,
          })
        }
        if (messages.length === 0) throw new Problem('HELIOBOND_NO_READING', 'The array is empty.')
        return takeReadings(ingest, messages)
      },
    )
  }

/**
 * Has readings judged and stored, and says what became of each.
 *
 * @throws {Problem} HELIOBOND_NO_READING when nothing of it is a reading.
 */
export async function takeReadings(
  ingest: ReadingIntake,
  messages: readonly unknown[],
): Promise<Static<typeof IntakeAnswer>> {
  const { stored, refused } = await ingest(messages.map(flatten))
  const answer = {
    stored: stored.map((one) => ({ ...one, seq: one.seq.toString() })),
    refused: refused.map(({ seq, ...one }) => ({ ...one, ...(seq !== undefined && { seq: seq.toString() }) })),
  }
  if (stored.length === 0 && refused.every(({ code }) => MALFORMED.has(code))) {
    throw new Problem('HELIOBOND_NO_READING', 'None of it is a reading.', {}, { refused: answer.refused })
  }
  return answer
}

/**
 * No field of a reading holds a list or an object: what is nested is cut off, and refused as what it is. So nothing behind this
 * route walks a structure whose depth a stranger chose.
 */
function flatten(message: unknown): unknown {
  if (typeof message !== 'object' || message === null) return message
  if (Array.isArray(message)) return []
  return Object.fromEntries(
    Object.entries(message).map(([name, value]) => [name, typeof value === 'object' ? null : value]),
  )
}
