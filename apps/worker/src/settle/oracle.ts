/**
 * The oracle role: looks at what the proposer proposed, computes it anew from the published readings, and says the same on the chain, or something else.
 *
 * Each oracle has a key of its own, `oracle.2`, `oracle.3` and so on (`oracle` is the proposer's), and a process of its own that alone holds it. What an
 * oracle found it writes down first (`statement_vote`); a disagreement is an alarm, and the oracle's own statement stands beside the other on the chain.
 */
import { toHex } from '@heliobond/domain'
import { alarm } from '../alarm.ts'
import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { loadProjects, type Project } from '../project.ts'
import { enqueue } from '../submit/outbox.ts'
import { traceOf } from '../trace.ts'
import { type ContractStatement, contractStatement, statementDifferences } from './draft-json.ts'
import { draftOf, type PublishedDraft } from './draft-rows.ts'
import { type Verification, verifyProposal } from './verify.ts'

/** Names of the keys of oracles that countersign begin so. */
export const ORACLE_KEYS = 'oracle.'

interface Proposal {
  readonly hash: Uint8Array
  readonly statement: ContractStatement
  readonly signers: readonly string[]
}

/** Looks at every proposal that one of this process's oracles has not looked at. */
export async function tickOracle(context: WorkerContext): Promise<TickResult> {
  const keys = await context.keys.names(ORACLE_KEYS)
  let result = IDLE
  if (keys.length === 0) return result
  for (const project of await loadProjects(context.store)) {
    const draft = await openDraft(context, project)
    if (!draft) continue
    for (const key of keys) result = addTicks(result, await look(context, project, draft, key))
  }
  return result
}

/** The draft whose proposal waits for oracles. */
async function openDraft({ store }: WorkerContext, { systemId }: Project): Promise<PublishedDraft | null> {
  const { rows } = await store.query<{ index: number; status: string }>(
    'SELECT index, status FROM statement WHERE system_id = $1 ORDER BY index DESC LIMIT 1',
    [systemId],
  )
  const [last] = rows
  if (last?.status !== 'proposed') return null
  const draft = await draftOf(store, systemId, last.index)
  return draft?.proposedAt == null ? null : draft
}

async function look(context: WorkerContext, project: Project, draft: PublishedDraft, key: string): Promise<TickResult> {
  const { contracts, keys } = context
  const oracle = await keys.address(key)
  if (oracle === null || (await hasVoted(context, draft, oracle))) return IDLE
  const energy = project.settings.energy
  const oracles = await contracts.read<readonly string[]>('energy', energy, 'oracles')
  if (!oracles.includes(oracle)) return IDLE
  const proposals = await contracts.read<readonly Proposal[]>('energy', energy, 'proposals', {
    system: project.systemId,
  })
  const wanted = contractStatement(draft.systemId, draft.index, draft.figures)
  const proposal = proposals.find(({ statement }) => statementDifferences(statement, wanted).length === 0)
  // Not in this node's ledger yet, or final already.
  if (!proposal) return { progress: 0, waiting: 1 }
  const verification = await verifyProposal(context, project, draft, proposal.statement)
  await say(context, project, draft, { key, oracle }, proposal, proposals, verification)
  return { progress: 1, waiting: 0 }
}

async function hasVoted({ store }: WorkerContext, draft: PublishedDraft, oracle: string): Promise<boolean> {
  const { rows } = await store.query(
    'SELECT 1 FROM statement_vote WHERE system_id = $1 AND index = $2 AND attempt = $3 AND oracle = $4',
    [draft.systemId, draft.index, draft.attempt, oracle],
  )
  return rows.length > 0
}

async function say(
  context: WorkerContext,
  project: Project,
  draft: PublishedDraft,
  { key, oracle }: { readonly key: string; readonly oracle: string },
  proposal: Proposal,
  proposals: readonly Proposal[],
  { findings, found, figures }: Verification,
): Promise<void> {
  const { store, chain } = context
  const { systemId, index, attempt } = draft
  const now = await chain.now()
  const agrees = findings.length === 0
  const said = proposals.filter(({ signers }) => signers.includes(oracle))
  const standsAlready = (statement: ContractStatement) =>
    said.some((one) => statementDifferences(one.statement, statement).length === 0)
  await store.transaction(async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO statement_vote (system_id, index, attempt, oracle, verdict, findings, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT DO NOTHING`,
      [systemId, index, attempt, oracle, agrees ? 'agrees' : 'differs', JSON.stringify(findings), now],
    )
    // Another process with the same key was faster, or the word stands on the chain.
    if (rowCount === 0 || standsAlready(agrees ? proposal.statement : found)) return
    await enqueue(client, {
      key: `vote:${project.settings.energy}:${systemId}:${index}:${attempt}:${oracle}`,
      kind: agrees ? countersignKind(key) : proposeKind(key),
      lane: `oracle:${systemId}:${key}`,
      payload: {
        ...{ offeringId: project.offeringId, systemId, index, oracle: key, traces: [traceOf(systemId, index)] },
        ...(agrees ? { hash: toHex(proposal.hash) } : { figures }),
      },
      at: now,
    })
  })
  if (agrees)
    return context.log.info(
      { trace: traceOf(systemId, index), system: systemId, statement: index, oracle },
      'statement confirmed',
    )
  await alarm(context, {
    ...{ kind: 'oracle.disagreement', subject: `system:${systemId}`, severity: 'critical', systemId, at: now },
    message: `An oracle found statement ${index} different from what was proposed: nothing is billed until enough of them agree. Look at the findings.`,
    detail: { statement: index, attempt, oracle, findings },
  })
}

/** Each oracle's actions are of a kind of their own, so that the process that holds its key carries them out. */
export const countersignKind = (key: string): string => `energy.countersign:${key}`
export const proposeKind = (key: string): string => `energy.propose:${key}`
