/** Which receipts of the waterfall paid a bill, and how much of it: from the energy contract's own events in their transactions. */
import { type Chain, contractOf } from '@heliobond/chain'
import type { Bill, Collection, Database } from '@heliobond/db'

/** Receipts of one party that one answer looks through. */
const MOST_RECEIPTS = 2_000

export interface Settlement {
  /** What of the receipt went to this bill. */
  readonly appliedStroops: bigint
  readonly receipt: Collection
}

/** Event fields as the generated interface has them. */
interface PaidBills {
  readonly system: number
  readonly party: number
  readonly bills: readonly { readonly number: bigint; readonly amount: bigint }[]
}

export async function settlementsOf(
  { prisma, pool }: Database,
  chain: Chain,
  p: { readonly bill: Bill; readonly offeringId: number; readonly energy: string },
): Promise<Settlement[]> {
  const { bill, offeringId, energy } = p
  const { rows } = await pool.query<{ tx_hash: string; topics_xdr: string[]; value_xdr: string }>(
    `select e.tx_hash, e.topics_xdr, e.value_xdr from chain_event e where e.contract_id = $1 and e.name = 'BillsPaid'
       and e.tx_hash in (select tx_hash from collection where offering_id = $2 and party_index = $3 order by id desc limit ${MOST_RECEIPTS})`,
    [energy, offeringId, bill.partyIndex],
  )
  const handle = contractOf('energy', energy, chain)
  const applied = new Map<string, bigint>()
  for (const row of rows) {
    const events = handle.decodeEvents([{ contractId: energy, topicsXdr: row.topics_xdr, valueXdr: row.value_xdr }])
    for (const { data } of events) {
      const { system, party, bills } = data as unknown as PaidBills
      if (system !== bill.systemId || party !== bill.partyIndex) continue
      for (const { number, amount } of bills) {
        if (number === bill.number) applied.set(row.tx_hash, (applied.get(row.tx_hash) ?? 0n) + amount)
      }
    }
  }
  const receipts = await prisma.collection.findMany({
    where: { offeringId, partyIndex: bill.partyIndex, txHash: { in: [...applied.keys()] } },
    orderBy: { id: 'asc' },
  })
  return receipts.map((receipt) => ({ appliedStroops: applied.get(receipt.txHash) ?? 0n, receipt }))
}
