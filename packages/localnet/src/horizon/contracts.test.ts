import { Address, Asset, type Keypair, nativeToScVal, Operation, StrKey, xdr } from '@stellar/stellar-sdk'
import { Account, SorobanDataBuilder, TransactionBuilder } from '@stellar/stellar-sdk/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { carryOut, fundedAccount, payment, sequenceOf } from '../server/testing.ts'
import { type Json, recordsOf } from './testing.ts'

// What asset contracts move: operations_processor.go (parseAssetBalanceChangesFromContractEvents) and
// effects_processor.go (addInvokeHostFunctionEffects).

let net: Localnet
let issuer: Keypair
let ana: Keypair
let luis: Keypair
let usdc: Asset

/** Simulates and submits a contract operation. @returns its hash */
async function invoke(source: Keypair, operation: xdr.Operation): Promise<string> {
  const account = () =>
    sequenceOf(net, source.publicKey()).then((sequence) => new Account(source.publicKey(), sequence))
  const options = { networkPassphrase: net.passphrase, timebounds: { minTime: 0, maxTime: 0 } }
  const draft = new TransactionBuilder(await account(), { fee: '100', ...options }).addOperation(operation).build()
  const { error, results, transactionData, minResourceFee } = net.core.simulate(draft.toEnvelope(), {})
  if (error !== undefined) throw new Error(String(error))
  const { body } = operation
  if (body.type !== 'invokeHostFunction') throw new Error('no invocation')
  const [{ auth }] = results as [{ auth: string[] }]
  const authorized = Operation.invokeHostFunction({
    func: body.invokeHostFunctionOp.hostFunction,
    auth: auth.map((entry) => xdr.SorobanAuthorizationEntry.fromXdr(entry, 'base64')),
  })
  const fee = String(100 + Number(minResourceFee))
  const transaction = new TransactionBuilder(await account(), { fee, ...options })
    .addOperation(authorized)
    .setSorobanData(new SorobanDataBuilder(String(transactionData)).build())
    .build()
  transaction.sign(source)
  const sent = net.core.send(transaction.toEnvelope())
  if (net.core.transaction(sent.hash)?.successful !== true) throw new Error(sent.status)
  return sent.hash
}

function call(asset: Asset, name: string, ...args: xdr.ScVal[]): xdr.Operation {
  return Operation.invokeContractFunction({ contract: asset.contractId(net.passphrase), function: name, args })
}

const address = (of: string) => Address.fromString(of).toScVal()
const amount = (units: bigint) => nativeToScVal(units * 10_000_000n, { type: 'i128' })

beforeAll(async () => {
  net = await startLocalnet()
  issuer = await fundedAccount(net)
  ana = await fundedAccount(net)
  luis = await fundedAccount(net)
  usdc = new Asset('USDC', issuer.publicKey())
  for (const holder of [ana, luis]) await carryOut(net, holder, [Operation.changeTrust({ asset: usdc })])
  await carryOut(net, issuer, [payment(ana.publicKey(), usdc, '100')])
  await invoke(ana, Operation.createStellarAssetContract({ asset: usdc }))
})

afterAll(() => net.close())

test('a transfer through an asset contract is a payment of both accounts, with what it moved', async () => {
  const hash = await invoke(
    ana,
    call(usdc, 'transfer', address(ana.publicKey()), address(luis.publicKey()), amount(7n)),
  )
  for (const holder of [ana, luis]) {
    const [told] = await recordsOf(net, `/accounts/${holder.publicKey()}/payments?order=desc&limit=1`)
    expect(told).toMatchObject({
      type: 'invoke_host_function',
      type_i: 24,
      transaction_hash: hash,
      function: 'HostFunctionTypeHostFunctionTypeInvokeContract',
      asset_balance_changes: [
        { type: 'transfer', from: ana.publicKey(), to: luis.publicKey(), amount: '7.0000000', asset_code: 'USDC' },
      ],
    })
    const parameters = told?.parameters as Json[] | undefined
    expect(parameters?.map(({ type }) => type)).toEqual(['Address', 'Sym', 'Address', 'Address', 'I128'])
  }
  const effects = await recordsOf(net, `/transactions/${hash}/effects`)
  expect(effects.map(({ type, account }) => [type, account])).toEqual([
    ['account_debited', ana.publicKey()],
    ['account_credited', luis.publicKey()],
  ])
})

test('what a contract receives is its effect, told by the source, and its holding in the asset', async () => {
  const contract = StrKey.encodeContract(Buffer.alloc(32, 7))
  const hash = await invoke(ana, call(usdc, 'transfer', address(ana.publicKey()), address(contract), amount(5n)))
  const effects = await recordsOf(net, `/transactions/${hash}/effects`)
  expect(effects).toMatchObject([
    { type: 'account_debited', account: ana.publicKey(), amount: '5.0000000' },
    { type: 'contract_credited', account: ana.publicKey(), contract, amount: '5.0000000', asset_code: 'USDC' },
  ])
  const [asset] = await recordsOf(net, `/assets?asset_code=USDC`)
  expect(asset).toMatchObject({
    contract_id: usdc.contractId(net.passphrase),
    num_contracts: 1,
    contracts_amount: '5.0000000',
    accounts: { authorized: 2 },
    balances: { authorized: '95.0000000' },
  })
})

test('minting and burning have one side each', async () => {
  const minted = await invoke(issuer, call(usdc, 'mint', address(luis.publicKey()), amount(3n)))
  const burnt = await invoke(luis, call(usdc, 'burn', address(luis.publicKey()), amount(1n)))
  const typesOf = async (hash: string) =>
    (await recordsOf(net, `/transactions/${hash}/effects`)).map(({ type, account }) => [type, account])
  expect(await typesOf(minted)).toEqual([['account_credited', luis.publicKey()]])
  expect(await typesOf(burnt)).toEqual([['account_debited', luis.publicKey()]])
  const [told] = await recordsOf(net, `/transactions/${minted}/operations`)
  expect(told).toMatchObject({ asset_balance_changes: [{ type: 'mint', to: luis.publicKey() }] })
})

test('deploying an asset contract moves nothing and is no payment', async () => {
  const gold = new Asset('GOLD', issuer.publicKey())
  const hash = await invoke(ana, Operation.createStellarAssetContract({ asset: gold }))
  const [told] = await recordsOf(net, `/transactions/${hash}/operations`)
  expect(told).toMatchObject({ parameters: null, asset_balance_changes: null, address: '', salt: '' })
  const payments = await recordsOf(net, `/accounts/${ana.publicKey()}/payments?order=desc&limit=1`)
  expect(payments[0]?.transaction_hash).not.toBe(hash)
})
