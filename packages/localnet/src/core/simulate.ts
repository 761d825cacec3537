import type { xdr } from '@stellar/stellar-sdk/base'
import { addressOfMuxed } from '../ledger/keys.ts'
import type { LedgerTxn } from '../ledger/txn.ts'
import { contractView } from '../ledger/view.ts'
import type { SimulationOutcome, Soroban, StateChange } from '../soroban/index.ts'
import { headerInfo } from '../tx/soroban.ts'
import type { SimulateOptions } from './types.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

interface SimulationRequest extends SimulateOptions {
  readonly envelope: xdr.TransactionEnvelope
  readonly latestLedger: number
}

/** What the RPC's `simulateTransaction` answers. `txn` stands for the ledger after the latest one. */
export function simulateEnvelope(
  soroban: Soroban,
  txn: LedgerTxn,
  request: SimulationRequest,
): Record<string, unknown> {
  const { envelope, latestLedger } = request
  const tx =
    envelope.type === 'envelopeTypeTxFeeBump'
      ? envelope.feeBump.tx.innerTx.v1.tx
      : envelope.type === 'envelopeTypeTx'
        ? envelope.v1.tx
        : null
  const [operation] = tx?.operations ?? []
  if (tx === null || operation === undefined || tx.operations.length !== 1) {
    return { error: 'Transaction contains more than one operation', latestLedger }
  }
  const sorobanData = tx.ext.type === 'sorobanData' ? tx.ext.sorobanData : undefined
  const outcome = soroban.simulate({
    view: contractView(txn),
    header: headerInfo(txn),
    op: operation.body,
    useUpgradedAuth: request.useUpgradedAuth === true,
    source: addressOfMuxed((operation.sourceAccount ?? tx.sourceAccount).toXdrObject()),
    ...(sorobanData !== undefined && { sorobanData }),
    ...(request.authMode !== undefined && { authMode: request.authMode }),
    ...(request.instructionLeeway !== undefined && { instructionLeeway: request.instructionLeeway }),
  })
  return answer(outcome, latestLedger)
}

const describeChange = ({ type, key, before, after }: StateChange) => ({
  type,
  key: base64(key),
  before: before === null ? null : base64(before),
  after: after === null ? null : base64(after),
})

/** Lists that are empty are left out, as the network's RPC leaves them out. */
function answer(outcome: SimulationOutcome, latestLedger: number): Record<string, unknown> {
  const events = outcome.eventsXdr.length === 0 ? {} : { events: outcome.eventsXdr.map(base64) }
  const { restorePreamble, transactionDataXdr, returnValueXdr, minResourceFee } = outcome
  if (outcome.error !== undefined) return { error: outcome.error, ...events, latestLedger }
  return {
    ...(transactionDataXdr !== undefined && { transactionData: base64(transactionDataXdr) }),
    ...(minResourceFee !== undefined && { minResourceFee: String(minResourceFee) }),
    ...events,
    ...(returnValueXdr !== undefined && {
      results: [{ auth: (outcome.authXdr ?? []).map(base64), xdr: base64(returnValueXdr) }],
    }),
    ...(restorePreamble !== undefined && {
      restorePreamble: {
        transactionData: restorePreamble.transactionData.toXdr('base64'),
        minResourceFee: String(restorePreamble.minResourceFee),
      },
    }),
    ...(outcome.stateChanges.length > 0 && { stateChanges: outcome.stateChanges.map(describeChange) }),
    latestLedger,
  }
}
