/**
 * Whether the embedded network stays as quick and as small as it begins: what a payment costs among 1,000 and among 100,000 accounts, and
 * the memory after 100,000 transactions.
 *
 *   node --expose-gc packages/localnet/bench/growth.ts [--short]
 */
import { Account, Asset, Keypair, Operation, TransactionBuilder, type xdr } from '@stellar/stellar-sdk/base'
import { startLocalnet } from '../src/index.ts'
import { line, progress, readShort, signerOf } from './report.ts'

const isShort = readShort(`node --expose-gc packages/localnet/bench/growth.ts [options]

What a payment costs among 1,000 and among 100,000 accounts, and the memory after 100,000 transactions. Some minutes.

  --short   10,000 accounts, 5,000 transactions
  --help    this text
`)
const FEW = 1_000
const MANY = isShort ? 10_000 : 100_000
const TRANSACTIONS = isShort ? 5_000 : 100_000
const PAYMENTS = isShort ? 500 : 2_000
/** Each figure is the best of as many: what other programs take is no part of it. */
const ROUNDS = 5
const OPERATIONS_A_TRANSACTION = 100

const net = await startLocalnet()
const { core } = net
const root = Keypair.master(net.passphrase)

function sequenceOf(address: string): bigint {
  const entry = core.state.get(`a${address}`)
  if (entry?.kind !== 'account') throw new Error(`no account ${address}`)
  return entry.sequence
}

function built(source: Keypair, sequence: bigint, operations: readonly xdr.Operation[]) {
  const builder = new TransactionBuilder(new Account(source.publicKey(), String(sequence)), {
    fee: '100',
    networkPassphrase: net.passphrase,
    timebounds: { minTime: 0, maxTime: 0 },
  })
  for (const operation of operations) builder.addOperation(operation)
  return builder.build()
}

function send(envelope: xdr.TransactionEnvelope): void {
  const { status, hash } = core.send(envelope)
  if (status !== 'PENDING' || core.transaction(hash)?.successful !== true) throw new Error(`${hash}: ${status}`)
}

const signAsRoot = signerOf(root)

function grow(to: number): void {
  let sequence = sequenceOf(root.publicKey())
  for (let have = countAccounts(); have < to; have += OPERATIONS_A_TRANSACTION) {
    const operations = Array.from({ length: OPERATIONS_A_TRANSACTION }, () =>
      Operation.createAccount({ destination: Keypair.random().publicKey(), startingBalance: '5' }),
    )
    const transaction = built(root, sequence, operations)
    signAsRoot(transaction)
    send(transaction.toEnvelope())
    sequence += 1n
    progress(`${have} accounts`)
  }
}

const countAccounts = (): number => [...core.state.entries.keys()].filter((key) => key.startsWith('a')).length

/** Milliseconds of one payment, signed beforehand, among as many accounts as there are now. */
function paymentMs(count: number): number {
  const payer = Keypair.random()
  core.setAccount({ address: payer.publicKey(), balanceStroops: 10n ** 12n })
  const first = sequenceOf(payer.publicKey())
  const destination = root.publicKey()
  const signAsPayer = signerOf(payer)
  const envelopes = Array.from({ length: count }, (_, at) => {
    const payment = Operation.payment({ destination, asset: Asset.native(), amount: '0.0000001' })
    const transaction = built(payer, first + BigInt(at), [payment])
    signAsPayer(transaction)
    return transaction.toEnvelope()
  })
  const started = performance.now()
  for (const envelope of envelopes) send(envelope)
  return (performance.now() - started) / count
}

function heapMiB(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

/** The best of some rounds. */
const bestPaymentMs = (): number => Math.min(...Array.from({ length: ROUNDS }, () => paymentMs(PAYMENTS / ROUNDS)))

grow(FEW)
paymentMs(500)
const amongFew = bestPaymentMs()
grow(MANY)
const amongMany = bestPaymentMs()
const before = heapMiB()
for (let sent = 0; sent < TRANSACTIONS; sent += 500) {
  paymentMs(500)
  progress(`${sent} of ${TRANSACTIONS} transactions`)
}
const after = heapMiB()
const amongTheHistory = bestPaymentMs()
progress('')
const perTransaction = ((after - before) * 2 ** 20) / TRANSACTIONS
const goal = (ms: number): string => `${(ms / amongFew).toFixed(2)} of the baseline; goal 1.5`

line(`payment among ${FEW} accounts`, `${amongFew.toFixed(3)} ms`, 'baseline')
line(`payment among ${MANY} accounts`, `${amongMany.toFixed(3)} ms`, goal(amongMany))
line(`the same after ${TRANSACTIONS} transactions`, `${amongTheHistory.toFixed(3)} ms`, goal(amongTheHistory))
line(`heap with ${MANY} accounts`, `${before.toFixed(0)} MiB`, '')
line(
  `heap after ${TRANSACTIONS} transactions more`,
  `${after.toFixed(0)} MiB`,
  `${perTransaction.toFixed(0)} bytes a transaction, history kept`,
)
line('resident after all', `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`, '')
await net.close()
