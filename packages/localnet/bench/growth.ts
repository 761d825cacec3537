/**
 * Whether the embedded network stays as quick and as small as it begins: what a payment costs among 1,000 and among 100,000 accounts, and
 * the memory after 100,000 transactions.
 *
 *   node --expose-gc packages/localnet/bench/growth.ts            # some minutes
 *   node --expose-gc packages/localnet/bench/growth.ts --short    # 10,000 accounts, 5,000 transactions
 */
import { createPrivateKey, sign } from 'node:crypto'
import { Account, Asset, Keypair, Operation, TransactionBuilder, type xdr } from '@stellar/stellar-sdk/base'
import { startLocalnet } from '../src/index.ts'

const isShort = process.argv.includes('--short')
const FEW = 1_000
const MANY = isShort ? 10_000 : 100_000
const TRANSACTIONS = isShort ? 5_000 : 100_000
const PAYMENTS = isShort ? 500 : 2_000
const OPERATIONS_A_TRANSACTION = 100
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const net = await startLocalnet()
const { core } = net
const root = Keypair.master(net.passphrase)
/** For who watches; a log needs none of it. */
const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${text.padEnd(60)}`)
}

function sequenceOf(address: string): bigint {
  const entry = core.state.get(`a${address}`)
  if (entry?.kind !== 'account') throw new Error(`no account ${address}`)
  return entry.sequence
}

/** Signs without the SDK, which takes as long as the network does: what is measured is the network. */
function signed(source: Keypair, sequence: bigint, operations: readonly xdr.Operation[]): xdr.TransactionEnvelope {
  const builder = new TransactionBuilder(new Account(source.publicKey(), String(sequence)), {
    fee: '100',
    networkPassphrase: net.passphrase,
    timebounds: { minTime: 0, maxTime: 0 },
  })
  for (const operation of operations) builder.addOperation(operation)
  const transaction = builder.build()
  const key = createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8, source.rawSecretKey()]),
    format: 'der',
    type: 'pkcs8',
  })
  const signature = sign(null, transaction.hash(), key).toString('base64')
  transaction.addSignature(source.publicKey(), signature)
  return transaction.toEnvelope()
}

function send(envelope: xdr.TransactionEnvelope): void {
  const { status, hash } = core.send(envelope)
  if (status !== 'PENDING' || core.transaction(hash)?.successful !== true) throw new Error(`${hash}: ${status}`)
}

function grow(to: number): void {
  let sequence = sequenceOf(root.publicKey())
  for (let have = countAccounts(); have < to; have += OPERATIONS_A_TRANSACTION) {
    const operations = Array.from({ length: OPERATIONS_A_TRANSACTION }, () =>
      Operation.createAccount({ destination: Keypair.random().publicKey(), startingBalance: '5' }),
    )
    send(signed(root, sequence, operations))
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
  const envelopes = Array.from({ length: count }, (_, at) =>
    signed(payer, first + BigInt(at), [Operation.payment({ destination, asset: Asset.native(), amount: '0.0000001' })]),
  )
  const started = performance.now()
  for (const envelope of envelopes) send(envelope)
  return (performance.now() - started) / count
}

function heapMiB(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

grow(FEW)
paymentMs(200)
const amongFew = paymentMs(PAYMENTS)
grow(MANY)
const amongMany = paymentMs(PAYMENTS)
const before = heapMiB()
for (let sent = 0; sent < TRANSACTIONS; sent += 500) {
  paymentMs(500)
  progress(`${sent} transactions`)
}
const after = heapMiB()
progress('')
const perTransaction = ((after - before) * 2 ** 20) / TRANSACTIONS

const line = (what: string, value: string, goal: string): void =>
  console.log(`${what.padEnd(44)}${value.padStart(12)}   ${goal}`)
line(`payment among ${FEW} accounts`, `${amongFew.toFixed(3)} ms`, 'baseline')
line(
  `payment among ${MANY} accounts`,
  `${amongMany.toFixed(3)} ms`,
  `${(amongMany / amongFew).toFixed(2)} of the baseline; goal 1.5`,
)
line(`heap with ${MANY} accounts`, `${before.toFixed(0)} MiB`, '')
line(
  `heap after ${TRANSACTIONS} transactions more`,
  `${after.toFixed(0)} MiB`,
  `${perTransaction.toFixed(0)} bytes a transaction, history kept`,
)
line('resident after all', `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`, '')
await net.close()
