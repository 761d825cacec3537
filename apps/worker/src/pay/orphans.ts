/**
 * Money that came where it has no bill. In a collection account it is the party's all the same (the account decides, not the number), and ends as its credit;
 * lumens, and what reaches an account that takes no payments, go back to whoever sent them. Everything is written down.
 */
import { type Asset, addressKind, type ChainEvent, payment, sacAddress, tokenMovement } from '@heliobond/chain'
import { alarm, clear } from '../alarm.ts'
import { addTicks, IDLE, type Queryable, type TickResult, type WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { enqueue } from '../submit/outbox.ts'
import { restoredLedger } from '../submit/restored.ts'

/** An account of ours whose key we hold. */
export interface OwnAccount {
  readonly keyName: string
  /** Of a collection account. */
  readonly project: Project | null
  readonly partyIndex: number | null
}

export const nativeContract = ({ chain }: Pick<WorkerContext, 'chain'>): string =>
  sacAddress('native', chain.config.passphrase)
export const settlementContract = ({ chain }: Pick<WorkerContext, 'chain'>, project: Project): string =>
  sacAddress(project.settlementAsset, chain.config.passphrase)

/** Less than this is not worth the fee of sending it back. */
const LEAST_RETURNED_STROOPS = 100_000n

type Reason = 'no-bill' | 'no-such-bill' | 'other-party' | 'wrong-asset' | 'not-for-payments'

/** Looks at money that came to an account of ours. @returns whether it is an orphan that was not known */
export async function noteArrival(
  context: WorkerContext,
  projects: readonly Project[],
  accounts: ReadonlyMap<string, OwnAccount>,
  parties: BillParties,
  event: ChainEvent,
): Promise<boolean> {
  const movement = tokenMovement(event)
  const own = accounts.get(movement?.to ?? '')
  // An account that is opened with nothing is told of as a payment of 0 to it.
  if (!movement?.to || !own || movement.amountStroops === 0n) return false
  const isNative = event.contractId === nativeContract(context)
  const settled = projects.find((project) => settlementContract(context, project) === event.contractId)
  if (!isNative && settled === undefined) return false
  const reason = isNative
    ? own.project === null
      ? 'not-for-payments'
      : 'wrong-asset'
    : await reasonOf(context.store, own, parties, movement.toId)
  if (reason === null) return false
  const asset: Asset = isNative ? 'native' : (settled?.settlementAsset ?? 'native')
  const { rowCount } = await context.store.query(
    `INSERT INTO orphan_payment (tx_hash, operation_index, event_index, account, system_id, party_index, sender, asset, amount_stroops, said_number,
       reason, status, ledger, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (tx_hash, operation_index, event_index) DO NOTHING`,
    [
      event.txHash,
      event.operationIndex,
      event.eventIndex,
      movement.to,
      own.project?.systemId ?? null,
      own.partyIndex,
      movement.from ?? null,
      asset,
      movement.amountStroops,
      movement.toId !== undefined && movement.toId < 2n ** 63n ? movement.toId : null,
      reason,
      'found',
      event.ledger,
      event.closedAt,
    ],
  )
  if (rowCount !== 1) return false
  await alarm(context, {
    ...{ kind: 'payment.orphan', subject: `account:${movement.to}`, severity: 'info', at: event.closedAt },
    ...(own.project && own.partyIndex !== null && { systemId: own.project.systemId, partyIndex: own.partyIndex }),
    message: `${WORDS[reason]} It is ${isNative ? 'sent back' : "taken in as the party's credit"}.`,
    detail: {
      hash: event.txHash,
      reason,
      sentBack: isNative,
      asset,
      amountStroops: String(movement.amountStroops),
      number: movement.toId?.toString() ?? null,
    },
  })
  return true
}

const WORDS: Readonly<Record<Reason, string>> = {
  'no-bill': 'Money came into a collection account while its party had no open bill.',
  'no-such-bill': 'A payment named a bill that does not exist.',
  'other-party': "A payment named another party's bill than that of the account it came to.",
  'wrong-asset': 'Lumens came into a collection account, which takes the stablecoin only.',
  'not-for-payments': 'Lumens came to an account of ours that takes no payments.',
}

/** Whose the bills are that payments name, by system and number. */
export type BillParties = ReadonlyMap<string, number>

const billKey = (systemId: number, number: bigint) => `${systemId}:${number}`

/** Looks up every bill that these events name, in one question. */
export async function partiesOfBills(
  db: Queryable,
  accounts: ReadonlyMap<string, OwnAccount>,
  events: readonly ChainEvent[],
): Promise<BillParties> {
  const named = events.flatMap((event) => {
    const movement = tokenMovement(event)
    const systemId = accounts.get(movement?.to ?? '')?.project?.systemId
    return systemId === undefined || movement?.toId === undefined || movement.toId >= 2n ** 63n
      ? []
      : [{ systemId, number: movement.toId }]
  })
  if (named.length === 0) return new Map()
  const { rows } = await db.query<{ system_id: number; number: bigint; party_index: number }>(
    `SELECT b.system_id, b.number, b.party_index FROM bill b
     JOIN (SELECT DISTINCT * FROM unnest($1::int4[], $2::int8[]) AS n (system_id, number)) n ON b.system_id = n.system_id AND b.number = n.number`,
    [named.map(({ systemId }) => systemId), named.map(({ number }) => number)],
  )
  return new Map(rows.map((row) => [billKey(row.system_id, BigInt(row.number)), row.party_index]))
}

/** Why money in a collection account has no bill there; null when it has. */
async function reasonOf(
  db: Queryable,
  own: OwnAccount,
  parties: BillParties,
  said: bigint | undefined,
): Promise<Reason | null> {
  if (own.project === null || own.partyIndex === null) return null
  const { systemId } = own.project
  if (said === undefined) {
    const { rows } = await db.query(
      'SELECT 1 FROM bill WHERE system_id = $1 AND party_index = $2 AND paid_stroops < due_stroops LIMIT 1',
      [systemId, own.partyIndex],
    )
    return rows.length > 0 ? null : 'no-bill'
  }
  const party = parties.get(billKey(systemId, said))
  if (party === undefined) return 'no-such-bill'
  return party === own.partyIndex ? null : 'other-party'
}

interface OrphanRow {
  id: string
  account: string
  system_id: number | null
  party_index: number | null
  sender: string | null
  asset: Asset
  amount_stroops: string
  ledger: number
}

/** Brings what was found to its end: credited by the collection that took it, or returned. */
export async function settleOrphans(
  context: WorkerContext,
  accounts: ReadonlyMap<string, OwnAccount>,
): Promise<TickResult> {
  const { store } = context
  const { rows } = await store.query<OrphanRow>(
    `SELECT id, account, system_id, party_index, sender, asset, amount_stroops, ledger FROM orphan_payment WHERE status = 'found' ORDER BY id LIMIT 100`,
  )
  let result = IDLE
  for (const row of rows)
    result = addTicks(
      result,
      await (row.asset === 'native' ? giveBack(context, accounts, row) : credited(context, row)),
    )
  return result
}

/** A collection after it has taken it, with everything else that lay there. */
async function credited(context: WorkerContext, row: OrphanRow): Promise<TickResult> {
  const { rows } = await context.store.query<{ tx_hash: string }>(
    `SELECT c.tx_hash FROM collection c JOIN offering o ON o.id = c.offering_id
     WHERE o.system_id = $1 AND c.party_index = $2 AND c.ledger >= $3 ORDER BY c.ledger LIMIT 1`,
    [row.system_id, row.party_index, row.ledger],
  )
  const [collection] = rows
  if (!collection) return { progress: 0, waiting: 1 }
  await resolve(context, context.store, row, 'credited', collection.tx_hash)
  return { progress: 1, waiting: 0 }
}

async function giveBack(
  context: WorkerContext,
  accounts: ReadonlyMap<string, OwnAccount>,
  row: OrphanRow,
): Promise<TickResult> {
  const { store, chain, keys } = context
  const own = accounts.get(row.account)
  const returnable =
    own !== undefined &&
    // It may have been returned after the backup was made: twice would be too much.
    row.ledger > (await restoredLedger(store)) &&
    row.sender !== null &&
    addressKind(row.sender) === 'account' &&
    BigInt(row.amount_stroops) >= LEAST_RETURNED_STROOPS &&
    (await keys.holds(own.keyName))
  if (!own || !returnable) {
    await resolve(context, store, row, 'kept', null)
    return { progress: 1, waiting: 0 }
  }
  await store.transaction(async (client) => {
    const outboxId = await enqueue(client, {
      key: `return:${row.id}`,
      kind: 'pay.return',
      lane: `return:${row.account}`,
      payload: { orphan: String(row.id), keyName: own.keyName },
      at: await chain.now(),
    })
    if (outboxId !== null)
      await client.query(`UPDATE orphan_payment SET status = 'returning', outbox_id = $2 WHERE id = $1`, [
        row.id,
        outboxId,
      ])
  })
  return { progress: 1, waiting: 0 }
}

async function resolve(
  context: WorkerContext,
  db: Queryable,
  row: Pick<OrphanRow, 'id' | 'account'>,
  status: 'credited' | 'returned' | 'kept',
  txHash: string | null,
): Promise<void> {
  await db.query('UPDATE orphan_payment SET status = $2, resolved_tx = $3 WHERE id = $1', [row.id, status, txHash])
  context.log.info({ orphan: row.id, account: row.account, status, hash: txHash }, 'orphan payment resolved')
  const { rows } = await db.query(
    `SELECT 1 FROM orphan_payment WHERE account = $1 AND status IN ('found', 'returning') LIMIT 1`,
    [row.account],
  )
  if (rows.length > 0) return
  await clear(context, { kind: 'payment.orphan', subject: `account:${row.account}`, at: await context.chain.now() })
}

/** Sends an orphan back to whoever sent it, whole: the platform pays the fee. */
export const returnPayment: Handler = {
  kind: 'pay.return',

  async build(context, row) {
    const orphan = await orphanOf(context.store, String(row.payload.orphan))
    const name = String(row.payload.keyName)
    const source = (await context.keys.signer(name)).address
    if (!orphan?.sender || source !== orphan.account)
      return { code: 'NOTHING_TO_RETURN', detail: `orphan ${String(row.payload.orphan)}`, retry: false }
    const amountStroops = BigInt(orphan.amount_stroops)
    return {
      signers: [name],
      operations: [payment({ source, destination: orphan.sender, asset: orphan.asset, amountStroops })],
    }
  },

  async booked(context, client, row, outcome) {
    const orphan = await orphanOf(client, String(row.payload.orphan))
    if (orphan) await resolve(context, client, orphan, 'returned', outcome.hash)
  },

  /** Nobody can be paid back there (the account is gone, say): it stays, and stays known. */
  async abandoned(context, client, row) {
    const orphan = await orphanOf(client, String(row.payload.orphan))
    if (orphan) await resolve(context, client, orphan, 'kept', null)
  },
}

async function orphanOf(db: Queryable, id: string): Promise<OrphanRow | null> {
  const { rows } = await db.query<OrphanRow>(
    'SELECT id, account, system_id, party_index, sender, asset, amount_stroops, ledger FROM orphan_payment WHERE id = $1',
    [id],
  )
  return rows[0] ?? null
}
