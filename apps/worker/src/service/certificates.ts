import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { clockSeconds, type Project } from '../project.ts'
import { pushDonors } from './donor-claims.ts'
import { recordDonors } from './donor-snapshot.ts'
import { callIfItPasses } from './keeper-call.ts'

const DAY = 86_400n

interface Account {
  readonly counted_to: string
  readonly policy: { readonly owner: string }
  readonly announced: { readonly at: string } | null
}

/**
 * Certificates: minted as soon as a MWh is measured, and handed to whoever they are due to. Who gave for the system is recorded before: the first
 * policy may name them.
 */
export async function tickCertificates(context: WorkerContext, project: Project): Promise<TickResult> {
  if (!project.settings.certificate) return IDLE
  const recorded = await recordDonors(context, project)
  const account = await accountOf(context, project)
  if (account === null) return recorded
  const minted = addTicks(recorded, await mintDue(context, project, account))
  const pushed = addTicks(minted, await pushDue(context, project, account))
  return addTicks(pushed, await pushDonors(context, project))
}

async function accountOf({ store }: WorkerContext, { systemId }: Project): Promise<Account | null> {
  const { rows } = await store.query<Account>(
    'SELECT counted_to, policy, announced FROM certificate_account WHERE system_id = $1',
    [systemId],
  )
  return rows[0] ?? null
}

/** A whole MWh, or a policy that waits to come into force: the contract says which, and whether anything is due. */
async function mintDue(context: WorkerContext, project: Project, account: Account): Promise<TickResult> {
  const { rows } = await context.store.query<{ minted: string }>(
    'SELECT count(*) AS minted FROM certificate_mint WHERE system_id = $1',
    [project.systemId],
  )
  return callIfItPasses(context, project, {
    kind: 'certificate.mint_due',
    contract: 'certificate',
    contractId: project.settings.certificate ?? '',
    method: 'mint_due',
    args: { system: project.systemId },
    of: `${project.systemId}:${account.counted_to}:${rows[0]?.minted ?? 0}`,
    lane: `certificate:${project.systemId}`,
    isWorthIt: (minted) => (minted as { mwh: bigint }).mwh > 0n || account.announced !== null,
  })
}

/** What is due to the owner and the parties is claimed for them; who has no line that takes it keeps it due, and is asked again every day. */
async function pushDue(context: WorkerContext, project: Project, account: Account): Promise<TickResult> {
  const { store, contracts, chain } = context
  const contractId = project.settings.certificate ?? ''
  const { rows } = await store.query<{ owner: string }>('SELECT DISTINCT owner FROM party WHERE system_id = $1', [
    project.systemId,
  ])
  const candidates = [...new Set([account.policy.owner, ...rows.map(({ owner }) => owner)])].filter((one) => one !== '')
  const day = (await chain.now()) / clockSeconds(project, DAY)
  let result = IDLE
  for (const name of ['Rec', 'Carbon']) {
    const kind = { tag: name, values: undefined }
    const holders: string[] = []
    for (const holder of candidates) {
      const due = await contracts.read<bigint>('certificate', contractId, 'due', {
        system: project.systemId,
        kind,
        holder,
      })
      if (due > 0n) holders.push(holder)
    }
    if (holders.length === 0) continue
    const asked = await callIfItPasses(context, project, {
      kind: 'certificate.claim',
      contract: 'certificate',
      contractId,
      method: 'claim',
      args: { system: project.systemId, kind: { tag: name }, holders },
      of: `${project.systemId}:${name}:${account.counted_to}:${day}`,
      lane: `certificate:${project.systemId}`,
      isWorthIt: (got) => (got as readonly bigint[]).some((units) => units > 0n),
    })
    result = addTicks(result, asked)
  }
  return result
}
