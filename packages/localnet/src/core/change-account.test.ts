import { Keypair, Operation } from '@stellar/stellar-sdk/base'
import { describe, expect, test } from 'vitest'
import { brokenLaws } from '../laws/state.ts'
import type { AccountChange } from './change-account.ts'
import { TestNetwork } from './testing.ts'

describe('setting an account', () => {
  test('makes it what it is told to be, out of the lumens there are', async () => {
    const net = await TestNetwork.start()
    const [alice, second] = [Keypair.random(), Keypair.random()]
    const before = net.core.latestLedger().sequence
    const ledger = net.core.setAccount({
      address: alice.publicKey(),
      balanceStroops: 50_0000000n,
      sequence: 41n,
      flags: 3,
      homeDomain: 'adjuntas.example',
      thresholds: [1, 1, 2, 2],
      signers: [{ address: second.publicKey(), weight: 1 }],
    })
    expect(ledger.sequence).toBe(before + 1)
    expect(net.account(alice.publicKey())).toMatchObject({
      balanceStroops: 50_0000000n,
      sequence: 41n,
      flags: 3,
      numSubEntries: 1,
    })
    // The signatures of both reach the threshold of a payment; one alone does not.
    const data = [Operation.manageData({ name: 'a', value: 'b' })]
    expect(net.submit(alice, data).code).toBe('tx_failed')
    expect(net.submit(alice, data, { signers: [alice, second] }).code).toBe('tx_success')
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  test('takes sponsored signers away with their sponsorship', async () => {
    const net = await TestNetwork.start()
    const [sponsor, owner] = [net.fund(), net.fund()]
    const ed25519PublicKey = Keypair.random().publicKey()
    net.must(
      sponsor,
      [
        Operation.beginSponsoringFutureReserves({ sponsoredId: owner.publicKey() }),
        Operation.setOptions({ signer: { ed25519PublicKey, weight: 1 }, source: owner.publicKey() }),
        Operation.endSponsoringFutureReserves({ source: owner.publicKey() }),
      ],
      { signers: [sponsor, owner] },
    )
    net.core.setAccount({ address: owner.publicKey(), signers: [] })
    expect(net.account(sponsor.publicKey()).numSponsoring).toBe(0)
    expect(brokenLaws(net.core.state)).toEqual([])
  })

  const someone = Keypair.random().publicKey()
  test.each<[string, AccountChange]>([
    ['an address that is none', { address: 'alice', balanceStroops: 1n }],
    ['a new account without lumens', { address: someone }],
    ['less than the reserve', { address: someone, balanceStroops: 9_999_999n }],
    ['more lumens than there are', { address: someone, balanceStroops: 10n ** 19n }],
    ['flags that there are not', { address: someone, balanceStroops: 10n ** 9n, flags: 16 }],
    ['thresholds out of range', { address: someone, balanceStroops: 10n ** 9n, thresholds: [1, 256, 0, 0] }],
    ['itself as signer', { address: someone, balanceStroops: 10n ** 9n, signers: [{ address: someone, weight: 1 }] }],
  ])('to %s is refused and changes nothing', async (_, change) => {
    const net = await TestNetwork.start()
    const before = net.core.serialize()
    expect(() => net.core.setAccount(change)).toThrow(RangeError)
    expect(Buffer.compare(net.core.serialize(), before)).toBe(0)
  })
})
