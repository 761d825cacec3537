import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  contract,
  type Keypair,
  MuxedAccount,
  Operation,
  rpc,
  scValToNative,
  TransactionBuilder,
} from '@stellar/stellar-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { fundedAccount } from '../server/testing.ts'

// A contract as others write it, of OpenZeppelin's parts, through the public client: deployed, called, stopped, handed on.
const WASM = readFileSync(new URL('../../host/fixtures/token.wasm', import.meta.url))

type Call<T> = Promise<contract.AssembledTransaction<T>>

interface Token {
  mint(args: { to: string; amount: bigint }): Call<null>
  transfer(args: { from: string; to: string; amount: bigint }): Call<null>
  transfer_from(args: { spender: string; from: string; to: string; amount: bigint }): Call<null>
  approve(args: { owner: string; spender: string; amount: bigint; live_until_ledger: number }): Call<null>
  allowance(args: { owner: string; spender: string }): Call<bigint>
  balance(args: { account: string }): Call<bigint>
  burn(args: { from: string; amount: bigint }): Call<null>
  total_supply(): Call<bigint>
  decimals(): Call<number>
  symbol(): Call<string>
  pause(args: { caller: string }): Call<null>
  unpause(args: { caller: string }): Call<null>
  paused(): Call<boolean>
  get_owner(): Call<string | undefined>
  transfer_ownership(args: { new_owner: string; live_until_ledger: number }): Call<null>
  accept_ownership(): Call<null>
}

let net: Localnet
let server: rpc.Server
let owner: Keypair
let ana: Keypair
let token: contract.Client & Token

const optionsOf = (signer: Keypair) => ({
  rpcUrl: net.rpcUrl,
  allowHttp: true,
  networkPassphrase: net.passphrase,
  publicKey: signer.publicKey(),
  ...contract.basicNodeSigner(signer, net.passphrase),
})

/** The same contract in the hands of another account. */
const as = (signer: Keypair) =>
  contract.Client.from<contract.Client & Token>({ ...optionsOf(signer), contractId: token.options.contractId })

/** What the network said against the call; undefined if it would go through. */
function refusalOf<T>({ simulation }: contract.AssembledTransaction<T>): string | undefined {
  return simulation && rpc.Api.isSimulationError(simulation) ? simulation.error : undefined
}

const balanceOf = async (holder: Keypair) => (await token.balance({ account: holder.publicKey() })).result

beforeAll(async () => {
  net = await startLocalnet()
  server = new rpc.Server(net.rpcUrl, { allowHttp: true })
  owner = await fundedAccount(net)
  ana = await fundedAccount(net)
  const upload = new TransactionBuilder(await server.getAccount(owner.publicKey()), {
    fee: '100',
    networkPassphrase: net.passphrase,
  })
    .addOperation(Operation.uploadContractWasm({ wasm: WASM }))
    .setTimeout(0)
    .build()
  const ready = await server.prepareTransaction(upload)
  ready.sign(owner)
  await server.sendTransaction(ready)
  const deployed = await contract.Client.deploy<contract.Client & Token>(
    { owner: owner.publicKey(), name: 'Sunlight', symbol: 'SUN', decimals: 7 },
    { ...optionsOf(owner), wasmHash: createHash('sha256').update(WASM).digest('hex') },
  )
  token = (await deployed.signAndSend()).result
})

afterAll(() => net.close())

test('it is deployed with its constructor and says what it is', async () => {
  expect((await token.symbol()).result).toBe('SUN')
  expect((await token.decimals()).result).toBe(7)
  expect((await token.get_owner()).result).toBe(owner.publicKey())
})

test('its owner mints, and from anybody else the owner must still sign', async () => {
  await (await token.mint({ to: ana.publicKey(), amount: 1000n })).signAndSend()
  expect(await balanceOf(ana)).toBe(1000n)
  expect((await token.total_supply()).result).toBe(1000n)
  const attempt = await (await as(ana)).mint({ to: ana.publicKey(), amount: 1n })
  expect(attempt.needsNonInvokerSigningBy()).toEqual([owner.publicKey()])
  await expect(attempt.signAndSend()).rejects.toThrow(/requires signatures from/i)
  expect(await balanceOf(ana)).toBe(1000n)
})

test('a transfer moves tokens and is found by its event, a muxed destination with its number', async () => {
  const startLedger = net.core.latestLedger().sequence + 1
  const mine = await as(ana)
  await (await mine.transfer({ from: ana.publicKey(), to: owner.publicKey(), amount: 100n })).signAndSend()
  const muxed = new MuxedAccount(await server.getAccount(owner.publicKey()), '7').accountId()
  await (await mine.transfer({ from: ana.publicKey(), to: muxed, amount: 50n })).signAndSend()
  expect(await balanceOf(owner)).toBe(150n)
  const filters = [{ type: 'contract' as const, contractIds: [token.options.contractId] }]
  const { events } = await server.getEvents({ startLedger, filters })
  const told = events.map(({ topic, value }) => [scValToNative(topic[0] as never), scValToNative(value)] as unknown[])
  expect(told).toEqual([
    ['transfer', 100n],
    ['transfer', { amount: 50n, to_muxed_id: 7n }],
  ])
})

test('an allowance is spent up to its amount, and not after its ledger', async () => {
  const luis = await fundedAccount(net)
  const live_until_ledger = net.core.latestLedger().sequence + 1000
  const allowance = { owner: ana.publicKey(), spender: luis.publicKey() }
  await (await (await as(ana)).approve({ ...allowance, amount: 80n, live_until_ledger })).signAndSend()
  const spender = await as(luis)
  const spend = (amount: bigint) =>
    spender.transfer_from({ spender: luis.publicKey(), from: ana.publicKey(), to: luis.publicKey(), amount })
  await (await spend(30n)).signAndSend()
  expect(await balanceOf(luis)).toBe(30n)
  expect((await spender.allowance(allowance)).result).toBe(50n)
  expect(refusalOf(await spend(51n))).toMatch(/Error\(Contract, #101\)/)
  net.core.advance({ seconds: 5, ledgers: 1001 })
  expect((await spender.allowance(allowance)).result).toBe(0n)
  expect(refusalOf(await spend(1n))).toMatch(/Error\(Contract, #101\)/)
})

test('while it is paused nobody transfers, and only the owner ends it', async () => {
  await (await token.pause({ caller: owner.publicKey() })).signAndSend()
  expect((await token.paused()).result).toBe(true)
  const before = net.core.serialize()
  const stopped = await (await as(ana)).transfer({ from: ana.publicKey(), to: owner.publicKey(), amount: 1n })
  expect(refusalOf(stopped)).toMatch(/Error\(Contract, #1000\)/)
  const usurped = await (await as(ana)).unpause({ caller: ana.publicKey() })
  expect(usurped.needsNonInvokerSigningBy()).toEqual([owner.publicKey()])
  expect(Buffer.compare(net.core.serialize(), before)).toBe(0)
  await (await token.unpause({ caller: owner.publicKey() })).signAndSend()
  await (await (await as(ana)).burn({ from: ana.publicKey(), amount: 10n })).signAndSend()
  expect((await token.total_supply()).result).toBe(990n)
})

test('ownership passes in two steps, signed by both', async () => {
  const live_until_ledger = net.core.latestLedger().sequence + 100
  await (await token.transfer_ownership({ new_owner: ana.publicKey(), live_until_ledger })).signAndSend()
  expect((await token.get_owner()).result).toBe(owner.publicKey())
  await (await (await as(ana)).accept_ownership()).signAndSend()
  expect((await token.get_owner()).result).toBe(ana.publicKey())
})
