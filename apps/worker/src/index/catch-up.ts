import { ACCOUNTS_PER_QUERY, type ChainEvent, type EventPage, tokenMovement } from '@heliobond/chain'
import type { Queryable, WorkerContext } from '../context.ts'
import { logFacts, readFacts } from './facts.ts'
import { followed } from './follow.ts'
import type { Followed, LoggedEvent } from './logged-event.ts'
import { project } from './project.ts'

/** The network no longer has events that we lack: what happened meanwhile cannot be known from it. */
export class HistoryForgottenError extends Error {
  readonly code = 'HELIOBOND_HISTORY_FORGOTTEN'
  readonly wantedLedger: number
  readonly oldestLedger: number
  constructor(of: Followed, oldestLedger: number) {
    super(
      `events of ${of.contract} ${of.contractId} are wanted from ledger ${of.throughLedger + 1} on, and this network remembers them from ledger ${oldestLedger} on: ` +
        'point STELLAR_RPC_URL to a node with a longer history until the index has caught up',
    )
    this.name = 'HistoryForgottenError'
    this.wantedLedger = of.throughLedger + 1
    this.oldestLedger = oldestLedger
  }
}

/** Contracts that one question to the network can name. */
const CONTRACTS_PER_QUERY = 25
/** One writer enters events at a time, whatever the number of processes. */
export const INDEX_LOCK = 4_848_002n

/**
 * Reads the events of everything that is followed, up to and in a ledger (by default the latest when it begins), into the log and the projections, in the order
 * of the network's history. What is behind the rest catches up by itself first.
 *
 * Any number of processes may do so at once: an event is entered once.
 *
 * @returns how many events were new
 * @throws {HistoryForgottenError} if the network does not have them any more
 */
export async function catchUp(context: WorkerContext, throughLedger?: number): Promise<number> {
  let entered = 0
  // One end for all rounds: a network that closes ledgers faster than they are read is not chased.
  let end = throughLedger
  for (;;) {
    const all = await followed(context.store)
    const { oldestLedger, latestLedger } = await context.chain.remembered()
    end ??= latestLedger
    const target = Math.min(end, latestLedger)
    const [behind] = all
    if (!behind || behind.throughLedger >= target) return entered
    const from = behind.throughLedger + 1
    if (from < oldestLedger) throw new HistoryForgottenError(behind, oldestLedger)
    const group = all.filter((one) => one.throughLedger === behind.throughLedger)
    const ahead = all.find((one) => one.throughLedger > behind.throughLedger)
    const through = Math.min(ahead?.throughLedger ?? target, target)
    const { events, coveredLedger } = await readGroup(context, group, from, through)
    const logged = events.flatMap((event) => decode(context, group, event))
    const facts = await readFacts(context.store, context.chain, logged)
    const { passphrase } = context.chain.config
    entered += await context.store.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [INDEX_LOCK])
      if (!(await stillThere(client, group))) return 0
      const fresh = await log(client, logged)
      await logFacts(client, facts, fresh)
      await project(client, passphrase, fresh, (txHash) => facts.get(txHash) ?? null)
      await moveOn(client, group, fresh, coveredLedger)
      return fresh.length
    })
  }
}

/** All events of a group up to a ledger, in order; fewer ledgers than asked for where there are many events. */
async function readGroup(
  { chain }: WorkerContext,
  group: readonly Followed[],
  from: number,
  through: number,
): Promise<{ events: ChainEvent[]; coveredLedger: number }> {
  const events: ChainEvent[] = []
  let covered = through
  for (const query of queriesOf(group)) {
    const page: EventPage = await chain.events({ ...query, from: { ledger: from } })
    events.push(...page.events)
    covered = Math.min(covered, await coverOf(chain, query, page, from, events))
  }
  // Event ids are of one length and sort as the events happened. The same event may answer two questions.
  const inOrder = events
    .filter(({ ledger }) => ledger <= covered)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return {
    events: inOrder.filter((event, position) => inOrder[position - 1]?.id !== event.id),
    coveredLedger: covered,
  }
}

/** How far a page's answer is whole. One ledger with more events than a page holds is read to its end. */
async function coverOf(
  chain: WorkerContext['chain'],
  query: Pick<Parameters<WorkerContext['chain']['events']>[0], 'contractIds' | 'receivers'>,
  first: EventPage,
  from: number,
  events: ChainEvent[],
): Promise<number> {
  let page = first
  while (page.coveredLedger < from) {
    page = await chain.events({ ...query, from: { cursor: page.cursor } })
    events.push(...page.events)
  }
  return page.coveredLedger
}

function queriesOf(group: readonly Followed[]) {
  const whole = group.filter(({ account }) => account === '').map(({ contractId }) => contractId)
  const queries: { contractIds: string[]; receivers?: string[] }[] = []
  for (let at = 0; at < whole.length; at += CONTRACTS_PER_QUERY)
    queries.push({ contractIds: whole.slice(at, at + CONTRACTS_PER_QUERY) })
  const accounts = Map.groupBy(
    group.filter(({ account }) => account !== ''),
    ({ contractId }) => contractId,
  )
  for (const [contractId, of] of accounts)
    for (let at = 0; at < of.length; at += ACCOUNTS_PER_QUERY)
      queries.push({
        contractIds: [contractId],
        receivers: of.slice(at, at + ACCOUNTS_PER_QUERY).map(({ account }) => account),
      })
  return queries
}

/** The event under everything that it is followed for. */
export function decode(
  { contracts }: Pick<WorkerContext, 'contracts'>,
  group: readonly Followed[],
  event: ChainEvent,
): LoggedEvent[] {
  const own = group.filter(({ contractId }) => contractId === event.contractId)
  // Once an event, however many accounts are followed.
  const receiver = own.some(({ account }) => account !== '') ? tokenMovement(event)?.to : undefined
  return own.flatMap((source): LoggedEvent[] => {
    if (source.account !== '' && receiver !== source.account) return []
    if (source.contract === 'asset' || source.contract === 'collection')
      return [{ source, event, name: source.contract, data: {} }]
    const decoded = contracts.decode(source.contract, event)
    return decoded ? [{ source, event, ...decoded }] : []
  })
}

/** Whether nobody else has moved these on meanwhile. Their rows stay locked. */
async function stillThere(client: Queryable, group: readonly Followed[]): Promise<boolean> {
  const { rows } = await client.query<{ through_ledger: number }>(
    `SELECT f.through_ledger FROM followed f JOIN unnest($1::text[], $2::text[]) AS g (contract_id, account)
       ON f.contract_id = g.contract_id AND f.account = g.account FOR UPDATE OF f`,
    [group.map(({ contractId }) => contractId), group.map(({ account }) => account)],
  )
  return rows.length === group.length && rows.every((row) => row.through_ledger === group[0]?.throughLedger)
}

/** Writes events into the log; those that it did not have are new. */
async function log(client: Queryable, all: readonly LoggedEvent[]): Promise<LoggedEvent[]> {
  if (all.length === 0) return []
  const events = all.map(({ event }) => event)
  const { rows } = await client.query<{ tx_hash: string; operation_index: number; event_index: number }>(
    `INSERT INTO chain_event (tx_hash, operation_index, event_index, ledger, application_order, at, contract_id, name, topics_xdr, value_xdr)
     SELECT DISTINCT ON (e.tx_hash, e.operation_index, e.event_index) e.tx_hash, e.operation_index, e.event_index, e.ledger, e.application_order,
       e.at, e.contract_id, e.name, e.topics::jsonb, e.value
     FROM unnest($1::text[], $2::int4[], $3::int4[], $4::int4[], $5::int4[], $6::int8[], $7::text[], $8::text[], $9::text[], $10::text[])
       AS e (tx_hash, operation_index, event_index, ledger, application_order, at, contract_id, name, topics, value)
     ON CONFLICT DO NOTHING RETURNING tx_hash, operation_index, event_index`,
    [
      events.map((event) => event.txHash),
      events.map((event) => event.operationIndex),
      events.map((event) => event.eventIndex),
      events.map((event) => event.ledger),
      events.map((event) => event.applicationOrder),
      events.map((event) => event.closedAt),
      events.map((event) => event.contractId),
      all.map(({ name }) => name),
      events.map((event) => JSON.stringify(event.topicsXdr)),
      events.map((event) => event.valueXdr),
    ],
  )
  const fresh = new Set(rows.map((row) => `${row.tx_hash} ${row.operation_index} ${row.event_index}`))
  return all.filter(({ event }) => fresh.has(`${event.txHash} ${event.operationIndex} ${event.eventIndex}`))
}

async function moveOn(
  client: Queryable,
  group: readonly Followed[],
  fresh: readonly LoggedEvent[],
  through: number,
): Promise<void> {
  const newest = (of: Followed) =>
    fresh.reduce((last, { source, event }) => (source === of ? Math.max(last, event.ledger) : last), 0)
  await client.query(
    `UPDATE followed f SET through_ledger = $3, last_event_ledger = GREATEST(last_event_ledger, g.newest)
     FROM unnest($1::text[], $2::text[], $4::int4[]) AS g (contract_id, account, newest)
     WHERE f.contract_id = g.contract_id AND f.account = g.account`,
    [group.map(({ contractId }) => contractId), group.map(({ account }) => account), through, group.map(newest)],
  )
}
