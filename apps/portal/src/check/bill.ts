/** Checks a bill from the meters' signed readings to the buckets its money went to. Pure: signatures and the chain are handed in. */
import {
  billLines,
  contractIdFromStrkey,
  costMilli,
  fromHex,
  networkId,
  parseReading,
  type Reading,
  readingLeafBytes,
  readingSignedBytes,
  shareDelivered,
  verifyMerkleProof,
} from '@heliobond/domain'
import type { BillTrace, Flows } from '../api/types.ts'
import { flowOf } from '../data/waterfall.ts'
import { compare, type Finding, unknown } from './finding.ts'

/** Whether an Ed25519 signature over a message is by that key. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** What the ledger and the contracts say. */
export interface BillOnChain {
  readonly passphrase: string
  /** The meters' keys in the registry, hexadecimal; null for one that it does not know. */
  readonly keys: ReadonlyMap<number, string | null>
  /** Stroops a kilowatt-hour that the tariff contract had in force; null where it cannot be asked. */
  readonly priceStroopsPerKwh: bigint | null
  /** The bill and its statement as the energy contract announced them; null where the RPC no longer knows. */
  readonly announced: {
    readonly deliveredWh: bigint
    readonly priceStroopsPerKwh: bigint
    readonly dueStroops: bigint
    readonly readingsRoot: string
  } | null
}

/** What can be computed from what is published alone. @param keys the meters' published keys, hexadecimal */
export function checkBillPublished(
  trace: BillTrace,
  keys: ReadonlyMap<number, string>,
  verify: VerifySignature,
): Finding[] {
  return [...checkReadings(trace, keys, verify), ...checkSharing(trace), ...checkAmount(trace), ...checkMoney(trace)]
}

function checkReadings(trace: BillTrace, keys: ReadonlyMap<number, string>, verify: VerifySignature): Finding[] {
  const { readings, statement } = trace
  const contract = readings && contractIdFromStrkey(readings.energyContract)
  if (!readings || !statement || !contract?.ok) return [unknown('signatures', '—'), unknown('tree', '—')]
  const domain = { networkId: networkId(readings.networkPassphrase), energyContractId: contract.value }
  const root = hexBytes(statement.readingsRoot)
  const parsed = readings.proven.map(({ reading, index, count, siblings }) => ({
    reading: parseReading(reading),
    proof: { index, count, siblings: siblings.map(hexBytes) },
  }))
  const total = parsed.length
  const signed = parsed.filter(({ reading }) => {
    if (!reading.ok) return false
    const key = keys.get(reading.value.meter)
    const { signature } = reading.value
    return key !== undefined && verify(hexBytes(key), readingSignedBytes(reading.value, domain), signature)
  }).length
  const inTree = parsed.filter(
    ({ reading, proof }) => reading.ok && verifyMerkleProof(root, leafOf(reading.value, domain), proof),
  ).length
  if (total === 0) return [unknown('signatures', '—'), unknown('tree', '—')]
  return [
    compare('signatures', String(total), String(signed), { count: total }),
    compare('tree', String(total), String(inTree), { count: readings.count }),
  ]
}

type Domain = Parameters<typeof readingLeafBytes>[1]
const leafOf = (reading: Reading, domain: Domain): Uint8Array => readingLeafBytes(reading, domain)

function checkSharing({ statement, sharing, bill }: BillTrace): Finding[] {
  if (!statement || !sharing) return [unknown('sharing', '—')]
  const shares = shareDelivered(
    {
      generatedWh: BigInt(statement.generatedWh),
      exportedWh: BigInt(statement.exportedWh),
      generatedCorrectionWh: BigInt(statement.generatedCorrectionWh),
      exportedCorrectionWh: BigInt(statement.exportedCorrectionWh),
      consumedWh: statement.consumedWh.map(BigInt),
    },
    BigInt(sharing.carriedNegativeWh),
  )
  return [compare('sharing', bill.deliveredWh, String(shares.deliveredWh[bill.partyIndex] ?? 0n))]
}

function checkAmount({ bill, amount }: BillTrace): Finding[] {
  if (!amount) return [unknown('amount', '—')]
  const lines = [
    costMilli(BigInt(bill.deliveredWh), BigInt(bill.priceStroopsPerKwh)),
    costMilli(BigInt(bill.creditedWh), BigInt(bill.creditedPriceStroopsPerKwh)),
    BigInt(bill.adjustmentMilli),
  ]
  const { dueStroops } = billLines(lines, BigInt(amount.carriedMilli))
  return [
    compare('amount', bill.dueStroops, String(dueStroops), {
      energy: bill.deliveredWh,
      price: bill.priceStroopsPerKwh,
      carried: amount.carriedMilli,
    }),
  ]
}

function checkMoney({ bill, settlements }: BillTrace): Finding[] {
  const applied = settlements.reduce((sum, { appliedStroops }) => sum + BigInt(appliedStroops), 0n)
  const lost = settlements.reduce((sum, { receipt }) => sum + flowOf(receipt satisfies Flows).differenceStroops, 0n)
  const findings = [
    settlements.length === 0 && bill.paidStroops !== '0'
      ? unknown('paid', '—')
      : compare('paid', bill.paidStroops, String(applied)),
  ]
  if (settlements.length > 0) findings.push(compare('buckets', '0', String(lost), { count: settlements.length }))
  return findings
}

/** What the ledger itself says. @param keys the meters' published keys, hexadecimal */
export function checkBillOnChain(trace: BillTrace, keys: ReadonlyMap<number, string>, chain: BillOnChain): Finding[] {
  const { bill, statement, readings } = trace
  const meters = [...new Set((readings?.proven ?? []).map(({ reading }) => reading.meter))]
  const same = meters.filter((meter) => chain.keys.get(meter) === keys.get(meter)).length
  const { announced } = chain
  return [
    readings ? compare('network', readings.networkPassphrase, chain.passphrase) : unknown('network', chain.passphrase),
    meters.length === 0 ? unknown('keys', '—') : compare('keys', String(meters.length), String(same)),
    chain.priceStroopsPerKwh === null
      ? unknown('price', '—')
      : compare('price', bill.priceStroopsPerKwh, String(chain.priceStroopsPerKwh)),
    announced === null
      ? unknown('announced', '—')
      : compare(
          'announced',
          `${bill.deliveredWh} Wh × ${bill.priceStroopsPerKwh} → ${bill.dueStroops}`,
          `${announced.deliveredWh} Wh × ${announced.priceStroopsPerKwh} → ${announced.dueStroops}`,
        ),
    announced === null || !statement
      ? unknown('root', '—')
      : compare('root', statement.readingsRoot, announced.readingsRoot),
  ]
}

function hexBytes(hex: string): Uint8Array {
  const bytes = fromHex(hex)
  return bytes.ok ? bytes.value : new Uint8Array(0)
}
