/** The form of a draft: its parts, in their order, and what each field of the body is. Pure data: texts are found by the path. */

/** How a field is typed in, and what it is in the body. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'address'
  /** Units of an asset; stroops in the body. */
  | 'bonds'
  | 'money'
  /** Percent; basis points in the body. */
  | 'percent'
  | 'integer'
  /** Kilowatts; watts in the body. */
  | 'kilowatts'
  /** A day of the calendar. */
  | 'day'
  /** A day of Puerto Rico; the moment at which it begins in the body. */
  | 'moment'
  /** Days; seconds in the body. */
  | 'days'
  | 'choice'
  /** A choice of whole numbers. */
  | 'number'
  | 'yesNo'

export interface FieldSpec {
  /** JSON pointer into the body. */
  readonly path: string
  readonly kind: FieldKind
  readonly options?: readonly string[]
  /** What holds where nothing is typed in, as it would be typed. */
  readonly byDefault?: string
  /** Shown under "more": what few drafts change. */
  readonly rare?: boolean
}

export const FORM_PARTS = ['basics', 'system', 'sale', 'schedule', 'terms', 'roles', 'forecast', 'documents'] as const
export type FormPart = (typeof FORM_PARTS)[number]

export const FORM: Readonly<Record<FormPart, readonly FieldSpec[]>> = {
  basics: [
    { path: '/name', kind: 'line' },
    { path: '/bondCode', kind: 'line' },
    { path: '/homeDomain', kind: 'line' },
    { path: '/kind', kind: 'choice', options: ['Bond', 'Equity', 'Donation'], byDefault: 'Bond' },
    { path: '/principal', kind: 'choice', options: ['SinkingFund', 'PassThrough'], byDefault: 'SinkingFund' },
    { path: '/summary', kind: 'text' },
  ],
  system: [
    { path: '/system/name', kind: 'line' },
    { path: '/system/capacityW', kind: 'kilowatts' },
  ],
  sale: [
    { path: '/sale/capStroops', kind: 'bonds' },
    { path: '/sale/minimumStroops', kind: 'bonds' },
    { path: '/sale/denominationStroops', kind: 'bonds' },
    { path: '/sale/priceBps', kind: 'percent', byDefault: '100' },
    { path: '/sale/minTicketStroops', kind: 'bonds' },
    { path: '/sale/maxTicketStroops', kind: 'bonds' },
    { path: '/sale/fundingDeadline', kind: 'moment' },
  ],
  schedule: [
    { path: '/schedule/issueDate', kind: 'day' },
    { path: '/schedule/maturityYears', kind: 'integer' },
    { path: '/schedule/frequency', kind: 'number', options: ['1', '2', '4', '12'], byDefault: '2' },
    {
      path: '/schedule/dayCount',
      kind: 'choice',
      options: ['30/360-US', '30E/360', 'ACT/365F', 'ACT/ACT-ICMA'],
      byDefault: '30/360-US',
    },
    { path: '/schedule/recordDaysBeforePay', kind: 'integer', byDefault: '15', rare: true },
    { path: '/schedule/endOfMonth', kind: 'yesNo', rare: true },
  ],
  terms: [
    { path: '/terms/rateBps', kind: 'percent' },
    { path: '/terms/shareBps', kind: 'percent' },
    { path: '/terms/operationsBudgetStroops', kind: 'money', byDefault: '0' },
    { path: '/terms/reserveRequirementStroops', kind: 'money', byDefault: '0' },
    { path: '/terms/reserveFromProceedsStroops', kind: 'money', byDefault: '0' },
    { path: '/terms/capitalizedInterestStroops', kind: 'money', byDefault: '0' },
    { path: '/terms/renewalRequirementStroops', kind: 'money', byDefault: '0' },
    { path: '/terms/longStop', kind: 'moment' },
    { path: '/terms/attestations', kind: 'number', options: ['1', '2'], byDefault: '2', rare: true },
    { path: '/terms/defaultGraceSeconds', kind: 'days', byDefault: '30', rare: true },
    { path: '/terms/challengeDelaySeconds', kind: 'days', byDefault: '2', rare: true },
    { path: '/terms/callNoticeSeconds', kind: 'days', byDefault: '30', rare: true },
    { path: '/terms/upgradeDelaySeconds', kind: 'days', byDefault: '30', rare: true },
    { path: '/terms/unclaimedAfterSeconds', kind: 'days', byDefault: '1095', rare: true },
    { path: '/terms/unclaimedTo', kind: 'address', rare: true },
  ],
  roles: [
    { path: '/roles/trustee', kind: 'address' },
    { path: '/roles/compliance', kind: 'address' },
    { path: '/roles/operator', kind: 'address' },
  ],
  forecast: [
    { path: '/forecast/specificYieldKwh', kind: 'integer' },
    { path: '/forecast/tariffStroopsPerKwh', kind: 'money' },
    { path: '/forecast/selfUseBps', kind: 'percent', byDefault: '100' },
    { path: '/forecast/exportTariffStroopsPerKwh', kind: 'money', byDefault: '0' },
    { path: '/forecast/degradationBps', kind: 'percent', byDefault: '0.5' },
    { path: '/forecast/uncertaintyBps', kind: 'percent', byDefault: '8' },
    { path: '/forecast/tariffGrowthBps', kind: 'percent', byDefault: '0' },
  ],
  documents: [],
}

/** Who pays the works: an address, or a tender with these offices. */
export const WORKS_FIELD: FieldSpec = { path: '/roles/works', kind: 'address' }
export const TENDER_FIELDS: readonly FieldSpec[] = [
  { path: '/tender/approver', kind: 'address' },
  { path: '/tender/certifier', kind: 'address' },
  { path: '/tender/arbiter', kind: 'address' },
  { path: '/tender/evaluator', kind: 'address' },
]

/** The part of the form in which a path of the body is typed in. */
export function partOf(path: string): FormPart {
  const [, section = ''] = path.split('/')
  if (section === 'tender') return 'roles'
  if (section === 'documents' || section === 'documentsHash') return 'documents'
  return FORM_PARTS.find((part) => part === section) ?? 'basics'
}

/** The name of the text that labels a path: `/sale/capStroops` is `sale_capStroops`. */
export const labelName = (path: string): string => path.slice(1).replaceAll('/', '_')
