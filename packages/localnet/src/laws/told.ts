import { xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction } from '../core/types.ts'
import { latin1 } from '../ledger/keys.ts'
import type { LedgerEntryChangeWire, LedgerEntryWire, LedgerKeyWire, Wire } from '../ledger/wire.ts'

/** What the meta of one transaction tells, read once. */
export interface ToldTransaction {
  readonly applied: AppliedTransaction
  readonly envelope: Wire<xdr.Transaction>
  /** Whoever pays offers this at most. */
  readonly offeredStroops: bigint
  /** Before all transactions of the ledger. */
  readonly feeChanges: readonly LedgerEntryChangeWire[]
  readonly changesBefore: readonly LedgerEntryChangeWire[]
  /** One list an operation; none if the transaction failed. */
  readonly operations: readonly (readonly LedgerEntryChangeWire[])[]
  /** After all transactions of the ledger. */
  readonly refundChanges: readonly LedgerEntryChangeWire[]
}

/** For tests: what a node would tell of an applied transaction. @throws {Error} if the meta is of another form */
export function toldOf(applied: AppliedTransaction): ToldTransaction {
  const meta = xdr.TransactionMeta.schema.decode(applied.metaXdr)
  if (meta.v !== 4) throw new Error(`meta of form ${meta.v}`)
  const envelope = xdr.TransactionEnvelope.schema.decode(applied.envelopeXdr)
  if (envelope.type === 0) throw new Error('an envelope of the oldest form was kept')
  const tx = envelope.type === 5 ? envelope.feeBump.tx.innerTx.v1.tx : envelope.v1.tx
  return {
    applied,
    envelope: tx,
    offeredStroops: envelope.type === 5 ? envelope.feeBump.tx.fee : BigInt(tx.fee),
    feeChanges: changesIn(applied.feeChangesXdr),
    changesBefore: meta.v4.txChangesBefore,
    operations: meta.v4.operations.map(({ changes }) => changes),
    refundChanges: [...meta.v4.txChangesAfter, ...changesIn(applied.refundChangesXdr)],
  }
}

/** The changes in XDR of LedgerEntryChanges, for which the SDK has no type: meta of form 0 is a list of lists of changes. */
function changesIn(bytes: Uint8Array): LedgerEntryChangeWire[] {
  const meta = xdr.TransactionMeta.schema.decode(Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), bytes]))
  if (meta.v !== 0) throw new Error('unexpected meta')
  return meta.operations.flatMap(({ changes }) => changes)
}

/** The key of a ledger key, or of an entry, as a map key. */
export const keyText = (key: LedgerKeyWire): string => latin1(xdr.LedgerKey.schema.encode(key))

export const keyTextOf = (entry: LedgerEntryWire): string => keyText(keyOfData(entry.data))

function keyOfData(data: LedgerEntryWire['data']): LedgerKeyWire {
  switch (data.type) {
    case 0:
      return { type: 0, account: { accountId: data.account.accountId } }
    case 1:
      return { type: 1, trustLine: { accountId: data.trustLine.accountId, asset: data.trustLine.asset } }
    case 2:
      return { type: 2, offer: { sellerId: data.offer.sellerId, offerId: data.offer.offerId } }
    case 3:
      return { type: 3, data: { accountId: data.data.accountId, dataName: data.data.dataName } }
    case 4:
      return { type: 4, claimableBalance: { balanceId: data.claimableBalance.balanceId } }
    case 5:
      return { type: 5, liquidityPool: { liquidityPoolId: data.liquidityPool.liquidityPoolId } }
    case 6: {
      const { contract, key, durability } = data.contractData
      return { type: 6, contractData: { contract, key, durability } }
    }
    case 7:
      return { type: 7, contractCode: { hash: data.contractCode.hash } }
    case 8:
      return { type: 8, configSetting: { configSettingId: data.configSetting.configSettingID } }
    case 9:
      return { type: 9, ttl: { keyHash: data.ttl.keyHash } }
  }
}

/** An entry before and after; null where it was not there. */
export interface ToldChange {
  readonly key: string
  readonly before: LedgerEntryWire | null
  readonly after: LedgerEntryWire | null
  /** Whether it was archived before. */
  readonly restored: boolean
}

/** Changes of one list, entry by entry: `state` comes before the change that it belongs to. */
export function pairsOf(changes: readonly LedgerEntryChangeWire[]): ToldChange[] {
  const pairs: ToldChange[] = []
  const states = new Map<string, LedgerEntryWire>()
  for (const change of changes) {
    switch (change.type) {
      case 0:
        pairs.push({ key: keyTextOf(change.created), before: null, after: change.created, restored: false })
        break
      case 1: {
        const key = keyTextOf(change.updated)
        pairs.push({ key, before: states.get(key) ?? null, after: change.updated, restored: false })
        break
      }
      case 2: {
        const key = keyText(change.removed)
        pairs.push({ key, before: states.get(key) ?? null, after: null, restored: false })
        break
      }
      case 3:
        states.set(keyTextOf(change.state), change.state)
        break
      case 4: {
        const key = keyTextOf(change.restored)
        states.set(key, change.restored)
        pairs.push({ key, before: null, after: change.restored, restored: true })
      }
    }
  }
  return pairs
}
