import { addressKind } from '@heliobond/chain'
import { buildSchedule, type CivilDate, type Period, utcSeconds } from '@heliobond/domain'
import { DEFAULTS, type DraftBody } from './body.ts'
import { type DraftProblem, Problems } from './problems.ts'
import { type PlannedTerms, readTerms } from './terms.ts'

/** A party of a complete draft. */
export interface PlannedParty {
  readonly name: string
  readonly owner: string
  readonly portionBps: number
  readonly criticalFloorW: bigint
}

/** The offices of a tender contract; with issuer and trustee six different addresses. */
export interface TenderOffices {
  readonly approver: string
  readonly certifier: string
  readonly arbiter: string
  readonly evaluator: string
}

/** A draft that can be launched. */
export interface LaunchPlan {
  readonly name: string
  readonly bondCode: string
  readonly homeDomain: string
  readonly settlementAsset: `${string}:${string}`
  readonly system: { readonly name: string; readonly capacityW: bigint; readonly parties: readonly PlannedParty[] }
  readonly schedule: readonly Period[]
  readonly terms: PlannedTerms
  readonly roles: { readonly trustee: string; readonly compliance: string; readonly operator: string }
  /** Who pays the works: a tender contract with these offices, or one address. */
  readonly works: { readonly tender: TenderOffices } | { readonly address: string }
}

/** What a draft is read against. */
export interface DraftContext {
  readonly issuer: string
  /** The platform's stablecoin; undefined where it names none. */
  readonly settlement: string | undefined
  /** The network's time, Unix seconds. */
  readonly now: bigint
}

/** A draft as it was understood: the plan where nothing is in its way. */
export interface ReadDraft {
  readonly problems: readonly DraftProblem[]
  readonly plan: LaunchPlan | null
  /** The periods, where the schedule alone is complete. */
  readonly schedule: readonly Period[] | null
}

/** Bounds of the contracts. */
const MOST_PERIODS = 120
const MOST_NAME_BYTES = 64

/**
 * Reads a draft: every rule that the contracts check, told in words before anybody signs, and what a launch needs besides. Pure.
 *
 * The contract has the last word; a draft without problems launches unless the network changes meanwhile.
 */
export function readDraft(body: DraftBody, context: DraftContext): ReadDraft {
  const problems = new Problems()
  const name = problems.want('/name', body.name, 'The name of the offering')
  const bondCode = problems.want('/bondCode', body.bondCode, 'The code of the bond')
  const homeDomain = problems.want('/homeDomain', body.homeDomain, "The issuer's domain")
  const settlement = problems.want('/settlementAsset', body.settlementAsset ?? context.settlement, 'The stablecoin')
  const system = readSystem(body, problems)
  const schedule = readSchedule(body, problems)
  const roles = readRoles(body, context.issuer, problems)
  const terms = readTerms(body, { now: context.now, schedule, trustee: roles.trustee }, problems)
  const complete =
    problems.found.length === 0 && name && bondCode && homeDomain && settlement && system && schedule && terms
  return {
    problems: problems.found,
    schedule,
    plan:
      complete && roles.trustee && roles.compliance && roles.operator && roles.works
        ? {
            name,
            bondCode,
            homeDomain,
            settlementAsset: settlement as `${string}:${string}`,
            system,
            schedule,
            terms,
            roles: { trustee: roles.trustee, compliance: roles.compliance, operator: roles.operator },
            works: roles.works,
          }
        : null,
  }
}

function readSystem({ system = {} }: DraftBody, problems: Problems): LaunchPlan['system'] | undefined {
  const name = problems.want('/system/name', system.name, 'The name of the system')
  const capacityW = problems.want('/system/capacityW', system.capacityW, "The system's rated power")
  if (name !== undefined && Buffer.byteLength(name) > MOST_NAME_BYTES) {
    problems.invalid('/system/name', 'SYSTEM_NAME_TOO_LONG', { mostBytes: MOST_NAME_BYTES })
  }
  const parties = system.parties ?? []
  if (parties.length === 0) problems.want('/system/parties', undefined, 'A party that uses the system')
  const portions = parties.reduce((sum, { portionBps }) => sum + portionBps, 0)
  if (parties.length > 0) {
    problems.require(portions === 10_000, '/system/parties', 'PORTIONS_NOT_WHOLE', { portionsBps: portions })
  }
  for (const [index, { owner, portionBps, criticalFloorW = '0' }] of parties.entries()) {
    const path = `/system/parties/${index}`
    problems.require(portionBps > 0, `${path}/portionBps`, 'PORTION_NOT_POSITIVE')
    problems.require(isAddress(owner), `${path}/owner`, 'BAD_ADDRESS', { what: 'The owner' })
    problems.require(
      capacityW === undefined || BigInt(criticalFloorW) <= BigInt(capacityW),
      `${path}/criticalFloorW`,
      'FLOOR_ABOVE_CAPACITY',
    )
  }
  if (name === undefined || capacityW === undefined) return undefined
  return {
    name,
    capacityW: BigInt(capacityW),
    parties: parties.map(({ name: called, owner, portionBps, criticalFloorW = '0' }) => ({
      name: called,
      owner,
      portionBps,
      criticalFloorW: BigInt(criticalFloorW),
    })),
  }
}

function readSchedule({ schedule = {} }: DraftBody, problems: Problems): readonly Period[] | null {
  const issueDate = problems.want('/schedule/issueDate', schedule.issueDate, 'The first day of interest')
  const maturityYears = problems.want('/schedule/maturityYears', schedule.maturityYears, 'The term in years')
  if (issueDate === undefined || maturityYears === undefined) return null
  const date = civilDate(issueDate)
  if (!date) {
    problems.invalid('/schedule/issueDate', 'NO_SUCH_DAY')
    return null
  }
  const built = buildSchedule({
    issueDate: date,
    maturityYears,
    frequency: schedule.frequency ?? DEFAULTS.frequency,
    convention: schedule.dayCount ?? DEFAULTS.dayCount,
    recordDaysBeforePay: schedule.recordDaysBeforePay ?? DEFAULTS.recordDaysBeforePay,
    endOfMonth: schedule.endOfMonth ?? false,
  })
  if (!built.ok) {
    problems.invalid(SCHEDULE_PATHS[built.error.code], built.error.code)
    return null
  }
  if (built.value.length > MOST_PERIODS) {
    problems.invalid('/schedule/maturityYears', 'TOO_MANY_COUPONS', { mostCoupons: MOST_PERIODS })
    return null
  }
  return built.value
}

const SCHEDULE_PATHS = {
  BAD_FREQUENCY: '/schedule/frequency',
  BAD_MATURITY: '/schedule/maturityYears',
  BAD_RECORD_DAYS: '/schedule/recordDaysBeforePay',
} as const

interface Roles {
  readonly trustee: string | undefined
  readonly compliance: string | undefined
  readonly operator: string | undefined
  readonly works: LaunchPlan['works'] | undefined
}

function readRoles({ roles = {}, tender }: DraftBody, issuer: string, problems: Problems): Roles {
  const office = (path: string, value: string | undefined, what: string) => {
    const address = problems.want(path, value, what)
    if (address !== undefined && !isAddress(address)) {
      problems.invalid(path, 'BAD_ADDRESS', { what })
    }
    return address
  }
  const trustee = office('/roles/trustee', roles.trustee, "The holders' trustee")
  const compliance = office('/roles/compliance', roles.compliance, 'The compliance office')
  const operator = office('/roles/operator', roles.operator, 'The operator')
  problems.require(trustee !== issuer, '/roles/trustee', 'TRUSTEE_IS_ISSUER')
  if (!tender) {
    const address = office('/roles/works', roles.works, 'Who pays the works, or a tender that does')
    return { trustee, compliance, operator, works: address === undefined ? undefined : { address } }
  }
  const approver = office('/tender/approver', tender.approver, 'Who approves awards')
  const certifier = office('/tender/certifier', tender.certifier, 'Who certifies milestones')
  const arbiter = office('/tender/arbiter', tender.arbiter, 'Who decides disputes')
  const evaluator = office('/tender/evaluator', tender.evaluator, 'Who scores quality')
  if (!approver || !certifier || !arbiter || !evaluator) return { trustee, compliance, operator, works: undefined }
  const six = [issuer, trustee, approver, certifier, arbiter, evaluator]
  problems.require(new Set(six).size === six.length, '/tender', 'OFFICES_NOT_APART')
  return { trustee, compliance, operator, works: { tender: { approver, certifier, arbiter, evaluator } } }
}

/** Whether a text is the address of an account or a contract. */
export function isAddress(text: string): boolean {
  const kind = addressKind(text)
  return kind === 'account' || kind === 'contract'
}

/** A day of the calendar; undefined for one that it lacks. */
function civilDate(text: string): CivilDate | undefined {
  if (utcSeconds(`${text}T00:00:00Z`) === undefined) return undefined
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { year, month, day }
}
