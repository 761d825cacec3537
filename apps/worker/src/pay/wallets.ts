/** Prepaid wallets as the ledger has them, kept for people to see: what they hold, whether auto-pay may pay from them, and whether that lasts. */
import type { Asset } from '@heliobond/chain'
import { alarm, clear } from '../alarm.ts'
import type { Queryable, WorkerContext } from '../context.ts'
import { clockSeconds, type Project, type ProjectParty } from '../project.ts'

/** A wallet is looked at so often, by the network's clock. */
const LOOK_AGAIN_SECONDS = 300n
/** A float of 0 in the row means so many bills. */
const FLOAT_BILLS = 2n
/** The next bill is expected to be the highest of the last so many. */
const BILLS_LOOKED_AT = 3

/** A wallet's row. */
export interface WalletRow {
  readonly partyIndex: number
  readonly address: string
  /** The end-user's own key. */
  readonly userKey: string
  /** Every key by which the user may act: that one, the party's owner's, the wallet's own. */
  readonly userKeys: readonly string[]
  /** Name of the auto-pay key of its cohort. */
  readonly autopayKey: string
  readonly floatStroops: bigint
  readonly readAt: bigint
}

/** The project's wallets, a row for each party that has one; rows that are missing are made. */
export async function walletsOf(db: Queryable, project: Project): Promise<ReadonlyMap<number, WalletRow>> {
  await db.query(
    `INSERT INTO prepaid_wallet (system_id, party_index, address, user_key)
     SELECT system_id, index, wallet, coalesce(nullif(owner, ''), wallet) FROM party WHERE system_id = $1 AND wallet <> ''
     ON CONFLICT (system_id, party_index) DO UPDATE SET address = EXCLUDED.address, user_key = EXCLUDED.user_key, read_at = 0
       WHERE prepaid_wallet.address <> EXCLUDED.address`,
    [project.systemId],
  )
  const { rows } = await db.query<{
    party_index: number
    address: string
    user_key: string
    owner: string
    autopay_key: string
    float_stroops: string
    read_at: string
  }>(
    `SELECT w.party_index, w.address, w.user_key, p.owner, w.autopay_key, w.float_stroops, w.read_at
     FROM prepaid_wallet w JOIN party p ON p.system_id = w.system_id AND p.index = w.party_index WHERE w.system_id = $1`,
    [project.systemId],
  )
  return new Map(
    rows.map((row) => [
      row.party_index,
      {
        partyIndex: row.party_index,
        address: row.address,
        userKey: row.user_key,
        userKeys: [...new Set([row.user_key, row.owner, row.address])].filter((key) => key !== ''),
        autopayKey: row.autopay_key,
        floatStroops: BigInt(row.float_stroops),
        readAt: BigInt(row.read_at),
      },
    ]),
  )
}

/** Looks at the wallets whose turn it is. */
export async function watchWallets(context: WorkerContext, project: Project): Promise<void> {
  const now = await context.chain.now()
  const again = clockSeconds(project, LOOK_AGAIN_SECONDS)
  for (const wallet of (await walletsOf(context.store, project)).values()) {
    const party = project.parties.find(({ index }) => index === wallet.partyIndex)
    if (party && now >= wallet.readAt + again) await look(context, project, party, wallet, now)
  }
}

async function look(
  context: WorkerContext,
  project: Project,
  party: ProjectParty,
  wallet: WalletRow,
  now: bigint,
): Promise<void> {
  const { store, chain, keys } = context
  const autopay = await keys.address(wallet.autopayKey)
  const seen = await chain.prepaidWallet({
    ...{ wallet: wallet.address, user: wallet.userKey, autopay, settlementAsset: project.settlementAsset },
  })
  const subject = `account:${wallet.address}`
  const about = { subject, systemId: project.systemId, partyIndex: party.index, at: now }
  const nextBill = await expectedBill(store, project.systemId, party.index)
  const worth = seen ? await worthOf(context, project.settlementAsset, seen.spendable, nextBill) : 0n
  const low = seen?.armed === true && nextBill > 0n && worth < nextBill
  await store.query(
    `UPDATE prepaid_wallet SET armed = $3, balances = $4, worth_stroops = $5, next_bill_stroops = $6, low = $7, read_at = $8
     WHERE system_id = $1 AND party_index = $2`,
    [
      project.systemId,
      party.index,
      seen?.armed ?? false,
      JSON.stringify(
        Object.fromEntries([...(seen?.spendable ?? [])].map(([asset, stroops]) => [asset, String(stroops)])),
      ),
      worth,
      nextBill,
      low,
      now,
    ],
  )
  if (low)
    await alarm(context, {
      ...about,
      ...{ kind: 'wallet.low', severity: 'warning' },
      message: `The prepaid wallet of ${party.name} will not pay the next bill: ask its user to fill it up.`,
      detail: { party: party.name, worthStroops: String(worth), nextBillStroops: String(nextBill) },
    })
  else await clear(context, { kind: 'wallet.low', subject, at: now })
  const float = wallet.floatStroops > 0n ? wallet.floatStroops : FLOAT_BILLS * nextBill
  if (seen?.armed && float > 0n && worth > 2n * float)
    await alarm(context, {
      ...about,
      ...{ kind: 'wallet.above-float', severity: 'info' },
      message: `The prepaid wallet of ${party.name} holds far more than its bills need: it is no place for savings.`,
      detail: { party: party.name, worthStroops: String(worth), floatStroops: String(float) },
    })
  else await clear(context, { kind: 'wallet.above-float', subject, at: now })
  if (seen && ((seen.armed && seen.tooPowerful) || seen.strangers.length > 0))
    await alarm(context, {
      ...about,
      ...{ kind: 'wallet.unsafe', severity: 'critical' },
      message: seen.tooPowerful
        ? `The auto-pay key can do more than pay from the wallet of ${party.name}: its thresholds must be 2, 1, 2. Nothing is paid from it until they are.`
        : `A key that is neither its user's nor ours can pay from the wallet of ${party.name}: ask its user.`,
      detail: { party: party.name, strangers: seen.strangers, tooPowerful: seen.tooPowerful },
    })
  else await clear(context, { kind: 'wallet.unsafe', subject, at: now })
}

/** The highest of the party's last bills; 0 where there is none that cost anything. */
async function expectedBill(db: Queryable, systemId: number, partyIndex: number): Promise<bigint> {
  const { rows } = await db.query<{ most: string | null }>(
    `SELECT max(due_stroops) AS most FROM (SELECT due_stroops FROM bill WHERE system_id = $1 AND party_index = $2 ORDER BY number DESC
       LIMIT ${BILLS_LOOKED_AT}) b`,
    [systemId, partyIndex],
  )
  return BigInt(rows[0]?.most ?? 0)
}

/** What all of it would pay, in the settlement asset, at the prices of now for a bill of that size. */
async function worthOf(
  { chain }: WorkerContext,
  destAsset: Asset,
  spendable: ReadonlyMap<Asset, bigint>,
  billStroops: bigint,
): Promise<bigint> {
  let worth = 0n
  for (const [sendAsset, stroops] of spendable) {
    if (sendAsset === destAsset) worth += stroops
    else if (billStroops > 0n && stroops > 0n) {
      const cost = await chain.pathCost({ sendAsset, destAsset, destAmountStroops: billStroops })
      if (cost !== null && cost > 0n) worth += (stroops * billStroops) / cost
    }
  }
  return worth
}
