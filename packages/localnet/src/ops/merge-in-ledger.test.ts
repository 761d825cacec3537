import { Keypair, Operation, type TransactionBuilder } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { codesOf, TestNetwork } from '../core/testing.ts'

/**
 * MergeOpFrame::isSeqnumTooFar of stellar-core: were the account created again in the same ledger, the transaction
 * still to come would find a lower number than it carries, and be valid.
 */
test('an account is not merged in a ledger that has a transaction of it far ahead, whichever comes first', async () => {
  const net = await TestNetwork.start({ mode: { everySeconds: 5 } })
  const pairs = Array.from({ length: 8 }, () => ({ account: Keypair.random(), merger: Keypair.random() }))
  const create = pairs
    .flatMap(({ account, merger }) => [account, merger])
    .map((each) => Operation.createAccount({ destination: each.publicKey(), startingBalance: '10' }))
  expect(net.submit(net.root, create).sent.status).toBe('PENDING')
  net.core.close()
  const ahead = (BigInt(net.core.latestLedger().sequence + 1) << 32n) + 5n
  const edit = (builder: TransactionBuilder): void => {
    builder.setMinAccountSequence('0')
  }
  const merges = pairs.map(({ account, merger }, at) => {
    const sendAhead = () => {
      const fate = net.submit(account, [Operation.bumpSequence({ bumpTo: '0' })], { sequence: ahead, edit })
      expect(fate.sent.status).toBe('PENDING')
    }
    const merge = Operation.accountMerge({ destination: merger.publicKey(), source: account.publicKey() })
    if (at % 2 === 0) sendAhead()
    const { sent } = net.submit(merger, [merge], { signers: [merger, account] })
    if (at % 2 === 1) sendAhead()
    return sent.hash
  })
  net.core.close()
  const codes = merges.map((hash) => codesOf(net.core.transaction(hash)?.resultXdr ?? new Uint8Array()).operations)
  expect(codes).toEqual(pairs.map(() => ['seqnum_too_far']))
})
