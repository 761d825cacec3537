import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  Address,
  Asset,
  contract,
  type Keypair,
  Operation,
  rpc,
  scValToNative,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from './localnet.ts'
import { call, fundedAccount } from './testing.ts'

// Contracts through the public clients, unchanged: uploaded, created, called, signed for, expired, restored.
const WASM = readFileSync(new URL('../../host/fixtures/counter.wasm', import.meta.url))
const WASM_HASH = createHash('sha256').update(WASM).digest()

interface Counter {
  count(args: { who: string }): Promise<contract.AssembledTransaction<number>>
  of(args: { who: string }): Promise<contract.AssembledTransaction<number>>
  draft(args: { value: number }): Promise<contract.AssembledTransaction<null>>
  drafted(): Promise<contract.AssembledTransaction<number | undefined>>
  fall(): Promise<contract.AssembledTransaction<null>>
}

let net: Localnet
let server: rpc.Server
let ana: Keypair
let counter: contract.Client & Counter

async function prepareAndSend(operation: xdr.Operation): Promise<rpc.Api.GetSuccessfulTransactionResponse> {
  const account = await server.getAccount(ana.publicKey())
  const draft = new TransactionBuilder(account, { fee: '100', networkPassphrase: net.passphrase })
    .addOperation(operation)
    .setTimeout(0)
    .build()
  const ready = await server.prepareTransaction(draft)
  ready.sign(ana)
  const sent = await server.sendTransaction(ready)
  const done = await server.pollTransaction(sent.hash)
  if (done.status !== rpc.Api.GetTransactionStatus.SUCCESS) throw new Error(`${sent.status} ${done.status}`)
  return done
}

function clientOptions(contractId: string) {
  return {
    contractId,
    rpcUrl: net.rpcUrl,
    allowHttp: true,
    networkPassphrase: net.passphrase,
    publicKey: ana.publicKey(),
    ...contract.basicNodeSigner(ana, net.passphrase),
  }
}

beforeAll(async () => {
  net = await startLocalnet()
  server = new rpc.Server(net.rpcUrl, { allowHttp: true })
  ana = await fundedAccount(net)
  await prepareAndSend(Operation.uploadContractWasm({ wasm: WASM }))
  const created = await prepareAndSend(
    Operation.createCustomContract({ address: Address.fromString(ana.publicKey()), wasmHash: WASM_HASH }),
  )
  const contractId = String(scValToNative(created.returnValue ?? xdr.ScVal.scvVoid()))
  counter = await contract.Client.from<contract.Client & Counter>(clientOptions(contractId))
})

afterAll(() => net.close())

test('a client made from the contract on the network calls it and reads what it stored', async () => {
  const assembled = await counter.count({ who: ana.publicKey() })
  const { result } = await assembled.signAndSend()
  expect(result).toBe(1)
  const read = await counter.of({ who: ana.publicKey() })
  expect([read.result, read.isReadCall]).toEqual([1, true])
})

test('another account signs for itself, and the call carries its authorization', async () => {
  const luis = await fundedAccount(net)
  const assembled = await counter.count({ who: luis.publicKey() })
  expect(assembled.needsNonInvokerSigningBy()).toEqual([luis.publicKey()])
  await assembled.signAuthEntries({
    address: luis.publicKey(),
    ...contract.basicNodeSigner(luis, net.passphrase),
    expiration: net.core.latestLedger().sequence + 100,
  })
  const { result } = await assembled.signAndSend()
  expect(result).toBe(1)
})

test('its event is found by its contract', async () => {
  const startLedger = net.core.latestLedger().sequence
  const assembled = await counter.count({ who: ana.publicKey() })
  await assembled.signAndSend()
  const filters = [{ type: 'contract' as const, contractIds: [counter.options.contractId] }]
  const { events } = await server.getEvents({ startLedger: startLedger + 1, filters })
  expect(events).toHaveLength(1)
  expect(events[0]?.topic.map((topic): unknown => scValToNative(topic))).toEqual(['counted', ana.publicKey()])
})

test('the meta of its ledger holds it apart from classic transactions, and its fee counts as Soroban', async () => {
  await (await counter.count({ who: ana.publicKey() })).signAndSend()
  const startLedger = net.core.latestLedger().sequence
  const [ledger] = (await server.getLedgers({ startLedger })).ledgers
  if (ledger?.metadataXdr.type !== 'v2') throw new Error('another form of meta')
  const [classic, soroban] = ledger.metadataXdr.v2.txSet.v1TxSet.phases
  expect(classic?.value).toEqual([])
  expect(soroban?.type === 'parallelTxsComponent' && soroban.parallelTxsComponent.executionStages).toHaveLength(1)
  expect(ledger.metadataXdr.v2.txProcessing).toHaveLength(1)
  const { sorobanInclusionFee } = await server.getFeeStats()
  expect(Number(sorobanInclusionFee.transactionCount)).toBeGreaterThan(0)
  expect(sorobanInclusionFee.min).toBe('100')
})

test('a call that panics is refused at simulation', async () => {
  const assembled = await counter.fall()
  expect(() => assembled.result).toThrow(/simulation failed/i)
})

function instanceKey(contractId: string): xdr.LedgerKey {
  return xdr.LedgerKey.contractData(
    new xdr.LedgerKeyContractData({
      contract: Address.fromString(contractId).toScAddress(),
      key: xdr.ScVal.scvLedgerKeyContractInstance(),
      durability: xdr.ContractDataDurability.persistent,
    }),
  )
}

test('a transfer through an asset contract shows in the operations of both accounts', async () => {
  const luis = await fundedAccount(net)
  await prepareAndSend(Operation.createStellarAssetContract({ asset: Asset.native() }))
  const token = new contract.Client(
    (await contract.Client.from(clientOptions(Asset.native().contractId(net.passphrase)))).spec,
    clientOptions(Asset.native().contractId(net.passphrase)),
  ) as contract.Client & {
    transfer(args: { from: string; to: string; amount: bigint }): Promise<contract.AssembledTransaction<null>>
  }
  const assembled = await token.transfer({ from: ana.publicKey(), to: luis.publicKey(), amount: 70_000_000n })
  await assembled.signAndSend()
  const response = await fetch(`${net.horizonUrl}/accounts/${luis.publicKey()}/operations?order=desc&limit=1`)
  expect(await response.json()).toMatchObject({
    _embedded: {
      records: [
        {
          type: 'invoke_host_function',
          function: 'HostFunctionTypeHostFunctionTypeInvokeContract',
          asset_balance_changes: [
            {
              type: 'transfer',
              from: ana.publicKey(),
              to: luis.publicKey(),
              amount: '7.0000000',
              asset_type: 'native',
            },
          ],
        },
      ],
    },
  })
})

test("simulation refuses what it cannot simulate, in the network's words", async () => {
  const account = await server.getAccount(ana.publicKey())
  const payment = Operation.payment({ destination: ana.publicKey(), asset: Asset.native(), amount: '1' })
  const classic = new TransactionBuilder(account, { fee: '100', networkPassphrase: net.passphrase })
    .addOperation(payment)
    .setTimeout(0)
    .build()
  const { result } = await call(net.rpcUrl, 'simulateTransaction', { transaction: classic.toXdr() })
  expect(result?.error).toBe('transaction contains unsupported operation type: OperationTypePayment')
})

// Last, since generated clients take their time bounds from the machine's clock: none of them can send after this.
test('what was temporary is gone when its time is over, what was persistent is archived and can be restored', async () => {
  await (await counter.count({ who: ana.publicKey() })).signAndSend()
  await (await counter.draft({ value: 5 })).signAndSend()
  const draftKey = xdr.LedgerKey.contractData(
    new xdr.LedgerKeyContractData({
      contract: Address.fromString(counter.options.contractId).toScAddress(),
      key: xdr.ScVal.scvVec([xdr.ScVal.scvSymbol('Draft')]),
      durability: xdr.ContractDataDurability.temporary,
    }),
  )
  const [draft] = (await server.getLedgerEntries(draftKey)).entries
  expect(draft?.liveUntilLedgerSeq).toBeGreaterThan(net.core.latestLedger().sequence)
  expect((await counter.drafted()).result).toBe(5)
  net.advance({ seconds: 400 * 86_400 })
  expect((await server.getLedgerEntries(draftKey)).entries).toEqual([])

  const { contractId } = counter.options
  const liveUntil = async () => (await server.getLedgerEntries(instanceKey(contractId))).entries[0]?.liveUntilLedgerSeq
  expect(await liveUntil()).toBeLessThan(net.core.latestLedger().sequence)
  const args = [Address.fromString(ana.publicKey()).toScVal()]
  const counted = await prepareAndSend(
    Operation.invokeContractFunction({ contract: contractId, function: 'count', args }),
  )
  expect(scValToNative(counted.returnValue ?? xdr.ScVal.scvVoid())).toBeGreaterThan(1)
  expect(await liveUntil()).toBeGreaterThan(net.core.latestLedger().sequence)
})
