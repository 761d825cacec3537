import { contractIdFromStrkey, networkId, toHex } from '@heliobond/domain'
import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { loadProjects, type Project } from '../project.ts'
import { enqueue, nextTry } from '../submit/outbox.ts'
import { nextBoundary } from './interval.ts'
import { allHaveReached, draftStatement, type StatementDraft } from './statement.ts'

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

async function settleProject(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, chain, log } = context
  const { rows } = await store.query<{
    index: number
    status: string
    marks: StatementDraft['marks']
  }>('SELECT index, status, marks FROM statement WHERE system_id = $1 ORDER BY index DESC LIMIT 1', [project.systemId])
  const last = rows[0]
  if (last && last.status !== 'final') return { progress: 0, waiting: 1 }
  const to = await intervalEnd(context, project)
  const now = await chain.now()
  if (to === null || now < to) return IDLE
  const system = {
    id: project.systemId,
    partyCount: project.parties.length,
    meters: project.meters,
  }
  const complete = await allHaveReached(store, system, to)
  if (!complete && now < to + BigInt(project.settings.graceSeconds)) return { progress: 0, waiting: 1 }
  const interval = {
    index: (last?.index ?? 0) + 1,
    from: project.nextFrom,
    to,
  }
  const draft = await draftStatement(store, system, readingDomain(context, project), interval, last?.marks ?? null)
  const key = await nextTry(store, `statement:${project.settings.energy}:${project.systemId}:${draft.index}`, now)
  if (key === null) return { progress: 0, waiting: 1 }
  await store.transaction(async (client) => {
    const outboxId = await enqueue(client, {
      key,
      kind: 'energy.propose',
      lane: `system:${project.systemId}`,
      payload: {
        offeringId: project.offeringId,
        systemId: project.systemId,
        index: draft.index,
      },
      at: now,
    })
    await client.query(
      `INSERT INTO statement (system_id, index, from_at, to_at, generated_wh, exported_wh, consumed_wh, readings_root, readings_count, quality, marks, status, outbox_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'draft', $12)`,
      [
        draft.systemId,
        draft.index,
        draft.from,
        draft.to,
        draft.generatedWh,
        draft.exportedWh,
        JSON.stringify(draft.consumedWh.map(String)),
        Buffer.from(draft.readingsRoot),
        draft.readingsCount,
        draft.quality,
        JSON.stringify(draft.marks),
        outboxId,
      ],
    )
  })
  log.info(
    {
      system: draft.systemId,
      statement: draft.index,
      readings: draft.readingsCount,
      root: toHex(draft.readingsRoot),
    },
    'statement written',
  )
  return { progress: 1, waiting: 0 }
}

/** The end of the running interval: its boundary, or earlier where a price changes or the bond is called. */
async function intervalEnd({ contracts }: WorkerContext, project: Project): Promise<bigint | null> {
  const from = project.nextFrom
  let end = nextBoundary(project.settings.intervals, from)
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

function readingDomain({ chain }: WorkerContext, project: Project) {
  const energy = contractIdFromStrkey(project.settings.energy)
  if (!energy.ok) throw new Error(`not a contract: ${project.settings.energy}`)
  return {
    networkId: networkId(chain.config.passphrase),
    energyContractId: energy.value,
  }
}
