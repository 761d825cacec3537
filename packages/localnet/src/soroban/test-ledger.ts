import { createHash } from 'node:crypto'
import { type Asset, hash, Keypair, xdr } from '@stellar/stellar-sdk/base'
import type { LedgerHeaderInfo, LedgerView, Soroban, SorobanOutcome } from './index.ts'
import type { StoredEntry } from './view.ts'

/** For tests: a ledger in a Map, with the time-to-live rule of the real one. */
export class TestLedger implements LedgerView {
  readonly #entries = new Map<string, StoredEntry>()
  sequence = 1000
  /** Keys in the order written, to see that a failed operation writes nothing. */
  readonly writes: string[] = []

  get header(): LedgerHeaderInfo {
    return {
      protocolVersion: 28,
      sequence: this.sequence,
      closeTime: 1_780_000_000n + BigInt(this.sequence) * 5n,
      networkId: hash(new TextEncoder().encode(PASSPHRASE)),
      baseReserve: 5_000_000,
    }
  }

  get(keyXdr: Uint8Array): StoredEntry | null {
    const found = this.#entries.get(Buffer.from(keyXdr).toString('hex'))
    if (!found) return null
    const expired = found.liveUntilLedger !== null && found.liveUntilLedger < this.sequence
    return expired && isTemporary(keyXdr) ? null : found
  }

  put(keyXdr: Uint8Array, entryXdr: Uint8Array, liveUntilLedger: number | null): void {
    const key = Buffer.from(keyXdr).toString('hex')
    this.writes.push(key)
    this.#entries.set(key, { entryXdr, liveUntilLedger })
  }

  delete(keyXdr: Uint8Array): void {
    const key = Buffer.from(keyXdr).toString('hex')
    this.writes.push(key)
    this.#entries.delete(key)
  }

  /** Stores a classic entry under its own key. */
  seed(key: xdr.LedgerKey, data: xdr.LedgerEntryData): void {
    const entry = new xdr.LedgerEntry({
      lastModifiedLedgerSeq: 1,
      data,
      ext: xdr.LedgerEntryExt.v0(),
    })
    this.put(key.toXdr(), entry.toXdr(), null)
  }
}

export const PASSPHRASE = 'Standalone Network ; February 2017'

function isTemporary(keyXdr: Uint8Array): boolean {
  const key = xdr.LedgerKey.fromXdr(keyXdr)
  return key.type === 'contractData' && key.contractData.durability === xdr.ContractDataDurability.temporary
}

/** A funded account, with its key pair. */
export function account(ledger: TestLedger, name: string): Keypair {
  const keypair = Keypair.fromRawEd25519Seed(createHash('sha256').update(name).digest())
  const accountId = keypair.xdrAccountId()
  ledger.seed(
    xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId })),
    xdr.LedgerEntryData.account(
      new xdr.AccountEntry({
        accountId,
        balance: 10_000_000_000n,
        seqNum: 1n,
        numSubEntries: 0,
        inflationDest: null,
        flags: 0,
        homeDomain: '',
        thresholds: Uint8Array.from([1, 0, 0, 0]),
        signers: [],
        ext: xdr.AccountEntryExt.v0(),
      }),
    ),
  )
  return keypair
}

/** The key of an account's trustline. */
export function trustlineKey(holder: Keypair, asset: Asset): xdr.LedgerKey {
  return xdr.LedgerKey.trustline(
    new xdr.LedgerKeyTrustLine({
      accountId: holder.xdrAccountId(),
      asset: asset.toTrustLineXdrObject(),
    }),
  )
}

/** An authorized trustline that holds `balance`. */
export function trustline(ledger: TestLedger, holder: Keypair, asset: Asset, balance: bigint): void {
  ledger.seed(
    trustlineKey(holder, asset),
    xdr.LedgerEntryData.trustline(
      new xdr.TrustLineEntry({
        accountId: holder.xdrAccountId(),
        asset: asset.toTrustLineXdrObject(),
        balance,
        limit: 2n ** 63n - 1n,
        flags: 1,
        ext: xdr.TrustLineEntryExt.v0(),
      }),
    ),
  )
}

/** A fresh ledger with the default configuration. */
export function testLedger(soroban: Soroban): TestLedger {
  const ledger = new TestLedger()
  for (const { keyXdr, entryXdr } of soroban.defaultConfigEntries()) ledger.put(keyXdr, entryXdr, null)
  return ledger
}

export const PRNG_SEED = new Uint8Array(32).fill(7)
/** A usual size of a signed invocation. */
export const ENVELOPE_BYTES = 800

/** The body of an operation that the SDK built, as an invocation. */
export function invocation(operation: xdr.Operation): xdr.InvokeHostFunctionOp {
  if (operation.body.type !== 'invokeHostFunction') throw new Error('not an invocation')
  return operation.body.invokeHostFunctionOp
}

/** Applies an invocation with resources as given, after the checks that come before. */
export function apply(
  soroban: Soroban,
  ledger: TestLedger,
  op: xdr.InvokeHostFunctionOp,
  source: string,
  sorobanData: xdr.SorobanTransactionData,
): SorobanOutcome {
  const operation = xdr.OperationBody.invokeHostFunction(op)
  const refused = soroban.checkResources({
    view: ledger,
    operation,
    sorobanData,
    envelopeSizeBytes: ENVELOPE_BYTES,
  })
  if (refused) throw new Error(`txSOROBAN_INVALID: ${refused}`)
  const { nonRefundable } = soroban.resourceFee({
    view: ledger,
    resources: sorobanData,
    envelopeSizeBytes: ENVELOPE_BYTES,
  })
  return soroban.applyInvoke({
    view: ledger,
    header: ledger.header,
    op,
    sorobanData,
    source,
    prngSeed: PRNG_SEED,
    envelopeSizeBytes: ENVELOPE_BYTES,
    refundableFeeBudget: sorobanData.resourceFee - nonRefundable,
  })
}

/** Simulates, takes what was recorded and applies it, as a client does. */
export function simulateAndApply(
  soroban: Soroban,
  ledger: TestLedger,
  operation: xdr.Operation,
  source: string,
): SorobanOutcome {
  const simulation = soroban.simulate({
    view: ledger,
    header: ledger.header,
    op: operation.body,
    source,
  })
  if (!simulation.transactionData) throw new Error(simulation.error)
  const op = new xdr.InvokeHostFunctionOp({
    hostFunction: invocation(operation).hostFunction,
    auth: simulation.auth ?? [],
  })
  return apply(soroban, ledger, op, source, simulation.transactionData)
}
