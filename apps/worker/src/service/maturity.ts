import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { type Project, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { enqueue } from '../submit/outbox.ts'
import { openCoupons } from './coupon-rows.ts'
import { awaitsRevenue } from './revenue.ts'

/** Holders redeemed in one transaction. */
const REDEEMED_A_BATCH = 10
/** Holders whose bonds could not be taken back are tried again after a day. */
const REDEEM_AGAIN_SECONDS = 86_400n

/** Calls the bond when the sinking fund covers it, matures it on the call date, redeems what is outstanding. */
export async function tickMaturity(context: WorkerContext, project: Project): Promise<TickResult> {
  if (project.state === 'Live') {
    const called = project.callDate === null ? await callWhenCovered(context, project) : IDLE
    return addTicks(called, await matureWhenDue(context, project))
  }
  return project.state === 'Matured' ? redeemAll(context, project) : IDLE
}

interface Buckets {
  readonly principal: bigint
  readonly reserve: bigint
  readonly coupon: bigint
}

async function callWhenCovered(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, contracts, chain, keys } = context
  if ((await keys.address('issuer')) === null) return IDLE
  // Only money that came in can change the answer, so each collection is asked about once.
  const { rows } = await store.query<{ id: string | null; asked: boolean }>(
    `SELECT max(id) AS id, EXISTS (SELECT 1 FROM setting WHERE key = 'call-checked:' || $1::int AND value = to_jsonb(max(c.id)::text)) AS asked
     FROM collection c WHERE offering_id = $1`,
    [project.offeringId],
  )
  const newest = rows[0]
  if (!newest || newest.id === null || newest.asked) return IDLE
  const buckets = await contracts.read<Buckets>('offering', project.offering, 'buckets')
  const outstanding = await contracts.read<bigint>('offering', project.offering, 'outstanding')
  const need = await contracts.read<bigint>('offering', project.offering, 'required_coupon')
  const covered = buckets.principal + buckets.reserve >= outstanding + (need > 0n ? need : 0n)
  const now = await chain.now()
  await store.transaction(async (client) => {
    await client.query(
      `INSERT INTO setting (key, value) VALUES ('call-checked:' || $1::int, to_jsonb($2::text)) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`,
      [project.offeringId, newest.id],
    )
    if (covered)
      await enqueue(client, {
        key: `call:${project.offering}:${newest.id}`,
        kind: 'offering.call',
        lane: `maturity:${project.offeringId}`,
        payload: { offeringId: project.offeringId },
        at: now,
      })
  })
  return covered ? { progress: 1, waiting: 0 } : IDLE
}

async function matureWhenDue(context: WorkerContext, project: Project): Promise<TickResult> {
  const lastPay = project.settings.schedule.at(-1)?.pay
  const due = project.callDate ?? (lastPay === undefined ? null : BigInt(lastPay))
  const now = await context.chain.now()
  if (due === null || now < due) return IDLE
  if (await awaitsRevenue(context, project, due, now)) return { progress: 0, waiting: 1 }
  const coupons = await openCoupons(context.store, project.offeringId)
  const unfunded = coupons.some(
    (coupon) => coupon.payAt <= due && (coupon.status !== 'funded' || coupon.fundedStroops < coupon.totalStroops),
  )
  if (unfunded) return { progress: 0, waiting: 1 }
  const { rows } = await context.store.query<{ id: string | null }>(
    'SELECT max(id) AS id FROM collection WHERE offering_id = $1',
    [project.offeringId],
  )
  const asked = await enqueue(context.store, {
    key: `mature:${project.offering}:${rows[0]?.id ?? '0'}`,
    kind: 'offering.mature',
    lane: `maturity:${project.offeringId}`,
    payload: { offeringId: project.offeringId },
    at: now,
  })
  return asked === null ? IDLE : { progress: 1, waiting: 0 }
}

async function redeemAll(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, chain } = context
  const now = await chain.now()
  const { rows } = await store.query<{
    rounds: string
    last: string | null
    open: string
  }>(
    `SELECT count(DISTINCT payload->>'round') AS rounds, max(created_at) AS last, count(*) FILTER (WHERE status IN ('pending', 'prepared', 'sent')) AS open
     FROM outbox WHERE kind = 'offering.redeem' AND (payload->>'offeringId')::int = $1`,
    [project.offeringId],
  )
  const past = rows[0]
  if (past && Number(past.open) > 0) return { progress: 0, waiting: 1 }
  if (past?.last && now < BigInt(past.last) + REDEEM_AGAIN_SECONDS) return IDLE
  const found = await chain.holdersAt(project.bondAsset, now - 1n, project.settings.bondSinceLedger)
  if (!found) return { progress: 0, waiting: 1 }
  const addresses = found.holders.map((line) => line.holder).sort()
  const round = Number(past?.rounds ?? 0)
  for (let start = 0; start < addresses.length; start += REDEEMED_A_BATCH) {
    await enqueue(store, {
      key: `redeem:${project.offering}:${round}:${start}`,
      kind: 'offering.redeem',
      lane: `maturity:${project.offeringId}`,
      payload: {
        offeringId: project.offeringId,
        round: String(round),
        holders: addresses.slice(start, start + REDEEMED_A_BATCH),
      },
      at: now,
    })
  }
  return addresses.length > 0 ? { progress: 1, waiting: 0 } : IDLE
}

/** Announces the early redemption; the contract names the date. */
export const callBond: Handler = {
  kind: 'offering.call',
  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const issuer = (await context.keys.signer('issuer')).address
    return {
      signers: ['issuer'],
      operations: [context.contracts.call('offering', project.offering, 'call', { who: issuer }, issuer)],
    }
  },
  async booked(context, client, row, outcome) {
    const date = context.contracts.returned<bigint>('offering', 'call', outcome)
    await client.query('UPDATE offering SET call_date = $2 WHERE id = $1', [Number(row.payload.offeringId), date])
    context.log.info(
      {
        offering: row.payload.offeringId,
        date: String(date),
        hash: outcome.hash,
      },
      'called',
    )
  },
}

/** Closes the debt: the price of every unit is set aside, ownership passes, energy is free from the call date on. */
export const matureBond: Handler = {
  kind: 'offering.mature',
  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const operator = (await context.keys.signer('operator')).address
    return {
      signers: ['operator'],
      operations: [context.contracts.call('offering', project.offering, 'mature', {}, operator)],
    }
  },
  async booked(context, client, row, outcome) {
    const offeringId = Number(row.payload.offeringId)
    await client.query(`UPDATE offering SET state = 'Matured' WHERE id = $1`, [offeringId])
    await client.query(
      'UPDATE party SET owned_bps = portion_bps WHERE system_id = (SELECT system_id FROM offering WHERE id = $1)',
      [offeringId],
    )
    context.log.info({ offering: offeringId, hash: outcome.hash }, 'matured')
  },
}

/** Takes bonds back against their price, per holder both or neither. */
export const redeemBonds: Handler = {
  kind: 'offering.redeem',
  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const operator = (await context.keys.signer('operator')).address
    const holders = row.payload.holders as string[]
    return {
      signers: ['operator'],
      operations: [context.contracts.call('offering', project.offering, 'redeem', { holders }, operator)],
    }
  },
  async booked(context, client, row, outcome) {
    const project = await projectOf(client, Number(row.payload.offeringId))
    const paid = context.contracts.returned<bigint[]>('offering', 'redeem', outcome)
    for (const [position, holder] of (row.payload.holders as string[]).entries()) {
      const amount = paid[position] ?? 0n
      if (amount === 0n) {
        context.log.warn({ offering: project.offering, holder }, 'bonds not redeemed: tried again later')
        continue
      }
      await client.query(
        'INSERT INTO redemption (offering_id, holder, bond_stroops, paid_stroops, tx_hash, ledger) VALUES ($1, $2, $3, $3, $4, $5)',
        [project.offeringId, holder, amount, outcome.hash, outcome.ledger],
      )
    }
    const left = await context.contracts.read<bigint>('offering', project.offering, 'outstanding')
    if (left === 0n) await client.query(`UPDATE offering SET state = 'Closed' WHERE id = $1`, [project.offeringId])
  },
}
