import { addressKind } from '@heliobond/chain'
import { formatUtcSeconds, MAX_I64, mulDivCeil, type Period, reserveBoundStroops, utcSeconds } from '@heliobond/domain'
import { DEFAULTS, type DraftBody } from './body.ts'
import type { Problems } from './problems.ts'

/** What an offering's contract is made with. Amounts are stroops, times Unix seconds, rates basis points. */
export interface PlannedTerms {
  readonly kind: 'Bond' | 'Equity' | 'Donation'
  readonly principal: 'SinkingFund' | 'PassThrough'
  readonly capStroops: bigint
  readonly minimumStroops: bigint
  readonly denominationStroops: bigint
  readonly minTicketStroops: bigint
  readonly maxTicketStroops: bigint
  readonly priceBps: number
  readonly rateBps: number
  readonly shareBps: number
  readonly fundingDeadline: bigint
  readonly operationsBudgetStroops: bigint
  readonly reserveRequirementStroops: bigint
  readonly reserveFromProceedsStroops: bigint
  readonly capitalizedInterestStroops: bigint
  readonly renewalRequirementStroops: bigint
  readonly defaultGraceSeconds: bigint
  readonly longStop: bigint
  readonly unclaimedAfterSeconds: bigint
  readonly unclaimedTo: string
  readonly upgradeDelaySeconds: bigint
  readonly callNoticeSeconds: bigint
  readonly challengeDelaySeconds: bigint
  readonly attestations: number
  /** SHA-256, hex. */
  readonly documentsHash: string
}

/** What terms are read against. */
export interface TermsContext {
  /** The network's time, Unix seconds. */
  readonly now: bigint
  readonly schedule: readonly Period[] | null
  readonly trustee: string | undefined
}

const BPS = 10_000n
const DAY = 86_400n
const YEAR = 365n * DAY

/** The terms of a draft: what is missing and what contradicts itself goes to `problems`. */
export function readTerms(body: DraftBody, context: TermsContext, problems: Problems): PlannedTerms | undefined {
  const { sale = {}, terms = {} } = body
  const kind = body.kind ?? DEFAULTS.kind
  const wanted = {
    capStroops: amount('/sale/capStroops', sale.capStroops, 'What is sold at most', problems),
    minimumStroops: amount('/sale/minimumStroops', sale.minimumStroops, 'What must be sold', problems),
    denominationStroops: amount('/sale/denominationStroops', sale.denominationStroops, 'The denomination', problems),
    minTicketStroops: amount('/sale/minTicketStroops', sale.minTicketStroops, 'The smallest purchase', problems),
    maxTicketStroops: amount('/sale/maxTicketStroops', sale.maxTicketStroops, 'The most of one investor', problems),
    fundingDeadline: time('/sale/fundingDeadline', sale.fundingDeadline, 'The end of the sale', problems),
    longStop: time('/terms/longStop', terms.longStop, 'The long-stop date of the works', problems),
    rateBps: kind === 'Bond' ? problems.want('/terms/rateBps', terms.rateBps, 'The coupon') : (terms.rateBps ?? 0),
    shareBps: kind === 'Equity' ? problems.want('/terms/shareBps', terms.shareBps, 'The share') : (terms.shareBps ?? 0),
    documentsHash: problems.want('/documentsHash', body.documentsHash, 'The official statement'),
    unclaimedTo: terms.unclaimedTo ?? context.trustee,
  }
  if (!isComplete(wanted)) return undefined
  const planned: PlannedTerms = {
    ...wanted,
    kind,
    principal: body.principal ?? DEFAULTS.principal,
    priceBps: sale.priceBps ?? DEFAULTS.priceBps,
    operationsBudgetStroops: BigInt(terms.operationsBudgetStroops ?? 0),
    reserveRequirementStroops: BigInt(terms.reserveRequirementStroops ?? 0),
    reserveFromProceedsStroops: BigInt(terms.reserveFromProceedsStroops ?? 0),
    capitalizedInterestStroops: BigInt(terms.capitalizedInterestStroops ?? 0),
    renewalRequirementStroops: BigInt(terms.renewalRequirementStroops ?? 0),
    defaultGraceSeconds: BigInt(terms.defaultGraceSeconds ?? DEFAULTS.defaultGraceSeconds),
    unclaimedAfterSeconds: BigInt(terms.unclaimedAfterSeconds ?? DEFAULTS.unclaimedAfterSeconds),
    upgradeDelaySeconds: BigInt(terms.upgradeDelaySeconds ?? DEFAULTS.upgradeDelaySeconds),
    callNoticeSeconds: BigInt(terms.callNoticeSeconds ?? DEFAULTS.callNoticeSeconds),
    challengeDelaySeconds: BigInt(terms.challengeDelaySeconds ?? DEFAULTS.challengeDelaySeconds),
    attestations: terms.attestations ?? DEFAULTS.attestations,
  }
  checkSale(planned, context.now, problems)
  checkAmounts(planned, problems)
  checkKind(planned, problems)
  checkTimes(planned, problems)
  if (context.schedule !== null) checkAgainstSchedule(planned, context.schedule, problems)
  return planned
}

type Complete<T> = { readonly [Name in keyof T]: Exclude<T[Name], undefined> }

function isComplete<T extends object>(wanted: T): wanted is T & Complete<T> {
  return Object.values(wanted).every((value) => value !== undefined)
}

function amount(path: string, text: string | undefined, what: string, problems: Problems): bigint | undefined {
  const found = problems.want(path, text, what)
  if (found === undefined) return undefined
  problems.require(BigInt(found) <= MAX_I64, path, 'MORE_THAN_AN_ASSET_HOLDS')
  return BigInt(found)
}

function time(path: string, text: string | undefined, what: string, problems: Problems): bigint | undefined {
  const found = problems.want(path, text, what)
  if (found === undefined) return undefined
  const seconds = utcSeconds(found)
  if (seconds === undefined) problems.invalid(path, 'NO_SUCH_TIME')
  return seconds
}

function checkSale(terms: PlannedTerms, now: bigint, problems: Problems): void {
  const { capStroops: cap, minimumStroops: minimum, denominationStroops: denomination } = terms
  const { minTicketStroops: least, maxTicketStroops: most, fundingDeadline } = terms
  problems.require(cap > 0n, '/sale/capStroops', 'CAP_NOT_POSITIVE')
  problems.require(denomination > 0n, '/sale/denominationStroops', 'DENOMINATION_NOT_POSITIVE')
  problems.require(denomination === 0n || cap % denomination === 0n, '/sale/capStroops', 'CAP_NOT_A_MULTIPLE')
  problems.require(0n < minimum && minimum <= cap, '/sale/minimumStroops', 'MINIMUM_OUT_OF_RANGE')
  problems.require(0n < least && least <= most, '/sale/minTicketStroops', 'TICKET_OUT_OF_RANGE')
  problems.require(most >= denomination, '/sale/maxTicketStroops', 'TICKET_BELOW_DENOMINATION')
  problems.require(fundingDeadline > now, '/sale/fundingDeadline', 'SALE_IS_OVER', { now: formatUtcSeconds(now) })
}

function checkAmounts(terms: PlannedTerms, problems: Problems): void {
  for (const name of [
    'operationsBudgetStroops',
    'reserveRequirementStroops',
    'reserveFromProceedsStroops',
    'capitalizedInterestStroops',
    'renewalRequirementStroops',
  ] as const) {
    problems.require(terms[name] <= MAX_I64, `/terms/${name}`, 'MORE_THAN_AN_ASSET_HOLDS')
  }
  const { reserveFromProceedsStroops: fromProceeds, capitalizedInterestStroops: capitalized } = terms
  problems.require(
    fromProceeds <= terms.reserveRequirementStroops,
    '/terms/reserveFromProceedsStroops',
    'RESERVE_PAID_TWICE',
  )
  const leastProceeds = mulDivCeil(terms.minimumStroops, BigInt(terms.priceBps), BPS)
  problems.require(
    fromProceeds + capitalized <= leastProceeds,
    '/terms/reserveFromProceedsStroops',
    'PROCEEDS_TOO_SMALL',
    { leastProceedsStroops: String(leastProceeds) },
  )
  problems.require([1, 2].includes(terms.attestations), '/terms/attestations', 'BAD_ATTESTATIONS')
}

function checkKind(terms: PlannedTerms, problems: Problems): void {
  const { kind, rateBps, shareBps } = terms
  if (kind !== 'Equity') {
    problems.require(shareBps === 0, '/terms/shareBps', 'SHARE_WITHOUT_EQUITY')
  } else {
    problems.require(shareBps > 0, '/terms/shareBps', 'EQUITY_WITHOUT_SHARE')
  }
  if (kind !== 'Bond') {
    problems.require(rateBps === 0, '/terms/rateBps', 'INTEREST_WITHOUT_BOND')
    problems.require(terms.principal === 'SinkingFund', '/principal', 'PASS_THROUGH_WITHOUT_BOND')
  }
  if (kind === 'Donation') {
    problems.require(
      terms.capitalizedInterestStroops === 0n,
      '/terms/capitalizedInterestStroops',
      'DONATION_WITH_INTEREST',
    )
  }
}

function checkTimes(terms: PlannedTerms, problems: Problems): void {
  const works = terms.longStop - terms.fundingDeadline
  problems.require(0n < works && works <= 10n * YEAR, '/terms/longStop', 'LONG_STOP_OUT_OF_RANGE')
  problems.require(terms.defaultGraceSeconds <= YEAR, '/terms/defaultGraceSeconds', 'GRACE_TOO_LONG')
  problems.require(
    YEAR <= terms.unclaimedAfterSeconds && terms.unclaimedAfterSeconds <= 30n * YEAR,
    '/terms/unclaimedAfterSeconds',
    'UNCLAIMED_OUT_OF_RANGE',
  )
  problems.require(
    30n * DAY <= terms.upgradeDelaySeconds && terms.upgradeDelaySeconds <= 2n * YEAR,
    '/terms/upgradeDelaySeconds',
    'UPGRADE_DELAY_OUT_OF_RANGE',
  )
  const kind = addressKind(terms.unclaimedTo)
  problems.require(kind === 'account' || kind === 'contract', '/terms/unclaimedTo', 'BAD_ADDRESS', {
    what: 'Who keeps unclaimed money',
  })
}

function checkAgainstSchedule(terms: PlannedTerms, schedule: readonly Period[], problems: Problems): void {
  const [first] = schedule
  if (!first) return
  problems.require(terms.fundingDeadline <= first.record, '/sale/fundingDeadline', 'SALE_AFTER_RECORD', {
    firstRecordAt: formatUtcSeconds(first.record),
  })
  const shortest = schedule.reduce((least, { record, pay }) => (pay - record < least ? pay - record : least), first.pay)
  problems.require(shortest > terms.challengeDelaySeconds, '/terms/challengeDelaySeconds', 'CHALLENGE_TOO_LONG')
  if (terms.kind !== 'Bond') return
  const bound = reserveBoundStroops(terms.capStroops, terms.rateBps, schedule)
  problems.require(
    terms.reserveRequirementStroops <= bound,
    '/terms/reserveRequirementStroops',
    'RESERVE_ABOVE_BOUND',
    { mostReserveStroops: String(bound) },
  )
}
