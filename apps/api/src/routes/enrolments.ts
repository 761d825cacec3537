import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto'
import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Database, Enrolment as EnrolmentRow } from '@heliobond/db'
import { formatUtcSeconds, fromBase64, toHex } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT4 } from '../cursor.ts'
import { Problem } from '../errors.ts'
import { sessionOf, withRole } from '../identity/sessions.ts'
import { systemOf } from '../lookup.ts'
import { projectContractsOf } from '../project-schedule.ts'
import { systemId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { nullable, Timestamp, Watts } from '../schemas/units.ts'

const security = [{ token: [] }]

/** How long a code is good for before a device has shown it. */
const LIFETIME_SECONDS = 7 * 86_400
/** 80 bits: nobody guesses one. */
const CODE_BYTES = 10
/** Crockford's: no letter that looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** SubjectPublicKeyInfo before the 32 bytes of an Ed25519 key (RFC 8410). */
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

const Kind = Type.Union([Type.Literal('site'), Type.Literal('load'), Type.Literal('combined')], {
  description: 'site: generation and export; load: one party’s consumption; combined: all three.',
})
const PartyIndex = Type.Integer({
  minimum: 0,
  maximum: 15,
  description: 'Its place in the registry; 0 for a site meter.',
})
const State = Type.Union(
  [
    Type.Literal('open'),
    Type.Literal('expired'),
    Type.Literal('withdrawn'),
    Type.Literal('redeemed'),
    Type.Literal('registered'),
  ],
  { description: 'redeemed: a device has shown the code, and the approver is to register its key.' },
)
const PublicKey = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description })

const enrolmentFields = {
  id: Type.Integer(),
  systemId,
  kind: Type.String(),
  partyIndex: PartyIndex,
  capacityW: Watts('The most that it can measure.'),
  label: Type.String({ description: 'Where it hangs, for people.' }),
  state: State,
  publicKey: nullable(PublicKey('Of the device that showed the code: what the approver registers.')),
  meterId: nullable(Type.Integer({ description: "The registry's number, once it is registered." })),
  createdAt: Timestamp('When the code was given out.'),
  expiresAt: Timestamp('Until when it can be shown.'),
  redeemedAt: nullable(Timestamp('When it was shown.')),
}
const Enrolment = Type.Object(enrolmentFields)
const WithCode = Type.Object({ ...enrolmentFields, code: Type.String({ description: 'Shown once.' }) })

type Meter = { readonly id: number; readonly epoch: number } | undefined

function toEnrolment(row: EnrolmentRow, meter: Meter, now: bigint): Static<typeof Enrolment> {
  return {
    ...{ id: row.id, systemId: row.systemId, kind: row.kind, partyIndex: row.partyIndex, label: row.label },
    capacityW: row.capacityW.toString(),
    state: stateOf(row, meter, now),
    publicKey: row.publicKey === null ? null : toHex(row.publicKey),
    meterId: meter?.id ?? null,
    createdAt: formatUtcSeconds(row.createdAt),
    expiresAt: formatUtcSeconds(row.expiresAt),
    redeemedAt: row.redeemedAt === null ? null : formatUtcSeconds(row.redeemedAt),
  }
}

function stateOf(row: EnrolmentRow, meter: Meter, now: bigint): Static<typeof State> {
  if (meter) return 'registered'
  if (row.withdrawnAt !== null) return 'withdrawn'
  if (row.publicKey !== null) return 'redeemed'
  return row.expiresAt <= now ? 'expired' : 'open'
}

/**
 * `/v1/enrolments`: how a meter's key comes to the approver. An operator gives out a one-time code, whoever puts the device up
 * types it in there, the device shows it with its public key; the approver then registers that key on the chain, by a
 * signature of their own. The private key is at no time anywhere but in the device.
 */
export const enrolmentRoutes =
  ({ database, network }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const mayAct = withRole(database, 'operator')

    app.post(
      '/',
      {
        preHandler: mayAct,
        schema: {
          operationId: 'createEnrolment',
          tags: ['devices'],
          summary: 'A one-time code for a meter to come',
          description: `The code is shown in this answer and kept nowhere. A device shows it within ${LIFETIME_SECONDS / 86_400} days.`,
          security,
          body: Type.Object(
            {
              systemId,
              kind: Kind,
              partyIndex: PartyIndex,
              capacityW: Type.String({
                pattern: '^[1-9][0-9]{0,14}$',
                description: 'Watts, at most what it can measure.',
              }),
              label: Type.String({ minLength: 1, maxLength: 120, description: 'Where it hangs, for people.' }),
            },
            { additionalProperties: false },
          ),
          response: {
            200: WithCode,
            ...problemResponses,
          },
        },
      },
      async (request) => {
        const { body } = request
        if (body.kind === 'site' && body.partyIndex !== 0) {
          throw new Problem(
            'HELIOBOND_INVALID_REQUEST',
            'A site meter is of party 0.',
            {},
            { reason: 'SITE_METER_OF_A_PARTY' },
          )
        }
        await systemOf(database, body.systemId)
        const party = await database.prisma.party.findUnique({
          where: { systemId_index: { systemId: body.systemId, index: body.partyIndex } },
        })
        if (!party)
          throw new Problem('HELIOBOND_PARTY_NOT_FOUND', 'System {system} has no party {party}.', {
            system: body.systemId,
            party: body.partyIndex,
          })
        const code = newCode()
        const now = machineSeconds()
        const row = await database.prisma.enrolment.create({
          data: {
            ...{ systemId: body.systemId, kind: body.kind, partyIndex: body.partyIndex, label: body.label },
            capacityW: BigInt(body.capacityW),
            codeHash: hashOf(code),
            createdBy: sessionOf(request).address,
            createdAt: now,
            expiresAt: now + BigInt(LIFETIME_SECONDS),
          },
        })
        return { ...toEnrolment(row, undefined, now), code }
      },
    )

    app.get(
      '/',
      {
        preHandler: withRole(database, 'operator', 'approver', 'auditor'),
        schema: {
          operationId: 'listEnrolments',
          tags: ['devices'],
          summary: 'Meters to come, and the keys that wait for the approver',
          security,
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: { 200: Type.Object(pageOf(Enrolment)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order } }) => {
        const list = `enrolments:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const rows = await database.prisma.enrolment.findMany({
          where: after === undefined ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: Number(after) } },
          orderBy: { id: order },
          take: limit + 1,
        })
        const meters = await metersByKey(database, rows)
        const now = machineSeconds()
        return toPage(
          list,
          rows,
          limit,
          (row) => [row.id],
          (row) => toEnrolment(row, meterOf(meters, row), now),
        )
      },
    )

    app.post(
      '/:id/withdraw',
      {
        preHandler: mayAct,
        schema: {
          operationId: 'withdrawEnrolment',
          tags: ['devices'],
          summary: 'Takes a code back',
          description: 'Also one that a wrong device has shown, as long as the approver has not registered its key.',
          security,
          params: Type.Object({
            id: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Of the enrolment.' }),
          }),
          response: { 200: Enrolment, ...problemResponses },
        },
      },
      async ({ params: { id } }) => {
        const row = await database.prisma.enrolment.findUnique({ where: { id } })
        if (!row)
          throw new Problem(
            'HELIOBOND_NOT_FOUND',
            'There is no enrolment {enrolment}.',
            { enrolment: String(id) },
            { reason: 'NO_ENROLMENT' },
          )
        const meter = meterOf(await metersByKey(database, [row]), row)
        if (meter)
          throw new Problem(
            'HELIOBOND_ACTION_REFUSED',
            'It is meter {meter} already: the approver revokes it.',
            { meter: meter.id },
            { reason: 'METER_REGISTERED' },
          )
        const now = machineSeconds()
        const data = { withdrawnAt: row.withdrawnAt ?? now }
        return toEnrolment(await database.prisma.enrolment.update({ where: { id }, data }), undefined, now)
      },
    )

    app.post(
      '/redeem',
      {
        schema: {
          operationId: 'redeemEnrolment',
          tags: ['devices'],
          summary: 'A device shows its code and its public key',
          description:
            'The signature is the key’s over `HBENROL1` and the SHA-256 of the code as it is sent, 40 bytes. The same code and key may be shown again: to ask whether the approver has registered the meter.',
          body: Type.Object(
            {
              code: Type.String({ minLength: 4, maxLength: 128 }),
              publicKey: Type.String({ maxLength: 60, description: 'Raw Ed25519 key, base64 of 32 bytes.' }),
              signature: Type.String({ maxLength: 100, description: 'Base64 of 64 bytes.' }),
            },
            { additionalProperties: false },
          ),
          response: {
            200: Type.Object({
              systemId,
              kind: Type.String(),
              partyIndex: PartyIndex,
              capacityW: Watts('The most that it can measure.'),
              networkPassphrase: Type.String(),
              energyContract: nullable(
                Type.String({ description: 'What readings are signed for; null before there is one.' }),
              ),
              meterId: nullable(
                Type.Integer({ description: "The registry's number; null until the approver has acted." }),
              ),
              epoch: nullable(Type.Integer()),
            }),
            ...problemResponses,
          },
        },
      },
      async ({ body }) => {
        const publicKey = bytesOf(body.publicKey, 32)
        const signature = bytesOf(body.signature, 64)
        if (!publicKey || !signature || !isSignedBy(publicKey, body.code, signature)) {
          throw new Problem('HELIOBOND_ENROLMENT_NOT_PROVEN', 'The signature is not the public key’s over the code.')
        }
        const row = await redeem(database, hashOf(body.code), publicKey)
        const meter = meterOf(await metersByKey(database, [row]), row)
        const offering = await database.prisma.offering.findFirst({
          where: { systemId: row.systemId },
          orderBy: { id: 'asc' },
        })
        return {
          ...{ systemId: row.systemId, kind: row.kind, partyIndex: row.partyIndex },
          capacityW: row.capacityW.toString(),
          networkPassphrase: network.passphrase,
          energyContract: offering ? (await projectContractsOf(database, offering.id)).energy : null,
          meterId: meter?.id ?? null,
          epoch: meter?.epoch ?? null,
        }
      },
    )
  }

/** The row of that code, with this key in it: the first that shows a code has it. @throws {Problem} for every other. */
async function redeem(database: Database, codeHash: Uint8Array<ArrayBuffer>, publicKey: Uint8Array<ArrayBuffer>) {
  const now = machineSeconds()
  const unused = { codeHash, publicKey: null, withdrawnAt: null, expiresAt: { gt: now } }
  const sameKey = await database.prisma.enrolment.findFirst({ where: { publicKey } })
  if (!sameKey) await database.prisma.enrolment.updateMany({ where: unused, data: { publicKey, redeemedAt: now } })
  const row = await database.prisma.enrolment.findFirst({ where: { codeHash, publicKey, withdrawnAt: null } })
  // One answer for all: who tries codes learns nothing.
  if (!row) throw new Problem('HELIOBOND_ENROLMENT_CODE_UNKNOWN', 'Ask the operator for a new code.')
  return row
}

async function metersByKey(database: Database, rows: readonly EnrolmentRow[]) {
  const keys = rows.flatMap(({ publicKey }) => (publicKey === null ? [] : [publicKey]))
  const meters = keys.length === 0 ? [] : await database.prisma.meter.findMany({ where: { publicKey: { in: keys } } })
  return new Map(meters.map((meter) => [toHex(meter.publicKey), meter]))
}

const meterOf = (meters: ReadonlyMap<string, { id: number; epoch: number }>, { publicKey }: EnrolmentRow): Meter =>
  publicKey === null ? undefined : meters.get(toHex(publicKey))

/** Not the network's time: a code is no money, and a turned clock must not end it. */
const machineSeconds = () => BigInt(Math.floor(Date.now() / 1_000))

/** 16 letters and digits in groups of four. */
function newCode(): string {
  let bits = BigInt(`0x${randomBytes(CODE_BYTES).toString('hex')}`)
  let code = ''
  for (let place = 0; place < (CODE_BYTES * 8) / 5; place++, bits >>= 5n) code += ALPHABET[Number(bits & 31n)]
  return code.replace(/.{4}(?=.)/g, '$&-')
}

/** Of the code without its hyphens, in capitals: people type it. */
const hashOf = (code: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(code.replaceAll('-', '').toUpperCase()).digest())

function bytesOf(text: string, length: number): Uint8Array<ArrayBuffer> | undefined {
  const bytes = fromBase64(text)
  return bytes.ok && bytes.value.length === length ? new Uint8Array(bytes.value) : undefined
}

function isSignedBy(publicKey: Uint8Array, code: string, signature: Uint8Array): boolean {
  const message = Buffer.concat([Buffer.from('HBENROL1'), createHash('sha256').update(code).digest()])
  const key = createPublicKey({ key: Buffer.concat([SPKI_ED25519, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}
