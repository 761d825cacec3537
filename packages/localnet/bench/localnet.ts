/**
 * What the embedded network costs: start-up, payments through the RPC, a contract call simulated and applied.
 * Every figure stands beside a bare Ed25519 verification measured in the same run, so that machines can be compared.
 *
 *   node packages/localnet/bench/localnet.ts [--short]
 */
import { Agent, request } from 'node:http'
import type { Api } from '@stellar/stellar-sdk/rpc'

const ACCOUNTS = 20

const atStart = performance.now()
const { startLocalnet } = await import('../src/index.ts')
const net = await startLocalnet({ port: 0 })
const startUpMs = performance.now() - atStart
const { line, progress, readShort, signerOf, verifiesPerSecond } = await import('./report.ts')
const isShort = readShort(`node packages/localnet/bench/localnet.ts [options]

Start-up, payments through the RPC from 20 accounts, a contract call simulated and applied.

  --short   200 payments, 10 calls
  --help    this text
`)
const PAYMENTS_PER_ACCOUNT = isShort ? 10 : 150
const CALLS = isShort ? 10 : 100

const { Account, Asset, BASE_FEE, Contract, Keypair, nativeToScVal, Operation, TransactionBuilder } = await import(
  '@stellar/stellar-sdk/base'
)
const { assembleTransaction } = await import('@stellar/stellar-sdk/rpc')

const agent = new Agent({ keepAlive: true, maxSockets: ACCOUNTS })

/** A bare JSON-RPC call: what is measured is the network, not a client library. */
function call(method: string, params: unknown): Promise<Record<string, unknown>> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  return new Promise((resolve, reject) => {
    const outgoing = request(net.rpcUrl, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json' },
    })
    outgoing.once('error', reject)
    outgoing.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const reply = JSON.parse(Buffer.concat(chunks).toString()) as {
          result?: Record<string, unknown>
        }
        if (reply.result) resolve(reply.result)
        else reject(new Error(`${method}: ${JSON.stringify(reply)}`))
      })
    })
    outgoing.end(body)
  })
}

type KeypairType = InstanceType<typeof Keypair>

function newTransaction(source: KeypairType, sequence: bigint, fee = BASE_FEE) {
  const account = new Account(source.publicKey(), sequence.toString())
  return new TransactionBuilder(account, {
    fee,
    networkPassphrase: net.passphrase,
  }).setTimeout(0)
}

async function fundedAccounts(count: number): Promise<KeypairType[]> {
  const keypairs = Array.from({ length: count }, () => Keypair.random())
  await Promise.all(keypairs.map((keypair) => net.fund(keypair.publicKey())))
  return keypairs
}

async function sequenceOf(address: string): Promise<bigint> {
  const response = await fetch(`${net.horizonUrl}/accounts/${address}`)
  return BigInt(((await response.json()) as { sequence: string }).sequence)
}

/** Payments a second that end in a ledger, from 20 accounts at once, signed beforehand. */
async function paymentsPerSecond(): Promise<number> {
  const accounts = await fundedAccounts(ACCOUNTS)
  const queues: string[][] = []
  for (const [index, source] of accounts.entries()) {
    progress(`payments signed by ${index} of ${ACCOUNTS} accounts`)
    const destination = accounts[(index + 1) % ACCOUNTS]?.publicKey() ?? source.publicKey()
    const sequence = await sequenceOf(source.publicKey())
    const signAsSource = signerOf(source)
    queues.push(
      Array.from({ length: PAYMENTS_PER_ACCOUNT }, (_, nth) => {
        const payment = Operation.payment({
          destination,
          asset: Asset.native(),
          amount: '1',
        })
        const transaction = newTransaction(source, sequence + BigInt(nth))
          .addOperation(payment)
          .build()
        signAsSource(transaction)
        return transaction.toXdr()
      }),
    )
  }
  const started = performance.now()
  await Promise.all(
    queues.map(async (queue) => {
      for (const transaction of queue) {
        const { status, hash } = await call('sendTransaction', { transaction })
        if (status !== 'PENDING') throw new Error(`payment ${String(hash)}: ${String(status)}`)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1_000
  return (ACCOUNTS * PAYMENTS_PER_ACCOUNT) / seconds
}

type Draft = ReturnType<ReturnType<typeof newTransaction>['build']>

/** Signs what a simulation made of a draft and sends it. @returns milliseconds until it is in a ledger */
async function appliedMsOf(draft: Draft, simulation: Record<string, unknown>, source: KeypairType): Promise<number> {
  const ready = assembleTransaction(draft, simulation as unknown as Api.RawSimulateTransactionResponse).build()
  ready.sign(source)
  const started = performance.now()
  const { hash } = await call('sendTransaction', { transaction: ready.toXdr() })
  const took = performance.now() - started
  const { status } = await call('getTransaction', { hash })
  if (status !== 'SUCCESS') throw new Error(`contract call ${String(hash)}: ${String(status)}`)
  return took
}

/** Median milliseconds of a lumen transfer through its asset contract: simulated, and sent until it is in a ledger. */
async function contractCallMs(): Promise<{ readonly simulatedMs: number; readonly appliedMs: number }> {
  const [source, other] = await fundedAccounts(2)
  if (!source || !other) throw new Error('two accounts are needed')
  let sequence = await sequenceOf(source.publicKey())
  const deployment = newTransaction(source, sequence)
    .addOperation(Operation.createStellarAssetContract({ asset: Asset.native() }))
    .build()
  const deployed = await call('simulateTransaction', { transaction: deployment.toXdr() })
  // An error means that the contract is there already.
  if (deployed.error === undefined) {
    await appliedMsOf(deployment, deployed, source)
    sequence += 1n
  }

  const transfer = new Contract(Asset.native().contractId(net.passphrase)).call(
    'transfer',
    nativeToScVal(source.publicKey(), { type: 'address' }),
    nativeToScVal(other.publicKey(), { type: 'address' }),
    nativeToScVal(1n, { type: 'i128' }),
  )
  const simulated: number[] = []
  const applied: number[] = []
  for (let nth = 0; nth < CALLS; nth++) {
    const draft = newTransaction(source, sequence).addOperation(transfer).build()
    const started = performance.now()
    const simulation = await call('simulateTransaction', { transaction: draft.toXdr() })
    simulated.push(performance.now() - started)
    if (simulation.error !== undefined) throw new Error(`simulation: ${String(simulation.error)}`)
    applied.push(await appliedMsOf(draft, simulation, source))
    sequence += 1n
    progress(`${nth + 1} of ${CALLS} calls`)
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return { simulatedMs: median(simulated), appliedMs: median(applied) }
}

const verifies = verifiesPerSecond()
const payments = await paymentsPerSecond()
const { simulatedMs, appliedMs } = await contractCallMs()
progress('')
const verifyMs = 1_000 / verifies
const ratio = (ms: number): string => `${(ms / verifyMs).toFixed(0)} verifications`
line('Ed25519 verifications, bare', `${verifies.toFixed(0)}/s`, 'baseline')
line('start-up, import included', `${startUpMs.toFixed(0)} ms`, `goal 1000 ms; ${ratio(startUpMs)}`)
line('payments through the RPC', `${payments.toFixed(0)}/s`, `goal 300/s; ${ratio(1_000 / payments)} each`)
line('contract call simulated, median', `${simulatedMs.toFixed(2)} ms`, `goal 5 ms; ${ratio(simulatedMs)}`)
line('contract call applied, median', `${appliedMs.toFixed(2)} ms`, `goal 5 ms; ${ratio(appliedMs)}`)
agent.destroy()
await net.close()
