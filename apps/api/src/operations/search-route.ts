import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import type { ApiOptions } from '../app.ts'
import { withRole } from '../identity/sessions.ts'
import { escapeLike } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { nullable } from '../schemas/units.ts'
import { FOUND_KINDS, type FoundKind, search } from './search.ts'

const Found = Type.Object({
  kind: Type.Unsafe<FoundKind>({
    type: 'string',
    enum: [...FOUND_KINDS],
    description: 'queued: a transaction of ours; transaction: one that a wallet signed; event: of an offering.',
  }),
  id: Type.String({ description: 'Of its kind: a number, system/number, an address or a hash.' }),
  title: Type.String({ description: 'What it is, in a few words.' }),
  href: nullable(Type.String({ description: 'Where this API has it.' })),
})

/** `/v1/operations/search`. */
export const operationSearchRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/search',
      {
        preHandler: withRole(database, 'operator', 'auditor'),
        schema: {
          operationId: 'searchOperations',
          tags: ['operations'],
          summary: 'Everything that a number, an address, a hash or a piece of a name leads to',
          description: 'At most ten of each kind.',
          security: [{ token: [] }],
          querystring: Type.Object(
            { q: Type.String({ minLength: 1, maxLength: 100, description: 'What is looked for.' }) },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object({ data: Type.Array(Found) }), ...problemResponses },
        },
      },
      async ({ query: { q } }) => ({ data: await search(database, q, escapeLike) }),
    )
  }
