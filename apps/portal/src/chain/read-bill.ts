/** What the ledger and the contracts say of a bill, asked from the browser. Load on demand. */
import { toHex, utcSeconds } from '@heliobond/domain'
import type { BillTrace } from '../api/types.ts'
import type { BillOnChain } from '../check/bill.ts'
import { type ContractEvent, eventsOf, networkOf, readContract } from './read-contract.ts'

/** @throws {ChainReadError} if the RPC does not answer. */
export async function readBill(rpcUrl: string, trace: BillTrace): Promise<BillOnChain> {
  const { contracts, bill, tariff } = trace
  const meters = [...new Set((trace.readings?.proven ?? []).map(({ reading }) => reading.meter))]
  const [passphrase, keys, price, events] = await Promise.all([
    networkOf(rpcUrl),
    Promise.all(meters.map((meter) => keyOf(rpcUrl, contracts.registry, meter))),
    tariff === null ? null : priceOf(rpcUrl, tariff, bill.from),
    eventsOf(rpcUrl, bill.txHash),
  ])
  return {
    passphrase,
    keys: new Map(meters.map((meter, index) => [meter, keys[index] ?? null])),
    priceStroopsPerKwh: price,
    announced: announcedIn(events ?? [], trace),
  }
}

async function keyOf(rpcUrl: string, registry: string | null, meter: number): Promise<string | null> {
  if (registry === null) return null
  const { key } = (await readContract(rpcUrl, registry, 'meter', [{ u32: meter }])) as { key: Uint8Array }
  return toHex(key)
}

async function priceOf(
  rpcUrl: string,
  { contractId, symbol }: NonNullable<BillTrace['tariff']>,
  from: string,
): Promise<bigint | null> {
  const seconds = utcSeconds(from)
  if (seconds === undefined) return null
  const asset = { vec: [{ symbol: 'Other' }, { symbol }] }
  const price = await readContract(rpcUrl, contractId, 'price_at', [asset, { u64: seconds }])
  return (price as { price: bigint } | null)?.price ?? null
}

/** The bill among the events of the transaction that made it, and the statement announced before it. */
function announcedIn(events: readonly ContractEvent[], { bill, contracts, systemId }: BillTrace) {
  const ours = events.filter(({ contractId }) => contractId === contracts.energy)
  const isAbout = (name: string, ...rest: readonly (number | bigint)[]) =>
    ours.find(
      ({ topics }) => topics[0] === name && rest.every((value, index) => String(topics[index + 1]) === String(value)),
    )
  const issued = isAbout('bill', systemId, bill.partyIndex, BigInt(bill.number))?.data as
    | { delivered_wh: bigint; price: bigint; due: bigint }
    | undefined
  const statement = isAbout('statement', systemId, bill.statement.index)?.data as { root: Uint8Array } | undefined
  if (!issued || !statement) return null
  return {
    deliveredWh: issued.delivered_wh,
    priceStroopsPerKwh: issued.price,
    dueStroops: issued.due,
    readingsRoot: toHex(statement.root),
  }
}
