import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Asset,
  Keypair,
  nativeToScVal,
  Operation,
  scValToNative,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-sdk/base'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TEST_TIME, TestNetwork } from './testing.ts'

const pay = (destination: Keypair, amount = '1') =>
  Operation.payment({ destination: destination.publicKey(), asset: Asset.native(), amount })

describe('ledgers', () => {
  test('begin with all lumens in the root account, at the machine’s time', async () => {
    const net = await TestNetwork.start()
    expect(net.account(net.root.publicKey()).balanceStroops).toBe(10n ** 18n)
    expect(net.core.latestLedger().closeTime).toBe(TEST_TIME)
    expect(net.root.publicKey()).toBe('GBZXN7PIRZGNMHGA7MUUUF4GWPY5AYPV6LY4UV2GL6VJGIQRXFDNMADI')
  })

  test('are chained by their hashes, which are those of their headers', async () => {
    const net = await TestNetwork.start()
    net.fund()
    const { latest, previous } = { latest: net.core.latestLedger(), previous: net.core.ledger(2) }
    expect(latest.previousHash).toBe(previous?.hash)
    const entry = xdr.LedgerHeaderHistoryEntry.fromXdr(latest.headerXdr)
    expect(entry.header.ledgerSeq).toBe(latest.sequence)
    expect(Buffer.from(entry.hash.value).toString('hex')).toBe(latest.hash)
    expect(entry.header.totalCoins).toBe(10n ** 18n)
    expect(entry.header.feePool).toBe(100n)
  })

  test('follow the machine, and the clock that was turned, and never go back', async () => {
    const net = await TestNetwork.start()
    net.clock.now += 3n
    expect(net.core.close().closeTime).toBe(TEST_TIME + 3n)
    const before = net.core.latestLedger()
    const after = net.core.advance({ seconds: 3600 })
    expect(after.closeTime - before.closeTime).toBe(3600n)
    expect(after.sequence - before.sequence).toBe(720)
    net.clock.now -= 1000n
    expect(net.core.close().closeTime).toBe(after.closeTime)
    net.clock.now += 1001n
    expect(net.core.close().closeTime).toBe(after.closeTime + 1n)
    expect(net.core.ledger(before.sequence + 1)).toBeUndefined()
  })

  test('tell their listeners, which may leave', async () => {
    const net = await TestNetwork.start()
    const seen: number[] = []
    const leave = net.core.onLedger((ledger) => seen.push(ledger.sequence))
    const { sequence } = net.core.close()
    leave()
    net.core.close()
    expect(seen).toEqual([sequence])
  })

  test('are forgotten with their transactions when only some are to be kept', async () => {
    const net = await TestNetwork.start({ historyLedgers: 3 })
    const { hash } = net.must(net.root, [pay(net.root)])
    expect(net.core.transaction(hash)).toBeDefined()
    for (let at = 0; at < 3; at += 1) net.core.close()
    expect(net.core.transaction(hash)).toBeUndefined()
    expect(net.core.oldestLedger()).toBe(net.core.latestLedger().sequence - 2)
  })
})

describe('timed ledgers', () => {
  let net: TestNetwork
  afterEach(() => net.core.stop())

  test('hold what was sent until they close, one transaction of an account at a time', async () => {
    net = await TestNetwork.start({ mode: { everySeconds: 3600 } })
    const tx = net.build(net.root, [pay(net.root)])
    expect(net.send(tx).sent.status).toBe('PENDING')
    expect(net.send(tx).sent.status).toBe('DUPLICATE')
    const second = net.build(net.root, [pay(net.root, '2')])
    expect(net.send(second).sent.status).toBe('TRY_AGAIN_LATER')
    expect(net.core.transaction(Buffer.from(tx.hash()).toString('hex'))).toBeUndefined()
    expect(net.core.close().transactionCount).toBe(1)
    expect(net.core.transaction(Buffer.from(tx.hash()).toString('hex'))?.successful).toBe(true)
  })

  test('let a waiting transaction be replaced for ten times its fee', async () => {
    net = await TestNetwork.start({ mode: { everySeconds: 3600 } })
    const tx = net.build(net.root, [pay(net.root)])
    net.send(tx)
    const bump = (baseFee: string) => {
      const outer = TransactionBuilder.buildFeeBumpTransaction(net.root, baseFee, tx, net.core.passphrase)
      outer.sign(net.root)
      return net.send(outer)
    }
    expect(bump('999').code).toBe('tx_insufficient_fee')
    expect(bump('1000').sent.status).toBe('PENDING')
    expect(net.core.close().transactionCount).toBe(1)
  })

  test('take up no more than an account can pay for', async () => {
    net = await TestNetwork.start({ mode: { everySeconds: 3600 } })
    const payer = Keypair.random()
    net.send(
      net.build(net.root, [Operation.createAccount({ destination: payer.publicKey(), startingBalance: '1.00003' })]),
    )
    net.core.close()
    const others = [Keypair.random(), Keypair.random()]
    for (const other of others) {
      net.send(net.build(net.root, [Operation.createAccount({ destination: other.publicKey(), startingBalance: '5' })]))
      net.core.close()
    }
    const fates = others.map((other) => {
      const inner = net.build(other, [pay(net.root)])
      const outer = TransactionBuilder.buildFeeBumpTransaction(payer, '100', inner, net.core.passphrase)
      outer.sign(payer)
      return net.send(outer)
    })
    expect(fates.map(({ sent, code }) => `${sent.status} ${code}`)).toEqual([
      'PENDING PENDING',
      'ERROR tx_insufficient_balance',
    ])
  })

  test('hold no more operations than they may', async () => {
    net = await TestNetwork.start({ mode: { everySeconds: 3600 }, opsPerLedger: 3 })
    const wallets = Array.from({ length: 4 }, () => Keypair.random())
    for (const wallet of wallets) {
      net.send(
        net.build(net.root, [Operation.createAccount({ destination: wallet.publicKey(), startingBalance: '10' })]),
      )
      net.core.close()
    }
    for (const wallet of wallets) net.send(net.build(wallet, [pay(net.root), pay(net.root)].slice(0, 1)))
    expect([net.core.close().operationCount, net.core.close().operationCount]).toEqual([3, 1])
  })
})

describe('a contract', () => {
  test('of an asset is deployed, called and refunded, and moves classic balances', async () => {
    const net = await TestNetwork.start()
    const issuer = net.fund()
    const alice = net.fund()
    const asset = new Asset('USD', issuer.publicKey())
    net.must(alice, [Operation.changeTrust({ asset })])
    expect(net.invoke(issuer, Operation.createStellarAssetContract({ asset })).code).toBe('tx_success')
    const contract = asset.contractId(net.core.passphrase)
    const mint = Operation.invokeContractFunction({
      contract,
      function: 'mint',
      args: [nativeToScVal(alice.publicKey(), { type: 'address' }), nativeToScVal(7_0000000n, { type: 'i128' })],
    })
    const pool = net.core.state.feePoolStroops
    const before = net.account(issuer.publicKey()).balanceStroops
    const fate = net.invoke(issuer, mint)
    expect(fate.code).toBe('tx_success')
    expect(net.line(alice.publicKey(), asset).balanceStroops).toBe(70_000_000n)
    const [event] = fate.applied?.contractEvents[0] ?? []
    expect(event && scValToNative(event.body.v0.topics[0] ?? xdr.ScVal.scvVoid())).toBe('mint')
    const charged = fate.applied?.feeChargedStroops ?? 0n
    expect(before - net.account(issuer.publicKey()).balanceStroops).toBe(charged)
    expect(net.core.state.feePoolStroops - pool).toBe(charged)
    expect(fate.applied?.transactionEvents.length).toBe(2)
  })

  test('whose resources are not declared is refused', async () => {
    const net = await TestNetwork.start()
    const fate = net.submit(net.root, [Operation.createStellarAssetContract({ asset: Asset.native() })])
    expect(fate.code).toBe('tx_malformed')
  })
})

describe('the state', () => {
  let folder: string
  let stateFile: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'localnet-'))
    stateFile = join(folder, 'state')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const facts = (net: TestNetwork) => ({
    latest: net.core.latestLedger(),
    entries: [...net.core.state.entries].sort(([a], [b]) => (a < b ? -1 : 1)),
    pool: net.core.state.feePoolStroops,
    ids: net.core.state.idPool,
  })

  function busy(net: TestNetwork): Keypair {
    const alice = net.fund()
    const asset = new Asset('USD', net.root.publicKey())
    const source = alice.publicKey()
    net.must(alice, [
      Operation.changeTrust({ asset, source }),
      Operation.manageData({ name: 'plan', value: 'a' }),
      Operation.setOptions({
        homeDomain: 'town.example',
        signer: { ed25519PublicKey: net.root.publicKey(), weight: 1 },
      }),
    ])
    net.must(net.root, [Operation.payment({ destination: source, asset, amount: '5' })])
    net.must(alice, [Operation.manageSellOffer({ selling: asset, buying: Asset.native(), amount: '2', price: '3' })])
    net.must(alice, [Operation.manageData({ name: 'plan', value: null })])
    expect(net.invoke(alice, Operation.createStellarAssetContract({ asset })).code).toBe('tx_success')
    return alice
  }

  test('goes over into another network as bytes', async () => {
    const net = await TestNetwork.start()
    busy(net)
    const state = net.core.serialize()
    const other = await TestNetwork.start()
    other.fund()
    other.core.restore(state)
    expect(facts(other)).toEqual(facts(net))
    expect(other.core.transactionsOf(3)[0]?.resultXdr).toEqual(net.core.transactionsOf(3)[0]?.resultXdr)
    other.fund()
    expect(() => other.core.restore(state.subarray(0, state.length - 1))).toThrow('damaged')
  })

  test('is picked up from its file by the next process', async () => {
    const net = await TestNetwork.start({ stateFile })
    const alice = busy(net)
    net.core.advance({ seconds: 1000 })
    net.core.stop()
    const again = await TestNetwork.start({ stateFile })
    expect(facts(again)).toEqual(facts(net))
    again.must(alice, [pay(again.root)])
    expect(again.core.latestLedger().closeTime).toBe(net.core.latestLedger().closeTime)
    again.core.stop()
    const third = await TestNetwork.start({ stateFile })
    expect(facts(third)).toEqual(facts(again))
    third.core.stop()
  })

  test('survives a process that is killed at any byte of writing', async () => {
    const net = await TestNetwork.start({ stateFile })
    busy(net)
    const before = facts(net)
    const good = statSync(stateFile).size
    net.fund()
    net.core.stop()
    const whole = readFileSync(stateFile)
    for (const size of [good, good + 1, good + 7, good + 9, good + 100, whole.length - 1]) {
      writeFileSync(stateFile, whole)
      truncateSync(stateFile, size)
      const again = await TestNetwork.start({ stateFile })
      expect(facts(again)).toEqual(before)
      // Reading alone changes nothing; writing cuts the torn end off first.
      expect(statSync(stateFile).size).toBe(size)
      again.fund()
      again.core.stop()
      const third = await TestNetwork.start({ stateFile })
      expect(facts(third)).toEqual(facts(again))
      third.core.stop()
    }
    writeFileSync(stateFile, Buffer.concat([whole.subarray(0, good), Buffer.alloc(64, 1)]))
    const again = await TestNetwork.start({ stateFile })
    expect(facts(again)).toEqual(before)
    again.core.stop()
  })

  test('of another network is not taken for ours', async () => {
    const net = await TestNetwork.start({ stateFile, passphrase: 'Another Network' })
    net.core.stop()
    await expect(TestNetwork.start({ stateFile })).rejects.toThrow('not one of this network')
  })
})
