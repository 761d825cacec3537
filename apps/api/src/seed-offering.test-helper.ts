import type { Database } from '@heliobond/db'
import { HOLDERS, START } from './seed.test-helper.ts'

export const SECRET_HASH = 'ab'.repeat(32)

/** Terms as the projection of an offering's contract has them. */
export const CHAIN_TERMS = {
  settlement: 'CACQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQLC2U',
  cap: '500000000000',
  minimum: '250000000000',
  denomination: '1000000000',
  min_ticket: '2000000000',
  max_ticket: '500000000000',
  price_bps: 9_900,
  rate_bps: 500,
  funding_deadline: String(START + 86_400n),
  operations_budget: '2500000000',
  reserve_requirement: '50000000000',
  reserve_from_proceeds: '50000000000',
  capitalized_interest: '0',
  renewal_requirement: '0',
  kind: 'Bond',
  principal: 'SinkingFund',
  share_bps: 0,
  default_grace: '2592000',
  long_stop: String(START + 63_072_000n),
  unclaimed_after: '94608000',
  unclaimed_to: HOLDERS[0],
  upgrade_delay: '2592000',
  call_notice: '2592000',
  challenge_delay: '172800',
  attestations: 2,
  documents_hash: SECRET_HASH,
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const address = (ordinal: number): string =>
  `G${'A'.repeat(50)}${LETTERS.charAt(Math.floor(ordinal / 26) % 26)}${LETTERS.charAt(ordinal % 26)}${'B'.repeat(3)}`

/** The holding of a bond; every second one is as large as the one before. */
export async function seedHolding({ prisma }: Database, asset: string, ordinal: number): Promise<void> {
  await prisma.holding.create({
    data: {
      asset,
      holder: address(ordinal),
      place: ordinal % 3 === 0 ? 'pool' : 'account',
      placeId: ordinal % 3 === 0 ? `pool-${ordinal}` : '',
      stroops: BigInt(Math.floor(ordinal / 2) + 1) * 10_000_000n,
      offeredStroops: 5n,
      ledger: 10,
    },
  })
}

/** An event of an offering's contract; two of each ledger. */
export async function seedEvent(
  { prisma }: Database,
  offeringId: number,
  ordinal: number,
  state: string | null = null,
): Promise<void> {
  await prisma.offeringEvent.create({
    data: {
      offeringId,
      txHash: ordinal.toString(16).padStart(64, '0'),
      operationIndex: 0,
      eventIndex: ordinal % 2,
      ledger: 100 + Math.floor(ordinal / 2),
      applicationOrder: 1 + (ordinal % 2),
      at: START + BigInt(ordinal),
      name: state === null ? 'Invested' : 'WentLive',
      state,
      data: { bonds: String(ordinal) },
    },
  })
}

/** A trade of an offering's bond. */
export async function seedTrade({ prisma }: Database, offeringId: number, ordinal: number): Promise<void> {
  await prisma.bondTrade.create({
    data: {
      txHash: (1_000 + ordinal).toString(16).padStart(64, '0'),
      operationIndex: 0,
      index: ordinal % 2,
      offeringId,
      seller: HOLDERS[0],
      buyer: HOLDERS[1],
      bondStroops: BigInt(ordinal) * 10_000_000n,
      paidAsset: `USDC:${HOLDERS[1]}`,
      paidStroops: BigInt(ordinal) * 9_900_000n,
      ledger: 300 + Math.floor(ordinal / 2),
      at: START + BigInt(ordinal),
    },
  })
}
