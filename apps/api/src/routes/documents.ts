import { createHash } from 'node:crypto'
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { MEDIA_TYPES, mediaTypeOf } from '../documents/media-type.ts'
import { Problem } from '../errors.ts'
import { rolesOf, sessionOf, signedIn } from '../identity/sessions.ts'
import { offeringId } from '../schemas/ids.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Hash, nullable, Timestamp } from '../schemas/units.ts'

/** A scanned report of some hundred pages fits. */
const MOST_BYTES = 10 * 1_048_576
/** What one address may keep here together. */
const MOST_BYTES_AN_OWNER = 200 * 1_048_576
const RATE = { max: 60, timeWindow: '1 minute' }

/** Kinds that speak for an offering: only its offices may attach them to one. */
const OFFICIAL: ReadonlySet<string> = new Set(['official-statement', 'tender', 'milestone', 'report'])
const KINDS = ['official-statement', 'tender', 'milestone', 'evidence', 'proposal', 'report', 'other'] as const

const Document = Type.Object({
  hash: Hash('SHA-256 of its bytes: its name on the chain.'),
  name: Type.String(),
  kind: Type.String({ description: KINDS.join(', ') }),
  mediaType: Type.String({ description: 'By its bytes.' }),
  sizeBytes: Type.Integer(),
  owner: Address('Who brought it.'),
  offeringId: nullable(offeringId),
  createdAt: Timestamp('When it was kept.'),
})

/** `/v1/documents`: bytes by their hash. */
export const documentRoutes =
  ({ database, chain }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    // Raw bytes, whatever they are said to be: what they are is looked at.
    app.addContentTypeParser(
      ['application/octet-stream', ...MEDIA_TYPES],
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_, body, done) => done(null, body),
    )

    app.post(
      '/',
      {
        preHandler: signedIn,
        bodyLimit: MOST_BYTES,
        config: { rateLimit: RATE },
        schema: {
          operationId: 'postDocument',
          tags: ['documents'],
          summary: 'Keeps a document',
          description: `The bytes as they are, as application/octet-stream: ${MEDIA_TYPES.join(', ')}, by what they are and not by what they are said to be; at most ${MOST_BYTES / 1_048_576} MiB. The same bytes again are the same document. Anyone who knows the hash can read it.`,
          security: [{ token: [] }],
          consumes: ['application/octet-stream'],
          querystring: Type.Object(
            {
              name: Type.String({ minLength: 1, maxLength: 120, description: 'For people.' }),
              kind: Type.Unsafe<(typeof KINDS)[number]>({
                type: 'string',
                enum: [...KINDS],
                default: 'other',
                description: 'What it is.',
              }),
              offering: Type.Optional(offeringId),
            },
            { additionalProperties: false },
          ),
          response: { 200: Document, 201: Document, ...problemResponses },
        },
      },
      async (request, reply) => {
        const { address } = sessionOf(request)
        const { name, kind, offering } = request.query
        const bytes: unknown = request.body
        if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
          throw new Problem('HELIOBOND_MALFORMED_BODY', 'The bytes of a document are wanted.')
        }
        const mediaType = mediaTypeOf(bytes)
        if (mediaType === null) {
          throw new Problem('HELIOBOND_UNSUPPORTED_DOCUMENT', 'Only {mediaTypes} are kept.', {
            mediaTypes: MEDIA_TYPES,
          })
        }
        if (offering !== undefined) await mayAttach(address, kind, offering)
        const hash = createHash('sha256').update(bytes).digest('hex')
        const known = await database.prisma.document.findUnique({ where: { hash }, omit: { bytes: true } })
        if (known) return reply.code(200).send(toDocument(known))
        const { _sum } = await database.prisma.document.aggregate({
          where: { owner: address },
          _sum: { sizeBytes: true },
        })
        if ((_sum.sizeBytes ?? 0) + bytes.length > MOST_BYTES_AN_OWNER) {
          throw new Problem('HELIOBOND_TOO_MANY_DOCUMENTS', 'One address keeps {mostMebibytes} MiB at most.', {
            mostMebibytes: MOST_BYTES_AN_OWNER / 1_048_576,
          })
        }
        const row = {
          hash,
          sizeBytes: bytes.length,
          mediaType,
          name,
          owner: address,
          kind,
          offeringId: offering ?? null,
          createdAt: await chain.now(),
        }
        await database.prisma.document.createMany({
          data: [{ ...row, bytes: new Uint8Array(bytes) }],
          skipDuplicates: true,
        })
        return reply.code(201).send(toDocument(row))
      },
    )

    /** @throws {Problem} unless the address holds an office of the offering, or the kind speaks for its bringer alone. */
    async function mayAttach(address: string, kind: string, offering: number): Promise<void> {
      const row = await database.prisma.offering.findUnique({ where: { id: offering } })
      if (!row)
        throw new Problem('HELIOBOND_OFFERING_NOT_FOUND', 'Offering {offering} is not known here.', { offering })
      if (!OFFICIAL.has(kind)) return
      const offices = Object.values((row.roles ?? {}) as Record<string, string>)
      const roles = await rolesOf(database, address)
      if (!offices.includes(address) && !roles.includes('issuer')) {
        throw new Problem(
          'HELIOBOND_FORBIDDEN',
          'Only an office of the offering attaches a {kind} to it.',
          { kind },
          { reason: 'OFFICE_NEEDED' },
        )
      }
    }

    app.get(
      '/:hash',
      {
        schema: {
          operationId: 'getDocument',
          tags: ['documents'],
          summary: 'The bytes of a document',
          params: Type.Object({ hash: Hash('SHA-256 of its bytes.') }),
          response: {
            200: Type.Unsafe<Buffer>({ description: 'The bytes.', type: 'string', format: 'binary' }),
            ...problemResponses,
          },
        },
      },
      async ({ params: { hash } }, reply) => {
        const row = await database.prisma.document.findUnique({ where: { hash } })
        if (!row?.bytes) throw new Problem('HELIOBOND_DOCUMENT_NOT_FOUND', 'No document with this hash is kept here.')
        return (
          reply
            .type(row.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : row.mediaType)
            // A hash never stands for other bytes.
            .header('cache-control', 'public, max-age=31536000, immutable')
            .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`)
            .send(Buffer.from(row.bytes))
        )
      },
    )
  }

interface DocumentRow {
  readonly hash: string
  readonly name: string
  readonly kind: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly owner: string
  readonly offeringId: number | null
  readonly createdAt: bigint
}

const toDocument = ({
  hash,
  name,
  kind,
  mediaType,
  sizeBytes,
  owner,
  offeringId: offering,
  createdAt,
}: DocumentRow) => ({
  hash,
  name,
  kind,
  mediaType,
  sizeBytes,
  owner,
  offeringId: offering,
  createdAt: formatUtcSeconds(createdAt),
})
