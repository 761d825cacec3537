import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { addressKind } from '@heliobond/chain'
import type { TrackedTransaction } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import { Compile, type Validator } from 'typebox/compile'
import type { ApiOptions } from '../app.ts'
import { Problem } from '../errors.ts'
import { createPlatformKeys } from '../platform-keys.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Hash, nullable, Stroops, Timestamp } from '../schemas/units.ts'
import type { Action } from '../transactions/action.ts'
import { buildTransaction } from '../transactions/builder.ts'
import { ACTIONS, actionNamed } from '../transactions/registry.ts'
import { createTracker } from '../transactions/tracker.ts'

/** Room for 100 operations and 20 signatures. */
const MOST_ENVELOPE_CHARACTERS = 60_000
/** A look costs the network a simulation. */
const BUILD_RATE = { max: 120, timeWindow: '1 minute' }

const Move = Type.Object({
  from: Address('Who gives.'),
  to: Address('Who gets.'),
  asset: Type.String({ description: 'native, or CODE:ISSUER.' }),
  amountStroops: Stroops('How much.'),
})

const Built = Type.Object({
  action: Type.String({
    description: 'As asked for; or restore, where archived entries must come back first: then build again.',
  }),
  envelopeXdr: Type.String({ description: 'XDR TransactionEnvelope, base64, not signed.' }),
  networkPassphrase: Type.String({ description: 'Of the network that it is for.' }),
  hash: Hash('Of the transaction; signatures do not change it.'),
  expiresAt: Timestamp('Until when a ledger may take it.'),
  feeStroops: Stroops('Most that the network takes for it, in lumens.'),
  signers: Type.Array(Address('Whose signature it needs.'), { description: 'The source first.' }),
  moves: Type.Array(Move, { description: 'What goes from whom to whom if it succeeds.' }),
  facts: Type.Record(Type.String(), Type.String(), { description: 'What else is to be shown before it is signed.' }),
})

const STATUSES = ['built', 'pending', 'success', 'failed', 'expired'] as const

const Tracked = Type.Object({
  hash: Hash('Of the transaction.'),
  action: Type.String({ description: 'What it was built for.' }),
  source: Address('Who signs it.'),
  status: Type.Unsafe<(typeof STATUSES)[number]>({
    type: 'string',
    enum: [...STATUSES],
    description: 'built: not submitted; pending: under way; success, failed and expired are final.',
  }),
  code: nullable(Type.String({ description: 'Why, in the network’s code: tx_success, op_underfunded and so on.' })),
  operationCodes: nullable(Type.Array(Type.String(), { description: 'One an operation.' })),
  ledger: nullable(Type.Integer({ description: 'That has it.' })),
  at: nullable(Timestamp('When that ledger closed.')),
  expiresAt: Timestamp('Until when a ledger may take it.'),
  returnValue: Type.Optional(Type.Unknown({ description: 'What the contract returned: amounts as decimal strings.' })),
})

function toTracked(row: TrackedTransaction): Static<typeof Tracked> {
  const status = STATUSES.find((one) => one === row.status)
  if (status === undefined) throw new Error(`transaction ${row.hash} has the status ${row.status}`)
  return {
    hash: row.hash,
    action: row.action,
    source: row.source,
    status,
    code: row.code,
    operationCodes: row.operationCodes as string[] | null,
    ledger: row.ledger,
    at: row.at === null ? null : formatUtcSeconds(row.at),
    expiresAt: formatUtcSeconds(row.expiresAt),
    ...(row.returnValue !== null && { returnValue: row.returnValue }),
  }
}

/** One form of body for each action: what is published. */
const BuildBody = Type.Union(
  ACTIONS.map(({ name, summary, params }) =>
    Type.Object(
      { action: Type.Literal(name), source: Address('Who signs: an account G...'), params },
      { title: name, description: summary, additionalProperties: false },
    ),
  ),
)

const Outer = Type.Object(
  {
    action: Type.String({ maxLength: 60 }),
    source: Type.String({ maxLength: 100 }),
    params: Type.Record(Type.String(), Type.Unknown()),
  },
  { additionalProperties: false },
)

/** Each action's own parameters are checked by themselves, so that a refusal is about the action that was asked for. */
const validators = new Map<string, Validator>([
  ['', Compile(Outer)],
  ...ACTIONS.map((one) => [one.name, Compile(one.params)] as const),
])

function check(name: string, value: unknown, at: string): void {
  const validator = validators.get(name)
  if (!validator || validator.Check(value)) return
  const errors = validator
    .Errors(value)
    .slice(0, 20)
    .map(({ instancePath, keyword, params, message }) => ({
      in: 'body',
      path: `${at}${instancePath}`,
      rule: keyword,
      params,
      message,
    }))
  const words = errors.map(({ path, message }) => `${path} ${message}`).join('; ')
  throw new Problem('HELIOBOND_INVALID_REQUEST', '{words}', { words }, { errors })
}

function readBuild(body: unknown): { action: Action; source: string; params: Record<string, unknown> } {
  check('', body, '')
  const { action: name, source, params } = body as Static<typeof Outer>
  const action = actionNamed(name)
  if (!action) {
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      'There is no action {action}.',
      { action: name },
      {
        reason: 'NO_SUCH_ACTION',
        actions: ACTIONS.map((one) => one.name),
      },
    )
  }
  if (addressKind(source) !== 'account') {
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{field} must be an account: an address that begins with G.',
      { field: 'source' },
      { reason: 'NOT_AN_ACCOUNT' },
    )
  }
  check(name, params, '/params')
  return { action, source, params }
}

/**
 * `/v1/transactions`: the API builds, the wallet signs, the API submits and follows. It signs nothing of a user's.
 *
 * Nobody needs to sign in: whoever has the account's key decides, and the network checks that.
 */
export const transactionRoutes =
  ({ database, identity, ledger, log }: ApiOptions & Required<Pick<ApiOptions, 'ledger'>>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { chain, paths, sponsor } = ledger
    const keys = identity && createPlatformKeys(database, identity.masterKey)
    const tracker = createTracker({ database, chain, sponsor, keys, log })
    const following = followInBackground()
    app.addHook('onClose', () => following.stop())

    /** Looks again and again at what is under way, so that it ends and is announced though nobody asks. */
    function followInBackground() {
      let stopped = false
      let working = Promise.resolve()
      const look = () => {
        working = working
          .then(async () => {
            if (!stopped) await tracker.tick()
          })
          .catch((error: unknown) => log.error({ err: error }, 'transactions could not be followed'))
      }
      const timer = setInterval(look, chain.config.network === 'local' ? 500 : 2_000)
      timer.unref()
      return {
        async stop() {
          stopped = true
          clearInterval(timer)
          await working
        },
      }
    }

    app.post(
      '/build',
      {
        config: { rateLimit: BUILD_RATE, ownRecord: true },
        schema: {
          operationId: 'buildTransaction',
          tags: ['transactions'],
          summary: 'Builds a transaction for a wallet to sign',
          description:
            'It is simulated first: what would fail now is refused, with the contract’s error in words. The answer says in data what will happen. Nothing is signed here.',
          body: BuildBody,
          response: { 200: Built, ...problemResponses },
        },
        validatorCompiler: () => () => true,
      },
      async (request) => {
        const { action, source, params } = readBuild(request.body)
        const actor = request.session?.address ?? null
        const tools = { database, chain, paths, sponsor, keys, actor, source, now: await chain.now() }
        const { draft } = params
        const built = await buildTransaction(action, params, tools, {
          actor,
          ...(typeof draft === 'number' && { draftId: draft }),
        })
        request.log.info({ tx: built.hash, action: built.action, source }, 'transaction built')
        return { ...built, signers: [...built.signers], moves: [...built.moves], facts: { ...built.facts } }
      },
    )

    app.post(
      '/',
      {
        schema: {
          operationId: 'submitTransaction',
          tags: ['transactions'],
          summary: 'Submits a signed transaction that was built here',
          description:
            'The same envelope again has the same answer. It is followed to its end, also when the client goes away: ask for its hash, or listen to /v1/events.',
          body: Type.Object(
            { envelopeXdr: Type.String({ minLength: 1, maxLength: MOST_ENVELOPE_CHARACTERS }) },
            { additionalProperties: false },
          ),
          response: { 202: Tracked, ...problemResponses },
        },
      },
      async ({ body }, reply) => reply.code(202).send(toTracked(await tracker.submit(body.envelopeXdr))),
    )

    app.get(
      '/:hash',
      {
        schema: {
          operationId: 'getTransaction',
          tags: ['transactions'],
          summary: 'What became of a transaction',
          params: Type.Object({ hash: Hash('Of the transaction.') }),
          response: { 200: Tracked, ...problemResponses },
        },
      },
      async ({ params }) => toTracked(await tracker.follow(params.hash)),
    )
  }
