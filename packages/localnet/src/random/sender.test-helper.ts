import {
  Account,
  type FeeBumpTransaction,
  type Keypair,
  Memo,
  MuxedAccount,
  type Transaction,
  TransactionBuilder,
  type xdr,
} from '@stellar/stellar-sdk/base'
import { codesOf } from '../core/testing.ts'
import type { SendOutcome } from '../core/types.ts'
import type { Draft } from './drafts.test-helper.ts'
import type { Outcomes } from './outcomes.test-helper.ts'
import { signEnvelope } from './signing.test-helper.ts'
import type { Part, World } from './world.test-helper.ts'

/** A transaction to be, before its envelope is made. */
interface Plan {
  readonly source: Keypair
  readonly operations: readonly xdr.Operation[]
  readonly signers: readonly Keypair[]
  readonly kinds: readonly string[]
  readonly data?: xdr.SorobanTransactionData
  readonly done?: () => void
}

interface Waiting {
  readonly plan: Plan
  readonly sent: SendOutcome
}

/** What became of a transaction that is in no ledger and was not refused: it waited, and became invalid meanwhile. */
const unappliedCode = ({ status }: SendOutcome): string =>
  status === 'PENDING' ? 'tx_dropped' : `tx_${status.toLowerCase()}`

/** For tests: puts operations into envelopes, most of them as they should be, sends them and closes ledgers. */
export class Sender {
  readonly #world: World
  readonly #outcomes: Outcomes
  readonly #waiting: Waiting[] = []

  constructor(world: World, outcomes: Outcomes) {
    this.#world = world
    this.#outcomes = outcomes
  }

  sendParts(parts: readonly Part[]): void {
    const { dice } = this.#world
    const operations = parts.flatMap((part) => part.operations)
    const [first] = parts[0]?.signers ?? []
    if (first === undefined) throw new Error('nobody signs')
    // Sometimes another account lends its sequence number and pays.
    const source = dice.once(6) ? this.#world.person() : first
    const signers = [source, ...parts.flatMap((part) => part.signers)]
    this.#send({ source, operations, signers, kinds: operations.map(({ body }) => body.type) })
  }

  sendDraft({ source, operation, data, kind, done }: Draft): void {
    const payer = this.#world.dice.once(8) ? this.#world.person() : source
    const plan = { source: payer, operations: [operation], signers: [payer, source], kinds: [kind], data }
    this.#send(done === undefined ? plan : { ...plan, done })
  }

  /** Closes a ledger of what was sent. @returns the codes, for messages of failure */
  close(): string {
    const { core } = this.#world.net
    core.close()
    const told = this.#waiting.map(({ plan, sent }) => this.#settle(plan, sent))
    this.#waiting.length = 0
    return told.join('; ')
  }

  #settle(plan: Plan, sent: SendOutcome): string {
    const applied = sent.status === 'PENDING' ? this.#world.net.core.transaction(sent.hash) : undefined
    const resultXdr = sent.errorResultXdr ?? applied?.resultXdr
    const { code, operations } =
      resultXdr === undefined ? { code: unappliedCode(sent), operations: [] } : codesOf(resultXdr)
    for (const [at, kind] of plan.kinds.entries()) this.#outcomes.count(kind, operations[at] ?? code)
    if (applied?.successful === true) plan.done?.()
    return `${plan.kinds.join(', ')}: ${code} ${operations.join(', ')}`
  }

  #send(plan: Plan): void {
    if (!this.#world.net.exists(plan.source.publicKey())) return
    this.#waiting.push({ plan, sent: this.#world.net.core.send(this.#envelope(plan).toEnvelope()) })
  }

  #envelope(plan: Plan): Transaction | FeeBumpTransaction {
    const { dice, net } = this.#world
    const transaction = this.#transaction(plan)
    const signers = [...new Map(plan.signers.map((signer) => [signer.publicKey(), signer])).values()]
    const signing = dice.weighted<() => readonly Keypair[]>([
      [40, () => signers],
      [1, () => signers.slice(0, -1)],
      [1, () => [...signers, dice.keypair()]],
    ])()
    for (const signer of signing) signEnvelope(transaction, signer)
    if (!dice.once(8)) return transaction
    const payer = this.#world.person()
    const rate = dice.pick(['1000', '2000'])
    const bumped = TransactionBuilder.buildFeeBumpTransaction(payer, rate, transaction, net.core.passphrase)
    signEnvelope(bumped, payer)
    return bumped
  }

  #transaction({ source, operations, data }: Plan): Transaction {
    const { dice, net } = this.#world
    const address = source.publicKey()
    const { sequence } = net.account(address)
    const next = String(dice.once(60) ? sequence + 5n : sequence)
    const account = new Account(address, next)
    // Contract calls may have neither (CAP-67): those that have are refused, which is tried less often.
    const oddly = data === undefined ? 10 : 40
    const builder = new TransactionBuilder(dice.once(oddly) ? new MuxedAccount(account, '77') : account, {
      fee: dice.weighted([
        [20, '100'],
        [4, '1000'],
        [1, '10'],
      ]),
      networkPassphrase: net.core.passphrase,
      timebounds: { minTime: 0, maxTime: dice.once(60) ? 1_000_000 : 0 },
    })
    for (const operation of operations) builder.addOperation(operation)
    if (dice.once(oddly)) builder.addMemo(Memo.id('42'))
    if (data !== undefined) builder.setSorobanData(data)
    return builder.build()
  }
}
