import { contractOf } from '@heliobond/chain'
import { Type } from 'typebox'
import { defineAction, type Tools } from '../action.ts'
import { refused } from '../checks.ts'
import { hashIn, params } from '../params.ts'
import { hex, milestoneParam, planTenderCall, type TenderFacts, tenderOf, tenderParam } from './tender-calls.ts'

const MilestoneOnly = Type.Object({ tender: tenderParam, milestone: milestoneParam }, { additionalProperties: false })
const TenderOnly = Type.Object({ tender: tenderParam }, { additionalProperties: false })
const WithEvidence = Type.Object(
  { tender: tenderParam, milestone: milestoneParam, evidence: params.hash('Of what is handed in.') },
  { additionalProperties: false },
)

/** The milestone as the contract has it. @throws {Problem} before there is a contract, and for an index that it lacks. */
async function milestoneOf({ chain }: Tools, { contractId, number }: TenderFacts, index: number) {
  const found = await contractOf('tender', contractId, chain).read('milestones', { tender: number })
  const milestone = found[index]
  if (!milestone) {
    throw found.length === 0
      ? refused('WRONG_STATE', 'The tender is not accepted yet: it has no milestones to work on.')
      : refused('WRONG_STATE', 'The tender has milestones 0 to {last}; the last one is what is withheld.', {
          last: found.length - 1,
        })
  }
  return milestone
}

const submitEvidence = defineAction({
  name: 'submit-evidence',
  summary: 'Hands evidence of a milestone in, by the hash of the document. The contractor.',
  params: WithEvidence,
  async plan({ tender: id, milestone, evidence }, tools) {
    const tender = await tenderOf(tools, id)
    const { amount } = await milestoneOf(tools, tender, milestone)
    const args = { milestone, evidence: hashIn(evidence, 'evidence') }
    return planTenderCall(tools, tender, 'submit_evidence', args, () => ({
      moves: [],
      facts: { tender: id, milestone: String(milestone), evidence, amountStroops: amount.toString() },
    }))
  },
})

const certify = defineAction({
  name: 'certify',
  summary: 'Certifies the evidence that was handed in: after the time for objections it is paid. The certifier.',
  params: WithEvidence,
  async plan({ tender: id, milestone, evidence }, tools) {
    const tender = await tenderOf(tools, id)
    const { amount } = await milestoneOf(tools, tender, milestone)
    const args = { milestone, evidence: hashIn(evidence, 'evidence') }
    return planTenderCall(tools, tender, 'certify', args, () => ({
      moves: [],
      facts: { tender: id, milestone: String(milestone), evidence, amountStroops: amount.toString() },
    }))
  },
})

const rejectEvidence = defineAction({
  name: 'reject-evidence',
  summary: 'Rejects the evidence that was handed in, with a reason. The certifier.',
  params: Type.Object(
    {
      tender: tenderParam,
      milestone: milestoneParam,
      evidence: params.hash('Of what was handed in.'),
      reason: params.hash('Of the text that says why.'),
    },
    { additionalProperties: false },
  ),
  async plan({ tender: id, milestone, evidence, reason }, tools) {
    const tender = await tenderOf(tools, id)
    await milestoneOf(tools, tender, milestone)
    const args = { milestone, evidence: hashIn(evidence, 'evidence'), reason: hashIn(reason, 'reason') }
    return planTenderCall(tools, tender, 'reject', args, () => ({
      moves: [],
      facts: { tender: id, milestone: String(milestone), evidence, reason },
    }))
  },
})

const release = defineAction({
  name: 'milestone-release',
  summary: 'Has a milestone paid whose time for objections is over; the last index is what was withheld. Anyone.',
  params: MilestoneOnly,
  returns: { contract: 'tender', method: 'release' },
  async plan({ tender: id, milestone }, tools) {
    const tender = await tenderOf(tools, id)
    await milestoneOf(tools, tender, milestone)
    const { winner } = await contractOf('tender', tender.contractId, tools.chain).read('tender', {
      tender: tender.number,
    })
    return planTenderCall(tools, tender, 'release', { milestone }, (paid) => ({
      moves: [
        {
          from: tender.offeringContract,
          to: winner ?? '',
          asset: tender.settlement,
          amountStroops: paid as bigint,
        },
      ],
      facts: { tender: id, milestone: String(milestone), contractor: winner ?? '', paidStroops: String(paid) },
    }))
  },
})

const dispute = defineAction({
  name: 'dispute',
  summary: 'Disputes a milestone before it is payable, once. The issuer, the certifier or the contractor.',
  params: Type.Object(
    { tender: tenderParam, milestone: milestoneParam, reason: params.hash('Of the text that says why.') },
    { additionalProperties: false },
  ),
  async plan({ tender: id, milestone, reason }, tools) {
    const tender = await tenderOf(tools, id)
    const { amount } = await milestoneOf(tools, tender, milestone)
    const args = { who: tools.source, milestone, reason: hashIn(reason, 'reason') }
    return planTenderCall(tools, tender, 'dispute', args, () => ({
      moves: [],
      facts: { tender: id, milestone: String(milestone), reason, amountStroops: amount.toString() },
    }))
  },
})

const decide = defineAction({
  name: 'decide-dispute',
  summary: 'Decides a dispute: what share of the milestone is paid. Final. The arbiter.',
  params: Type.Object(
    {
      tender: tenderParam,
      milestone: milestoneParam,
      payBps: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Of what the milestone is worth.' }),
    },
    { additionalProperties: false },
  ),
  async plan({ tender: id, milestone, payBps }, tools) {
    const tender = await tenderOf(tools, id)
    const { amount } = await milestoneOf(tools, tender, milestone)
    const payStroops = (amount * BigInt(payBps)) / 10_000n
    return planTenderCall(tools, tender, 'decide', { milestone, pay_bps: payBps }, () => ({
      moves: [],
      facts: {
        tender: id,
        milestone: String(milestone),
        payBps: String(payBps),
        amountStroops: amount.toString(),
        payStroops: payStroops.toString(),
      },
    }))
  },
})

const lapseDispute = defineAction({
  name: 'lapse-dispute',
  summary: 'Ends a dispute that the arbiter did not decide in time. Anyone.',
  params: MilestoneOnly,
  async plan({ tender: id, milestone }, tools) {
    const tender = await tenderOf(tools, id)
    const { evidence } = await milestoneOf(tools, tender, milestone)
    return planTenderCall(tools, tender, 'lapse_dispute', { milestone }, () => ({
      moves: [],
      facts: { tender: id, milestone: String(milestone), evidence: evidence ? hex(evidence) : '' },
    }))
  },
})

/** Calls about the commissioning test. */
const TEST_CALLS = [
  ['start-commissioning', 'start_commissioning', 'Starts the test by metered energy. The contractor.'],
  ['commission', 'commission', 'Says that the test is passed: the system goes live. Anyone.'],
] as const

const testing = TEST_CALLS.map(([name, method, summary]) =>
  defineAction({
    name,
    summary,
    params: TenderOnly,
    async plan({ tender: id }, tools) {
      const tender = await tenderOf(tools, id)
      const terms = await contractOf('tender', tender.contractId, tools.chain).read('terms', { tender: tender.number })
      return planTenderCall(tools, tender, method, {}, () => ({
        moves: [],
        facts: {
          tender: id,
          requiredWh: terms.required_wh.toString(),
          windowSeconds: terms.window_secs.toString(),
        },
      }))
    },
  }),
)

export const tenderWorkActions = [
  submitEvidence,
  certify,
  rejectEvidence,
  release,
  dispute,
  decide,
  lapseDispute,
  ...testing,
]
