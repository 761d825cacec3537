import { Asset, Keypair } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { createFeeWindows } from '../rpc/fee-stats.ts'
import { createFaults } from '../server/faults.ts'
import { followLedgers } from '../server/history.ts'
import { startLocalnet } from '../server/localnet.ts'
import { payment, signed } from '../server/testing.ts'
import type { HorizonContext } from './context.ts'
import { HistoryIndex } from './ingest/history-index.ts'
import { answerHorizon } from './router.ts'
import { classicState } from './state.ts'

test('a transaction whose ledger does not come in time is a 504 with its hash; later it is found by it', async () => {
  const net = await startLocalnet({ mode: { everySeconds: 3_600 } })
  const ana = Keypair.random()
  const funding = net.fund(ana.publicKey())
  net.core.close()
  await funding
  const { core } = net
  const history = followLedgers(core)
  const context: HorizonContext = {
    core,
    history,
    state: classicState(core.state),
    index: new HistoryIndex(core, history),
    fees: createFeeWindows(core),
    faults: createFaults(),
    baseUrl: net.url,
    submissionTimeoutMs: 50,
  }
  const transaction = await signed(net, ana, [payment(ana.publicKey(), Asset.native(), '1')])
  const hash = Buffer.from(transaction.hash()).toString('hex')
  const request = {
    method: 'POST',
    path: '/transactions',
    query: new URLSearchParams(),
    form: new URLSearchParams({ tx: transaction.toXdr() }),
  }
  // Waiting for an answer keeps a server alive; here nothing else does.
  const alive = setInterval(() => undefined, 1_000)
  const answer = await answerHorizon(request, context)
  clearInterval(alive)
  expect(answer).toMatchObject({
    status: 504,
    body: { type: 'https://stellar.org/horizon-errors/transaction_submission_timeout', extras: { hash } },
  })
  core.close()
  expect((await answerHorizon(request, context)).status).toBe(200)
  history.stop()
  await net.close()
})
