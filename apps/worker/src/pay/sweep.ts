import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'
import { enqueue, laneIsBusy } from '../submit/outbox.ts'
import { mayCollect } from './collect-again.ts'
import { collectLane } from './open-bills.ts'

/** What sweeping came to, and the parties in whose accounts money lies that is not in the books yet. */
export interface Swept {
  readonly result: TickResult
  readonly unswept: ReadonlySet<number>
}

/**
 * Whatever lies in a collection account belongs in the escrow: auto-paid, paid by hand, or given by anyone. It is swept before a wallet pays: a gift beside a
 * full wallet pays the bill, and does not end as credit.
 */
export async function sweepCollections(context: WorkerContext, project: Project): Promise<Swept> {
  const { store, chain } = context
  let result = IDLE
  const unswept = new Set<number>()
  const lines = await chain.trustlines(
    project.parties.map(({ collection }) => collection).filter((collection) => collection !== ''),
    project.settlementAsset,
  )
  for (const party of project.parties) {
    const lane = collectLane(project, party.index)
    const line = lines.get(party.collection)
    if (!line || line.balanceStroops === 0n) continue
    unswept.add(party.index)
    if ((await laneIsBusy(store, lane)) || !(await mayCollect(store, lane, await chain.now()))) {
      result = addTicks(result, { progress: 0, waiting: 1 })
      continue
    }
    const key = `collect:${project.offering}:${party.index}:${await chain.ledger()}`
    const asked = await enqueue(store, collectRequest(project, party.index, key, await chain.now()))
    result = addTicks(result, asked === null ? { progress: 0, waiting: 1 } : { progress: 1, waiting: 0 })
  }
  return { result, unswept }
}

export function collectRequest(project: Project, partyIndex: number, key: string, at: bigint) {
  return {
    key,
    kind: 'offering.collect',
    lane: collectLane(project, partyIndex),
    payload: { offeringId: project.offeringId, partyIndex },
    at,
  }
}
