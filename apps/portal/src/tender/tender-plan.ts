/** A tender as an issuer plans it, and what the contract is asked to open. Pure. */
import { apiMoment } from '../data/civil.ts'
import { readField } from '../issuer/field-value.ts'

/** What is typed in. Times are days: bids from now on, everything after from what comes before. */
export interface TypedTender {
  readonly ceiling: string
  readonly deposit: string
  readonly pricing: string
  readonly priceWeight: string
  readonly withdrawDays: string
  readonly commitDays: string
  readonly scoreDays: string
  readonly revealDays: string
  readonly awardDays: string
  readonly acceptDays: string
  readonly objectionDays: string
  readonly arbiterDays: string
  readonly retention: string
  readonly retentionDays: string
  readonly requiredKwh: string
  readonly windowDays: string
  readonly commissionDays: string
}

export interface TypedMilestone {
  readonly id: number
  readonly text: string
  readonly evidence: string
  readonly share: string
  readonly dueDays: string
}

/** What a tender usually is: a start that leaves little to change. */
export const USUAL_TENDER: Omit<TypedTender, 'ceiling'> = {
  deposit: '1000',
  pricing: 'FirstPrice',
  priceWeight: '70',
  withdrawDays: '12',
  commitDays: '14',
  scoreDays: '5',
  revealDays: '5',
  awardDays: '10',
  acceptDays: '5',
  objectionDays: '2',
  arbiterDays: '14',
  retention: '5',
  retentionDays: '180',
  requiredKwh: '500',
  windowDays: '14',
  commissionDays: '180',
}

export type TenderField = keyof TypedTender | 'milestones'

const BPS = 10_000
const DAY_SECONDS = 86_400
const WH_IN_KWH = 1_000

/** Why a tender cannot be opened as it is typed in: the fields that are wrong. */
export function tenderFaults(typed: TypedTender, milestones: readonly TypedMilestone[]): TenderField[] {
  const faults = (Object.keys(typed) as (keyof TypedTender)[]).filter((name) => numberOf(name, typed[name]) === null)
  const days = (name: keyof TypedTender) => numberOf(name, typed[name]) ?? 0
  if (days('withdrawDays') > days('commitDays')) faults.push('withdrawDays')
  if ((numberOf('priceWeight', typed.priceWeight) ?? 0) > BPS) faults.push('priceWeight')
  const shares = milestones.map(({ share }) => numberOf('retention', share))
  const isWhole = shares.every((share) => share !== null) && sum(shares as number[]) === BPS
  const isSaid = milestones.every(
    ({ text, evidence, dueDays }) =>
      text.trim() !== '' && evidence.trim() !== '' && numberOf('awardDays', dueDays) !== null,
  )
  return milestones.length > 0 && isWhole && isSaid ? faults : [...faults, 'milestones']
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Days, basis points, or 0 for what is no number; null for what cannot be read. */
function numberOf(name: keyof TypedTender, text: string): number | null {
  switch (name) {
    case 'pricing':
      return 0
    case 'ceiling':
    case 'deposit': {
      const money = readField('money', text)
      return money.ok && money.value !== undefined ? 0 : null
    }
    case 'priceWeight':
    case 'retention': {
      const percent = readField('percent', text)
      return percent.ok && typeof percent.value === 'number' && percent.value >= 0 ? percent.value : null
    }
    default: {
      const whole = readField('integer', text)
      return whole.ok && typeof whole.value === 'number' ? whole.value : null
    }
  }
}

/** Hashes of the texts, as documents are named on the chain. */
export interface TenderHashes {
  readonly documents: string
  readonly milestones: readonly { readonly text: string; readonly evidence: string }[]
}

/** The parameters of the action `tender-open`. Call it with what has no faults. */
export function tenderParams(
  typed: TypedTender,
  milestones: readonly TypedMilestone[],
  p: { readonly offering: number; readonly now: Date; readonly forfeitsTo: string; readonly hashes: TenderHashes },
) {
  const number = (name: keyof TypedTender) => numberOf(name, typed[name]) ?? 0
  const seconds = (name: keyof TypedTender) => number(name) * DAY_SECONDS
  const money = (text: string) => {
    const read = readField('money', text)
    return read.ok ? String(read.value ?? '0') : '0'
  }
  const after = (...names: (keyof TypedTender)[]) =>
    apiMoment(new Date(p.now.getTime() + sum(names.map(seconds)) * 1_000))
  return {
    offering: p.offering,
    ceilingStroops: money(typed.ceiling),
    bondStroops: money(typed.deposit),
    pricing: typed.pricing,
    priceWeightBps: number('priceWeight'),
    qualityWeightBps: BPS - number('priceWeight'),
    withdrawBy: after('withdrawDays'),
    commitBy: after('commitDays'),
    scoreBy: after('commitDays', 'scoreDays'),
    revealBy: after('commitDays', 'scoreDays', 'revealDays'),
    awardSeconds: seconds('awardDays'),
    acceptSeconds: seconds('acceptDays'),
    objectionSeconds: seconds('objectionDays'),
    arbiterSeconds: seconds('arbiterDays'),
    milestones: milestones.map(({ share, dueDays }, index) => ({
      description: p.hashes.milestones[index]?.text ?? '',
      requiredEvidence: p.hashes.milestones[index]?.evidence ?? '',
      shareBps: numberOf('retention', share) ?? 0,
      dueSeconds: (numberOf('awardDays', dueDays) ?? 0) * DAY_SECONDS,
    })),
    retentionBps: number('retention'),
    retentionSeconds: seconds('retentionDays'),
    requiredWh: String(number('requiredKwh') * WH_IN_KWH),
    windowSeconds: seconds('windowDays'),
    commissionSeconds: seconds('commissionDays'),
    forfeitsTo: p.forfeitsTo,
    documentsHash: p.hashes.documents,
  }
}
