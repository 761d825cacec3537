import { type Asset, parseAsset, payment } from '@heliobond/chain'
import { Type } from 'typebox'
import { bytesOfRoot, donorLineOf, donorSnapshotOf, proveDonor } from '../../donors.ts'
import { Problem } from '../../errors.ts'
import { defineAction, type Move, planCall, planClassic, type Tools } from '../action.ts'
import { requireRoom, requireSpendable } from '../checks.ts'
import { accountIn, addressIn, params, stroopsOf } from '../params.ts'

/** What certificates are of; a retained attribute has none. */
const kind = Type.Unsafe<'Rec' | 'Carbon'>({
  type: 'string',
  enum: ['Rec', 'Carbon'],
  description: 'Rec: 10,000,000 stroops are 1 MWh; Carbon: 10,000,000 stroops are 1 t CO2e.',
})
const day = (description: string) =>
  Type.String({ format: 'date', maxLength: 10, description: `${description} YYYY-MM-DD.` })
const text = (description: string, maxLength: number) => Type.String({ minLength: 1, maxLength, description })
/** Bytes that the contract takes of each text of a retirement. */
const MOST_BYTES = 128
const MOST_HOLDERS = 20

const variant = <Tag extends 'Rec' | 'Carbon' | 'Retained'>(tag: Tag) => ({ tag, values: undefined })

/** @throws {Problem} for a system without certificates. */
async function certificatesOf({ database }: Tools, system: number) {
  const row = await database.prisma.certificateAccount.findUnique({ where: { systemId: system } })
  if (!row) throw new Problem('HELIOBOND_NOT_CERTIFIED', 'System {system} has no certificates.', { system })
  const assetIn = (stored: string): Asset => {
    const asset = parseAsset(stored)
    if (!asset.ok) throw new Error(`the certificates of system ${system} are no asset: ${stored}`)
    return asset.value
  }
  return { contractId: row.contractId, Rec: assetIn(row.recAsset), Carbon: assetIn(row.carbonAsset) }
}

const transfer = defineAction({
  name: 'transfer-certificate',
  summary: 'Hands certificates to somebody else. Their holder.',
  params: Type.Object(
    {
      system: params.system,
      kind,
      to: params.account('Who gets them; it needs a line of the asset.'),
      unitsStroops: params.stroops('How many.'),
    },
    { additionalProperties: false },
  ),
  async plan({ system, kind: of, to, unitsStroops }, tools) {
    const { chain, source } = tools
    const asset = (await certificatesOf(tools, system))[of]
    const amountStroops = stroopsOf(unitsStroops, 'unitsStroops')
    const destination = accountIn(to, 'to')
    await requireSpendable(chain, source, asset, amountStroops)
    await requireRoom(chain, destination, asset, amountStroops)
    return planClassic([payment({ destination, asset, amountStroops })], {
      moves: [{ from: source, to: destination, asset, amountStroops }],
      facts: { system: String(system), kind: of, to: destination, unitsStroops },
    })
  },
})

const retire = defineAction({
  name: 'retire',
  summary:
    'Retires certificates for ever: they are burnt, and the claim is public with the number of the retirement. Their holder.',
  params: Type.Object(
    {
      system: params.system,
      kind,
      unitsStroops: params.stroops('How many.'),
      beneficiary: text('In whose name.', MOST_BYTES),
      purpose: text('What for.', MOST_BYTES),
      periodFrom: day('First day of the time that the claim is about.'),
      periodTo: day('Last day of it.'),
    },
    { additionalProperties: false },
  ),
  returns: { contract: 'certificate', method: 'retire' },
  async plan({ system, kind: of, unitsStroops, beneficiary, purpose, periodFrom, periodTo }, tools) {
    const { chain, source } = tools
    const certificates = await certificatesOf(tools, system)
    const asset = certificates[of]
    const units = stroopsOf(unitsStroops, 'unitsStroops')
    for (const [name, said] of Object.entries({ beneficiary, purpose })) {
      if (Buffer.byteLength(said) > MOST_BYTES) {
        throw new Problem(
          'HELIOBOND_INVALID_REQUEST',
          '{field} takes more than {mostBytes} bytes.',
          { field: name, mostBytes: MOST_BYTES },
          { reason: 'TOO_LONG' },
        )
      }
    }
    if (periodTo < periodFrom) {
      throw new Problem('HELIOBOND_INVALID_REQUEST', 'periodTo lies before periodFrom.', {}, { reason: 'BAD_INTERVAL' })
    }
    await requireSpendable(chain, source, asset, units)
    // An interval as ISO 8601 writes it.
    const period = `${periodFrom}/${periodTo}`
    const claim = { beneficiary, purpose, period }
    const args = { holder: source, system, kind: variant(of), units, claim }
    return planCall(tools, 'certificate', certificates.contractId, 'retire', args, (number) => ({
      moves: [],
      facts: { system: String(system), kind: of, asset, unitsStroops, ...claim, number: String(number) },
    }))
  },
})

/** What a claim hands over: to each holder what was minted for them, nothing to who has no line. */
const mintedTo = (holders: readonly string[], minted: readonly bigint[], from: string, asset: Asset): Move[] =>
  holders.flatMap((to, index) => {
    const amountStroops = minted[index] ?? 0n
    return amountStroops === 0n ? [] : [{ from, to, asset, amountStroops }]
  })

const claimDue = defineAction({
  name: 'claim-certificates',
  summary: 'Mints to holders what is due to them; who has no line keeps their claim. Anyone.',
  params: Type.Object(
    {
      system: params.system,
      kind,
      holders: Type.Array(params.account('Who has certificates due.'), { minItems: 1, maxItems: MOST_HOLDERS }),
    },
    { additionalProperties: false },
  ),
  returns: { contract: 'certificate', method: 'claim' },
  async plan({ system, kind: of, holders }, tools) {
    const certificates = await certificatesOf(tools, system)
    const addresses = holders.map((holder) => accountIn(holder, 'holders'))
    const args = { system, kind: variant(of), holders: addresses }
    return planCall(tools, 'certificate', certificates.contractId, 'claim', args, (minted) => ({
      moves: mintedTo(addresses, minted, certificates.contractId, certificates[of]),
      facts: { system: String(system), kind: of },
    }))
  },
})

const mintDue = defineAction({
  name: 'mint-due',
  summary: 'Certifies what was measured since the last time. Anyone.',
  params: Type.Object({ system: params.system }, { additionalProperties: false }),
  returns: { contract: 'certificate', method: 'mint_due' },
  async plan({ system }, tools) {
    const { contractId } = await certificatesOf(tools, system)
    return planCall(tools, 'certificate', contractId, 'mint_due', { system }, ({ kind: of, mwh, units }) => ({
      moves: [],
      facts: { system: String(system), kind: of.tag, mwh: mwh.toString(), unitsStroops: units.toString() },
    }))
  },
})

const claimDonors = defineAction({
  name: 'claim-donor-certificates',
  summary: 'Mints to donors what is theirs; who has no line keeps their claim. Anyone.',
  params: Type.Object(
    {
      system: params.system,
      kind,
      holders: Type.Array(params.address('A donor.'), { minItems: 1, maxItems: MOST_HOLDERS }),
    },
    { additionalProperties: false },
  ),
  returns: { contract: 'certificate', method: 'claim_units' },
  async plan({ system, kind: of, holders }, tools) {
    const { database, chain } = tools
    const certificates = await certificatesOf(tools, system)
    const snapshot = await donorSnapshotOf(database, system)
    const leaves = await Promise.all(
      [...new Set(holders)].map(async (holder) => {
        const { index, unitsStroops } = await donorLineOf(database, snapshot, addressIn(holder, 'holders'))
        const { proof } = await proveDonor(database, chain.config.passphrase, snapshot, index)
        return { holder, index, units: unitsStroops, proof: [...proof.siblings] }
      }),
    )
    const args = { system, kind: variant(of), root: bytesOfRoot(snapshot.root), leaves }
    return planCall(tools, 'certificate', certificates.contractId, 'claim_units', args, (minted) => ({
      moves: mintedTo(
        leaves.map(({ holder }) => holder),
        minted,
        certificates.contractId,
        certificates[of],
      ),
      facts: { system: String(system), kind: of },
    }))
  },
})

const announcePolicy = defineAction({
  name: 'announce-certificate-policy',
  summary:
    'Announces whose the certificates are to be, in basis points that add up to 10,000; in force once all that was generated before is certified. The donors are those of the recorded donation. The administrator.',
  params: Type.Object(
    {
      system: params.system,
      kind: Type.Unsafe<'Rec' | 'Carbon' | 'Retained'>({
        type: 'string',
        enum: ['Rec', 'Carbon', 'Retained'],
        description: 'What a MWh is to become: never two of them.',
      }),
      owner: params.address('Whose the owner’s share is.'),
      ownerBps: params.bps('The owner’s share.'),
      partiesBps: params.bps('The share of the parties, by their portions.'),
      donorsBps: params.bps('The share of the donors, by what they gave.'),
    },
    { additionalProperties: false },
  ),
  returns: { contract: 'certificate', method: 'announce_policy' },
  async plan({ system, kind: of, owner, ownerBps, partiesBps, donorsBps }, tools) {
    const { contractId } = await certificatesOf(tools, system)
    const donors = donorsBps > 0 ? await donorSnapshotOf(tools.database, system) : null
    const policy = {
      kind: variant(of),
      owner: addressIn(owner, 'owner'),
      owner_bps: ownerBps,
      parties_bps: partiesBps,
      donors_bps: donorsBps,
      donors_root: donors ? bytesOfRoot(donors.root) : new Uint8Array(32),
      donors_units: donors?.unitsStroops ?? 0n,
      donors_count: donors?.leafCount ?? 0,
    }
    return planCall(tools, 'certificate', contractId, 'announce_policy', { system, policy }, () => ({
      moves: [],
      facts: {
        system: String(system),
        kind: of,
        owner,
        ownerBps: String(ownerBps),
        partiesBps: String(partiesBps),
        donorsBps: String(donorsBps),
        ...(donors && { donorsRoot: donors.root, donors: String(donors.leafCount) }),
      },
    }))
  },
})

export const certificateActions = [transfer, retire, claimDue, mintDue, claimDonors, announcePolicy]
