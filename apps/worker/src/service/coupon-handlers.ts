import { merkleProof } from '@heliobond/domain'
import type { WorkerContext } from '../context.ts'
import { type Project, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import type { OutboxRow } from '../submit/outbox.ts'
import { couponTree } from './coupon-lines.ts'
import { couponRow, leavesOf } from './coupon-rows.ts'

const target = async (context: WorkerContext, row: OutboxRow): Promise<{ project: Project; number: number }> => ({
  project: await projectOf(context.store, Number(row.payload.offeringId)),
  number: Number(row.payload.number),
})

/** Proposes a recorded coupon. What the contract made of it the indexer enters. */
export const proposeCoupon: Handler = {
  kind: 'coupon.propose',
  async build(context, row) {
    const { project, number } = await target(context, row)
    const coupon = await couponRow(context.store, project.offeringId, number)
    if (coupon.status !== 'recorded')
      return { code: 'NOT_RECORDED', detail: `coupon ${number} is ${coupon.status}`, retry: false }
    const who = (await context.keys.signer('operator')).address
    const args = {
      who,
      number,
      root: coupon.root,
      total: coupon.totalStroops,
      leaf_count: coupon.leafCount,
      unattributed: coupon.unattributedUnits,
      besides: coupon.besidesStroops,
      record_ledger: coupon.recordLedger,
      snapshot_hash: coupon.snapshotHash,
    }
    return {
      signers: ['operator'],
      operations: [context.contracts.call('offering', project.offering, 'propose_coupon', args, who)],
    }
  },
  async booked() {},
  /** The contract did not take it: it is computed anew, since what it may pay besides interest may have changed. */
  async abandoned(context, client, row, code) {
    await client.query(
      `UPDATE coupon SET status = 'scheduled' WHERE offering_id = $1 AND number = $2 AND status = 'recorded'`,
      [Number(row.payload.offeringId), Number(row.payload.number)],
    )
    context.log.error(
      { offering: row.payload.offeringId, coupon: row.payload.number, code },
      'a coupon was not taken; it is computed again',
    )
  },
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
  async booked() {},
}

/** Pushes a batch of claims. A line that cannot be paid now stays claimable by its holder. */
export const payClaims: Handler = {
  kind: 'coupon.claims',
  async build(context, row) {
    const { project, number } = await target(context, row)
    const all = await leavesOf(context.store, project.offeringId, number)
    const tree = couponTree(context.chain.config.passphrase, project.offering, number, all)
    const leaves = (row.payload.indexes as number[]).flatMap((index) => {
      const leaf = all[index]
      if (!leaf) return []
      const proof = [...merkleProof(tree, index).siblings]
      return [{ holder: leaf.holder, index, amount: leaf.amountStroops, proof }]
    })
    const operator = (await context.keys.signer('operator')).address
    return {
      signers: ['operator'],
      operations: [context.contracts.call('offering', project.offering, 'pay_claims', { number, leaves }, operator)],
    }
  },
  async booked(context, _client, row, outcome) {
    const paid = context.contracts.returned<bigint[]>('offering', 'pay_claims', outcome)
    const indexes = row.payload.indexes as number[]
    const unpaid = indexes.filter((_, position) => (paid[position] ?? 0n) === 0n)
    if (unpaid.length > 0)
      context.log.warn(
        { offering: row.payload.offeringId, coupon: row.payload.number, leaves: unpaid, hash: outcome.hash },
        'claims not paid: they stay their holders’ to claim, and are tried again',
      )
  },
}
