import { addressKind, emptyBook, type HolderBook, type Placed, placedHoldings, sacAddress } from '@heliobond/chain'
import type { Queryable } from '../context.ts'

/**
 * The holders' book of an asset after all that happened up to and in a ledger, from our own log of its movements: the network forgets, we do not.
 *
 * @throws {Error} if somebody would hold less than nothing: then movements are missing, and nothing may be paid on this book
 */
export async function bookAt(
  db: Queryable,
  asset: string,
  passphrase: string,
  throughLedger: number,
): Promise<HolderBook> {
  const holdings = await balancesOf(db, asset, throughLedger)
  for (const [address, stroops] of holdings)
    if (stroops < 0n) throw new Error(`${address} would hold ${stroops} stroops of ${asset}: movements are missing`)
  const { rows: totals } = await db.query<{ kind: string; stroops: string }>(
    'SELECT kind, sum(stroops) AS stroops FROM asset_movement WHERE asset = $1 AND ledger <= $2 GROUP BY kind',
    [asset, throughLedger],
  )
  const totalOf = (kind: string) => BigInt(totals.find((row) => row.kind === kind)?.stroops ?? 0)
  const { rows: claimants } = await db.query<{ id: string; claimant: string }>(
    'SELECT id, claimant FROM claimable_balance WHERE asset = $1 AND ledger <= $2 AND claimant IS NOT NULL',
    [asset, throughLedger],
  )
  return {
    ...emptyBook(sacAddress(asset as Parameters<typeof sacAddress>[0], passphrase), 1),
    throughLedger,
    holdings,
    claimants: new Map(claimants.map(({ id, claimant }) => [id, claimant])),
    shares: await sharesOf(db, asset, throughLedger),
    mintedStroops: totalOf('mint'),
    clawedBackStroops: totalOf('clawback'),
    burntStroops: totalOf('burn'),
  }
}

/** What each address holds, or those of `addresses`; nobody with 0. */
async function balancesOf(
  db: Queryable,
  asset: string,
  throughLedger: number,
  addresses: readonly string[] | null = null,
): Promise<Map<string, bigint>> {
  const { rows } = await db.query<{ address: string; stroops: string }>(
    `SELECT address, sum(stroops) AS stroops FROM (
       SELECT to_address AS address, stroops FROM asset_movement WHERE asset = $1 AND ledger <= $2 AND ($3::text[] IS NULL OR to_address = ANY($3))
       UNION ALL
       SELECT from_address, -stroops FROM asset_movement WHERE asset = $1 AND ledger <= $2 AND ($3::text[] IS NULL OR from_address = ANY($3))
     ) AS moved WHERE address IS NOT NULL GROUP BY address HAVING sum(stroops) <> 0`,
    [asset, throughLedger, addresses],
  )
  return new Map(rows.map(({ address, stroops }) => [address, BigInt(stroops)]))
}

/** Shares of pools as they were last told of; nobody with 0. */
async function sharesOf(
  db: Queryable,
  asset: string,
  throughLedger: number,
): Promise<ReadonlyMap<string, ReadonlyMap<string, bigint>>> {
  const { rows } = await db.query<{ pool_id: string; holder: string; shares: string }>(
    `SELECT DISTINCT ON (pool_id, holder) pool_id, holder, shares FROM pool_share WHERE asset = $1 AND ledger <= $2
     ORDER BY pool_id, holder, ledger DESC, application_order DESC`,
    [asset, throughLedger],
  )
  const pools = new Map<string, Map<string, bigint>>()
  for (const { pool_id, holder, shares } of rows) {
    if (BigInt(shares) === 0n) continue
    const pool = pools.get(pool_id) ?? new Map<string, bigint>()
    pools.set(pool_id, pool.set(holder, BigInt(shares)))
  }
  return pools
}

/** Brings the holders' book of now up to date for the addresses that moved, each with the ledger of its newest movement. */
export async function updateHoldings(
  client: Queryable,
  asset: string,
  moved: ReadonlyMap<string, number>,
): Promise<void> {
  if (moved.size === 0) return
  const addresses = [...moved.keys()]
  const ledger = Math.max(...moved.values())
  const holdings = await balancesOf(client, asset, ledger, addresses)
  const { rows } = await client.query<{ id: string; claimant: string }>(
    'SELECT id, claimant FROM claimable_balance WHERE asset = $1 AND id = ANY($2) AND claimant IS NOT NULL',
    [asset, addresses],
  )
  const book: HolderBook = {
    ...emptyBook('', 1),
    throughLedger: ledger,
    holdings,
    claimants: new Map(rows.map(({ id, claimant }) => [id, claimant])),
    shares: addresses.some((address) => addressKind(address) === 'liquidity-pool')
      ? await sharesOf(client, asset, ledger)
      : new Map(),
  }
  await client.query(
    `DELETE FROM holding WHERE asset = $1 AND ((place IN ('account', 'contract') AND holder = ANY($2)) OR place_id = ANY($2))`,
    [asset, addresses],
  )
  for (const line of placedHoldings(book))
    await insertHolding(client, asset, line, moved.get(line.placeId === '' ? line.holder : line.placeId) ?? ledger)
}

async function insertHolding(client: Queryable, asset: string, line: Placed, ledger: number): Promise<void> {
  await client.query(
    'INSERT INTO holding (asset, holder, place, place_id, stroops, ledger) VALUES ($1, $2, $3, $4, $5, $6)',
    [asset, line.holder, line.place, line.placeId, line.stroops, ledger],
  )
}
