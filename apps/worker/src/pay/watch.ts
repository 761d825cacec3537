/**
 * Watches what happens to money that our keys could touch, by the network's own events: whatever leaves a prepaid wallet without its user or the signer, any
 * allowance over a wallet, and money that comes where it has no bill.
 */
import { ACCOUNTS_PER_QUERY, type ChainEvent, type EventQuery, SENDERS_PER_QUERY } from '@heliobond/chain'
import { alarm } from '../alarm.ts'
import { addTicks, IDLE, type Queryable, type TickResult, type WorkerContext } from '../context.ts'
import { loadProjects, type Project } from '../project.ts'
import {
  nativeContract,
  noteArrival,
  type OwnAccount,
  partiesOfBills,
  settlementContract,
  settleOrphans,
} from './orphans.ts'
import { noteDeparture, oursAmong } from './wallet-acts.ts'
import { type WalletRow, walletsOf } from './wallets.ts'

const CURSOR = 'wallet-watch'

export interface WatchedWallet extends WalletRow {
  readonly systemId: number
}

/** Reads what was not read yet, and brings what it found to its end. */
export async function tickWatch(context: WorkerContext): Promise<TickResult> {
  const projects = await loadProjects(context.store)
  if (projects.length === 0) return IDLE
  const accounts = await ownAccounts(context.store, projects)
  const read = await readOn(context, projects, accounts)
  return addTicks(read, await settleOrphans(context, accounts))
}

async function readOn(
  context: WorkerContext,
  projects: readonly Project[],
  accounts: ReadonlyMap<string, OwnAccount>,
): Promise<TickResult> {
  const { store, chain } = context
  const { oldestLedger, latestLedger } = await chain.remembered()
  const known = await cursorOf(store)
  const since = known ?? Math.min(...projects.map(({ settings }) => settings.bondSinceLedger))
  const from = Math.max(since + 1, oldestLedger)
  if (from > latestLedger) return IDLE
  if (known !== null && from > since + 1)
    await alarm(context, {
      ...{ kind: 'watch.gap', severity: 'warning', at: await chain.now() },
      message: `Nobody watched the wallets from ledger ${since + 1} to ${from - 1}, which the network has forgotten: compare their balances with the payments.`,
      detail: { fromLedger: since + 1, toLedger: from - 1 },
    })
  const wallets = await watchedWallets(store, projects)
  let covered = latestLedger
  const found: ChainEvent[] = []
  for (const query of queriesOf(context, projects, wallets, accounts)) {
    const page = await chain.events({ ...query, from: { ledger: from } })
    covered = Math.min(covered, page.coveredLedger)
    found.push(...page.events)
  }
  // A ledger with more than a page of events about our accounts: it is taken as far as it goes, for nothing else would bring us on.
  const through = Math.max(covered, from)
  const events = [
    ...new Map(found.filter(({ ledger }) => ledger <= through).map((event) => [event.id, event])).values(),
  ]
  let progress = 0
  const ours = await oursAmong(store, events)
  const parties = await partiesOfBills(store, accounts, events)
  for (const event of events.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (await noteDeparture(context, wallets, ours, event)) progress += 1
    if (await noteArrival(context, projects, accounts, parties, event)) progress += 1
  }
  await store.query(
    `INSERT INTO cursor (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value
     WHERE cursor.value::int8 < EXCLUDED.value::int8`,
    [CURSOR, String(through)],
  )
  return { progress, waiting: 0 }
}

async function cursorOf(db: Queryable): Promise<number | null> {
  const { rows } = await db.query<{ value: string }>('SELECT value FROM cursor WHERE name = $1', [CURSOR])
  return rows[0] ? Number(rows[0].value) : null
}

async function watchedWallets(
  db: Queryable,
  projects: readonly Project[],
): Promise<ReadonlyMap<string, WatchedWallet>> {
  const wallets = new Map<string, WatchedWallet>()
  for (const project of projects)
    for (const wallet of (await walletsOf(db, project)).values())
      wallets.set(wallet.address, { ...wallet, systemId: project.systemId })
  return wallets
}

/** Accounts of ours whose keys we hold and to which people may send by mistake: collection accounts, channels. */
async function ownAccounts(db: Queryable, projects: readonly Project[]): Promise<ReadonlyMap<string, OwnAccount>> {
  const accounts = new Map<string, OwnAccount>()
  for (const project of projects)
    for (const party of project.parties)
      if (party.collection !== '')
        accounts.set(party.collection, {
          keyName: `collection.${project.systemId}.${party.index}`,
          project,
          partyIndex: party.index,
        })
  const { rows } = await db.query<{ address: string; secret_name: string }>(
    'SELECT address, secret_name FROM channel_account',
  )
  for (const row of rows) accounts.set(row.address, { keyName: row.secret_name, project: null, partyIndex: null })
  return accounts
}

type Question = Omit<EventQuery, 'from'>

function queriesOf(
  context: WorkerContext,
  projects: readonly Project[],
  wallets: ReadonlyMap<string, unknown>,
  accounts: ReadonlyMap<string, OwnAccount>,
): Question[] {
  const queries: Question[] = slices([...wallets.keys()], SENDERS_PER_QUERY).map((senders) => ({
    contractIds: [],
    senders,
  }))
  for (const receivers of slices([...accounts.keys()], ACCOUNTS_PER_QUERY))
    queries.push({ contractIds: [nativeContract(context)], receivers })
  for (const project of projects) {
    const collections = project.parties.map(({ collection }) => collection).filter((collection) => collection !== '')
    for (const receivers of slices(collections, ACCOUNTS_PER_QUERY))
      queries.push({ contractIds: [settlementContract(context, project)], receivers })
  }
  return queries
}

function slices<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < all.length; start += size) parts.push(all.slice(start, start + size))
  return parts
}
