import { xdr } from '@stellar/stellar-sdk/base'
import type { AccountEntry } from '../ledger/entries.ts'
import { addLumens, availableLumens } from '../ledger/funds.ts'
import { addressOf } from '../ledger/keys.ts'
import { bookNewEntry } from '../ledger/sponsorship.ts'
import type { LedgerContext } from '../ledger/txn.ts'
import type { OperationResultWire, Wire } from '../ledger/wire.ts'
import { partyOf } from '../tx/events.ts'
import { COMMON, type OperationHandler } from './context.ts'

const SUCCESS = 0
const MALFORMED = -1
const UNDERFUNDED = -2
const LOW_RESERVE = -3
const ALREADY_EXISTS = -4

const result = (code: Wire<xdr.CreateAccountResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 0, createAccountResult: { code } },
})

/** The sequence number that an account starts with, and that no transaction may carry in that ledger. */
export function startingSequence(context: LedgerContext): bigint {
  return BigInt(context.sequence) << 32n
}

const NO_DOMAIN = new xdr.XdrString('')

/** An account as it is when it comes into being. */
export function newAccount(address: string, balanceStroops: bigint, sequence: bigint): AccountEntry {
  return {
    kind: 'account',
    lastModifiedLedger: 0,
    sponsor: null,
    hasSponsorExtension: false,
    address,
    balanceStroops,
    sequence,
    numSubEntries: 0,
    inflationDestination: null,
    flags: 0,
    homeDomain: NO_DOMAIN,
    thresholds: Uint8Array.of(1, 0, 0, 0),
    signers: [],
    extensionLevel: 0,
    buyingLiabilitiesStroops: 0n,
    sellingLiabilitiesStroops: 0n,
    numSponsored: 0,
    numSponsoring: 0,
    sequenceLedger: 0,
    sequenceTime: 0n,
  }
}

export const createAccount: OperationHandler<0> = {
  threshold: () => 'medium',
  check({ createAccountOp: op }, source) {
    if (op.startingBalance < 0n || addressOf(op.destination.ed25519) === source) return result(MALFORMED)
    return null
  },
  apply(context, { createAccountOp: op }) {
    const { txn } = context
    const destination = addressOf(op.destination.ed25519)
    if (txn.peekAccount(destination) !== null) return result(ALREADY_EXISTS)
    const account = newAccount(destination, op.startingBalance, startingSequence(txn.context))
    const refusal = bookNewEntry(txn, context.sponsorships, account, account)
    if (refusal === 'lowReserve') return result(LOW_RESERVE)
    if (refusal !== null) return COMMON[refusal]
    const source = txn.requireAccount(context.source)
    if (availableLumens(txn.context, source) < op.startingBalance) return result(UNDERFUNDED)
    if (!addLumens(txn.context, source, -op.startingBalance)) throw new Error('lumens could not be taken')
    txn.put(account)
    const from = partyOf(context.sourceMuxed)
    const to = { address: destination, muxedId: null }
    context.events.push(context.eventFactory.transfer('native', from, to, op.startingBalance, context.memo))
    return result(SUCCESS)
  },
}
