import { alarm, clear } from '../alarm.ts'
import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { clockSeconds, type Project, schedulePeriods } from '../project.ts'
import { enqueue } from '../submit/outbox.ts'
import { openCoupons } from './coupon-rows.ts'
import { callIfItPasses } from './keeper-call.ts'
import { awaitsRevenue } from './revenue.ts'

/** Holders whose lines are released, or whose deposits are paid back, in one transaction. */
const HOLDERS_A_BATCH = 10

/** What a terms' deadline says, as the contract holds it. */
interface Terms {
  readonly funding_deadline: bigint
  readonly long_stop: bigint
  readonly default_grace: bigint
  readonly unclaimed_after: bigint
}

const termsOf = ({ contracts }: WorkerContext, { offering }: Project) =>
  contracts.read<Terms>('offering', offering, 'terms')

/** Funding: closed by anybody after its deadline. */
export async function closeFunding(context: WorkerContext, project: Project): Promise<TickResult> {
  if (project.state !== 'Funding') return IDLE
  return callIfItPasses(context, project, {
    kind: 'offering.close_funding',
    contract: 'offering',
    method: 'close_funding',
  })
}

/** A target that was missed: every deposit goes back, against the bonds. */
export async function refundAll(context: WorkerContext, project: Project): Promise<TickResult> {
  if (project.state !== 'Refunding') return IDLE
  const { rows } = await context.store.query<{ investor: string }>(
    `SELECT investor FROM investment WHERE offering_id = $1 GROUP BY investor
     HAVING sum(CASE kind WHEN 'invested' THEN bond_stroops ELSE -bond_stroops END) > 0 ORDER BY investor`,
    [project.offeringId],
  )
  let result = IDLE
  for (const { investor } of rows)
    result = addTicks(
      result,
      await callIfItPasses(context, project, {
        kind: 'offering.refund',
        contract: 'offering',
        method: 'refund',
        args: { investor },
        of: investor,
      }),
    )
  return result
}

/** Bonds of those who bought in the funding are theirs to move once it is closed; each is released once. */
export async function releaseHolders(context: WorkerContext, project: Project): Promise<TickResult> {
  if (project.state !== 'Building' && project.state !== 'Live') return IDLE
  const { store, chain } = context
  const { rows } = await store.query<{ investor: string }>(
    `SELECT DISTINCT i.investor FROM investment i WHERE i.offering_id = $1 AND i.kind = 'invested' AND NOT EXISTS (
       SELECT 1 FROM outbox o WHERE o.kind = 'offering.release' AND (o.payload->>'offeringId')::int = $1
         AND o.payload->'args'->'holders' ? i.investor AND o.status NOT IN ('failed', 'dead'))
     ORDER BY i.investor`,
    [project.offeringId],
  )
  let result = IDLE
  for (let start = 0; start < rows.length; start += HOLDERS_A_BATCH) {
    const holders = await frozen(context, project, rows.slice(start, start + HOLDERS_A_BATCH))
    if (holders.length === 0) continue
    const asked = await callIfItPasses(context, project, {
      kind: 'offering.release',
      contract: 'offering',
      method: 'release',
      args: { holders },
      of: `${holders[0]}:${await chain.ledger()}`,
    })
    result = addTicks(result, asked)
  }
  return result
}

/** Of these investors those whose line holds bonds and is not authorized yet. */
async function frozen(
  { chain }: WorkerContext,
  project: Project,
  investors: readonly { investor: string }[],
): Promise<string[]> {
  const found: string[] = []
  for (const { investor } of investors) {
    const line = investor.startsWith('G') ? await chain.trustline(investor, project.bondAsset) : null
    if (line === null ? investor.startsWith('C') : !line.authorized) found.push(investor)
  }
  return found
}

/** Works that were not finished: after the long-stop date what is unspent belongs to the holders. */
export async function unwindWhenLate(context: WorkerContext, project: Project): Promise<TickResult> {
  if (project.state !== 'Building') return IDLE
  const { long_stop } = await termsOf(context, project)
  const now = await context.chain.now()
  const subject = `offering:${project.offeringId}`
  if (now >= long_stop - clockSeconds(project, 30n * 86_400n))
    await alarm(context, {
      kind: 'offering.long_stop',
      subject,
      severity: now >= long_stop ? 'critical' : 'warning',
      message:
        'The works are not finished and the long-stop date is near or past. From that date on anybody, the keeper included, unwinds the offering: what is unspent goes to the holders.',
      detail: { longStop: String(long_stop) },
      offeringId: project.offeringId,
      at: now,
    })
  if (now < long_stop) return IDLE
  return callIfItPasses(context, project, { kind: 'offering.unwind', contract: 'offering', method: 'unwind' })
}

/** A coupon that stays short after the reserve, or principal that is short at the end: Defaulted, which changes who is paid what. */
export async function declareDefault(context: WorkerContext, project: Project): Promise<TickResult> {
  if (project.state === 'Live' || project.state === 'Closed')
    await clear(context, {
      kind: 'offering.default',
      subject: `offering:${project.offeringId}`,
      at: await context.chain.now(),
    })
  if (project.state !== 'Live' || project.kind !== 'Bond') return IDLE
  const asked = await callIfItPasses(context, project, {
    kind: 'offering.declare_default',
    contract: 'offering',
    method: 'declare_default',
    of: String(await cured(context, project)),
  })
  if (asked.progress > 0)
    await alarm(context, {
      kind: 'offering.default',
      subject: `offering:${project.offeringId}`,
      severity: 'critical',
      message:
        'The bond is in default: money for a coupon or for the principal is missing and the grace is over. Notice to holders is due; revenue goes on through the waterfall, and arrears that are paid cure it.',
      offeringId: project.offeringId,
      at: await context.chain.now(),
    })
  return asked
}

/** How often a default was cured: each default is one call. */
async function cured({ store }: WorkerContext, { offeringId }: Project): Promise<bigint> {
  const { rows } = await store.query<{ count: string }>(
    `SELECT count(*) AS count FROM offering_event WHERE offering_id = $1 AND name = 'Cured'`,
    [offeringId],
  )
  return BigInt(rows[0]?.count ?? 0)
}

/** The trustee stands in for a party in default, and steps back once its arrears are paid. */
export async function stepInAndBack(context: WorkerContext, project: Project): Promise<TickResult> {
  const { rows } = await context.store.query<{
    index: number
    stepped_in: boolean
    state: string | null
    times: string
  }>(
    `SELECT p.index, p.stepped_in, s.state, p.step_ins AS times FROM party p
     LEFT JOIN party_standing s ON s.system_id = p.system_id AND s.party_index = p.index
     WHERE p.system_id = $1 AND (p.stepped_in OR s.state = 'Default') ORDER BY p.index`,
    [project.systemId],
  )
  let result = IDLE
  for (const { index, stepped_in, times } of rows) {
    const method = stepped_in ? 'step_back' : 'step_in'
    result = addTicks(
      result,
      await callIfItPasses(context, project, {
        kind: `offering.${method}`,
        contract: 'offering',
        method,
        args: { party: index },
        of: `${index}:${times}`,
      }),
    )
  }
  return result
}

/** Long after the end: what nobody claimed goes to who keeps it for its owners. */
export async function sweepUnclaimed(context: WorkerContext, project: Project): Promise<TickResult> {
  if (!['Refunding', 'Unwinding', 'Matured', 'Closed'].includes(project.state)) return IDLE
  const { rows } = await context.store.query<{ at: string }>(
    `SELECT at FROM offering_event WHERE offering_id = $1 AND name IN ('Matured', 'Unwound', 'FundingClosed') ORDER BY ledger DESC LIMIT 1`,
    [project.offeringId],
  )
  const [end] = rows
  const { unclaimed_after } = await termsOf(context, project)
  if (!end || (await context.chain.now()) <= BigInt(end.at) + unclaimed_after) return IDLE
  return callIfItPasses(context, project, {
    kind: 'offering.sweep_unclaimed',
    contract: 'offering',
    method: 'sweep_unclaimed',
  })
}

/** Announces the early redemption once the sinking fund covers all, where the issuer's key is at hand. */
export async function callWhenCovered(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, chain, keys, contracts } = context
  if (project.state !== 'Live' || project.kind !== 'Bond' || project.callDate !== null) return IDLE
  if (!(await keys.holds('issuer'))) return IDLE
  // Only money that came in can change the answer, so each collection is asked about once.
  const newest = await newestCollection(context, project)
  if (newest === null) return IDLE
  const key = `call:${project.offering}:${newest}`
  const { rows } = await store.query<{ value: string }>('SELECT value FROM setting WHERE key = $1', [
    `call-checked:${project.offeringId}`,
  ])
  if (rows[0]?.value === newest) return IDLE
  const who = await keys.address('issuer')
  const covered = await contracts.wouldPass('offering', project.offering, 'call', { who })
  const now = await chain.now()
  await store.transaction(async (client) => {
    await client.query(
      `INSERT INTO setting (key, value) VALUES ($1, to_jsonb($2::text)) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`,
      [`call-checked:${project.offeringId}`, newest],
    )
    if (covered.ok)
      await enqueue(client, {
        key,
        kind: 'offering.call',
        lane: `maturity:${project.offeringId}`,
        payload: { offeringId: project.offeringId },
        at: now,
      })
  })
  return covered.ok ? { progress: 1, waiting: 0 } : IDLE
}

async function newestCollection({ store }: WorkerContext, { offeringId }: Project): Promise<string | null> {
  const { rows } = await store.query<{ id: string | null }>(
    'SELECT max(id)::text AS id FROM collection WHERE offering_id = $1',
    [offeringId],
  )
  return rows[0]?.id ?? null
}

/** Closes the debt when it is due and covered: at the call date or the last pay time, and as soon as all principal is passed through. */
export async function matureWhenDue(context: WorkerContext, project: Project): Promise<TickResult> {
  if (project.state !== 'Live' && project.state !== 'Defaulted') return IDLE
  const now = await context.chain.now()
  const due = project.callDate ?? schedulePeriods(project.settings).at(-1)?.pay ?? null
  const isDue = due !== null && now >= due
  if (project.principal === 'SinkingFund' && project.state === 'Live' && !isDue) return IDLE
  if (isDue && project.state === 'Live') {
    if (await awaitsRevenue(context, project, due, now)) return { progress: 0, waiting: 1 }
    const coupons = await openCoupons(context.store, project.offeringId)
    const isUnfunded = coupons.some(
      (coupon) => coupon.payAt <= due && (coupon.status !== 'funded' || coupon.fundedStroops < coupon.totalStroops),
    )
    if (isUnfunded && project.kind !== 'Donation') return { progress: 0, waiting: 1 }
  }
  return callIfItPasses(context, project, {
    kind: 'offering.mature',
    contract: 'offering',
    method: 'mature',
    lane: `maturity:${project.offeringId}`,
  })
}
