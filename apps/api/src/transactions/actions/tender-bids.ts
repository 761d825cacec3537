import { contractOf } from '@heliobond/chain'
import { Type } from 'typebox'
import { Problem } from '../../errors.ts'
import { formatTenderId } from '../../tenders/tender-id.ts'
import { defineAction, planCall } from '../action.ts'
import { refused, requireSpendable } from '../checks.ts'
import { addressIn, hashIn, params, stroopsOf, timeIn } from '../params.ts'
import { planTenderCall, tenderContractOf, tenderOf, tenderParam } from './tender-calls.ts'

const TenderOnly = Type.Object({ tender: tenderParam }, { additionalProperties: false })

const open = defineAction({
  name: 'tender-open',
  summary:
    'Opens the works of an offering to sealed bids. The administrator of its tender contract, who is the issuer.',
  params: Type.Object(
    {
      offering: params.offering,
      ceilingStroops: params.stroops('The highest price.'),
      bondStroops: params.stroops('What each bidder puts down.'),
      pricing: Type.Unsafe<'FirstPrice' | 'Vickrey'>({ type: 'string', enum: ['FirstPrice', 'Vickrey'] }),
      priceWeightBps: params.bps('Weight of the price; with that of quality 10,000.'),
      qualityWeightBps: params.bps('Weight of quality.'),
      withdrawBy: params.time('Until then a bid may be withdrawn.'),
      commitBy: params.time('Until then bids are committed, sealed.'),
      scoreBy: params.time('Until then the evaluator scores.'),
      revealBy: params.time('Until then prices are revealed.'),
      awardSeconds: params.seconds('For the award, from revealBy on.'),
      acceptSeconds: params.seconds('For the winner to accept.'),
      objectionSeconds: params.seconds('Between certification and payment.'),
      arbiterSeconds: params.seconds('For the arbiter to decide.'),
      milestones: Type.Array(
        Type.Object(
          {
            description: params.hash('Of the text that says what is to be done.'),
            requiredEvidence: params.hash('Of the text that says what proves it.'),
            shareBps: params.bps('Of the price; all together 10,000.'),
            dueSeconds: params.seconds('After acceptance.'),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 16 },
      ),
      retentionBps: params.bps('Withheld from each milestone.'),
      retentionSeconds: params.seconds('From completion until it is paid.'),
      requiredWh: Type.String({
        pattern: '^[0-9]{1,18}$',
        description: 'What the system must generate in the test, in watt-hours.',
      }),
      windowSeconds: params.seconds('The longest metered time of the test.'),
      commissionSeconds: params.seconds('After acceptance until the test must be passed.'),
      forfeitsTo: params.address('Who receives forfeited bonds.'),
      documentsHash: params.hash('Of the tender documents.'),
    },
    { additionalProperties: false },
  ),
  returns: { contract: 'tender', method: 'open' },
  async plan(p, tools) {
    const { contractId } = await tenderContractOf(tools, p.offering)
    const terms = {
      ceiling: stroopsOf(p.ceilingStroops, 'ceilingStroops'),
      bond: stroopsOf(p.bondStroops, 'bondStroops'),
      pricing: { tag: p.pricing, values: undefined },
      price_weight_bps: p.priceWeightBps,
      quality_weight_bps: p.qualityWeightBps,
      withdraw_by: timeIn(p.withdrawBy, 'withdrawBy'),
      commit_by: timeIn(p.commitBy, 'commitBy'),
      score_by: timeIn(p.scoreBy, 'scoreBy'),
      reveal_by: timeIn(p.revealBy, 'revealBy'),
      award_secs: BigInt(p.awardSeconds),
      accept_secs: BigInt(p.acceptSeconds),
      objection_secs: BigInt(p.objectionSeconds),
      arbiter_secs: BigInt(p.arbiterSeconds),
      milestones: p.milestones.map((milestone) => ({
        description: hashIn(milestone.description, 'milestones.description'),
        required_evidence: hashIn(milestone.requiredEvidence, 'milestones.requiredEvidence'),
        share_bps: milestone.shareBps,
        due_secs: BigInt(milestone.dueSeconds),
      })),
      retention_bps: p.retentionBps,
      retention_secs: BigInt(p.retentionSeconds),
      required_wh: BigInt(p.requiredWh),
      window_secs: BigInt(p.windowSeconds),
      commission_secs: BigInt(p.commissionSeconds),
      forfeits_to: addressIn(p.forfeitsTo, 'forfeitsTo'),
      documents_hash: hashIn(p.documentsHash, 'documentsHash'),
    }
    return planCall(tools, 'tender', contractId, 'open', { terms }, (number) => ({
      moves: [],
      facts: {
        offering: String(p.offering),
        tender: formatTenderId({ offeringId: p.offering, number }),
        ceilingStroops: p.ceilingStroops,
        bondStroops: p.bondStroops,
        milestones: String(p.milestones.length),
        commitBy: p.commitBy,
        documentsHash: p.documentsHash,
      },
    }))
  },
})

const commit = defineAction({
  name: 'bid-commit',
  summary:
    'Bids, sealed: the commitment is made where the bidder is, so that price and salt stay there until the reveal. The bond goes to the contract. A contractor.',
  params: Type.Object(
    {
      tender: tenderParam,
      commitment: params.hash('The seal: see bidCommitment.'),
      proposal: params.hash('Of the proposal, which is open from the start.'),
    },
    { additionalProperties: false },
  ),
  async plan({ tender: id, commitment, proposal }, tools) {
    const { source, chain } = tools
    const tender = await tenderOf(tools, id)
    const { bond } = await contractOf('tender', tender.contractId, chain).read('terms', { tender: tender.number })
    if (bond > 0n) await requireSpendable(chain, source, tender.settlement, bond)
    const args = {
      bidder: source,
      commitment: hashIn(commitment, 'commitment'),
      proposal: hashIn(proposal, 'proposal'),
    }
    return planTenderCall(tools, tender, 'commit', args, () => ({
      moves: [{ from: source, to: tender.contractId, asset: tender.settlement, amountStroops: bond }],
      facts: { tender: id, commitment, proposal, bondStroops: bond.toString() },
    }))
  },
})

const withdraw = defineAction({
  name: 'bid-withdraw',
  summary: "Takes the source's bid back, with its bond. Its bidder, until withdrawBy.",
  params: TenderOnly,
  async plan({ tender: id }, tools) {
    const { source } = tools
    const tender = await tenderOf(tools, id)
    const bids = await contractOf('tender', tender.contractId, tools.chain).read('bids', { tender: tender.number })
    const bond = bids.find(({ bidder }) => bidder === source)?.bond ?? 0n
    return planTenderCall(tools, tender, 'withdraw', { bidder: source }, () => ({
      moves: [{ from: tender.contractId, to: source, asset: tender.settlement, amountStroops: bond }],
      facts: { tender: id, bondStroops: bond.toString() },
    }))
  },
})

const score = defineAction({
  name: 'tender-score',
  summary: 'Scores the quality of all bids at once, before prices are known. The evaluator.',
  params: Type.Object(
    {
      tender: tenderParam,
      scores: Type.Array(
        Type.Object(
          { bidder: params.address('Whose bid.'), qualityBps: params.bps('Its quality.') },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 32 },
      ),
    },
    { additionalProperties: false },
  ),
  async plan({ tender: id, scores }, tools) {
    const tender = await tenderOf(tools, id)
    const bids = await contractOf('tender', tender.contractId, tools.chain).read('bids', { tender: tender.number })
    const given = new Map(scores.map(({ bidder, qualityBps }) => [bidder, qualityBps]))
    // The contract takes them by place: by name, no place can be mistaken.
    const quality = bids.map(({ bidder }) => {
      const one = given.get(bidder)
      if (one === undefined)
        throw new Problem(
          'HELIOBOND_INVALID_REQUEST',
          'The bid of {bidder} has no score.',
          { bidder },
          { reason: 'SCORE_MISSING' },
        )
      return one
    })
    if (given.size !== bids.length || scores.length !== bids.length) {
      throw new Problem(
        'HELIOBOND_INVALID_REQUEST',
        'Each bid of the tender gets one score, and nobody else.',
        {},
        { reason: 'SCORES_NOT_OF_BIDS' },
      )
    }
    return planTenderCall(tools, tender, 'score', { quality_bps: quality }, () => ({
      moves: [],
      facts: Object.fromEntries([
        ['tender', id],
        ...bids.map(({ bidder }, index) => [`quality.${bidder}`, String(quality[index])]),
      ]),
    }))
  },
})

const reveal = defineAction({
  name: 'bid-reveal',
  summary: 'Opens a sealed bid with its price and salt. Anyone who knows them, between scoreBy and revealBy.',
  params: Type.Object(
    {
      tender: tenderParam,
      bidder: Type.Optional(params.address('Whose bid; the source when absent.')),
      amountStroops: params.stroops('The price.'),
      salt: params.hash('What the bid was sealed with.'),
    },
    { additionalProperties: false },
  ),
  async plan({ tender: id, bidder, amountStroops, salt }, tools) {
    const tender = await tenderOf(tools, id)
    const who = bidder === undefined ? tools.source : addressIn(bidder, 'bidder')
    const args = { bidder: who, amount: stroopsOf(amountStroops, 'amountStroops'), salt: hashIn(salt, 'salt') }
    return planTenderCall(tools, tender, 'reveal', args, () => ({
      moves: [],
      facts: { tender: id, bidder: who, amountStroops },
    }))
  },
})

const approveAward = defineAction({
  name: 'approve-award',
  summary: 'Approves the best bid, by points over price and quality, for award. The approver.',
  params: TenderOnly,
  async plan({ tender: id }, tools) {
    const tender = await tenderOf(tools, id)
    const best = await contractOf('tender', tender.contractId, tools.chain).tryRead('best', { tender: tender.number })
    if (!best.ok) throw refused('WRONG_STATE', 'No bid of this tender can be awarded.')
    const [bidder, price] = best.value
    return planTenderCall(tools, tender, 'approve', { bidder }, () => ({
      moves: [],
      facts: { tender: id, bidder, priceStroops: String(price) },
    }))
  },
})

const award = defineAction({
  name: 'tender-award',
  summary: 'Awards the tender to the best bid, once it is approved. The issuer.',
  params: TenderOnly,
  returns: { contract: 'tender', method: 'award' },
  async plan({ tender: id }, tools) {
    const tender = await tenderOf(tools, id)
    const { approved } = await contractOf('tender', tender.contractId, tools.chain).read('tender', {
      tender: tender.number,
    })
    return planTenderCall(tools, tender, 'award', {}, (price) => ({
      moves: [],
      facts: { tender: id, winner: approved ?? '', priceStroops: String(price) },
    }))
  },
})

const settleBond = defineAction({
  name: 'settle-bond',
  summary: "Pays a bidder's bond out: back, or where it was forfeited to whom the terms name. Anyone.",
  params: Type.Object({ tender: tenderParam, bidder: params.address('Whose bond.') }, { additionalProperties: false }),
  returns: { contract: 'tender', method: 'settle_bond' },
  async plan({ tender: id, bidder }, tools) {
    const tender = await tenderOf(tools, id)
    return planTenderCall(tools, tender, 'settle_bond', { bidder: addressIn(bidder, 'bidder') }, (paid) => ({
      moves: [],
      facts: { tender: id, bidder, bondStroops: String(paid) },
    }))
  },
})

const cancel = defineAction({
  name: 'tender-cancel',
  summary: 'Gives a tender up that is not awarded: all bonds go back. The issuer.',
  params: Type.Object(
    { tender: tenderParam, reason: params.hash('Of the text that says why.') },
    { additionalProperties: false },
  ),
  async plan({ tender: id, reason }, tools) {
    const tender = await tenderOf(tools, id)
    return planTenderCall(tools, tender, 'cancel', { reason: hashIn(reason, 'reason') }, () => ({
      moves: [],
      facts: { tender: id, reason },
    }))
  },
})

/** Calls about one tender that take nothing else. */
const PLAIN = [
  ['accept-award', 'accept', 'Accepts the award: the works begin. The winner, until acceptBy.'],
  ['lapse-award', 'lapse_award', 'Takes an award back that nobody accepted in time. Anyone.'],
  ['expire-tender', 'expire', 'Ends a tender that nobody can win any more. Anyone.'],
] as const

const plain = PLAIN.map(([name, method, summary]) =>
  defineAction({
    name,
    summary,
    params: TenderOnly,
    async plan({ tender: id }, tools) {
      const tender = await tenderOf(tools, id)
      const course = await contractOf('tender', tender.contractId, tools.chain).read('tender', {
        tender: tender.number,
      })
      return planTenderCall(tools, tender, method, {}, () => ({
        moves: [],
        facts: { tender: id, winner: course.winner ?? '', priceStroops: course.price.toString() },
      }))
    },
  }),
)

export const tenderBidActions = [
  open,
  commit,
  withdraw,
  score,
  reveal,
  approveAward,
  award,
  ...plain,
  settleBond,
  cancel,
]
