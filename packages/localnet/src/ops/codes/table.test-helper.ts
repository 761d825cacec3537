import { Asset, hash, type Keypair, Operation, xdr } from '@stellar/stellar-sdk/base'
import { beforeAll, describe, expect, test } from 'vitest'
import { codesOf, type Fate, TestNetwork } from '../../core/testing.ts'
import type { OperationWire, TransactionWire } from '../../ledger/wire.ts'
import type { BodyOf, OperationType } from '../context.ts'

/** For tests: one way to a result code. */
export interface Way {
  /** The rule of the network that the way shows, with the file of stellar-core that has it where it is no plain one. */
  readonly rule: string
  /** Refused as it is sent, whatever the ledger holds: it takes no fee and is in no ledger. */
  readonly whenSent?: true
  readonly reach: (scene: Scene) => Fate
}

/** For tests: all result codes of an operation. */
export interface CodeTable {
  readonly ways: { readonly [code: string]: Way | readonly Way[] }
  /** Codes that the network of today never gives, and why. */
  readonly unreachable?: { readonly [code: string]: string }
}

/** The codes of an enumeration of the protocol, as its JSON form names them. */
function codesIn(enumeration: object): string[] {
  return Object.values(enumeration).flatMap((member: unknown) => {
    const named = member as { toJson?: () => unknown } | null
    const name = typeof named?.toJson === 'function' ? named.toJson() : undefined
    return typeof name === 'string' ? [name] : []
  })
}

/** The first code that is no success: of an operation, else of the whole transaction. */
export function verdict({ code, operations }: Fate): string {
  const refused = operations.find((operation) => operation !== 'success')
  if (refused !== undefined) return refused
  return code === 'tx_success' ? 'success' : code
}

/**
 * For tests: holds that every code of `enumeration` is reached in the way told, or is told why it cannot be; and that
 * a transaction that was refused at once left no trace, while one that failed was paid for.
 */
export function describeCodes(name: string, enumeration: object, { ways, unreachable = {} }: CodeTable): void {
  describe(name, () => {
    let net: TestNetwork
    beforeAll(async () => {
      net = await TestNetwork.start()
    })

    test('has every result code of the protocol in this table', () => {
      expect(codesIn(enumeration).length).toBeGreaterThan(1)
      expect([...Object.keys(ways), ...Object.keys(unreachable)].sort()).toEqual(codesIn(enumeration).sort())
    })

    const cases = Object.entries(ways).flatMap(([code, given]) =>
      [given].flat().map((way) => [code, way.rule, way] as const),
    )
    test.each(cases)('%s: %s', (code, _, { reach, whenSent }) => {
      const fate = reach(sceneOn(net))
      expect(verdict(fate)).toBe(code)
      expect(fate.sent.status).toBe(whenSent === true ? 'ERROR' : 'PENDING')
      expect(fate.applied?.successful).toBe(whenSent === true ? undefined : code === 'success')
    })
  })
}

/** For tests: new accounts to do things with. Alice and Bob have 10,000 lumens and 1000 of the issuer's asset each. */
export interface Scene {
  readonly net: TestNetwork
  readonly issuer: Keypair
  readonly usd: Asset
  readonly alice: Keypair
  readonly bob: Keypair
}

export function sceneOn(net: TestNetwork): Scene {
  const issuer = net.fund()
  const usd = new Asset('USD', issuer.publicKey())
  const alice = net.holder([[usd, '1000']], [issuer])
  const bob = net.holder([[usd, '1000']], [issuer])
  return { net, issuer, usd, alice, bob }
}

/** The issuer takes a holder's authorization away, or leaves it what keeps liabilities. */
export function freeze({ net, issuer, usd }: Scene, holder: Keypair, keepLiabilities = false): void {
  const flags = { authorized: false, authorizedToMaintainLiabilities: keepLiabilities }
  net.must(issuer, [
    Operation.setOptions({ setFlags: 2 }),
    Operation.setTrustLineFlags({ trustor: holder.publicKey(), asset: usd, flags }),
  ])
}

/** Stroops as the amounts of operations are written. */
export function lumens(stroops: bigint): string {
  return `${stroops / 10_000_000n}.${String(stroops % 10_000_000n).padStart(7, '0')}`
}

/** The base reserve of the public network: half a lumen. */
export const BASE_RESERVE_STROOPS = 5_000_000n

/** Leaves an account `spareStroops` above the reserve it has to keep, after the fee of one more operation. */
export function drain({ net }: Scene, account: Keypair, spareStroops: bigint): void {
  const { balanceStroops, numSubEntries, numSponsoring, numSponsored } = net.account(account.publicKey())
  const units = BigInt(2 + numSubEntries + numSponsoring - numSponsored)
  const amount = lumens(balanceStroops - units * BASE_RESERVE_STROOPS - spareStroops - 200n)
  net.must(account, [Operation.payment({ destination: net.root.publicKey(), asset: Asset.native(), amount })])
}

/** An operation that the builders of the SDK would not make: its body changed on the wire. */
export function altered<T extends OperationType>(
  operation: xdr.Operation,
  type: T,
  change: (body: BodyOf<T>) => BodyOf<T>,
): xdr.Operation {
  const wire = operation.toXdrObject()
  if (wire.body.type !== type) throw new Error('operation of another type')
  return xdr.Operation.fromXdrObject({ ...wire, body: change(wire.body as BodyOf<T>) })
}

/** Signs a transaction given as it is on the wire, for what the SDK would not build, and sends it. */
export function submitWire(net: TestNetwork, source: Keypair, change: (tx: TransactionWire) => TransactionWire): Fate {
  const placeholder = Operation.bumpSequence({ bumpTo: '0' })
  const wire = net.build(source, [placeholder]).toEnvelope().toXdrObject()
  if (wire.type !== 2) throw new Error('unexpected envelope')
  const tx = change(wire.v1.tx)
  const envelopeType = Uint8Array.of(0, 0, 0, 2)
  const signed = hash(Buffer.concat([net.core.networkId, envelopeType, xdr.Transaction.schema.encode(tx)]))
  const signatures = [source.signDecorated(signed).toXdrObject()]
  const sent = net.core.send(xdr.TransactionEnvelope.fromXdrObject({ type: 2, v1: { tx, signatures } }))
  const applied = sent.status === 'PENDING' ? net.core.transaction(sent.hash) : undefined
  const resultXdr = sent.errorResultXdr ?? applied?.resultXdr
  if (resultXdr === undefined) throw new Error('neither refused nor applied')
  return { ...codesOf(resultXdr), applied, sent }
}

/** The same of one operation that the SDK would not take. */
export function submitOperation(net: TestNetwork, source: Keypair, body: OperationWire['body']): Fate {
  return submitWire(net, source, (tx) => ({ ...tx, operations: [{ sourceAccount: null, body }] }))
}
