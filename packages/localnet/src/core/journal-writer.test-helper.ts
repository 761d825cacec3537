/** A process that keeps a network in a file and tells every ledger that closed, until it is killed. Arguments: the file. */
import { Keypair, Operation } from '@stellar/stellar-sdk/base'
import { TestNetwork } from './testing.ts'

const [, , stateFile = ''] = process.argv
const net = await TestNetwork.start({ stateFile })
net.clock.now = net.core.latestLedger().closeTime
for (;;) {
  net.clock.now += 5n
  // Some ledgers are empty, so that the file is written anew at times.
  if (Math.random() < 0.7) net.core.close()
  else
    net.must(net.root, [Operation.createAccount({ destination: Keypair.random().publicKey(), startingBalance: '5' })])
  const { sequence, hash } = net.core.latestLedger()
  process.stdout.write(`${sequence} ${hash}\n`)
  await new Promise((resolve) => setImmediate(resolve))
}
