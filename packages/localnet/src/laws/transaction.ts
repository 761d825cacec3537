import { createHash } from 'node:crypto'
import { xdr } from '@stellar/stellar-sdk/base'
import { latin1 } from '../ledger/keys.ts'
import type { LedgerEntryWire, Wire } from '../ledger/wire.ts'
import { keyText, pairsOf, type ToldChange, type ToldTransaction } from './told.ts'

const CLAWBACK = 19
const SOROBAN_OPERATIONS = new Set([24, 25, 26])
const [AUTHORIZED, MAINTAINS] = [1, 2]

/**
 * For tests: the laws that one transaction must keep, from what its meta tells:
 *
 * - no operation leaves an account below its reserve and its liabilities that was not, or further below than it was;
 * - no liability grows on a line that may only keep those it has, and no balance moves on a frozen one but by clawback;
 * - a contract transaction changes nothing outside of its footprint, and of what it only reads nothing but times to live;
 *   no other transaction touches contract entries;
 * - sequence numbers never fall; new accounts begin with the ledger's;
 * - what was written says in which ledger; a failed transaction wrote nothing;
 * - no trade, deposit or withdrawal leaves a share of a pool worth less (CAP-38);
 * - nobody pays more than was offered.
 *
 * @returns what is broken, in words; empty if nothing is
 */
export function brokenBy(told: ToldTransaction, baseReserveStroops: bigint): string[] {
  const { applied, envelope, operations, offeredStroops } = told
  const broken: string[] = []
  if (!applied.successful && operations.length > 0) broken.push('a failed transaction changed the ledger')
  if (applied.feeChargedStroops > offeredStroops) broken.push('the fee is more than was offered')
  const types = envelope.operations.map(({ body }) => body.type)
  for (const [at, changes] of operations.entries()) {
    const pairs = pairsOf(changes)
    for (const pair of pairs) {
      const what = [
        ...brokenReserve(pair, baseReserveStroops),
        ...brokenLine(pair, types[at] ?? -1),
        ...brokenSequence(pair, applied.ledger),
        ...brokenDate(pair, applied.ledger),
        ...brokenPool(pair),
      ]
      for (const each of what) broken.push(`operation ${at}: ${each}`)
    }
    broken.push(...brokenFootprint(envelope, types[at] ?? -1, pairs))
  }
  return broken
}

interface Reserve {
  readonly availableStroops: bigint
}

function reserveOf(entry: LedgerEntryWire | null, baseReserveStroops: bigint): Reserve | null {
  if (entry?.data.type !== 0) return null
  const { balance, numSubEntries, ext } = entry.data.account
  const v1 = ext.v === 1 ? ext.v1 : null
  const v2 = v1?.ext.v === 2 ? v1.ext.v2 : null
  const units = 2 + numSubEntries + (v2?.numSponsoring ?? 0) - (v2?.numSponsored ?? 0)
  return { availableStroops: balance - BigInt(units) * baseReserveStroops - (v1?.liabilities.selling ?? 0n) }
}

/** An account may be below its reserve, since fees are taken from the reserve too; an operation may not bring it there. */
function brokenReserve({ before, after }: ToldChange, baseReserveStroops: bigint): string[] {
  const now = reserveOf(after, baseReserveStroops)
  if (now === null || now.availableStroops >= 0n) return []
  const then = reserveOf(before, baseReserveStroops)
  if (then !== null && now.availableStroops >= then.availableStroops) return []
  return [`an account is ${now.availableStroops} below its reserve, was ${then?.availableStroops ?? 'not there'}`]
}

function lineOf(entry: LedgerEntryWire | null): Wire<xdr.TrustLineEntry> | null {
  return entry?.data.type === 1 ? entry.data.trustLine : null
}

function brokenLine({ before, after }: ToldChange, operation: number): string[] {
  const line = lineOf(after)
  // Shares of a pool need nobody's authorization.
  if (line === null || line.asset.type === 3 || (line.flags & AUTHORIZED) !== 0) return []
  const earlier = lineOf(before)
  const liabilities = (of: Wire<xdr.TrustLineEntry> | null) => (of?.ext.v === 1 ? of.ext.v1.liabilities : null)
  const [now, then] = [liabilities(line), liabilities(earlier)]
  const broken: string[] = []
  if ((now?.buying ?? 0n) > (then?.buying ?? 0n) || (now?.selling ?? 0n) > (then?.selling ?? 0n)) {
    broken.push('liabilities grew on a line that is not authorized')
  }
  const frozen = (line.flags & MAINTAINS) === 0 && earlier !== null && (earlier.flags & (AUTHORIZED | MAINTAINS)) === 0
  const mayMove = operation === CLAWBACK || operation === 24
  if (frozen && earlier.balance !== line.balance && !(mayMove && line.balance < earlier.balance)) {
    broken.push('the balance of a frozen line moved')
  }
  return broken
}

function brokenSequence({ before, after }: ToldChange, ledger: number): string[] {
  if (after?.data.type !== 0) return []
  const { seqNum } = after.data.account
  if (before === null) return seqNum === BigInt(ledger) << 32n ? [] : [`a new account begins at ${seqNum}`]
  if (before.data.type === 0 && before.data.account.seqNum > seqNum) return ['a sequence number fell']
  return []
}

function poolOf(entry: LedgerEntryWire | null) {
  return entry?.data.type === 5 ? entry.data.liquidityPool.body.constantProduct : null
}

/** Worth is the root of the product of both reserves; squared and multiplied out, nothing is rounded. */
function brokenPool({ before, after }: ToldChange): string[] {
  const [then, now] = [poolOf(before), poolOf(after)]
  if (then === null || now === null || then.totalPoolShares === 0n || now.totalPoolShares === 0n) return []
  const worthThen = then.reserveA * then.reserveB * now.totalPoolShares ** 2n
  const worthNow = now.reserveA * now.reserveB * then.totalPoolShares ** 2n
  return worthNow >= worthThen ? [] : ['a share of a pool lost of its worth']
}

/** An entry that is merely restored keeps its date; a longer time to live is a change of another entry. */
function brokenDate({ after, restored }: ToldChange, ledger: number): string[] {
  if (after === null || restored || after.lastModifiedLedgerSeq === ledger) return []
  return [`an entry changed in ledger ${ledger} says ${after.lastModifiedLedgerSeq}`]
}

const isContractEntry = (key: string): boolean => key.charCodeAt(3) >= 6

const ttlKeyText = (key: string): string =>
  keyText({ type: 9, ttl: { keyHash: createHash('sha256').update(Buffer.from(key, 'latin1')).digest() } })

function brokenFootprint(envelope: Wire<xdr.Transaction>, operation: number, pairs: readonly ToldChange[]): string[] {
  if (!SOROBAN_OPERATIONS.has(operation)) {
    return pairs.some(({ key }) => isContractEntry(key)) ? ['an operation that calls no contract changed one'] : []
  }
  if (envelope.ext.v !== 1) return ['a contract transaction without a footprint was applied']
  const { footprint } = envelope.ext.sorobanData.resources
  const textOf = (key: Wire<xdr.LedgerKey>): string => latin1(xdr.LedgerKey.schema.encode(key))
  const readWrite = footprint.readWrite.map(textOf)
  const mayChange = new Set([
    ...readWrite,
    ...[...readWrite, ...footprint.readOnly.map(textOf)].filter(isContractEntry).map(ttlKeyText),
  ])
  const strange = pairs.filter(({ key }) => !mayChange.has(key))
  return strange.map(
    ({ key }) => `an entry outside of the footprint changed: ${Buffer.from(key, 'latin1').toString('hex')}`,
  )
}
