import { type TtlClass, ttlClasses } from '@heliobond/contracts'
import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'
import { askForExtension, askForRestoration } from '../submit/restore.ts'
import { codeEntry, contractsOf, type KeptEntry, keptEntries, type LifetimeClass } from './entries.ts'

/** Entries are extended when they have fewer ledgers left than their class allows, as the contracts themselves do with what they touch. */
const LIFETIMES: Readonly<Record<LifetimeClass, TtlClass>> = {
  code: ttlClasses.INSTANCE,
  instance: ttlClasses.INSTANCE,
  state: ttlClasses.STATE,
  record: ttlClasses.RECORD,
  balance: ttlClasses.STATE,
}

/**
 * Keeps everything alive that a project has on the ledger: extends what would be archived before long, and brings back what was, in portions that the
 * network lets one transaction write. What it saw is in `entry_lifetime`.
 */
export async function tickLifetimes(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, chain } = context
  const { passphrase } = chain.config
  const entries = await keptEntries(store, project, passphrase)
  const codes = await chain.codeKeys([...contractsOf(project).values()])
  for (const [contractId, keyXdr] of codes) entries.push(codeEntry(contractId, keyXdr))
  const alive = await chain.lifetimes(entries.map(({ keyXdr }) => keyXdr))
  const ledger = await chain.ledger()
  const found = entries.filter(({ keyXdr }) => alive.has(keyXdr))
  await remember(context, found, alive, ledger)
  const left = ({ keyXdr }: KeptEntry) => (alive.get(keyXdr) ?? 0) - ledger
  const archived = found.filter((entry) => left(entry) < 0)
  const ending = found.filter((entry) => left(entry) >= 0 && left(entry) < LIFETIMES[entry.kind].thresholdLedgers)
  let result = IDLE
  const now = await chain.now()
  for (const keys of await chain.portions(archived.map(({ keyXdr }) => keyXdr))) {
    await askForRestoration(store, keys, now)
    result = addTicks(result, { progress: 1, waiting: 0 })
  }
  for (const [to, of] of Map.groupBy(ending, ({ kind }) => LIFETIMES[kind].extendToLedgers))
    for (const keys of await chain.portions(of.map(({ keyXdr }) => keyXdr)))
      if (await askForExtension(store, keys, to, now)) result = addTicks(result, { progress: 1, waiting: 0 })
  return result
}

async function remember(
  { store }: WorkerContext,
  entries: readonly KeptEntry[],
  alive: ReadonlyMap<string, number>,
  ledger: number,
): Promise<void> {
  await store.query(
    `INSERT INTO entry_lifetime (key_xdr, contract_id, kind, name, live_until_ledger, seen_at_ledger)
     SELECT DISTINCT ON (e.key_xdr) e.key_xdr, e.contract_id, e.kind, e.name, e.live_until, $6
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int8[]) AS e (key_xdr, contract_id, kind, name, live_until)
     ON CONFLICT (key_xdr) DO UPDATE SET live_until_ledger = EXCLUDED.live_until_ledger, seen_at_ledger = EXCLUDED.seen_at_ledger`,
    [
      entries.map(({ keyXdr }) => keyXdr),
      entries.map(({ contractId }) => contractId),
      entries.map(({ kind }) => kind),
      entries.map(({ name }) => name),
      entries.map(({ keyXdr }) => alive.get(keyXdr) ?? 0),
      ledger,
    ],
  )
}
