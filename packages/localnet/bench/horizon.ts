/**
 * How long pages of Horizon take over a long history.
 *
 *   node --expose-gc packages/localnet/bench/horizon.ts [--short]
 */
import { Account, Asset, Keypair, Operation, TransactionBuilder } from '@stellar/stellar-sdk/base'
import { startLocalnet } from '../src/server/localnet.ts'
import { line, progress, readShort, signerOf, verifiesPerSecond } from './report.ts'

const isShort = readShort(`node --expose-gc packages/localnet/bench/horizon.ts [options]

How long pages of Horizon take over a history of 100,000 transactions. A minute or two.

  --short   5,000 transactions
  --help    this text
`)
const TRANSACTIONS = isShort ? 5_000 : 100_000
const ACCOUNTS = 200
const ROUNDS = 15

const net = await startLocalnet()
const accounts = Array.from({ length: ACCOUNTS }, () => Keypair.random())
const signers = accounts.map(signerOf)
await Promise.all(accounts.map((account) => net.fund(account.publicKey())))

function sequenceOf(address: string): string {
  const entry = net.core.state.get(`a${address}`)
  if (entry?.kind !== 'account') throw new Error(`no account ${address}`)
  return entry.sequence.toString()
}

const begun = performance.now()
for (let made = 0; made < TRANSACTIONS; made++) {
  if (made % 500 === 0) progress(`${made} of ${TRANSACTIONS} payments`)
  const source = accounts[made % ACCOUNTS]
  const signAsSource = signers[made % ACCOUNTS]
  const destination = accounts[(made * 7 + 1) % ACCOUNTS]?.publicKey()
  if (source === undefined || signAsSource === undefined || destination === undefined) throw new Error('no accounts')
  const account = new Account(source.publicKey(), sequenceOf(source.publicKey()))
  const transaction = new TransactionBuilder(account, { fee: '100', networkPassphrase: net.passphrase })
    .addOperation(Operation.payment({ destination, asset: Asset.native(), amount: '0.0000001' }))
    .setTimeout(0)
    .build()
  signAsSource(transaction)
  const { status } = net.core.send(transaction.toEnvelope())
  if (status !== 'PENDING') throw new Error(status)
}
progress('')
const seconds = (performance.now() - begun) / 1_000
const verifyMs = 1_000 / verifiesPerSecond()
const ratio = (ms: number): string => `${(ms / verifyMs).toFixed(0)} verifications`
line('Ed25519 verification, bare', `${verifyMs.toFixed(3)} ms`, 'baseline')
line(`${TRANSACTIONS} payments made`, `${seconds.toFixed(1)} s`, "the client's building and signing included")

async function time(path: string): Promise<number> {
  const from = performance.now()
  const response = await fetch(`${net.url}${path}`)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  await response.text()
  return performance.now() - from
}

globalThis.gc?.()
const heapBefore = process.memoryUsage().heapUsed
const first = await time('/payments?limit=10')
line('first page, which reads the whole history', `${(first / 1_000).toFixed(2)} s`, ratio(first))
globalThis.gc?.()
line('heap that this took', `${((process.memoryUsage().heapUsed - heapBefore) / 2 ** 20).toFixed(0)} MiB`, '')

const one = accounts[0]?.publicKey() ?? ''
const middle = BigInt(Math.floor(net.core.latestLedger().sequence / 2)) << 32n
const paths = ['transactions', 'operations', 'payments', 'effects'].flatMap((list) => [
  `/${list}?order=desc&limit=200`,
  `/${list}?cursor=${middle}&limit=200`,
  `/accounts/${one}/${list}?order=desc&limit=200`,
  `/accounts/${one}/${list}?cursor=${middle}&limit=10`,
])
for (const path of [...paths, `/ledgers?order=desc&limit=200`, `/accounts/${one}`, '/fee_stats', '/assets']) {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await time(path))
  times.sort((a, b) => a - b)
  const shown = path.replace(one, 'G...').replace(middle.toString(), 'middle')
  const median = times[ROUNDS >> 1] ?? 0
  line(shown, `${median.toFixed(1)} ms`, `${ratio(median)}; worst ${times.at(-1)?.toFixed(1)} ms`)
}
await net.close()
