import type { ChainEvent } from '@heliobond/chain'
import type { Queryable, Store, WorkerContext } from '../context.ts'
import { catchUp, decode, HistoryForgottenError, INDEX_LOCK } from './catch-up.ts'
import { readFacts } from './facts.ts'
import { followed, followProjects } from './follow.ts'
import type { Followed } from './logged-event.ts'
import { project } from './project.ts'
import { clearProjections, type Difference, differencesOf, dump, restoreOwn } from './projections.ts'
import { refresh } from './refresh.ts'

/** Where a rebuild takes the events from: the network, which may have forgotten them, or our own log of them. */
export type RebuildSource = 'chain' | 'log'

export interface RebuildOptions {
  readonly source: RebuildSource
  /** Derives everything, compares, and leaves the database as it was. */
  readonly checkOnly?: boolean
  readonly onProgress?: (step: string) => void
}

export interface RebuildResult {
  /** Events in the log. */
  readonly events: number
  /** Rows that were derived. */
  readonly rows: number
  /** What came out otherwise than it was: the books were wrong, or are now. */
  readonly differences: readonly Difference[]
}

/** Thrown to leave the database as it was. */
class LeaveAsItWas extends Error {
  readonly result: RebuildResult
  constructor(result: RebuildResult) {
    super('checked only')
    this.result = result
  }
}

/** Events that are derived from in one go. */
const EVENTS_A_STEP = 2_000

/**
 * Drops all projections and derives them anew, in one database transaction: readers see the old state until it is whole, and an error leaves
 * everything as it was. From the chain the log is written anew, too.
 *
 * What the programs themselves keep (readings, the outbox, drafts, reservations) is not touched; while it runs nothing new is put into the outbox.
 *
 * @throws {HistoryForgottenError} if the network no longer has all events
 */
export async function rebuild(context: WorkerContext, options: RebuildOptions): Promise<RebuildResult> {
  const say = options.onProgress ?? (() => undefined)
  // Both are complete up to the same ledger, so that they can be compared.
  await followProjects(context)
  await catchUp(context)
  await refresh(context)
  try {
    return await context.store.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [INDEX_LOCK])
      await client.query('LOCK TABLE outbox IN SHARE ROW EXCLUSIVE MODE')
      const within: WorkerContext = { ...context, store: storeWithin(client) }
      const all = await followed(client)
      const through = Math.max(0, ...all.map(({ throughLedger }) => throughLedger))
      if (options.source === 'chain') await requireHistory(context, all)
      say('comparing')
      const before = await dump(client)
      say('dropping')
      await clearProjections(client)
      await client.query(
        'UPDATE followed SET through_ledger = since_ledger, last_event_ledger = 0, refreshed_ledger = 0',
      )
      if (options.source === 'chain') {
        await client.query('DELETE FROM chain_event')
        await client.query('DELETE FROM transaction_fact')
        say(`reading the network up to ledger ${through}`)
        await catchUp(within, through)
      } else await replay(within, client, through, say)
      say('reading the contracts')
      await refresh(within)
      await restoreOwn(client)
      say('comparing')
      const after = await dump(client)
      const result = {
        events: await countEvents(client),
        rows: [...after.values()].reduce((sum, table) => sum + table.size, 0),
        differences: differencesOf(before, after),
      }
      if (options.checkOnly) throw new LeaveAsItWas(result)
      return result
    })
  } catch (error) {
    if (error instanceof LeaveAsItWas) return error.result
    throw error
  }
}

/** The store as it is within a transaction: what would be one of its own becomes part of it. */
export const storeWithin = (client: Queryable): Store => ({
  query: (text, values) => client.query(text, values),
  transaction: (work) => work(client),
})

async function requireHistory({ chain }: WorkerContext, all: readonly Followed[]): Promise<void> {
  const { oldestLedger } = await chain.remembered()
  for (const one of all)
    if (one.sinceLedger + 1 < oldestLedger)
      throw new HistoryForgottenError({ ...one, throughLedger: one.sinceLedger }, oldestLedger)
}

/** Derives everything from our own log. */
async function replay(
  context: WorkerContext,
  client: Queryable,
  through: number,
  say: (step: string) => void,
): Promise<void> {
  const { passphrase } = context.chain.config
  const total = await countEvents(client)
  let done = 0
  let after: readonly [number, number, number, number] = [0, 0, 0, 0]
  for (;;) {
    const { rows } = await client.query<LogRow>(
      `SELECT tx_hash, operation_index, event_index, ledger, application_order, at, contract_id, topics_xdr, value_xdr FROM chain_event
       WHERE (ledger, application_order, operation_index, event_index) > ($1, $2, $3, $4)
       ORDER BY ledger, application_order, operation_index, event_index LIMIT ${EVENTS_A_STEP}`,
      [...after],
    )
    const events = wholeTransactions(rows.map(eventOf), rows.length < EVENTS_A_STEP)
    const last = events.at(-1)
    if (!last) break
    const group = await followed(client)
    const logged = events.flatMap((event) => decode(context, group, event))
    const facts = await readFacts(client, context.chain, logged)
    await project(client, passphrase, logged, (txHash) => facts.get(txHash) ?? null)
    after = [last.ledger, last.applicationOrder, last.operationIndex, last.eventIndex]
    done += events.length
    say(`events: ${done} of ${total}`)
  }
  await client.query(
    `UPDATE followed f SET through_ledger = $1, last_event_ledger = COALESCE((SELECT max(ledger) FROM chain_event e
       WHERE e.contract_id = f.contract_id AND f.account = ''), 0)`,
    [through],
  )
}

/** A transaction's events are derived from together: one that may go on behind the page waits for the next. */
function wholeTransactions(events: readonly ChainEvent[], isLastPage: boolean): readonly ChainEvent[] {
  const last = events.at(-1)
  if (isLastPage || !last) return events
  const whole = events.filter(({ txHash }) => txHash !== last.txHash)
  if (whole.length === 0) throw new Error(`transaction ${last.txHash} has more than ${EVENTS_A_STEP} events`)
  return whole
}

interface LogRow {
  tx_hash: string
  operation_index: number
  event_index: number
  ledger: number
  application_order: number
  at: string
  contract_id: string
  topics_xdr: string[]
  value_xdr: string
}

const eventOf = (row: LogRow): ChainEvent => ({
  id: `${row.ledger}-${row.application_order}-${row.operation_index}-${row.event_index}`,
  contractId: row.contract_id,
  ledger: row.ledger,
  closedAt: BigInt(row.at),
  txHash: row.tx_hash,
  applicationOrder: row.application_order,
  operationIndex: row.operation_index,
  eventIndex: row.event_index,
  topicsXdr: row.topics_xdr,
  valueXdr: row.value_xdr,
})

async function countEvents(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ count: string }>('SELECT count(*) AS count FROM chain_event')
  return Number(rows[0]?.count ?? 0)
}
