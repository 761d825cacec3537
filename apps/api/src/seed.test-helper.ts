import type { Database } from '@heliobond/db'
import {
  buildMerkleTree,
  contractIdFromStrkey,
  couponLeafBytes,
  merkleTreeRoot,
  networkId,
  scAddressFromStrkey,
} from '@heliobond/domain'

export const PASSPHRASE = 'Standalone Network ; February 2017'
export const OFFERING_CONTRACT = 'CACQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQLC2U'
/** In the order of their addresses, as a snapshot lists them. */
export const HOLDERS = [
  'GCATS5YOVB6ROX2WUNKGNQ2MP3GMXDMKSG2O4N5CLX3A6W4PZGZZI55U',
  'GCFIRY65OQE7DFP5KLNS2PF2LVZMUZYJX4OZIEQ36N2IQANUB5XVYOJR',
  'GDWUSKGGFDI4FRXK5EBTRECZSVQSSWJHHJOGH6JWG3AUMFFMQ435DIAG',
] as const
/** 2026-01-01T00:00:00Z. */
export const START = 1_767_225_600n
const MONTH = 2_592_000n
const hash = (byte: number) => new Uint8Array(32).fill(byte)

/** A system with a site meter and one party, in production. */
export async function seedSystem({ prisma }: Database, id: number, modelled: boolean): Promise<void> {
  await prisma.system.create({
    data: {
      id,
      name: `School ${id}`,
      capacityW: 22_000_000_000n,
      nextFrom: START,
      modelled,
      offeringContract: OFFERING_CONTRACT,
    },
  })
  await prisma.party.create({
    data: {
      systemId: id,
      index: 0,
      name: 'Escuela',
      owner: HOLDERS[0],
      wallet: HOLDERS[1],
      collection: id === 1 ? HOLDERS[2] : '',
      portionBps: 10_000,
      ownedBps: 1_250,
    },
  })
  await prisma.meter.create({
    data: {
      id: id * 10,
      systemId: id,
      kind: 'site',
      publicKey: hash(id),
      capacityW: 22_000_000_000n,
      modelNote: modelled ? 'modelled' : null,
    },
  })
  await prisma.meter.create({
    data: { id: id * 10 + 1, systemId: id, kind: 'load', partyIndex: 0, publicKey: hash(id + 100), capacityW: 40_000n },
  })
}

/** An offering of that system with its schedule. */
export async function seedOffering({ prisma }: Database, id: number, systemId: number): Promise<void> {
  await prisma.offering.create({
    data: {
      id,
      contractId: id === 1 ? OFFERING_CONTRACT : `${OFFERING_CONTRACT}-${id}`,
      bondAsset: `SOLAR${id}:${HOLDERS[0]}`,
      settlementAsset: `USDC:${HOLDERS[1]}`,
      systemId,
      terms: { principalStroops: '500000000000', couponBps: 500 },
      state: 'Live',
      createdAt: START,
    },
  })
  const period = (index: bigint) => ({
    start: String(START + index * 6n * MONTH),
    record: String(START + (index + 1n) * 6n * MONTH - 1_296_000n),
    pay: String(START + (index + 1n) * 6n * MONTH),
    days: 180,
    basis: 360,
  })
  await prisma.setting.create({
    data: { key: `project:${id}`, value: { rateBps: 500, schedule: [period(0n), period(1n)], energy: 'elsewhere' } },
  })
}

/** Bill `number` of the system, the statement that it bills and, for every second one, its payment. */
export async function seedBill({ prisma }: Database, systemId: number, number: bigint): Promise<void> {
  const index = Number(number)
  const fromAt = START + number * MONTH
  await prisma.statement.create({
    data: {
      systemId,
      index,
      fromAt,
      toAt: fromAt + MONTH,
      generatedWh: 9_007_199_254_740_993n,
      exportedWh: 5n,
      consumedWh: ['9007199254740988'],
      readingsRoot: hash(7),
      readingsCount: 1_440,
      quality: 0,
      hash: hash(8),
      status: 'final',
      marks: {},
      txHash: `propose-${index}`,
    },
  })
  const paid = number % 2n === 0n
  await prisma.bill.create({
    data: {
      number,
      systemId,
      partyIndex: 0,
      statementIndex: index,
      fromAt,
      toAt: fromAt + MONTH,
      deliveredWh: 9_007_199_254_740_988n,
      priceStroops: 2_500_000n,
      dueStroops: 22_517_998_136_852n,
      paidStroops: paid ? 22_517_998_136_852n : 0n,
      dueAt: fromAt + 2n * MONTH,
      txHash: `bill-${index}`,
    },
  })
  if (!paid) return
  await prisma.payment.create({
    data: {
      billNumber: number,
      systemId,
      partyIndex: 0,
      txHash: `pay-${index}`,
      operationIndex: 0,
      sendAsset: 'native',
      sentStroops: 45_035_996_273_704n,
      receivedStroops: 22_517_998_136_852n,
      ledger: 1_000 + index,
    },
  })
}

/** One receipt that keeps the law of receipts. */
export async function seedCollection({ prisma }: Database, offeringId: number, ordinal: number): Promise<void> {
  const amount = BigInt(ordinal) * 1_000n
  await prisma.collection.create({
    data: {
      offeringId,
      partyIndex: ordinal % 3 === 0 ? -1 : 0,
      pulledStroops: amount,
      creditUsedStroops: 100n,
      operationsStroops: 100n,
      couponStroops: amount - 1n,
      surplusStroops: 1n,
      txHash: `collect-${offeringId}-${ordinal}`,
      ledger: 2_000 + ordinal,
    },
  })
}

/** Coupon `number` with a leaf for each holder; the root is that of its leaves unless another is given. */
export async function seedCoupon(
  { prisma }: Database,
  offeringId: number,
  number: number,
  { root, recorded = true }: { root?: Uint8Array<ArrayBuffer>; recorded?: boolean } = {},
): Promise<void> {
  const times = { recordAt: START + BigInt(number) * MONTH, payAt: START + BigInt(number) * MONTH + 1_296_000n }
  if (!recorded) {
    await prisma.coupon.create({ data: { offeringId, number, ...times, status: 'scheduled' } })
    return
  }
  const leaves = HOLDERS.map((holder, index) => ({ holder, index, amountStroops: BigInt(index + 1) * 1_455_5555555n }))
  const contract = contractIdFromStrkey(OFFERING_CONTRACT)
  if (!contract.ok) throw new Error('the test contract is none')
  const own = merkleTreeRoot(
    buildMerkleTree(
      leaves.map((leaf) => {
        const holder = scAddressFromStrkey(leaf.holder)
        if (!holder.ok) throw new Error(`${leaf.holder} is no address`)
        return couponLeafBytes({
          networkId: networkId(PASSPHRASE),
          offeringId: contract.value,
          coupon: number,
          leafIndex: leaf.index,
          holder: holder.value,
          amountStroops: leaf.amountStroops,
        })
      }),
    ),
  )
  await prisma.coupon.create({
    data: {
      offeringId,
      number,
      ...times,
      recordLedger: 77,
      root: root ?? new Uint8Array(own),
      totalStroops: leaves.reduce((sum, leaf) => sum + leaf.amountStroops, 0n),
      snapshotHash: hash(9),
      leafCount: leaves.length,
      fundedStroops: 5_000n,
      status: 'funded',
      proposedAt: times.recordAt + 60n,
      proposeTx: 'propose',
    },
  })
  await prisma.couponLeaf.createMany({
    data: leaves.map((leaf) => ({
      offeringId,
      number,
      ...leaf,
      unitsStroops: 1_0000000n,
      paidStroops: leaf.index === 0 ? 5_000n : 0n,
    })),
  })
}
