import { merkleProof } from '@heliobond/domain'
import type { WorkerContext } from '../context.ts'
import { type Project, projectOf } from '../project.ts'
import type { BuildRefusal, Handler, Submission } from '../submit/handler.ts'
import type { OutboxRow } from '../submit/outbox.ts'
import { bookFunded, couponRow, leavesOf } from './coupon-rows.ts'
import { agrees } from './coupons.ts'
import { couponTree } from './snapshot.ts'

const target = async (context: WorkerContext, row: OutboxRow): Promise<{ project: Project; number: number }> => ({
  project: await projectOf(context.store, Number(row.payload.offeringId)),
  number: Number(row.payload.number),
})

export const proposeCoupon: Handler = {
  kind: 'coupon.propose',
  async build(context, row) {
    const { project, number } = await target(context, row)
    const coupon = await couponRow(context.store, project.offeringId, number)
    const who = (await context.keys.signer('operator')).address
    const args = {
      who,
      number,
      root: coupon.root,
      total: coupon.totalStroops,
      leaf_count: coupon.leafCount,
      unattributed: coupon.unattributedUnits,
      // Interest alone: a sinking fund keeps the principal until it repays the whole issue.
      besides: 0n,
      record_ledger: coupon.recordLedger,
      snapshot_hash: coupon.snapshotHash,
    }
    return {
      signers: ['operator'],
      operations: [context.contracts.call('offering', project.offering, 'propose_coupon', args, who)],
    }
  },
  async booked(_context, client, row, outcome) {
    await client.query(
      `UPDATE coupon SET status = 'proposed', propose_tx = $3, proposed_at = $4 WHERE offering_id = $1 AND number = $2`,
      [Number(row.payload.offeringId), Number(row.payload.number), outcome.hash, outcome.closedAt],
    )
  },
}

/** Signs a proposed root as issuer or trustee, but only after computing the coupon from the ledger once more. */
export const attestCoupon: Handler = {
  kind: 'coupon.attest',
  async build(context, row): Promise<Submission | BuildRefusal> {
    const { project, number } = await target(context, row)
    const attestor = String(row.payload.attestor)
    const coupon = await couponRow(context.store, project.offeringId, number)
    if (!(await agrees(context, project, coupon)))
      return {
        code: 'ROOT_DIFFERS',
        detail: `coupon ${number} computed from the ledger is another`,
        retry: false,
      }
    const who = (await context.keys.signer(attestor)).address
    const args = { who, number, root: coupon.root }
    return {
      signers: [attestor],
      operations: [context.contracts.call('offering', project.offering, 'attest_coupon', args, who)],
    }
  },
  async booked() {},
}

export const fundCoupon: Handler = {
  kind: 'coupon.fund',
  async build(context, row) {
    const { project, number } = await target(context, row)
    const operator = (await context.keys.signer('operator')).address
    return {
      signers: ['operator'],
      operations: [context.contracts.call('offering', project.offering, 'fund_coupon', { number }, operator)],
    }
  },
  async booked(context, client, row) {
    const { project, number } = await target(context, row)
    const { funded } = await context.contracts.read<{ funded: bigint }>('offering', project.offering, 'coupon', {
      number,
    })
    await bookFunded(client, project.offeringId, number, funded)
  },
}

/** Pushes a batch of claims. A line that cannot be paid now stays claimable by its holder. */
export const payClaims: Handler = {
  kind: 'coupon.claims',
  async build(context, row) {
    const { project, number } = await target(context, row)
    const all = await leavesOf(context.store, project.offeringId, number)
    const tree = couponTree(context, project, number, all)
    const leaves = batchOf(row, all).map((leaf) => ({
      holder: leaf.holder,
      index: leaf.index,
      amount: leaf.amountStroops,
      proof: [...merkleProof(tree, leaf.index).siblings],
    }))
    const operator = (await context.keys.signer('operator')).address
    return {
      signers: ['operator'],
      operations: [context.contracts.call('offering', project.offering, 'pay_claims', { number, leaves }, operator)],
    }
  },
  async booked(context, client, row, outcome) {
    const { project, number } = await target(context, row)
    const paid = context.contracts.returned<bigint[]>('offering', 'pay_claims', outcome)
    for (const [position, leaf] of batchOf(row, await leavesOf(client, project.offeringId, number)).entries()) {
      const amount = paid[position] ?? 0n
      if (amount === 0n) {
        context.log.warn(
          { offering: project.offering, coupon: number, holder: leaf.holder },
          'claim not paid: left to its holder',
        )
        continue
      }
      await client.query(
        'UPDATE coupon_leaf SET paid_stroops = paid_stroops + $4, tx_hash = $5 WHERE offering_id = $1 AND number = $2 AND index = $3',
        [project.offeringId, number, leaf.index, amount, outcome.hash],
      )
    }
  },
}

function batchOf<Leaf>(row: OutboxRow, leaves: readonly Leaf[]): Leaf[] {
  const start = Number(row.payload.start)
  return leaves.slice(start, start + Number(row.payload.count))
}
