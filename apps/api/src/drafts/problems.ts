import { type Filling, fill, type Place } from '../sentence.ts'

/**
 * What the contracts and a launch ask of a draft: each rule with the sentence for who breaks it. The names are stable, part of the public
 * interface: never renamed, never reused.
 */
export const DRAFT_RULES = {
  MISSING: '{what} is missing.',
  BAD_ADDRESS: '{what} is no address: its checksum does not fit.',
  NO_SUCH_DAY: 'The calendar has no such day.',
  NO_SUCH_TIME: 'The calendar has no such time.',
  MORE_THAN_AN_ASSET_HOLDS: 'This is more than an asset can hold.',

  SYSTEM_NAME_TOO_LONG: 'The name of the system takes more than {mostBytes} bytes.',
  PORTIONS_NOT_WHOLE: 'The portions of the parties add up to {portionsBps} basis points, not to 10,000.',
  PORTION_NOT_POSITIVE: 'A party has a portion above 0.',
  FLOOR_ABOVE_CAPACITY: "What is fed to a party whatever happens is at most the system's rated power.",

  BAD_FREQUENCY: 'Coupons a year are 1, 2, 3, 4, 6 or 12.',
  BAD_MATURITY: 'The term is a whole number of years, at least 1.',
  BAD_RECORD_DAYS: 'A record date lies within its period, before the pay date.',
  TOO_MANY_COUPONS: 'A schedule has at most {mostCoupons} coupons: fewer a year, or fewer years.',

  TRUSTEE_IS_ISSUER: 'The trustee is somebody else than the issuer.',
  OFFICES_NOT_APART: 'Issuer, trustee, approver, certifier, arbiter and evaluator are six different addresses.',

  CAP_NOT_POSITIVE: 'Something is sold: more than 0.',
  DENOMINATION_NOT_POSITIVE: 'The denomination is above 0.',
  CAP_NOT_A_MULTIPLE: 'What is sold at most is a multiple of the denomination.',
  MINIMUM_OUT_OF_RANGE: 'What must be sold is above 0 and at most what is sold.',
  TICKET_OUT_OF_RANGE: 'The smallest purchase is above 0 and at most what one investor may buy.',
  TICKET_BELOW_DENOMINATION: 'One investor may buy one denomination at least.',
  SALE_IS_OVER: 'The sale ends after now ({now} on the network).',
  SALE_AFTER_RECORD: 'The sale ends before the first record date, {firstRecordAt}.',

  RESERVE_PAID_TWICE: 'The proceeds pay at most the whole reserve.',
  PROCEEDS_TOO_SMALL:
    'The smallest sale brings {leastProceedsStroops} stroops: what of the reserve and of the interest the proceeds pay fits in it.',
  RESERVE_ABOVE_BOUND:
    'A debt service reserve of this bond is at most {mostReserveStroops} stroops: the least of 10 % of the principal, the greatest debt service of a year, and 125 % of an average one.',
  BAD_ATTESTATIONS: 'A coupon needs one or two attestations: of the issuer and the trustee.',

  SHARE_WITHOUT_EQUITY: 'Only equity has a share of what operations leave.',
  EQUITY_WITHOUT_SHARE: 'Equity has a share of what operations leave, above 0.',
  INTEREST_WITHOUT_BOND: 'Only a bond bears interest.',
  PASS_THROUGH_WITHOUT_BOND: 'Only a bond passes principal through.',
  DONATION_WITH_INTEREST: 'A donation has no interest to pay.',

  LONG_STOP_OUT_OF_RANGE: 'The long-stop date of the works lies after the end of the sale, ten years at most.',
  GRACE_TOO_LONG: 'Money may be short for a year at most before that is a default.',
  UNCLAIMED_OUT_OF_RANGE: 'Unclaimed money waits for its owner for 1 to 30 years.',
  UPGRADE_DELAY_OUT_OF_RANGE: 'An upgrade waits for 30 days to two years.',
  CHALLENGE_TOO_LONG:
    'A coupon can be final before it is due: the time to challenge it is shorter than from record to payment.',
} as const satisfies Record<string, string>

export type DraftRule = keyof typeof DRAFT_RULES
export const DRAFT_RULE_NAMES = Object.keys(DRAFT_RULES) as readonly DraftRule[]

/** Something in a draft that the contract would refuse, or that a launch needs. */
export interface DraftProblem {
  /** JSON pointer into the body. */
  readonly path: string
  /** missing: to be filled in; invalid: contradicts itself or the contract's bounds. */
  readonly code: 'missing' | 'invalid'
  /** The rule that is broken. */
  readonly rule: DraftRule
  /** What the message names, by name. */
  readonly params: Readonly<Record<string, Place>>
  /** For people: what is wrong and what would be right. */
  readonly message: string
}

/** Gathers the problems of a draft. */
export class Problems {
  readonly found: DraftProblem[] = []

  /** The value, or undefined and a problem that it is missing. */
  want<T>(path: string, value: T | undefined, what: string): T | undefined {
    if (value === undefined || value === '') {
      this.#add('missing', path, 'MISSING', { what })
      return undefined
    }
    return value
  }

  /** A problem of what is there. */
  invalid<Rule extends DraftRule>(
    path: string,
    rule: Rule,
    ...[params = {}]: Filling<(typeof DRAFT_RULES)[Rule]>
  ): void {
    this.#add('invalid', path, rule, params)
  }

  /** A problem unless it holds. */
  require<Rule extends DraftRule>(
    holds: boolean,
    path: string,
    rule: Rule,
    ...params: Filling<(typeof DRAFT_RULES)[Rule]>
  ): void {
    if (!holds) this.invalid(path, rule, ...params)
  }

  #add(code: DraftProblem['code'], path: string, rule: DraftRule, params: Readonly<Record<string, Place>>): void {
    this.found.push({ path, code, rule, params, message: fill(DRAFT_RULES[rule], params) })
  }
}
