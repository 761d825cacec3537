import { contractIdFromStrkey, networkId, type ReadingDomain, toHex } from '@heliobond/domain'
import { alarm, clear } from '../alarm.ts'
import { addTicks, IDLE, type Queryable, type TickResult, type WorkerContext } from '../context.ts'
import { clockSeconds, loadProjects, type Project } from '../project.ts'
import { enqueue, nextTry } from '../submit/outbox.ts'
import { traceOf } from '../trace.ts'
import { openCorrections, withCorrections } from './corrections.ts'
import { draftStatement, type Interval, type SettledSystem, type StatementDraft } from './draft.ts'
import { contractStatement, figuresToJson, type Json, statementDifferences, toJson } from './draft-json.ts'
import { draftOf, dropDraft, markProposed, type PublishedDraft, writeDraft } from './draft-rows.ts'
import { earlier } from './earlier.ts'
import { allHaveReached, gatherKnown } from './gather.ts'
import { nextBoundary } from './interval.ts'

/** A proposal that not enough oracles have agreed to for so long is drafted anew, with what has become known meanwhile. */
const PROPOSE_AGAIN_SECONDS = 6n * 3_600n

/**
 * Closes every interval that has ended: reads the registers, writes the statement, asks for its proposal. One statement of a system is
 * under way at a time, since the next one starts where the contract says that this one ended.
 */
export async function tickSettle(context: WorkerContext): Promise<TickResult> {
  let result = IDLE
  for (const project of await loadProjects(context.store))
    result = addTicks(result, await settleProject(context, project))
  return result
}

/** Systems whose meters report to the contract themselves: it closes their intervals. Settled for ever when the system is opened. */
const sources = new Map<string, 'Server' | 'Direct'>()

async function closesItself({ contracts }: WorkerContext, { settings, systemId }: Project): Promise<boolean> {
  const key = `${settings.energy}:${systemId}`
  const known = sources.get(key)
  if (known) return known === 'Direct'
  const state = await contracts.read<{ source: { tag: 'Server' | 'Direct' } }>(
    'energy',
    settings.energy,
    'system_state',
    {
      system: systemId,
    },
  )
  sources.set(key, state.source.tag)
  return state.source.tag === 'Direct'
}

async function settleProject(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, chain } = context
  if (await closesItself(context, project)) return IDLE
  const { rows } = await store.query<{ index: number; status: string }>(
    'SELECT index, status FROM statement WHERE system_id = $1 ORDER BY index DESC LIMIT 1',
    [project.systemId],
  )
  const [last] = rows
  if (last && last.status !== 'final') return waitForOracles(context, project, last.index)
  const now = await chain.now()
  const to = await intervalEnd(context, project, now)
  if (to === null || now < to) return IDLE
  const system = await settledSystem(store, project)
  const complete = await allHaveReached(store, system, to)
  if (!complete && now < to + BigInt(project.settings.graceSeconds)) return { progress: 0, waiting: 1 }
  return draftNext(context, project, { index: (last?.index ?? 0) + 1, from: project.nextFrom, to }, 0)
}

/** A proposal waits for its oracles, and is made anew when they have not agreed for long. */
async function waitForOracles(context: WorkerContext, project: Project, index: number): Promise<TickResult> {
  const { store, chain } = context
  const draft = await draftOf(store, project.systemId, index)
  const now = await chain.now()
  const patience = clockSeconds(project, PROPOSE_AGAIN_SECONDS)
  if (draft === null || draft.proposedAt === null || now < draft.proposedAt + patience)
    return { progress: 0, waiting: 1 }
  const subject = `system:${project.systemId}`
  await alarm(context, {
    ...{ kind: 'oracle.no-agreement', subject, severity: 'warning', systemId: project.systemId, at: now },
    message: `Statement ${index} waits for its oracles since ${draft.proposedAt}: look at their votes; it is proposed anew.`,
    detail: { statement: index, attempt: draft.attempt, proposedAt: String(draft.proposedAt) },
  })
  const interval = { index, from: draft.from, to: draft.to }
  return draftNext(context, project, interval, draft.attempt + 1, draft)
}

async function draftNext(
  context: WorkerContext,
  project: Project,
  interval: Interval,
  attempt: number,
  replaced?: PublishedDraft,
): Promise<TickResult> {
  const { store, chain, log } = context
  const now = await chain.now()
  const system = await settledSystem(store, project)
  const { draft, corrections, offset } = await composeDraft(context, project, system, interval, now, replaced)
  const { systemId, index } = draft
  if (replaced && saysTheSame(draft, replaced)) {
    // The oracle's word stands on the chain; the others are to look again.
    await markProposed(store, systemId, index, { at: now, attempt })
    return { progress: 1, waiting: 0 }
  }
  const prefix = `statement:${project.settings.energy}:${systemId}:${index}`
  const key = await nextTry(store, attempt === 0 ? prefix : `${prefix}:again:${attempt}`, now)
  if (key === null) return { progress: 0, waiting: 1 }
  const written = await store.transaction(async (client) => {
    if (!(await isNext(client, systemId, index, replaced))) return false
    const outboxId = await enqueue(client, {
      key,
      kind: 'energy.propose',
      lane: `system:${systemId}`,
      payload: {
        ...{ offeringId: project.offeringId, systemId, index, attempt, oracle: 'oracle' },
        traces: [traceOf(systemId, index)],
      },
      at: now,
    })
    if (outboxId === null) return false
    if (replaced) await dropDraft(client, systemId, index)
    await writeDraft(client, { draft, corrections, offset, attempt, draftedAt: now, outboxId })
    return true
  })
  if (!written) return { progress: 0, waiting: 1 }
  await tellOfGaps(context, project, draft, now)
  log.info(
    {
      ...{ trace: traceOf(systemId, index), system: systemId, statement: index, attempt },
      ...{ readings: draft.readingsCount, root: toHex(draft.readingsRoot) },
    },
    'statement written',
  )
  return { progress: 1, waiting: 0 }
}

/** What is known now, composed; a draft that is replaced had taken its corrections and late readings, which count again. */
async function composeDraft(
  { store, chain }: WorkerContext,
  project: Project,
  system: SettledSystem,
  interval: Interval,
  now: bigint,
  replaced: PublishedDraft | undefined,
) {
  // Read as they would be without the draft that is replaced; nothing of this is kept.
  return asIfDropped(store, replaced, async (db) => {
    const before = await earlier(db, system, interval.index)
    const corrections = await openCorrections(db, system.id)
    const offset = withCorrections(before.offset, corrections)
    const opensAt = await openingOf(db, system.id, interval)
    const gathered = await gatherKnown(db, system, interval, before, opensAt, now)
    const domain = readingDomain(chain.config.passphrase, project)
    const draft = draftStatement(system, interval, gathered, before.booked, offset, opensAt, domain)
    return { draft, corrections, offset }
  })
}

async function asIfDropped<T>(
  store: WorkerContext['store'],
  replaced: PublishedDraft | undefined,
  work: (db: Queryable) => Promise<T>,
): Promise<T> {
  if (!replaced) return work(store)
  class Undo<T> extends Error {
    readonly value: T
    constructor(value: T) {
      super('undone on purpose')
      this.value = value
    }
  }
  try {
    return await store.transaction(async (client) => {
      await dropDraft(client, replaced.systemId, replaced.index)
      throw new Undo(await work(client))
    })
  } catch (error) {
    if (error instanceof Undo) return error.value as T
    throw error
  }
}

const saysTheSame = (draft: StatementDraft, { systemId, index, figures }: PublishedDraft): boolean =>
  statementDifferences(
    contractStatement(systemId, index, figures),
    contractStatement(systemId, index, toJson(figuresToJson(draft)) as Json),
  ).length === 0

/** Takes the system's row lock and says whether this is still the statement to write: another worker may have been faster. */
async function isNext(
  client: Queryable,
  systemId: number,
  index: number,
  replaced: PublishedDraft | undefined,
): Promise<boolean> {
  await client.query('SELECT 1 FROM system WHERE id = $1 FOR UPDATE', [systemId])
  const { rows } = await client.query<{ index: number; status: string; attempt: number | null }>(
    `SELECT s.index, s.status, d.attempt FROM statement s LEFT JOIN statement_draft d ON d.system_id = s.system_id AND d.index = s.index
     WHERE s.system_id = $1 ORDER BY s.index DESC LIMIT 1`,
    [systemId],
  )
  const [last] = rows
  if (replaced) return last?.index === index && last.status !== 'final' && last.attempt === replaced.attempt
  return last === undefined ? index === 1 : last.status === 'final' && last.index === index - 1
}

/** Tells people of silent meters, and of energy that the contract's bounds did not let in. */
async function tellOfGaps(context: WorkerContext, project: Project, draft: StatementDraft, at: bigint): Promise<void> {
  const { systemId } = project
  for (const { id, revoked } of project.meters) {
    const subject = `meter:${id}`
    if (draft.meters.get(id)?.grade !== 'estimated' || revoked) {
      await clear(context, { kind: 'meter.silent', subject, at })
      continue
    }
    await alarm(context, {
      ...{ kind: 'meter.silent', subject, severity: 'warning', systemId, meterId: id, at },
      message: `Meter ${id} did not speak in time: its energy is estimated until it does. Look at the device and its connection.`,
      detail: { statement: draft.index, estimated: toJson(draft.meters.get(id)?.estimated) },
    })
  }
  const subject = `system:${systemId}`
  const { generatedWh, exportedWh } = draft.left
  if (generatedWh === 0n && exportedWh === 0n) return clear(context, { kind: 'statement.beyond-capacity', subject, at })
  await alarm(context, {
    ...{ kind: 'statement.beyond-capacity', subject, severity: 'warning', systemId, at },
    message: `System ${systemId} measured more than its capacity allows in a statement; what is left waits for the next ones. Is its rated power right?`,
    detail: { statement: draft.index, generatedWh: String(generatedWh), exportedWh: String(exportedWh) },
  })
}

/** The system as a statement needs it. */
export async function settledSystem(db: Queryable, project: Project): Promise<SettledSystem> {
  const { rows } = await db.query<{ capacity_w: string }>('SELECT capacity_w FROM system WHERE id = $1', [
    project.systemId,
  ])
  return {
    id: project.systemId,
    partyCount: project.parties.length,
    capacityW: BigInt(rows[0]?.capacity_w ?? 0),
    meters: project.meters,
  }
}

/** When the system's first statement began. */
export async function openingOf(db: Queryable, systemId: number, { index, from }: Interval): Promise<bigint> {
  if (index === 1) return from
  const { rows } = await db.query<{ from_at: string }>(
    'SELECT from_at FROM statement WHERE system_id = $1 ORDER BY index LIMIT 1',
    [systemId],
  )
  return BigInt(rows[0]?.from_at ?? from)
}

/** The end of the running interval: its boundary, or earlier where a price changes or the bond is called. */
async function intervalEnd({ contracts }: WorkerContext, project: Project, now: bigint): Promise<bigint | null> {
  const from = project.nextFrom
  let end = nextBoundary(project.settings.intervals, from, now)
  if (end === null) return null
  const { tariff, retailSymbol, exportSymbol } = project.settings
  for (const symbol of [retailSymbol, exportSymbol]) {
    const asset = { tag: 'Other', values: [symbol] }
    const change = await contracts.read<bigint | undefined>('tariff', tariff, 'next_change', { asset, after: from })
    if (change !== undefined && change !== null && change < end) end = change
  }
  if (project.callDate !== null && project.callDate > from && project.callDate < end) end = project.callDate
  return end
}

/** What the project's meters sign for. */
export function readingDomain(passphrase: string, { settings }: Pick<Project, 'settings'>): ReadingDomain {
  const energy = contractIdFromStrkey(settings.energy)
  if (!energy.ok) throw new Error(`not a contract: ${settings.energy}`)
  return { networkId: networkId(passphrase), energyContractId: energy.value }
}
