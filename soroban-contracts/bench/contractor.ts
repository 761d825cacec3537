import { addressBytes, scAddressBytes } from '@heliobond/chain'
import { bidCommitment, networkId } from '@heliobond/domain'
import type { Bond } from './bond.ts'
import type { Plant } from './plant.ts'
import { DAY, hash, type Town, tagged, UNIT } from './town.ts'

/** A tender of two bids, a contract, a dispute, and the test that makes the system live. */
export async function buildWorks(town: Town, bond: Bond, plant: Plant, salt: string): Promise<void> {
  const { stage, governance } = town
  const role = (name: string) => stage.address(name)
  const roles = {
    approver: role('approver'),
    certifier: role('certifier'),
    arbiter: role('arbiter'),
    evaluator: role('evaluator'),
  }
  const office = { ...governance, admin: role('issuer') }
  const id = await stage.deploy('tender', { governance: office, offering: bond.id, roles }, salt)
  const call = (who: string, method: string, args: Record<string, unknown>, row = method) =>
    stage.call<unknown>({ who, contract: 'tender', id, method, args, row })
  const at = { withdraw: stage.now() + DAY, commit: stage.now() + 2n * DAY }
  const [score, reveal] = [at.commit + DAY, at.commit + 2n * DAY]
  const milestone = (share_bps: number) => ({
    description: Buffer.from(hash(1)),
    required_evidence: Buffer.from(hash(2)),
    share_bps,
    due_secs: 30n * DAY,
  })
  const terms = {
    ceiling: 150n * UNIT,
    bond: 10n * UNIT,
    pricing: tagged('Vickrey'),
    price_weight_bps: 7_000,
    quality_weight_bps: 3_000,
    withdraw_by: at.withdraw,
    commit_by: at.commit,
    score_by: score,
    reveal_by: reveal,
    award_secs: 5n * DAY,
    accept_secs: 5n * DAY,
    objection_secs: DAY,
    arbiter_secs: DAY,
    milestones: [milestone(6_000), milestone(4_000)],
    retention_bps: 1_000,
    retention_secs: 5n * DAY,
    required_wh: 1_000n,
    window_secs: 30n * DAY,
    commission_secs: 60n * DAY,
    forfeits_to: role('forfeits'),
    documents_hash: Buffer.from(hash(3)),
  }
  await call('issuer', 'open', { terms })
  const tender = 1
  const proposal = Buffer.from(hash(4))
  const bids = [
    { bidder: 'bidder.a', amount: 100n * UNIT },
    { bidder: 'bidder.b', amount: 120n * UNIT },
  ]
  for (const { bidder, amount } of bids) {
    const commitment = commitmentOf(town, id, tender, bidder, amount)
    await call(bidder, 'commit', { tender, bidder: role(bidder), commitment, proposal })
  }
  stage.warp(at.commit)
  await call('evaluator', 'score', { tender, quality_bps: [8_000, 7_000] })
  stage.warp(score)
  for (const { bidder, amount } of bids)
    await call('payer', 'reveal', { tender, bidder: role(bidder), amount, salt: Buffer.from(hash(5)) })
  stage.warp(reveal)
  await call('approver', 'approve', { tender, bidder: role('bidder.a') })
  await call('issuer', 'award', { tender })
  await call('bidder.a', 'accept', { tender })
  await call('payer', 'settle_bond', { tender, bidder: role('bidder.b') })

  const evidence = Buffer.from(hash(6))
  await call('bidder.a', 'submit_evidence', { tender, milestone: 0, evidence })
  await call('certifier', 'reject', { tender, milestone: 0, evidence, reason: Buffer.from(hash(7)) })
  await call('bidder.a', 'submit_evidence', { tender, milestone: 0, evidence })
  await call('certifier', 'certify', { tender, milestone: 0, evidence })
  await call('issuer', 'dispute', { tender, who: role('issuer'), milestone: 0, reason: Buffer.from(hash(8)) })
  await call('arbiter', 'decide', { tender, milestone: 0, pay_bps: 9_000 })
  await call('payer', 'release', { tender, milestone: 0 })
  await plant.bill(0n, 'crowd')
  await call('bidder.a', 'start_commissioning', { tender })
  stage.warp(stage.now() + DAY)
  await plant.bill(4n * UNIT, 'crowd')
  await call('payer', 'commission', { tender })
  await call('bidder.a', 'submit_evidence', { tender, milestone: 1, evidence })
  await call('certifier', 'certify', { tender, milestone: 1, evidence })
  stage.warp(stage.now() + 2n * DAY)
  await call('payer', 'release', { tender, milestone: 1 })
}

/** The seal of a bid. */
const commitmentOf = ({ stage }: Town, id: string, tender: number, bidder: string, amountStroops: bigint): Buffer =>
  Buffer.from(
    bidCommitment({
      networkId: networkId(stage.net.passphrase),
      tenderId: addressBytes(id),
      tender,
      bidder: scAddressBytes(stage.address(bidder)),
      amountStroops,
      proposalHash: hash(4),
      salt: hash(5),
    }),
  )
