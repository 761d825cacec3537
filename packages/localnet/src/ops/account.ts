import type { xdr } from '@stellar/stellar-sdk/base'
import { ACCOUNT_AUTH_IMMUTABLE, type DataEntry } from '../ledger/entries.ts'
import { addLumens } from '../ledger/funds.ts'
import { accountKey, addressOfMuxed, dataKey } from '../ledger/keys.ts'
import { bookNewEntry, releaseEntry, removeSigner } from '../ledger/sponsorship.ts'
import type { OperationResultWire, Wire } from '../ledger/wire.ts'
import { partyOf } from '../tx/events.ts'
import { COMMON, type OperationHandler } from './context.ts'
import { startingSequence } from './create-account.ts'

const bumpResult = (code: Wire<xdr.BumpSequenceResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 11, bumpSeqResult: { code } },
})

/** Raises the sequence number; asking for a lower one does nothing. */
export const bumpSequence: OperationHandler<11> = {
  threshold: () => 'low',
  check: ({ bumpSequenceOp: op }) => (op.bumpTo < 0n ? bumpResult(-1) : null),
  apply({ txn, source }, { bumpSequenceOp: op }) {
    const account = txn.requireAccount(source)
    if (op.bumpTo > account.sequence) {
      account.sequence = op.bumpTo
    }
    // The age of a sequence number counts from here even if the number stays: so the network has it.
    account.sequenceLedger = txn.context.sequence
    account.sequenceTime = txn.context.closeTime
    account.extensionLevel = 3
    return bumpResult(0)
  },
}

const MANAGE_DATA = { success: 0, notSupportedYet: -1, nameNotFound: -2, lowReserve: -3, invalidName: -4 } as const

const dataResult = (code: Wire<xdr.ManageDataResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 10, manageDataResult: { code } },
})

export const manageData: OperationHandler<10> = {
  threshold: () => 'medium',
  check({ manageDataOp: op }) {
    const { bytes } = op.dataName
    const valid = bytes.length >= 1 && bytes.every((byte) => byte >= 0x20 && byte <= 0x7e)
    return valid ? null : dataResult(MANAGE_DATA.invalidName)
  },
  apply(context, { manageDataOp: op }) {
    const { txn, source } = context
    const key = dataKey(source, op.dataName)
    const existing = txn.load(key)
    if (existing !== null && existing.kind !== 'data') throw new Error('not a data entry')
    if (op.dataValue === null) {
      if (existing === null) return dataResult(MANAGE_DATA.nameNotFound)
      releaseEntry(txn, existing, txn.requireAccount(source))
      txn.erase(key)
      return dataResult(MANAGE_DATA.success)
    }
    if (existing !== null) {
      existing.value = op.dataValue
      return dataResult(MANAGE_DATA.success)
    }
    const created: DataEntry = {
      kind: 'data',
      lastModifiedLedger: 0,
      sponsor: null,
      hasSponsorExtension: false,
      address: source,
      name: op.dataName,
      value: op.dataValue,
    }
    const refusal = bookNewEntry(txn, context.sponsorships, created, txn.requireAccount(source))
    if (refusal === 'lowReserve') return dataResult(MANAGE_DATA.lowReserve)
    if (refusal !== null) return COMMON[refusal]
    txn.put(created)
    return dataResult(MANAGE_DATA.success)
  },
}

const MERGE = {
  malformed: -1,
  noAccount: -2,
  immutableSet: -3,
  hasSubentries: -4,
  sequenceTooFar: -5,
  destinationFull: -6,
  isSponsor: -7,
} as const

const mergeRefused = (refusal: keyof typeof MERGE): OperationResultWire => ({
  code: 0,
  tr: { type: 8, accountMergeResult: { code: MERGE[refusal] } },
})

/** Closes an account that owns nothing but lumens and signers, and gives its lumens to another. */
export const accountMerge: OperationHandler<8> = {
  threshold: () => 'high',
  check: (body, source) => (addressOfMuxed(body.destination) === source ? mergeRefused('malformed') : null),
  apply(context, body) {
    const { txn, source, sponsorships } = context
    const destination = txn.loadAccount(addressOfMuxed(body.destination))
    if (destination === null) return mergeRefused('noAccount')
    const account = txn.requireAccount(source)
    if ((account.flags & ACCOUNT_AUTH_IMMUTABLE) !== 0) return mergeRefused('immutableSet')
    if (account.numSubEntries !== account.signers.length) return mergeRefused('hasSubentries')
    // Created again, the account would start below the number it has now, and old transactions would be valid again.
    // That of a transaction still to come in this ledger counts as well (protocol 19 on).
    const starting = startingSequence(txn.context)
    const toCome = txn.context.highestSequences?.get(source) ?? 0n
    if (account.sequence >= starting || toCome >= starting) return mergeRefused('sequenceTooFar')
    const sponsors = [...sponsorships.values()].includes(source)
    if (sponsors || account.numSponsoring > 0) return mergeRefused('isSponsor')
    for (const signer of account.signers) removeSigner(txn, account, signer)
    const balance = account.balanceStroops
    if (!addLumens(txn.context, destination, balance)) return mergeRefused('destinationFull')
    releaseEntry(txn, account, account)
    txn.erase(accountKey(source))
    context.events.push(
      context.eventFactory.transfer(
        'native',
        partyOf(context.sourceMuxed),
        partyOf(body.destination),
        balance,
        context.memo,
      ),
    )
    return { code: 0, tr: { type: 8, accountMergeResult: { code: 0, sourceAccountBalance: balance } } }
  },
}
