import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { formatUtcSeconds, scAddressFromStrkey, toHex } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT4 } from '../cursor.ts'
import {
  bytesOfRoot,
  certifiedForDonors,
  type DonorPart,
  type DonorSnapshot,
  donorLineOf,
  donorParts,
  donorSnapshotOf,
  proveDonor,
} from '../donors.ts'
import { Problem } from '../errors.ts'
import { offeringOf, systemOf } from '../lookup.ts'
import { offeringId, systemId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Hash, Stroops, Timestamp } from '../schemas/units.ts'

const Donor = Type.Object({
  index: Type.Integer({ minimum: 0, description: 'Place of the leaf, from 0.' }),
  holder: Address('Who gave.'),
  unitsStroops: Stroops('Units of the donation held when its funding closed.'),
  recClaimedStroops: Stroops('RECs minted to the donor so far.'),
  recDueStroops: Stroops('RECs that the donor can claim now.'),
  carbonClaimedStroops: Stroops('Carbon certificates minted to the donor so far.'),
  carbonDueStroops: Stroops('Carbon certificates that the donor can claim now.'),
})

const head = {
  systemId,
  offeringId,
  contractId: Address('The certificate contract, part of every leaf.'),
  unitsAsset: Type.String({ description: 'CODE:ISSUER of the donation’s units: whose holders the donors are.' }),
  root: Hash('Merkle root over the donors’ leaves: what a policy names.'),
  ledger: Type.Integer({ description: 'The ledger in which the funding closed: the snapshot is of its end.' }),
  closedAt: Timestamp('When that ledger closed.'),
  snapshotHash: Hash('SHA-256 of the holders’ snapshot.'),
  leafCount: Type.Integer({ description: 'How many donors.' }),
  unitsStroops: Stroops('All leaves together: a donor’s part is the leaf’s units of these.'),
  unattributedStroops: Stroops('Units that were burnt or had no known owner: nobody’s part.'),
  recCertifiedStroops: Stroops('RECs certified for all donors so far.'),
  carbonCertifiedStroops: Stroops('Carbon certificates certified for all donors so far.'),
}

const Proof = Type.Object(
  {
    systemId,
    contractId: head.contractId,
    networkPassphrase: Type.String({ description: 'Its SHA-256 is part of every leaf.' }),
    root: Hash('Merkle root, to compare with the one that the policy in the contract names.'),
    holder: Address('Whose leaf it is.'),
    unitsStroops: Stroops('Units of the donation.'),
    allUnitsStroops: Stroops('Of all donors.'),
    leafBytes: Type.String({
      pattern: '^[0-9a-f]+$',
      description:
        'What is hashed, hexadecimal: SHA-256 of the passphrase (32 bytes), certificate contract (32), system u32, index u32, holder as XDR ScAddress, units i128, all big-endian.',
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

const toDonor = ({ index, holder, unitsStroops, claimed, due }: DonorPart): Static<typeof Donor> => ({
  index,
  holder,
  unitsStroops: unitsStroops.toString(),
  recClaimedStroops: claimed.Rec.toString(),
  recDueStroops: due.Rec.toString(),
  carbonClaimedStroops: claimed.Carbon.toString(),
  carbonDueStroops: due.Carbon.toString(),
})

/** `/v1/certificates/{id}/donors`: who gave how much, the root that a policy names, and what each got. */
export const certificateDonorRoutes =
  ({ database, network }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const snapshotOf = async (id: number): Promise<DonorSnapshot> => {
      await systemOf(database, id)
      return donorSnapshotOf(database, id)
    }

    app.get(
      '/:id/donors',
      {
        schema: {
          operationId: 'listDonors',
          tags: ['certificates'],
          summary: 'The donors of a system, and what each has of its certificates',
          description:
            'The donors are those who held a donation’s units at the end of the ledger in which its funding closed. Anyone can rebuild the list from that ledger, and the root from the list.',
          params: Type.Object({ id: systemId }),
          querystring: Type.Object(
            { ...listQuery, holder: Type.Optional(Address('This donor only.')) },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object({ ...head, ...pageOf(Donor) }), ...problemResponses },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order, holder } }) => {
        const snapshot = await snapshotOf(id)
        const list = `donors:${id}:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const lines = await database.prisma.donorLeaf.findMany({
          where: {
            root: snapshot.root,
            ...(holder !== undefined && { holder }),
            ...(after !== undefined && { index: { [order === 'asc' ? 'gt' : 'lt']: Number(after) } }),
          },
          orderBy: { index: order },
          take: limit + 1,
        })
        const [certified, { bondAsset }] = await Promise.all([
          certifiedForDonors(database, snapshot),
          offeringOf(database, snapshot.offeringId),
        ])
        return {
          systemId: id,
          offeringId: snapshot.offeringId,
          contractId: snapshot.contractId,
          unitsAsset: bondAsset,
          root: snapshot.root,
          ledger: snapshot.ledger,
          closedAt: formatUtcSeconds(snapshot.closedAt),
          snapshotHash: snapshot.snapshotHash,
          leafCount: snapshot.leafCount,
          unitsStroops: snapshot.unitsStroops.toString(),
          unattributedStroops: snapshot.unattributedStroops.toString(),
          recCertifiedStroops: certified.Rec.toString(),
          carbonCertifiedStroops: certified.Carbon.toString(),
          ...toPage(list, await donorParts(database, snapshot, lines), limit, (row) => [row.index], toDonor),
        }
      },
    )

    app.get(
      '/:id/donors/snapshot',
      {
        schema: {
          operationId: 'getDonorSnapshot',
          tags: ['certificates'],
          summary: 'The holders’ snapshot that the donors are computed from',
          description:
            'JSON lines, to the byte: their SHA-256 is `snapshotHash`. The first line says of which ledger; anyone who reads the ledger comes to the same.',
          params: Type.Object({ id: systemId }),
          response: { 200: Type.String(), ...problemResponses },
        },
      },
      async ({ params: { id } }, reply) => {
        const { document } = await snapshotOf(id)
        return reply.type('application/jsonl; charset=utf-8').send(document)
      },
    )

    app.get(
      '/:id/donors/proof/:address',
      {
        schema: {
          operationId: 'getDonorProof',
          tags: ['certificates'],
          summary: "A donor's leaf, with its proof",
          description: 'Whoever has it can check it against the policy in the contract, and claim with it, without us.',
          params: Type.Object({
            id: systemId,
            address: Type.String({ minLength: 1, maxLength: 100, description: "The donor's Stellar address." }),
          }),
          response: { 200: Proof, ...problemResponses },
        },
      },
      async ({ params: { id, address } }): Promise<Static<typeof Proof>> => {
        const snapshot = await snapshotOf(id)
        if (!scAddressFromStrkey(address).ok) {
          throw new Problem(
            'HELIOBOND_INVALID_REQUEST',
            '{field} must be an account (G...) or a contract (C...).',
            { field: 'address' },
            { reason: 'NOT_AN_ADDRESS' },
          )
        }
        const { index, unitsStroops } = await donorLineOf(database, snapshot, address)
        const { leafBytes, proof } = await proveDonor(database, network.passphrase, snapshot, index)
        return {
          systemId: id,
          contractId: snapshot.contractId,
          networkPassphrase: network.passphrase,
          root: toHex(bytesOfRoot(snapshot.root)),
          holder: address,
          unitsStroops: unitsStroops.toString(),
          allUnitsStroops: snapshot.unitsStroops.toString(),
          leafBytes: toHex(leafBytes),
          index: proof.index,
          count: proof.count,
          siblings: proof.siblings.map(toHex),
        }
      },
    )
  }
