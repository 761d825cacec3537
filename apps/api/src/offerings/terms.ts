/** An offering's terms as its contract holds them, typed: from the projection, else from the network itself. */
import { type Chain, contractOf, RpcUnavailableError } from '@heliobond/chain'
import type { Offering } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { Address, Bps, Hash, Stroops, Timestamp } from '../schemas/units.ts'
import { toJson } from '../transactions/action.ts'

const Seconds = (description: string) => Type.String({ pattern: '^[0-9]+$', description: `${description} In seconds.` })

/** What is fixed at issue. */
export const ContractTerms = Type.Object(
  {
    kind: Type.String({ description: 'Bond, Equity or Donation.' }),
    principal: Type.String({ description: 'SinkingFund or PassThrough.' }),
    settlementContract: Address("The stablecoin's asset contract."),
    capStroops: Stroops('Bonds sold at most.'),
    minimumStroops: Stroops('Bonds to be sold, or all is refunded.'),
    denominationStroops: Stroops('Bonds are sold in multiples of this.'),
    minTicketStroops: Stroops('Bonds of one purchase, at least.'),
    maxTicketStroops: Stroops('Bonds bought by one investor, at most.'),
    priceBps: Type.Integer({ description: 'Issue price in basis points of par.' }),
    rateBps: Bps('Coupon a year, of par.'),
    shareBps: Bps('Of equity: what of the revenue that operations leave is the holders’.'),
    fundingDeadline: Timestamp('From then on nobody can invest.'),
    operationsBudgetStroops: Stroops("Operations take this much of a period's revenue, first."),
    reserveRequirementStroops: Stroops('The debt service reserve when full.'),
    reserveFromProceedsStroops: Stroops('What of the reserve the proceeds pay.'),
    capitalizedInterestStroops: Stroops('Coupon money that the proceeds pay.'),
    renewalRequirementStroops: Stroops('The renewal reserve when full.'),
    longStop: Timestamp('From then on works that are not live can be given up.'),
    defaultGraceSeconds: Seconds('For which a coupon or the principal may be short before that is a default.'),
    callNoticeSeconds: Seconds('Between a call and its date, at least.'),
    challengeDelaySeconds: Seconds("Between a coupon's proposal and its being final, at least."),
    unclaimedAfterSeconds: Seconds('After the end from which on unclaimed money can be handed on.'),
    unclaimedTo: Address('Who keeps unclaimed money for its owners.'),
    upgradeDelaySeconds: Seconds('That an upgrade of the contract waits.'),
    attestations: Type.Integer({ description: 'That a coupon needs, of issuer and trustee.' }),
    documentsHash: Hash("Of the offering's documents."),
  },
  { description: 'The terms as the contract holds them.' },
)
export type ContractTerms = Static<typeof ContractTerms>

const Integer = Type.String({ pattern: '^-?[0-9]+$' })
const Variant = Type.Union([Type.String(), Type.Object({ tag: Type.String() })])

/** The projection: the contract's own names, numbers as decimal strings, bytes as hex. */
const ChainTerms = Type.Object({
  kind: Variant,
  principal: Variant,
  settlement: Type.String(),
  cap: Integer,
  minimum: Integer,
  denomination: Integer,
  min_ticket: Integer,
  max_ticket: Integer,
  price_bps: Type.Integer(),
  rate_bps: Type.Integer(),
  share_bps: Type.Integer(),
  funding_deadline: Integer,
  operations_budget: Integer,
  reserve_requirement: Integer,
  reserve_from_proceeds: Integer,
  capitalized_interest: Integer,
  renewal_requirement: Integer,
  long_stop: Integer,
  default_grace: Integer,
  call_notice: Integer,
  challenge_delay: Integer,
  unclaimed_after: Integer,
  unclaimed_to: Type.String(),
  upgrade_delay: Integer,
  attestations: Type.Integer(),
  documents_hash: Type.String(),
})

const nameOf = (variant: Static<typeof Variant>): string => (typeof variant === 'string' ? variant : variant.tag)

/** The terms of a projection, or of a contract's answer made JSON. @throws if it holds none: a bug of whoever wrote it. */
export function contractTerms(json: unknown): ContractTerms {
  if (!Value.Check(ChainTerms, json)) {
    const [first] = Value.Errors(ChainTerms, json)
    throw new Error(`these are no terms: ${first?.instancePath} ${first?.message}`)
  }
  const time = (seconds: string) => formatUtcSeconds(BigInt(seconds))
  return {
    kind: nameOf(json.kind),
    principal: nameOf(json.principal),
    settlementContract: json.settlement,
    capStroops: json.cap,
    minimumStroops: json.minimum,
    denominationStroops: json.denomination,
    minTicketStroops: json.min_ticket,
    maxTicketStroops: json.max_ticket,
    priceBps: json.price_bps,
    rateBps: json.rate_bps,
    shareBps: json.share_bps,
    fundingDeadline: time(json.funding_deadline),
    operationsBudgetStroops: json.operations_budget,
    reserveRequirementStroops: json.reserve_requirement,
    reserveFromProceedsStroops: json.reserve_from_proceeds,
    capitalizedInterestStroops: json.capitalized_interest,
    renewalRequirementStroops: json.renewal_requirement,
    longStop: time(json.long_stop),
    defaultGraceSeconds: json.default_grace,
    callNoticeSeconds: json.call_notice,
    challengeDelaySeconds: json.challenge_delay,
    unclaimedAfterSeconds: json.unclaimed_after,
    unclaimedTo: json.unclaimed_to,
    upgradeDelaySeconds: json.upgrade_delay,
    attestations: json.attestations,
    documentsHash: json.documents_hash,
  }
}

export type TermsReader = (row: Offering) => Promise<ContractTerms | null>

/** Terms kept at once. */
const MOST_KEPT = 1_000

/**
 * Reads the terms of offerings: from the projection, else from the contract. They never change, so that what was read once is kept.
 * Null where neither can be had now.
 */
export function createTermsReader(chain: Chain | undefined): TermsReader {
  const kept = new Map<string, ContractTerms>()
  return async (row) => {
    const known = kept.get(row.contractId)
    if (known) return known
    const json = row.chainTerms ?? (chain ? await fromContract(chain, row.contractId) : null)
    if (json === null) return null
    const terms = contractTerms(json)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(row.contractId, terms)
    return terms
  }
}

async function fromContract(chain: Chain, contractId: string): Promise<unknown> {
  try {
    const read = await contractOf('offering', contractId, chain).tryRead('terms')
    return read.ok ? toJson(read.value) : null
  } catch (error) {
    // The network is down: the rest of the answer is worth having without them.
    if (error instanceof RpcUnavailableError) return null
    throw error
  }
}
