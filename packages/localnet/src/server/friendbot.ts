import { Account, Asset, Operation, StrKey, TransactionBuilder } from '@stellar/stellar-sdk/base'
import { rootKeypair } from '../core/core.ts'
import type { AppliedTransaction, LocalnetCore } from '../core/types.ts'
import type { ClassicState } from '../horizon/state.ts'
import { toAmount } from './encoding.ts'

const STARTING_STROOPS = 10_000n * 10_000_000n
const FEE_PER_OPERATION_STROOPS = '1000'
const MAX_OPERATIONS = 100
/** Ledgers that a funding transaction may wait for before it is given up; it is then known not to be in one. */
const LEDGERS_TO_WAIT = 3

/** What came of a wish for money. */
export type Funding =
  | { readonly ok: true; readonly applied: AppliedTransaction }
  | {
      readonly ok: false
      readonly code: 'ALREADY_FUNDED' | 'INVALID_ADDRESS' | 'NOT_INCLUDED'
      readonly message: string
    }

interface Wish {
  readonly address: string
  readonly amountStroops: bigint
  readonly resolve: (funding: Funding) => void
  readonly reject: (error: unknown) => void
}

/** Gives lumens of the network's root account. */
export interface Friendbot {
  /** Creates the account with `amountStroops`, or pays them to it if it exists. */
  readonly pay: (address: string, amountStroops: bigint) => Promise<Funding>
  /** As the public friendbot: 10,000 lumens, refused to an account that has as much already. */
  readonly fund: (address: string) => Promise<Funding>
  /** Refuses what still waits: no ledger will hold it. */
  readonly stop: () => void
}

/**
 * Only one transaction of the root account is under way at a time; wishes that come meanwhile share the next one.
 * So a network with timed ledgers funds a hundred accounts a ledger, and one with instant ledgers each at once.
 */
export function createFriendbot(core: LocalnetCore, state: ClassicState): Friendbot {
  const root = rootKeypair(core.passphrase)
  const waiting: Wish[] = []
  let underWay: readonly Wish[] = []
  let busy = false

  function build(wishes: readonly Wish[]) {
    const sequence = state.account(root.publicKey())?.sequence
    if (sequence === undefined) throw new Error('the root account is gone')
    const builder = new TransactionBuilder(new Account(root.publicKey(), sequence.toString()), {
      fee: FEE_PER_OPERATION_STROOPS,
      networkPassphrase: core.passphrase,
      // Network time has nothing to do with the machine's: no time bounds, but ledger bounds, so that it surely ends.
      timebounds: { minTime: 0, maxTime: 0 },
      ledgerbounds: {
        minLedger: 0,
        maxLedger: core.latestLedger().sequence + LEDGERS_TO_WAIT + 1,
      },
    })
    for (const { address, amountStroops } of wishes) {
      const amount = toAmount(amountStroops)
      const exists = state.account(address) !== undefined
      builder.addOperation(
        exists
          ? Operation.payment({
              destination: address,
              asset: Asset.native(),
              amount,
            })
          : Operation.createAccount({
              destination: address,
              startingBalance: amount,
            }),
      )
    }
    const transaction = builder.build()
    transaction.sign(root)
    return transaction
  }

  /** The applied transaction; undefined when the ledgers it may be in have passed without it. */
  function included(hash: string): Promise<AppliedTransaction | undefined> {
    const already = core.transaction(hash)
    if (already) return Promise.resolve(already)
    return new Promise((resolve) => {
      let ledgers = 0
      const unsubscribe = core.onLedger(() => {
        const applied = core.transaction(hash)
        ledgers += 1
        if (!applied && ledgers < LEDGERS_TO_WAIT) return
        unsubscribe()
        resolve(applied)
      })
    })
  }

  async function carryOut(wishes: readonly Wish[]): Promise<void> {
    const transaction = build(wishes)
    const sent = core.send(transaction.toEnvelope())
    const applied = sent.status === 'PENDING' ? await included(sent.hash) : undefined
    const funding: Funding = applied?.successful
      ? { ok: true, applied }
      : {
          ok: false,
          code: 'NOT_INCLUDED',
          message: `funding transaction ${sent.hash} was not carried out`,
        }
    for (const wish of wishes) wish.resolve(funding)
  }

  /** Wishes for one transaction: no account twice, since what it needs depends on what came before. */
  function takeWishes(): Wish[] {
    const taken = new Map<string, Wish>()
    const left: Wish[] = []
    for (const wish of waiting.splice(0)) {
      if (taken.has(wish.address) || taken.size === MAX_OPERATIONS) left.push(wish)
      else taken.set(wish.address, wish)
    }
    waiting.push(...left)
    return [...taken.values()]
  }

  async function work(): Promise<void> {
    if (busy) return
    busy = true
    while (waiting.length > 0) {
      const wishes = takeWishes()
      underWay = wishes
      try {
        await carryOut(wishes)
      } catch (error) {
        for (const wish of wishes) wish.reject(error)
      }
    }
    underWay = []
    busy = false
  }

  const pay = (address: string, amountStroops: bigint): Promise<Funding> => {
    if (!StrKey.isValidEd25519PublicKey(address)) {
      const message = StrKey.isValidContract(address)
        ? 'contract addresses are not funded by this network: pay them from an account'
        : 'invalid address: must be a valid G address'
      return Promise.resolve({ ok: false, code: 'INVALID_ADDRESS', message })
    }
    return new Promise((resolve, reject) => {
      waiting.push({ address, amountStroops, resolve, reject })
      void work()
    })
  }
  return {
    pay,
    fund(address) {
      const balance = state.account(address)?.balanceStroops ?? 0n
      if (balance < STARTING_STROOPS) return pay(address, STARTING_STROOPS)
      const message = 'account already funded to starting balance'
      return Promise.resolve({ ok: false, code: 'ALREADY_FUNDED', message })
    },
    stop() {
      const message = 'the network was stopped first'
      for (const wish of [...underWay, ...waiting.splice(0)]) wish.resolve({ ok: false, code: 'NOT_INCLUDED', message })
    },
  }
}
