import type { WorkerContext } from '../context.ts'
import { plain } from './logged-event.ts'
import type { Refreshed } from './refresh.ts'

interface Buckets {
  readonly construction: bigint
  readonly operations: bigint
  readonly coupon: bigint
  readonly reserve: bigint
  readonly renewal: bigint
  readonly principal: bigint
  readonly redemption: bigint
  readonly credits: readonly bigint[]
  readonly coupons_unclaimed: bigint
  readonly export_credit: bigint
  readonly deposits: bigint
}

interface PartyAccount {
  readonly collection: string
  readonly credit: bigint
  readonly account: bigint
  readonly filled: bigint
  readonly own: bigint
  readonly loans: readonly { readonly lender: number; readonly amount: bigint }[]
}

/** What an offering holds by bucket, and where its parties' principal accounts stand; its terms and offices. */
export async function refreshOffering(
  context: WorkerContext,
  { contractId, offeringId, ledger }: Refreshed,
): Promise<void> {
  if (offeringId === null) return
  const { contracts, store } = context
  const read = <T>(method: string, args: Record<string, unknown> = {}) =>
    contracts.read<T>('offering', contractId, method, args)
  const buckets = await read<Buckets>('buckets')
  const accounts: PartyAccount[] = []
  for (const party of buckets.credits.keys()) {
    // A Donation, and any offering before its closing, has no principal accounts.
    const account = await contracts.wouldPass<PartyAccount>('offering', contractId, 'party_account', { party })
    if (account.ok) accounts.push(account.value)
  }
  const terms = plain(await read('terms'))
  const roles = plain(await read('roles'))
  const { credits, ...named } = buckets
  const lines = [
    ...Object.entries(named as Record<string, bigint>),
    ...credits.map((credit, party): [string, bigint] => [`credit:${party}`, credit]),
  ]
  await store.transaction(async (client) => {
    await client.query(
      `INSERT INTO bucket (offering_id, name, stroops, ledger) SELECT $1, b.name, b.stroops, $4 FROM unnest($2::text[], $3::int8[]) AS b (name, stroops)
       ON CONFLICT (offering_id, name) DO UPDATE SET stroops = EXCLUDED.stroops, ledger = EXCLUDED.ledger WHERE bucket.ledger <= EXCLUDED.ledger`,
      [offeringId, lines.map(([name]) => name), lines.map(([, stroops]) => stroops), ledger],
    )
    for (const [party, account] of accounts.entries())
      await client.query(
        `INSERT INTO ownership (offering_id, system_id, party_index, owner, portion_bps, owned_bps, account_stroops, filled_stroops, own_stroops,
           credit_stroops, loans, ledger)
         SELECT $1, p.system_id, p.index, p.owner, p.portion_bps, p.owned_bps, $3, $4, $5, $6, $7, $8
         FROM offering o JOIN party p ON p.system_id = o.system_id AND p.index = $2 WHERE o.id = $1
         ON CONFLICT (offering_id, party_index) DO UPDATE SET account_stroops = EXCLUDED.account_stroops, filled_stroops = EXCLUDED.filled_stroops,
           own_stroops = EXCLUDED.own_stroops, credit_stroops = EXCLUDED.credit_stroops, loans = EXCLUDED.loans, ledger = EXCLUDED.ledger`,
        [
          offeringId,
          party,
          account.account,
          account.filled,
          account.own,
          account.credit,
          JSON.stringify(account.loans.map(({ lender, amount }) => ({ lender, stroops: String(amount) }))),
          ledger,
        ],
      )
    await client.query('UPDATE offering SET ledger = $2, chain_terms = $3, roles = $4 WHERE id = $1', [
      offeringId,
      ledger,
      JSON.stringify(terms),
      JSON.stringify(roles),
    ])
  })
}
