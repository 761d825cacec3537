import { Asset, contract, type Keypair, Operation, rpc, TransactionBuilder } from '@stellar/stellar-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { carryOut, fundedAccount, payment } from '../server/testing.ts'

// The contract of a classic asset, through the public client: it needs no code of its own to be known.
type Call<T> = Promise<contract.AssembledTransaction<T>>

interface AssetContract {
  balance(args: { id: string }): Call<bigint>
  transfer(args: { from: string; to: string; amount: bigint }): Call<null>
  mint(args: { to: string; amount: bigint }): Call<null>
  set_authorized(args: { id: string; authorize: boolean }): Call<null>
  authorized(args: { id: string }): Call<boolean>
  clawback(args: { from: string; amount: bigint }): Call<null>
  symbol(): Call<string>
}

const REQUIRED_REVOCABLE_CLAWBACK = 11

let net: Localnet
let issuer: Keypair
let ana: Keypair
let luis: Keypair
let asset: Asset

const as = (signer: Keypair) =>
  contract.Client.from<contract.Client & AssetContract>({
    contractId: asset.contractId(net.passphrase),
    rpcUrl: net.rpcUrl,
    allowHttp: true,
    networkPassphrase: net.passphrase,
    publicKey: signer.publicKey(),
    ...contract.basicNodeSigner(signer, net.passphrase),
  })

beforeAll(async () => {
  net = await startLocalnet()
  issuer = await fundedAccount(net)
  ana = await fundedAccount(net)
  luis = await fundedAccount(net)
  asset = new Asset('SOLAR', issuer.publicKey())
  await carryOut(net, issuer, [Operation.setOptions({ setFlags: REQUIRED_REVOCABLE_CLAWBACK as never })])
  for (const holder of [ana, luis]) await carryOut(net, holder, [Operation.changeTrust({ asset })])
  const server = new rpc.Server(net.rpcUrl, { allowHttp: true })
  const draft = new TransactionBuilder(await server.getAccount(issuer.publicKey()), {
    fee: '100',
    networkPassphrase: net.passphrase,
  })
    .addOperation(Operation.createStellarAssetContract({ asset }))
    .setTimeout(0)
    .build()
  const ready = await server.prepareTransaction(draft)
  ready.sign(issuer)
  await server.sendTransaction(ready)
})

afterAll(() => net.close())

test('its issuer authorizes, mints and claws back, its holders move what is theirs, on classic lines', async () => {
  const issuing = await as(issuer)
  const id = ana.publicKey()
  expect((await issuing.symbol()).result).toBe('SOLAR')
  expect((await issuing.authorized({ id })).result).toBe(false)
  for (const holder of [ana, luis]) {
    await (await issuing.set_authorized({ id: holder.publicKey(), authorize: true })).signAndSend()
  }
  await (await issuing.mint({ to: id, amount: 1000n })).signAndSend()
  await (await (await as(ana)).transfer({ from: id, to: luis.publicKey(), amount: 300n })).signAndSend()
  await carryOut(net, ana, [payment(luis.publicKey(), asset, '0.0000100')])
  await (await issuing.clawback({ from: luis.publicKey(), amount: 50n })).signAndSend()
  expect((await issuing.balance({ id })).result).toBe(600n)
  expect((await issuing.balance({ id: luis.publicKey() })).result).toBe(350n)
  await (await issuing.set_authorized({ id, authorize: false })).signAndSend()
  const { simulation } = await (await as(ana)).transfer({ from: id, to: luis.publicKey(), amount: 1n })
  expect(simulation && rpc.Api.isSimulationError(simulation) && simulation.error).toMatch(/Error\(Contract, #11\)/)
})
