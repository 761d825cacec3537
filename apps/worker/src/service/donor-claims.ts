import { donorClaimable, fromHex, merkleProof } from '@heliobond/domain'
import { alarm, clear } from '../alarm.ts'
import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { clockSeconds, type Project, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { enqueue, laneIsBusy } from '../submit/outbox.ts'
import { type DonorLeafRow, type DonorPot, donorLeaves, donorPots } from './donor-rows.ts'
import { treeOfDonors } from './donor-snapshot.ts'
import { nextRound } from './rounds.ts'

/** Donors of one transaction: what binds is the entries that it writes, a line and a claim each, with room to spare. */
export const DONORS_A_BATCH = 20
/** A donor whose line could not take the certificates is tried again after so many seconds of a civil clock. */
const AGAIN_SECONDS = 86_400n

/** Some leaves of a pot, as they are asked for. */
interface Batch {
  readonly kind: string
  readonly root: string
  readonly indexes: readonly number[]
}

/**
 * Pushes to donors what they can claim of each pot, in batches; only to those whose line takes it now, as the contract says, and to the others
 * again every day. Each may claim by hand all the while: the contract pays every leaf cumulatively, so nothing is got twice.
 */
export async function pushDonors(context: WorkerContext, project: Project): Promise<TickResult> {
  let result = IDLE
  const pots = await donorPots(context.store, project.systemId)
  for (const pot of pots) result = addTicks(result, await pushPot(context, project, pot))
  await tellOfStrangers(context, project, pots)
  return result
}

async function pushPot(context: WorkerContext, project: Project, pot: DonorPot): Promise<TickResult> {
  const { store, chain } = context
  const { kind, root, certifiedStroops, units } = pot
  if (units === null) return IDLE
  const lane = `donors:${project.systemId}`
  if (await laneIsBusy(store, lane)) return { progress: 0, waiting: 1 }
  const now = await chain.now()
  const prefix = `certificate:${project.settings.certificate}:${project.systemId}:${kind}:donors:${root}:${certifiedStroops}`
  const round = await nextRound(store, prefix, now, clockSeconds(project, AGAIN_SECONDS))
  if (round === null) return IDLE
  const donors = await donorsOfPot(context, project, kind, root)
  const open = donors.leaves.filter((leaf) => donorClaimable({ ...leaf, ...units, certifiedStroops }) > 0n)
  let result = IDLE
  for (let start = 0; start < open.length; start += DONORS_A_BATCH) {
    const indexes = open.slice(start, start + DONORS_A_BATCH).map(({ index }) => index)
    const ready = await whoTakesIt(context, donors, indexes)
    if (ready.length === 0) continue
    await enqueue(store, {
      key: `${prefix}:${round}:${start}`,
      kind: 'certificate.claim_units',
      lane,
      payload: { offeringId: project.offeringId, kind, root, round: String(round), indexes: ready },
      at: now,
    })
    result = addTicks(result, { progress: 1, waiting: 0 })
  }
  return result
}

/** The donors of a pot, and the call that pays some of them. */
interface Donors {
  readonly root: string
  readonly contractId: string
  readonly leaves: readonly DonorLeafRow[]
  args(indexes: readonly number[]): Record<string, unknown>
}

async function donorsOfPot(
  { store, chain }: WorkerContext,
  { settings, systemId }: Project,
  kind: string,
  root: string,
): Promise<Donors> {
  const contractId = settings.certificate
  const bytes = fromHex(root)
  if (contractId === undefined || !bytes.ok) throw new Error(`donors ${root} of system ${systemId} have no contract`)
  const leaves = await donorLeaves(store, systemId, kind, root)
  const tree = treeOfDonors(chain.config.passphrase, contractId, systemId, leaves)
  return {
    root,
    contractId,
    leaves,
    args: (indexes) => ({
      system: systemId,
      kind: { tag: kind, values: undefined },
      root: bytes.value,
      leaves: indexes.flatMap((index) => {
        const leaf = leaves[index]
        if (!leaf) return []
        return [{ holder: leaf.holder, index, units: leaf.unitsStroops, proof: [...merkleProof(tree, index).siblings] }]
      }),
    }),
  }
}

/** Those of a batch whose line takes what is theirs now. @throws if the contract does not take the batch: our leaves are not its tree's */
async function whoTakesIt(
  { contracts }: WorkerContext,
  { root, contractId, args }: Donors,
  indexes: readonly number[],
): Promise<number[]> {
  const asked = await contracts.wouldPass<readonly bigint[]>('certificate', contractId, 'claim_units', args(indexes))
  if (!asked.ok) throw new Error(`the certificate contract refuses leaves of donors ${root}: ${asked.refusal}`)
  return indexes.filter((_, position) => (asked.value[position] ?? 0n) > 0n)
}

/** A policy may name donors whom nobody recorded here: then they have to claim by themselves, and people should know. */
async function tellOfStrangers(context: WorkerContext, project: Project, pots: readonly DonorPot[]): Promise<void> {
  const strangers = pots.filter(({ units }) => units === null)
  const about = { subject: `system:${project.systemId}`, at: await context.chain.now() }
  if (strangers.length === 0) return clear(context, { kind: 'certificate.donors_unknown', ...about })
  await alarm(context, {
    kind: 'certificate.donors_unknown',
    ...about,
    severity: 'warning',
    message: `Certificates of system ${project.systemId} are set aside for donors ${strangers[0]?.root}, and no donation of that root is recorded here: nothing is pushed to them. They can claim by themselves; announce a policy that names the recorded donors.`,
    detail: { system: project.systemId, root: strangers[0]?.root },
    offeringId: project.offeringId,
  })
}

/** Pushes a batch to donors. What the contract made of it the indexer enters. */
export const claimUnits: Handler = {
  kind: 'certificate.claim_units',
  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const { kind, root, indexes } = row.payload as unknown as Batch
    const { contractId, args } = await donorsOfPot(context, project, kind, root)
    const source = (await context.keys.signer('operator')).address
    return {
      signers: ['operator'],
      operations: [context.contracts.call('certificate', contractId, 'claim_units', args(indexes), source)],
    }
  },
  async booked(context, _client, row, outcome) {
    const got = context.contracts.returned<readonly bigint[]>('certificate', 'claim_units', outcome)
    const { indexes, root, kind } = row.payload as unknown as Batch
    const unpaid = indexes.filter((_, position) => (got[position] ?? 0n) === 0n)
    if (unpaid.length > 0)
      context.log.warn(
        { offering: row.payload.offeringId, kind, root, leaves: unpaid, hash: outcome.hash },
        'donors’ certificates not taken: they stay theirs to claim, and are tried again',
      )
  },
}
