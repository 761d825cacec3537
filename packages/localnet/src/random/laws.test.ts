import { randomInt } from 'node:crypto'
import { Operation } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { BASE_RESERVE_STROOPS } from '../core/ledger-maker.ts'
import { Shadow } from '../laws/shadow.ts'
import { brokenLaws } from '../laws/state.ts'
import { toldOf } from '../laws/told.ts'
import { brokenBy } from '../laws/transaction.ts'
import * as accounts from './accounts.test-helper.ts'
import * as balances from './balances.test-helper.ts'
import { Dice } from './dice.test-helper.ts'
import { Drafter } from './drafts.test-helper.ts'
import * as offers from './offers.test-helper.ts'
import { Outcomes } from './outcomes.test-helper.ts'
import * as pools from './pools.test-helper.ts'
import { Sender } from './sender.test-helper.ts'
import { revokeSponsorship, sponsoring } from './sponsoring.test-helper.ts'
import * as trust from './trust.test-helper.ts'
import { type Part, World } from './world.test-helper.ts'

/** Enough for every run; the long one is told by the environment. */
const OPERATIONS = Number(process.env.LOCALNET_OPERATIONS ?? 10_000)
const SEED = Number(process.env.LOCALNET_SEED ?? randomInt(2 ** 31))
const COMPARED_EVERY = 25
const TOLD_EVERY = 10_000

const CLASSIC: readonly (readonly [weight: number, (world: World) => Part])[] = [
  [3, accounts.createAccount],
  [2, accounts.accountMerge],
  [2, accounts.manageData],
  [2, accounts.bumpSequence],
  [4, accounts.setOptions],
  [6, accounts.payment],
  [3, trust.changeTrust],
  [4, trust.setTrustLineFlags],
  [4, trust.allowTrust],
  [3, trust.clawback],
  [6, offers.manageSellOffer],
  [5, offers.manageBuyOffer],
  [4, offers.createPassiveSellOffer],
  [7, offers.pathPaymentStrictReceive],
  [7, offers.pathPaymentStrictSend],
  [6, balances.createClaimableBalance],
  [3, balances.claimClaimableBalance],
  [2, balances.clawbackClaimableBalance],
  [4, pools.trustShares],
  [5, pools.liquidityPoolDeposit],
  [4, pools.liquidityPoolWithdraw],
  [4, sponsoring],
  [3, revokeSponsorship],
]

/** In how many ways of its own each kind must have been refused: what every run of 10,000 comes to with much to spare. */
const REFUSALS: Readonly<Record<string, number>> = {
  accountMerge: 3,
  allowTrust: 3,
  beginSponsoringFutureReserves: 3,
  bumpSequence: 1,
  changeTrust: 5,
  claimClaimableBalance: 3,
  clawback: 3,
  clawbackClaimableBalance: 2,
  createAccount: 3,
  createClaimableBalance: 3,
  createPassiveSellOffer: 5,
  endSponsoringFutureReserves: 1,
  extendFootprintTtl: 2,
  'invokeHostFunction: call': 4,
  'invokeHostFunction: create': 2,
  'invokeHostFunction: upload': 2,
  liquidityPoolDeposit: 4,
  liquidityPoolWithdraw: 3,
  manageBuyOffer: 6,
  manageData: 2,
  manageSellOffer: 6,
  pathPaymentStrictReceive: 7,
  pathPaymentStrictSend: 7,
  payment: 6,
  restoreFootprint: 2,
  revokeSponsorship: 3,
  setOptions: 5,
  setTrustLineFlags: 3,
}
/** Each kind succeeds at least as many times. */
const OFTEN = 10

// Guards the laws on which every balance that the servers show depends: whatever happens, nothing is made or lost.
test('random sequences of all operations keep the laws of the ledger', { timeout: 7_200_000 }, async () => {
  const dice = new Dice(SEED)
  const world = await World.start(dice)
  const { net } = world
  const rich = Array.from({ length: 4 }, () => dice.keypair())
  for (const keypair of rich) {
    net.submit(net.root, [Operation.createAccount({ destination: keypair.publicKey(), startingBalance: '50000000' })])
    net.core.close()
  }
  const shadow = new Shadow(net.core.state, net.core.networkId)
  const outcomes = new Outcomes()
  const sender = new Sender(world, outcomes)
  const drafter = new Drafter(world, rich)
  let told = TOLD_EVERY
  const check = (at: number, codes: string): void => {
    const ledger = net.core.latestLedger()
    const transactions = net.core.transactionsOf(ledger.sequence).map(toldOf)
    shadow.follow(ledger, transactions)
    const broken = [
      ...transactions.flatMap((transaction) => brokenBy(transaction, BASE_RESERVE_STROOPS)),
      ...brokenLaws(net.core.state),
    ]
    // Every entry and balance is compared now and then: what differs once differs from then on.
    if (at % COMPARED_EVERY === 0 || outcomes.operations >= OPERATIONS)
      broken.push(...shadow.differences(net.core.state))
    expect(broken, `seed ${SEED}, ledger ${at}: ${codes}`).toEqual([])
  }
  for (let at = 0; outcomes.operations < OPERATIONS; at += 1) {
    for (
      let batch = dice.weighted([
        [6, 1],
        [2, 2],
        [1, 4],
      ] as const);
      batch > 0;
      batch -= 1
    ) {
      if (dice.below(10) < 3) sender.sendDraft(drafter.next())
      else {
        const parts = dice.weighted([
          [8, 1],
          [2, 2],
          [1, 4],
        ] as const)
        sender.sendParts(Array.from({ length: parts }, () => dice.weighted(CLASSIC)(world)))
      }
    }
    check(at, sender.close())
    if (dice.once(80)) {
      net.core.advance({ seconds: 30, ledgers: 300_000 + dice.below(700_000) })
      check(at, 'time passed')
    }
    if (outcomes.operations >= told) {
      process.stderr.write(`${outcomes.operations} operations\n`)
      told += TOLD_EVERY
    }
  }
  console.log(`seed ${SEED}, ${outcomes.operations} operations\n${outcomes}`)
  // Fewer operations than a run of the suite has show that the laws hold; not that everything was tried.
  if (OPERATIONS < 10_000) return
  expect(outcomes.kinds()).toEqual(Object.keys(REFUSALS).sort())
  for (const [kind, ways] of Object.entries(REFUSALS)) {
    expect(outcomes.succeeded(kind), `${kind} succeeds; seed ${SEED}\n${outcomes}`).toBeGreaterThanOrEqual(OFTEN)
    const refused = outcomes.refusals(kind).length
    expect(refused, `${kind} is refused in several ways; seed ${SEED}\n${outcomes}`).toBeGreaterThanOrEqual(ways)
  }
})
