import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { loadProjects, type Project, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { enqueue, laneIsBusy } from '../submit/outbox.ts'
import {
  bookAnnounced,
  type Ladder,
  lowerOutdated,
  type Standing,
  type StandingRow,
  setAnnounced,
  standingHolds,
  standingsOf,
  writeStanding,
} from './standing-rows.ts'

/** Acts of force majeure and payments by others are seen at the latest after so long, by the network's time. */
const LOOK_AGAIN_SECONDS = 300n

interface ContractDecision {
  readonly mode: { readonly tag: string }
  readonly critical_floor_w: bigint
  readonly since: bigint
  readonly state: { readonly tag: Ladder }
}

interface ContractStatus {
  readonly state: { readonly tag: Ladder }
  readonly arrears: bigint
  readonly since: bigint
  readonly oldest_due_at: bigint
  readonly next_at: bigint | null | undefined
  readonly suspended: boolean
}

/**
 * Keeps what the energy contract says of each party: where it stands with its bills, and what its devices do. A state that the
 * contract has not announced yet is announced, so that a notice is an event of the ledger; the state itself waits for nobody.
 */
export async function tickStandings(context: WorkerContext): Promise<TickResult> {
  let result = IDLE
  for (const project of await loadProjects(context.store)) {
    const known = await standingsOf(context.store, project.systemId)
    for (const { index } of project.parties)
      result = addTicks(result, await look(context, project, index, known.get(index)))
  }
  return result
}

async function look(
  context: WorkerContext,
  project: Project,
  party: number,
  known: StandingRow | undefined,
): Promise<TickResult> {
  const now = await context.chain.now()
  const isDue = known === undefined || known.outdated || (known.nextAt !== null && now >= known.nextAt)
  if (!isDue && now < known.readAt + LOOK_AGAIN_SECONDS) return IDLE
  const { store } = context
  await lowerOutdated(store, project.systemId, party)
  const decision = await read<ContractDecision>(context, project, party, 'decision')
  if (!isDue && isSame(decision, known)) {
    await standingHolds(store, project.systemId, party, now)
    return IDLE
  }
  const standing = standingFrom(decision, await read<ContractStatus>(context, project, party, 'status'))
  await writeStanding(store, project.systemId, party, standing, now)
  const announced = known?.announced ?? 'Current'
  if (standing.state === announced) return IDLE
  return announce(context, project, party, standing, announced, now)
}

async function announce(
  { store, log }: WorkerContext,
  project: Project,
  party: number,
  { state, sinceAt }: Standing,
  announced: Ladder,
  now: bigint,
): Promise<TickResult> {
  const lane = `ladder:${project.systemId}:${party}`
  if (await laneIsBusy(store, lane)) return { progress: 0, waiting: 1 }
  log.info({ system: project.systemId, party, state, since: sinceAt === null ? null : String(sinceAt) }, 'ladder')
  const asked = await enqueue(store, {
    key: `advance:${project.settings.energy}:${project.systemId}:${party}:${announced}:${state}:${now}`,
    kind: 'energy.advance',
    lane,
    payload: { offeringId: project.offeringId, partyIndex: party },
    at: now,
  })
  return asked === null ? IDLE : { progress: 1, waiting: 0 }
}

/** Whether a party that was current goes on as it did: then the rest of its standing is the same, too. */
const isSame = ({ mode, since, state, critical_floor_w }: ContractDecision, known: StandingRow): boolean =>
  state.tag === 'Current' &&
  known.state === 'Current' &&
  known.announced === 'Current' &&
  mode.tag === known.mode &&
  critical_floor_w === known.criticalFloorW &&
  timeOf(since) === known.modeSinceAt

const standingFrom = (decision: ContractDecision, status: ContractStatus): Standing => ({
  state: status.state.tag,
  arrearsStroops: status.arrears,
  sinceAt: timeOf(status.since),
  oldestDueAt: timeOf(status.oldest_due_at),
  nextAt: status.next_at ?? null,
  suspended: status.suspended,
  mode: decision.mode.tag,
  modeSinceAt: timeOf(decision.since),
  criticalFloorW: decision.critical_floor_w,
})

/** The contract says 0 where there is no such time. */
const timeOf = (seconds: bigint): bigint | null => (seconds === 0n ? null : seconds)

const read = <T>(
  { contracts }: WorkerContext,
  { settings, systemId }: Project,
  party: number,
  method: string,
): Promise<T> => contracts.read<T>('energy', settings.energy, method, { system: systemId, party })

/** Has the contract announce where a party stands. */
export const advanceLadder: Handler = {
  kind: 'energy.advance',
  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const operator = (await context.keys.signer('operator')).address
    const args = { system: project.systemId, party: Number(row.payload.partyIndex) }
    return {
      signers: ['operator'],
      operations: [context.contracts.call('energy', project.settings.energy, 'advance', args, operator)],
    }
  },
  async booked(context, client, row, outcome) {
    const project = await projectOf(client, Number(row.payload.offeringId))
    // Somebody else may have had it announced before: then there is no event, and what the call returned holds.
    const { tag } = context.contracts.returned<{ tag: Ladder }>('energy', 'advance', outcome)
    await setAnnounced(client, project.systemId, Number(row.payload.partyIndex), tag)
    await bookAnnounced(context, client, project, outcome)
  },
}
