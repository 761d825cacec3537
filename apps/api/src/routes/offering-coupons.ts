import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Coupon as CouponRow } from '@heliobond/db'
import { formatUtcSeconds, scAddressFromStrkey, toHex } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { createCouponProofs } from '../coupon-proof.ts'
import { decodeCursor, MAX_INT4 } from '../cursor.ts'
import { Problem } from '../errors.ts'
import { offeringOf } from '../lookup.ts'
import { couponNumber, OfferingParams, offeringId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Hash, nullable, Stroops, Timestamp, TxHash } from '../schemas/units.ts'

const Coupon = Type.Object({
  number: couponNumber,
  status: Type.String({ description: 'scheduled, recorded, proposed, funded, paid or cancelled.' }),
  recordAt: Timestamp('Who holds the bond then gets the coupon.'),
  payAt: Timestamp('When it is due.'),
  recordLedger: nullable(
    Type.Integer({
      description: 'The last ledger that closed at or before the record time: the snapshot is of this one.',
    }),
  ),
  root: nullable(Hash('Merkle root over the claims, as proposed to the contract.')),
  snapshotHash: nullable(Hash('Of the snapshot that the claims were computed from.')),
  leafCount: Type.Integer({ description: 'How many claims.' }),
  totalStroops: nullable(Stroops('All claims together.')),
  unattributedStroops: Stroops('Bonds that were burnt, or had no known owner, at the record time.'),
  fundedStroops: Stroops('What was set aside for it so far.'),
  paidStroops: Stroops('What its holders were paid so far.'),
  proposedAt: nullable(Timestamp('When its root was proposed.')),
  proposeTx: nullable(TxHash('That proposed its root.')),
})

function toCoupon(row: CouponRow, paidStroops: bigint): Static<typeof Coupon> {
  return {
    number: row.number,
    status: row.status,
    recordAt: formatUtcSeconds(row.recordAt),
    payAt: formatUtcSeconds(row.payAt),
    recordLedger: row.recordLedger,
    root: row.root && toHex(row.root),
    snapshotHash: row.snapshotHash && toHex(row.snapshotHash),
    leafCount: row.leafCount,
    totalStroops: row.totalStroops?.toString() ?? null,
    unattributedStroops: row.unattributedUnits.toString(),
    fundedStroops: row.fundedStroops.toString(),
    paidStroops: paidStroops.toString(),
    proposedAt: row.proposedAt === null ? null : formatUtcSeconds(row.proposedAt),
    proposeTx: row.proposeTx,
  }
}

const Proof = Type.Object(
  {
    offeringId,
    contractId: Address('The offering contract, part of every leaf.'),
    networkPassphrase: Type.String({ description: 'Its SHA-256 is part of every leaf.' }),
    coupon: couponNumber,
    root: Hash('Merkle root, to compare with the one that the contract holds.'),
    holder: Address('Whose claim it is.'),
    unitsStroops: Stroops('Bonds held at the record time.'),
    amountStroops: Stroops('The claim.'),
    paidStroops: Stroops('What of it is paid.'),
    txHash: nullable(TxHash('That paid it last.')),
    leafBytes: Type.String({
      pattern: '^[0-9a-f]+$',
      description:
        'What is hashed, hexadecimal: SHA-256 of the passphrase (32 bytes), offering contract (32), coupon u32, index u32, holder as XDR ScAddress, amount i128, all big-endian.',
    }),
    index: Type.Integer({ minimum: 0, description: 'Place of the leaf, from 0.' }),
    count: Type.Integer({ minimum: 1, description: 'How many leaves the tree has.' }),
    siblings: Type.Array(Hash('A hash beside the way.'), { description: 'From the leaf upwards.' }),
  },
  {
    description:
      'leaf = SHA-256(0x00 || leafBytes); node = SHA-256(0x01 || left || right); an odd node is carried up unchanged and has no sibling.',
  },
)

/** `/v1/offerings/{id}/coupons` and `/coupons/{n}/proof/{address}`. */
export const offeringCouponRoutes =
  ({ database, network }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const proofs = createCouponProofs(database, network.passphrase)

    app.get(
      '/:id/coupons',
      {
        schema: {
          operationId: 'listCoupons',
          tags: ['offerings'],
          summary: 'The coupons and how far each has come',
          params: OfferingParams,
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: { 200: Type.Object({ offeringId, ...pageOf(Coupon) }), ...problemResponses },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order } }) => {
        await offeringOf(database, id)
        const list = `coupons:${id}:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const rows = await database.prisma.coupon.findMany({
          where: {
            offeringId: id,
            ...(after === undefined ? {} : { number: { [order === 'asc' ? 'gt' : 'lt']: Number(after) } }),
          },
          orderBy: { number: order },
          take: limit + 1,
        })
        const paid = await paidOf(id, rows)
        return {
          offeringId: id,
          ...toPage(
            list,
            rows,
            limit,
            (row) => [row.number],
            (row) => toCoupon(row, paid.get(row.number) ?? 0n),
          ),
        }
      },
    )

    async function paidOf(id: number, coupons: readonly CouponRow[]): Promise<Map<number, bigint>> {
      const sums = await database.prisma.couponLeaf.groupBy({
        by: ['number'],
        where: { offeringId: id, number: { in: coupons.map(({ number }) => number) } },
        _sum: { paidStroops: true },
      })
      return new Map(sums.map(({ number, _sum }) => [number, _sum.paidStroops ?? 0n]))
    }

    app.get(
      '/:id/coupons/:number/proof/:address',
      {
        schema: {
          operationId: 'getCouponProof',
          tags: ['offerings'],
          summary: "A holder's claim on a coupon, with its proof",
          description: 'Whoever has it can check it against the root in the contract, and claim with it, without us.',
          params: Type.Object({
            id: offeringId,
            number: couponNumber,
            address: Type.String({ minLength: 1, maxLength: 100, description: "The holder's Stellar address." }),
          }),
          response: { 200: Proof, ...problemResponses },
        },
      },
      async ({ params: { id, number, address } }): Promise<Static<typeof Proof>> => {
        const offering = await offeringOf(database, id)
        if (!scAddressFromStrkey(address).ok) {
          throw new Problem(
            'HELIOBOND_INVALID_REQUEST',
            '{field} must be an account (G...) or a contract (C...).',
            { field: 'address' },
            { reason: 'NOT_AN_ADDRESS' },
          )
        }
        const coupon = await database.prisma.coupon.findUnique({
          where: { offeringId_number: { offeringId: id, number } },
        })
        if (!coupon)
          throw new Problem('HELIOBOND_COUPON_NOT_FOUND', 'Offering {offering} has no coupon {coupon}.', {
            offering: id,
            coupon: number,
          })
        const { root } = coupon
        if (!root) {
          const recordAt = formatUtcSeconds(coupon.recordAt)
          throw new Problem(
            'HELIOBOND_COUPON_NOT_RECORDED',
            'Its record time is {recordAt}.',
            { recordAt },
            { recordAt },
          )
        }
        const leaf = await database.prisma.couponLeaf.findFirst({
          where: { offeringId: id, number, holder: address },
          orderBy: { index: 'asc' },
        })
        if (!leaf)
          throw new Problem('HELIOBOND_HOLDER_NOT_FOUND', 'It earned nothing on coupon {coupon}.', { coupon: number })
        const { leafBytes, proof } = await proofs.prove(offering, { number, root }, leaf.index)
        return {
          offeringId: id,
          contractId: offering.contractId,
          networkPassphrase: network.passphrase,
          coupon: number,
          root: toHex(root),
          holder: address,
          unitsStroops: leaf.unitsStroops.toString(),
          amountStroops: leaf.amountStroops.toString(),
          paidStroops: leaf.paidStroops.toString(),
          txHash: leaf.txHash,
          leafBytes: toHex(leafBytes),
          index: proof.index,
          count: proof.count,
          siblings: proof.siblings.map(toHex),
        }
      },
    )
  }
