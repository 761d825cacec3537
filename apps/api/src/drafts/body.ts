import { Type } from '@fastify/type-provider-typebox'
import type { DayCount } from '@heliobond/domain'
import type { Static } from 'typebox'

const stroops = (description: string) =>
  Type.String({ pattern: '^[0-9]{1,19}$', description: `${description} In stroops.` })
const address = (description: string) =>
  Type.String({ pattern: '^[GC][A-Z2-7]{55}$', description: `${description} G... or C...` })
const account = (description: string) => Type.String({ pattern: '^G[A-Z2-7]{55}$', description: `${description} G...` })
const bps = (description: string, maximum = 10_000) =>
  Type.Integer({ minimum: 0, maximum, description: `${description} In basis points.` })
const seconds = (description: string, byDefault: bigint) =>
  Type.Integer({
    minimum: 0,
    maximum: 1_577_880_000,
    description: `${description} In seconds; ${byDefault} when absent.`,
  })
const time = (description: string) =>
  Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
    description: `${description} YYYY-MM-DDTHH:MM:SSZ.`,
  })
const hash = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description: `${description} Hex.` })
const oneOf = <const Values extends readonly string[]>(values: Values, description: string) =>
  Type.Unsafe<Values[number]>({ type: 'string', enum: [...values], description })
const section = <T extends Parameters<typeof Type.Object>[0]>(properties: T) =>
  Type.Optional(Type.Partial(Type.Object(properties), { additionalProperties: false }))

const DAY = 86_400n
/** What holds where a draft says nothing: the delays of the platform. */
export const DEFAULTS = {
  kind: 'Bond',
  principal: 'SinkingFund',
  priceBps: 10_000,
  frequency: 2,
  dayCount: '30/360-US',
  recordDaysBeforePay: 15,
  defaultGraceSeconds: 30n * DAY,
  unclaimedAfterSeconds: 1_095n * DAY,
  upgradeDelaySeconds: 30n * DAY,
  callNoticeSeconds: 30n * DAY,
  challengeDelaySeconds: 2n * DAY,
  attestations: 2,
} as const

export const PARTIES_AT_MOST = 16

const Party = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60, description: 'For people.' }),
    owner: account('Who owns its portion and pays its bills.'),
    portionBps: bps('Its portion of the system; all together 10,000.'),
    criticalFloorW: Type.Optional(
      Type.String({
        pattern: '^[0-9]{1,12}$',
        description: 'Power that is fed to it whatever happens, W; 0 when absent.',
      }),
    ),
    wallet: Type.Optional(account('Its prepaid wallet, if it has one already.')),
  },
  { additionalProperties: false },
)

/**
 * An offering as it is planned. Everything may be missing while it is written; what is missing or contradicts itself is told in words with the
 * draft. What is absent and has a default gets it.
 */
export const DraftBody = Type.Partial(
  Type.Object({
    name: Type.String({ minLength: 1, maxLength: 120, description: 'For investors.' }),
    summary: Type.String({ maxLength: 4_000, description: 'For investors.' }),
    bondCode: Type.String({ pattern: '^[A-Za-z0-9]{1,12}$', description: "The bond asset's code." }),
    homeDomain: Type.String({
      pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$',
      maxLength: 32,
      description: "Of the bond's issuing account: where the issuer publishes its stellar.toml.",
    }),
    kind: oneOf(['Bond', 'Equity', 'Donation'], 'What is sold; Bond when absent.'),
    principal: oneOf(['SinkingFund', 'PassThrough'], 'How principal is repaid; SinkingFund when absent.'),
    settlementAsset: Type.String({
      pattern: '^[A-Za-z0-9]{1,12}:G[A-Z2-7]{55}$',
      description: "The stablecoin, CODE:ISSUER; the platform's when absent.",
    }),
    system: section({
      name: Type.String({ minLength: 1, maxLength: 64, description: 'Of the solar system; at most 64 bytes.' }),
      capacityW: Type.String({ pattern: '^[1-9][0-9]{0,11}$', description: 'Rated power, W.' }),
      parties: Type.Array(Party, { maxItems: PARTIES_AT_MOST, description: 'Who uses and comes to own the system.' }),
    }),
    sale: section({
      capStroops: stroops('Bonds sold at most.'),
      minimumStroops: stroops('Bonds to be sold, or all is refunded.'),
      denominationStroops: stroops('Bonds are sold in multiples of this.'),
      minTicketStroops: stroops('Bonds of one purchase, at least.'),
      maxTicketStroops: stroops('Bonds of one investor, at most.'),
      priceBps: Type.Integer({
        minimum: 1,
        maximum: 20_000,
        description: 'Issue price in basis points of par; 10,000.',
      }),
      fundingDeadline: time('From then on nobody can invest.'),
    }),
    schedule: section({
      issueDate: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'First day of interest: YYYY-MM-DD.' }),
      maturityYears: Type.Integer({ minimum: 1, maximum: 50 }),
      frequency: Type.Integer({
        minimum: 1,
        maximum: 12,
        description: 'Coupons a year: a divisor of 12; 2 when absent.',
      }),
      dayCount: oneOf<readonly DayCount[]>(
        ['30/360-US', '30E/360', 'ACT/365F', 'ACT/ACT-ICMA'],
        'How days are counted for interest; 30/360-US when absent.',
      ),
      recordDaysBeforePay: Type.Integer({ minimum: 1, maximum: 60, description: '15 when absent.' }),
      endOfMonth: Type.Boolean({ description: "Whether an issue date at a month's end pays at months' ends." }),
    }),
    terms: section({
      rateBps: bps('Coupon of par a year.'),
      shareBps: bps("Of equity: holders' share of what operations leave."),
      operationsBudgetStroops: stroops("Operations take this much of a period's revenue first."),
      reserveRequirementStroops: stroops('The debt service reserve when full.'),
      reserveFromProceedsStroops: stroops('What of it the proceeds pay.'),
      capitalizedInterestStroops: stroops('Coupon money that the proceeds pay.'),
      renewalRequirementStroops: stroops('The renewal reserve when full.'),
      longStop: time('From then on works that are not live can be given up.'),
      unclaimedTo: address('Who keeps unclaimed money for its owners; the trustee when absent.'),
      attestations: Type.Integer({ minimum: 1, maximum: 2, description: 'That a coupon needs; 2 when absent.' }),
      defaultGraceSeconds: seconds(
        'For which money may be short before that is a default.',
        DEFAULTS.defaultGraceSeconds,
      ),
      unclaimedAfterSeconds: seconds(
        'After the end until unclaimed money is handed on.',
        DEFAULTS.unclaimedAfterSeconds,
      ),
      upgradeDelaySeconds: seconds('That an upgrade of the contract waits.', DEFAULTS.upgradeDelaySeconds),
      callNoticeSeconds: seconds('Between a call and its date.', DEFAULTS.callNoticeSeconds),
      challengeDelaySeconds: seconds(
        "Between a coupon's proposal and its being final.",
        DEFAULTS.challengeDelaySeconds,
      ),
    }),
    roles: section({
      trustee: address('For the holders.'),
      compliance: address('Keeps the allow-list.'),
      operator: address('Runs the system and draws operations money.'),
      works: address('Pays construction, where no tender does.'),
    }),
    tender: section({
      approver: address('Approves awards.'),
      certifier: address('Certifies milestones.'),
      arbiter: address('Decides disputes.'),
      evaluator: address('Scores quality.'),
    }),
    forecast: section({
      specificYieldKwh: Type.Integer({
        minimum: 1,
        maximum: 3_000,
        description: 'What a kilowatt generates in a first year, kWh; P50.',
      }),
      degradationBps: bps('Lost of it a year; 50 when absent.'),
      uncertaintyBps: bps("One standard deviation of a year's yield, of P50; 800 when absent."),
      selfUseBps: bps('Of the generation: used on site, and billed; all of it when absent.'),
      tariffStroopsPerKwh: stroops('What a kWh used costs.'),
      exportTariffStroopsPerKwh: stroops('What a kWh exported brings.'),
      tariffGrowthBps: Type.Integer({ minimum: -2_000, maximum: 2_000, description: 'What the tariff rises a year.' }),
    }),
    documentsHash: hash('SHA-256 of the official statement: it goes into the contract.'),
    documents: Type.Array(hash('SHA-256 of a document.'), { maxItems: 50, uniqueItems: true }),
  }),
  { additionalProperties: false },
)
export type DraftBody = Static<typeof DraftBody>
