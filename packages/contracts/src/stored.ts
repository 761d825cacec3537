import type { ContractName } from './wasm.ts'

/** How long an entry lives (`common::ttl`): it is extended when it has fewer ledgers than `thresholdLedgers` left, to `extendToLedgers`. */
export interface TtlClass {
  readonly thresholdLedgers: number
  readonly extendToLedgers: number
}

/** Ledgers in a day at five seconds each. */
const DAY_LEDGERS = 17_280

/** A contract's instance and code; what running business rewrites; what is written once and read for years. */
export const ttlClasses = {
  INSTANCE: { thresholdLedgers: 60 * DAY_LEDGERS, extendToLedgers: 90 * DAY_LEDGERS },
  STATE: { thresholdLedgers: 90 * DAY_LEDGERS, extendToLedgers: 120 * DAY_LEDGERS },
  RECORD: { thresholdLedgers: 120 * DAY_LEDGERS, extendToLedgers: 170 * DAY_LEDGERS },
} as const satisfies Record<string, TtlClass>

/**
 * Every kind of persistent entry that a contract writes besides its instance, by the name with which its key begins: the
 * key is a vector of that symbol and the fields that follow here, in their order. None of them is temporary.
 *
 * It is what a keeper extends. The contracts' bench holds it to the entries that a whole town of contracts writes.
 */
export const storedEntries = {
  registry: {
    System: ['RECORD', 'system'],
    Parties: ['STATE', 'system'],
    Meter: ['RECORD', 'meter'],
    Holder: ['RECORD', 'public key'],
  },
  tariff: {
    Assets: ['RECORD'],
    History: ['STATE', 'asset'],
    Waiting: ['STATE', 'asset'],
    Components: ['RECORD', 'asset', 'effective at'],
  },
  energy: {
    BillCount: ['STATE'],
    System: ['STATE', 'system'],
    Party: ['STATE', 'system', 'party'],
    Proposals: ['STATE', 'system'],
    Provisional: ['STATE', 'system'],
    Clock: ['STATE', 'system'],
    Meters: ['STATE', 'system'],
    RevokedMeters: ['STATE', 'system'],
  },
  offering: {
    Terms: ['RECORD'],
    Schedule: ['RECORD'],
    Collections: ['RECORD'],
    Buckets: ['STATE'],
    Book: ['STATE'],
    Accounts: ['STATE'],
    Loans: ['STATE', 'borrower'],
    Allowed: ['RECORD', 'who'],
    Deposit: ['RECORD', 'investor'],
    Coupon: ['RECORD', 'number'],
    Counted: ['RECORD', 'period'],
    Whole: ['RECORD', 'coupon', 'chunk of 1,024 leaves'],
    Part: ['RECORD', 'coupon', 'leaf'],
  },
  tender: {
    Tender: ['STATE', 'tender'],
    Bids: ['STATE', 'tender'],
    Milestones: ['STATE', 'tender'],
    Terms: ['RECORD', 'tender'],
  },
  certificate: {
    Retirements: ['STATE'],
    Account: ['STATE', 'system'],
    Policy: ['STATE', 'system'],
    Announced: ['STATE', 'system'],
    Totals: ['STATE', 'system', 'kind'],
    Due: ['RECORD', 'system', 'kind', 'holder'],
    Pot: ['RECORD', 'system', 'kind', 'root'],
    Got: ['RECORD', 'system', 'kind', 'root', 'index'],
    Asset: ['RECORD', 'asset'],
  },
} as const satisfies Record<ContractName, Record<string, readonly [ttl: keyof typeof ttlClasses, ...fields: string[]]>>
