import { alarm, clear } from '../alarm.ts'
import type { Queryable, WorkerContext } from '../context.ts'
import type { LookupSuccess } from '../network-port.ts'
import { type Project, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import type { OutboxRow } from '../submit/outbox.ts'
import { bookFinal, type ContractBill } from './book-final.ts'
import { contractStatement, type Json } from './draft-json.ts'
import { draftOf, dropDraft, markProposed } from './draft-rows.ts'
import { countersignKind, proposeKind } from './oracle.ts'

/** Which statement an entry is about, and whose word it is: the oracle's key by name. */
const subjectOf = ({ payload }: OutboxRow) => ({
  offeringId: Number(payload.offeringId),
  index: Number(payload.index),
  oracle: String(payload.oracle ?? 'oracle'),
})

/**
 * Proposes a statement to the energy contract and books what the contract made of it. The statement is the system's draft, or what the entry
 * itself says (`figures`): another oracle's word against it.
 */
export const proposeStatement: Handler = {
  kind: 'energy.propose',

  async build(context, row) {
    const { offeringId, index, oracle: key } = subjectOf(row)
    const project = await projectOf(context.store, offeringId)
    const own = row.payload.figures as Json | undefined
    const figures = own ?? (await draftOf(context.store, project.systemId, index))?.figures
    if (!figures) return { code: 'NO_DRAFT', detail: `statement ${index} is drafted anew`, retry: false }
    const oracle = (await context.keys.signer(key)).address
    const args = { oracle, statement: contractStatement(project.systemId, index, figures) }
    return {
      signers: [key],
      operations: [context.contracts.call('energy', project.settings.energy, 'propose', args, oracle)],
    }
  },

  async booked(context, client, row, outcome) {
    const { offeringId, index } = subjectOf(row)
    const project = await projectOf(client, offeringId)
    const bills = context.contracts.returned<ContractBill[] | undefined>('energy', 'propose', outcome)
    if (bills) return becameFinal(context, client, project, index, bills, outcome)
    // With a threshold above one the statement is final only after the last countersignature.
    if (row.payload.figures !== undefined) return
    await client.query(
      `UPDATE statement SET status = 'proposed', tx_hash = $3 WHERE system_id = $1 AND index = $2 AND status = 'draft'`,
      [project.systemId, index, outcome.hash],
    )
    await markProposed(client, project.systemId, index, { at: outcome.closedAt })
  },

  /** The draft goes: the interval is read and proposed anew, with what has become known meanwhile. */
  async abandoned(context, client, row, code) {
    const { offeringId, index } = subjectOf(row)
    const project = await projectOf(client, offeringId)
    if (row.payload.figures !== undefined) return
    const { rows } = await client.query(
      'SELECT 1 FROM statement WHERE system_id = $1 AND index = $2 AND outbox_id = $3',
      [project.systemId, index, row.id],
    )
    if (rows.length > 0) await dropDraft(client, project.systemId, index)
    await alarm(
      { store: context.store, log: context.log },
      {
        ...{ kind: 'statement.refused', subject: `system:${project.systemId}`, severity: 'warning' },
        ...{ systemId: project.systemId, at: await context.chain.now() },
        message: `Statement ${index} was not taken (${code}); it is drafted again. Nothing of the system is billed until one is.`,
        detail: { statement: index, code, lastError: row.lastError },
      },
    )
  },
}

/** What the process of one oracle's key does: says the same as a proposal, or proposes what it found instead. */
export const oracleHandlers = (key: string): readonly Handler[] => [
  { ...proposeStatement, kind: proposeKind(key) },
  { ...countersignStatement, kind: countersignKind(key) },
]

/** Says the same as a statement that another oracle proposed. Final when that makes enough of them. */
const countersignStatement: Handler = {
  kind: 'energy.countersign',

  async build(context, row) {
    const { offeringId, index, oracle: key } = subjectOf(row)
    const project = await projectOf(context.store, offeringId)
    const oracle = (await context.keys.signer(key)).address
    const hash = new Uint8Array(Buffer.from(String(row.payload.hash), 'hex'))
    const args = { oracle, system: project.systemId, index, hash }
    return {
      signers: [key],
      operations: [context.contracts.call('energy', project.settings.energy, 'countersign', args, oracle)],
    }
  },

  async booked(context, client, row, outcome) {
    const { offeringId, index } = subjectOf(row)
    const project = await projectOf(client, offeringId)
    await client.query(
      `UPDATE statement_vote SET tx_hash = $4 WHERE system_id = $1 AND index = $2 AND oracle = $3 AND tx_hash IS NULL`,
      [project.systemId, index, await context.keys.address(String(row.payload.oracle)), outcome.hash],
    )
    const bills = context.contracts.returned<ContractBill[] | undefined>('energy', 'countersign', outcome)
    if (bills) await becameFinal(context, client, project, index, bills, outcome)
  },
}

async function becameFinal(
  context: WorkerContext,
  client: Queryable,
  project: Project,
  index: number,
  bills: readonly ContractBill[],
  outcome: LookupSuccess,
): Promise<void> {
  await bookFinal(context, client, project, index, bills, outcome)
  const at = outcome.closedAt
  const subject = `system:${project.systemId}`
  for (const kind of ['statement.refused', 'oracle.no-agreement', 'oracle.disagreement'])
    await clear(context, { kind, subject, at })
}
