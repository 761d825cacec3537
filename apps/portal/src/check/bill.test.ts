import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import {
  billStatement,
  buildMerkleTree,
  contractIdFromStrkey,
  merkleProof,
  merkleTreeRoot,
  networkId,
  noCarry,
  type Reading,
  readingJson,
  readingLeafBytes,
  readingSignedBytes,
  toHex,
} from '@heliobond/domain'
import { expect, test } from 'vitest'
import type { BillTrace, SignedReading } from '../api/types.ts'
import { verifySignature } from '../chain/verify-signature.ts'
import { type BillOnChain, checkBillOnChain, checkBillPublished } from './bill.ts'
import { verdictOf } from './finding.ts'

const passphrase = 'Standalone Network ; February 2017'
const energy = 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM'
const PRICE = 2_500_000n
const rawKey = (key: KeyObject) =>
  toHex(new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)))
const meters = [1, 2].map(() => generateKeyPairSync('ed25519').privateKey)
const keys = new Map(meters.map((key, index) => [index + 1, rawKey(key)]))

function contractId(): Uint8Array {
  const id = contractIdFromStrkey(energy)
  if (!id.ok) throw new Error('not a contract')
  return id.value
}

function published(): BillTrace {
  const domain = { networkId: networkId(passphrase), energyContractId: contractId() }
  const readings = [
    { meter: 1, seq: 1n, generatedWh: 1_000n, consumedWh: 0n, exportedWh: 0n },
    { meter: 1, seq: 2n, generatedWh: 3_001n, consumedWh: 0n, exportedWh: 400n },
    { meter: 2, seq: 9n, generatedWh: 0n, consumedWh: 5_000n, exportedWh: 0n },
  ].map((part): Reading => {
    const reading = { system: 7, epoch: 1, at: 1_767_225_600n, ...part }
    const key = meters[part.meter - 1]
    if (!key) throw new Error('no such meter')
    return { ...reading, signature: new Uint8Array(sign(null, readingSignedBytes(reading, domain), key)) }
  })
  const tree = buildMerkleTree(readings.map((reading) => readingLeafBytes(reading, domain)))
  const root = toHex(merkleTreeRoot(tree))
  const interval = { generatedWh: 2_001n, exportedWh: 400n, consumedWh: [1_000n, 3_000n] }
  const billing = billStatement(interval, noCarry(2), { retailStroopsPerKwh: PRICE, exportStroopsPerKwh: 0n })
  const [delivered = 0n, due = 0n] = [billing.shares.deliveredWh[1], billing.parties[1]?.dueStroops]
  const receipt = {
    partyIndex: 1,
    pulledStroops: String(due),
    creditUsedStroops: '0',
    operationsStroops: String(due / 2n),
    couponStroops: String(due - due / 2n),
    reserveStroops: '0',
    renewalStroops: '0',
    principalStroops: '0',
    loanReturnedStroops: '0',
    surplusStroops: '0',
    txHash: 'ab',
    ledger: 5,
  }
  return {
    systemId: 7,
    systemName: 'school',
    modelled: false,
    bill: {
      number: '12',
      partyIndex: 1,
      partyName: 'school',
      from: '2026-01-01T00:00:00Z',
      to: '2026-01-01T00:15:00Z',
      deliveredWh: String(delivered),
      priceStroopsPerKwh: String(PRICE),
      creditedWh: '0',
      creditedPriceStroopsPerKwh: '0',
      adjustmentMilli: '0',
      dueStroops: String(due),
      paidStroops: String(due),
      creditStroops: '0',
      paid: true,
      dueAt: '2026-01-20T00:00:00Z',
      provisional: false,
      txHash: 'cd',
      statement: { index: 3, readingsRoot: root, hash: null },
      payments: [],
    },
    checks: [],
    statement: {
      index: 3,
      from: '2026-01-01T00:00:00Z',
      to: '2026-01-01T00:15:00Z',
      generatedWh: '2001',
      exportedWh: '400',
      generatedCorrectionWh: '0',
      exportedCorrectionWh: '0',
      consumedWh: ['1000', '3000'],
      quality: 0,
      readingsRoot: root,
      readingsCount: readings.length,
      hash: null,
      txHash: 'cd',
    },
    readings: {
      count: readings.length,
      networkPassphrase: passphrase,
      energyContract: energy,
      proven: readings.map((reading, index) => {
        const { count, siblings } = merkleProof(tree, index)
        return {
          reading: readingJson(reading) as unknown as SignedReading,
          index,
          count,
          siblings: siblings.map(toHex),
        }
      }),
    },
    sharing: {
      poolWh: '1601',
      carriedNegativeWh: '0',
      deliveredWh: billing.shares.deliveredWh.map(String),
      unattributedWh: '0',
    },
    tariff: null,
    amount: { lines: [], carriedMilli: '0', dueStroops: String(due) },
    settlements: [{ appliedStroops: String(due), shareBps: 10_000, receipt }],
    contracts: { offering: null, energy, tariff: null, registry: null },
  }
}

function onChain(trace: BillTrace): BillOnChain {
  const { bill, statement } = trace
  return {
    passphrase,
    keys,
    priceStroopsPerKwh: PRICE,
    announced: {
      deliveredWh: BigInt(bill.deliveredWh),
      priceStroopsPerKwh: PRICE,
      dueStroops: BigInt(bill.dueStroops),
      readingsRoot: statement?.readingsRoot ?? '',
    },
  }
}

const wrong = (trace: BillTrace, chain = onChain(published())) =>
  [...checkBillPublished(trace, keys, verifySignature), ...checkBillOnChain(trace, keys, chain)]
    .filter(({ verdict }) => verdict === 'different')
    .map(({ step }) => step)

/** The trace with one reading changed after it was signed. */
function withReading(change: Partial<SignedReading>): BillTrace {
  const trace = published()
  const { readings } = trace
  if (!readings) throw new Error('no readings')
  const [first, ...rest] = readings.proven
  if (!first) throw new Error('no reading')
  return {
    ...trace,
    readings: { ...readings, proven: [{ ...first, reading: { ...first.reading, ...change } }, ...rest] },
  }
}

test('a bill that is what the meters said is found to be so, in every step', () => {
  const trace = published()
  const findings = [
    ...checkBillPublished(trace, keys, verifySignature),
    ...checkBillOnChain(trace, keys, onChain(trace)),
  ]
  expect(verdictOf(findings)).toBe('same')
  expect(findings).toHaveLength(11)
})

const bill = (change: Partial<BillTrace['bill']>) => {
  const trace = published()
  return { ...trace, bill: { ...trace.bill, ...change } }
}

test.each<[string, () => BillTrace, string[]]>([
  [
    'a register that was raised after it was signed',
    () => withReading({ generatedWh: '9999' }),
    ['signatures', 'tree'],
  ],
  ['a reading of another epoch', () => withReading({ epoch: 2 }), ['signatures', 'tree']],
  [
    'a watt-hour more delivered',
    () => bill({ deliveredWh: String(BigInt(published().bill.deliveredWh) + 1n) }),
    ['sharing', 'amount', 'announced'],
  ],
  [
    'a stroop more due',
    () => bill({ dueStroops: String(BigInt(published().bill.dueStroops) + 1n) }),
    ['amount', 'announced'],
  ],
  ['a higher price', () => bill({ priceStroopsPerKwh: '3000000' }), ['amount', 'price', 'announced']],
  ['more paid than the receipts say', () => bill({ paidStroops: '1' }), ['paid']],
])('%s is found out', (_, trace, steps) => {
  expect(wrong(trace())).toEqual(steps)
})

test('a stroop that vanished between payment and buckets is found out', () => {
  const trace = published()
  const settlements = trace.settlements.map((one) => ({ ...one, receipt: { ...one.receipt, operationsStroops: '0' } }))
  expect(wrong({ ...trace, settlements })).toEqual(['buckets'])
})

test("another meter's key in the registry, another network, another price are found out", () => {
  const chain = onChain(published())
  expect(
    wrong(published(), {
      ...chain,
      keys: new Map([
        [1, keys.get(1) ?? null],
        [2, 'ff'.repeat(32)],
      ]),
    }),
  ).toEqual(['keys'])
  expect(wrong(published(), { ...chain, passphrase: 'other' })).toEqual(['network'])
  expect(wrong(published(), { ...chain, priceStroopsPerKwh: 1n })).toEqual(['price'])
})

test('what is not published or forgotten is unknown, and no success', () => {
  const trace = { ...published(), readings: null, sharing: null, amount: null }
  expect(verdictOf(checkBillPublished(trace, keys, verifySignature))).toBe('unknown')
  const forgotten = { ...onChain(published()), announced: null, priceStroopsPerKwh: null }
  expect(verdictOf(checkBillOnChain(published(), keys, forgotten))).toBe('unknown')
})

test('a signature of another key is none', () => {
  const other = createPrivateKey(meters[0]?.export({ format: 'pem', type: 'pkcs8' }) ?? '')
  const message = new TextEncoder().encode('x')
  const signature = new Uint8Array(sign(null, message, other))
  const [own, strange] = [keys.get(1) ?? '', keys.get(2) ?? ''].map((key) => Uint8Array.from(Buffer.from(key, 'hex')))
  expect(verifySignature(own ?? new Uint8Array(), message, signature)).toBe(true)
  expect(verifySignature(strange ?? new Uint8Array(), message, signature)).toBe(false)
  expect(verifySignature(new Uint8Array(3), message, signature)).toBe(false)
})
