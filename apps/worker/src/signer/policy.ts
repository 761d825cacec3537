/**
 * What an auto-pay key signs: path payments from prepaid wallets of its cohort to their parties' registered collection accounts, within the bills that the
 * energy contract says are open, each bill once. Whatever is asked beyond that is refused, whoever asks.
 */
import type { InspectedOperation, InspectedTransaction } from '@heliobond/chain'
import type { Queryable, WorkerContext } from '../context.ts'

/** Codes are stable. `retry`: a later try may pass. */
export interface SigningRefusal {
  readonly code:
    | 'UNREADABLE'
    | 'NOT_A_CHANNEL'
    | 'LIVES_TOO_LONG'
    | 'NOT_A_BILL_PAYMENT'
    | 'NOT_THIS_COHORT'
    | 'WRONG_DESTINATION'
    | 'WRONG_ASSET'
    | 'NOT_OPEN'
    | 'MORE_THAN_DUE'
    | 'TOO_DEAR'
    | 'TWICE'
    | 'SIGNED_ALREADY'
  readonly detail: string
  readonly retry: boolean
}

/** Refusals that happen in ordinary races; any other means that something asks for what it must not. */
export const ORDINARY: ReadonlySet<SigningRefusal['code']> = new Set([
  'NOT_OPEN',
  'MORE_THAN_DUE',
  'TOO_DEAR',
  'SIGNED_ALREADY',
])

/** A bill that the transaction would pay. */
export interface BillInTransaction {
  readonly systemId: number
  readonly number: bigint
}

type Payment = Extract<InspectedOperation, { kind: 'path-payment-strict-receive' }>

interface Payee {
  readonly systemId: number
  readonly partyIndex: number
  readonly offering: string
  readonly energy: string
  readonly settlementAsset: Payment['destAsset']
  readonly collection: string
}

/** No envelope of ours lives longer than five minutes; a minute more for clocks. */
const LONGEST_LIFE_SECONDS = 360n
/** How much dearer than the signer's own quote a payment may be: the payer's slippage, and as much again for what moved meanwhile. */
const SLACK_BPS = 200n
const BPS = 10_000n
/** When so many bills are open the contract joins later ones to the newest it lists. */
const MOST_OPEN_BILLS = 60

const refuse = (code: SigningRefusal['code'], detail: string, retry = false): SigningRefusal => ({
  code,
  detail,
  retry,
})

/** Why a transaction is not signed; or the bills that it pays. */
export async function judge(
  context: WorkerContext,
  key: string,
  transaction: InspectedTransaction,
): Promise<SigningRefusal | { readonly bills: readonly BillInTransaction[] }> {
  const { store, chain } = context
  const { rows: channels } = await store.query('SELECT 1 FROM channel_account WHERE address = $1', [transaction.source])
  if (channels.length === 0) return refuse('NOT_A_CHANNEL', `the source is ${transaction.source}`)
  if (transaction.expiresAt > (await chain.now()) + LONGEST_LIFE_SECONDS)
    return refuse('LIVES_TOO_LONG', `it may be applied until ${transaction.expiresAt}`)

  const payeeOf = await payeesOf(store, key, transaction.operations)
  const byParty = new Map<string, { payee: Payee; payments: Payment[] }>()
  for (const operation of transaction.operations) {
    if (operation.kind === 'other') return refuse('NOT_A_BILL_PAYMENT', `${operation.type} of ${operation.source}`)
    const payee = payeeOf(operation)
    if ('code' in payee) return payee
    const id = `${payee.systemId}:${payee.partyIndex}`
    const of = byParty.get(id) ?? { payee, payments: [] }
    byParty.set(id, of)
    of.payments.push(operation)
  }
  const ledger = await ledgerOf(
    context,
    [...byParty.values()].map(({ payee }) => payee),
  )
  const bills: BillInTransaction[] = []
  for (const { payee, payments } of byParty.values()) {
    const refusal = judgeParty(ledger, payee, payments) ?? (await judgeCost(context, payments))
    if (refusal) return refusal
    for (const { destinationId: number = 0n } of payments) bills.push({ systemId: payee.systemId, number })
  }
  return { bills }
}

interface PayeeRow {
  wallet: string
  system_id: number
  party_index: number
  autopay_key: string
  collection: string
  offering: string
  settlement_asset: Payment['destAsset']
  energy: string
}

/** Whose wallets they are and to whom each may pay: one question for all of a transaction. */
async function payeesOf(
  db: Queryable,
  key: string,
  operations: readonly InspectedOperation[],
): Promise<(payment: Payment) => Payee | SigningRefusal> {
  const { rows } = await db.query<PayeeRow>(
    `SELECT p.wallet, p.system_id, p.index AS party_index, coalesce(w.autopay_key, 'autopay') AS autopay_key, p.collection, o.contract_id AS offering,
       o.settlement_asset, s.value->>'energy' AS energy
     FROM party p LEFT JOIN prepaid_wallet w ON w.system_id = p.system_id AND w.party_index = p.index
       JOIN offering o ON o.system_id = p.system_id JOIN setting s ON s.key = 'project:' || o.id
     WHERE p.wallet = ANY($1)`,
    [[...new Set(operations.flatMap((one) => (one.kind === 'other' ? [] : [one.source])))]],
  )
  const byWallet = Map.groupBy(rows, ({ wallet }) => wallet)
  return (payment) => {
    const own = byWallet.get(payment.source) ?? []
    const wallet = own.find((row) => row.collection === payment.destination) ?? own[0]
    if (!wallet || wallet.autopay_key !== key) return refuse('NOT_THIS_COHORT', `the wallet ${payment.source}`)
    if (wallet.collection !== payment.destination)
      return refuse('WRONG_DESTINATION', `${payment.destination} is not the collection account of ${payment.source}`)
    if (wallet.settlement_asset !== payment.destAsset) return refuse('WRONG_ASSET', payment.destAsset)
    return {
      systemId: wallet.system_id,
      partyIndex: wallet.party_index,
      offering: wallet.offering,
      energy: wallet.energy,
      settlementAsset: wallet.settlement_asset,
      collection: wallet.collection,
    }
  }
}

interface OpenBill {
  readonly number: bigint
  readonly due: bigint
  readonly paid: bigint
}

/** What the ledger says of parties: where their money is to go, what of it is open, and what lies there already. */
interface LedgerView {
  collections(offering: string): readonly string[]
  open(payee: Payee): readonly OpenBill[]
  waitingStroops(payee: Payee): bigint
}

/** Asks the network about all parties of a transaction at once. */
async function ledgerOf({ chain, contracts }: WorkerContext, payees: readonly Payee[]): Promise<LedgerView> {
  const each = async <K, V>(keys: readonly K[], ask: (key: K) => Promise<V>): Promise<ReadonlyMap<K, V>> =>
    new Map(await Promise.all([...new Set(keys)].map(async (key): Promise<[K, V]> => [key, await ask(key)])))
  const ofAsset = Map.groupBy(payees, ({ settlementAsset }) => settlementAsset)
  const [collections, open, lines] = await Promise.all([
    each(
      payees.map(({ offering }) => offering),
      (offering) => chain.storedAddresses(offering, 'Collections'),
    ),
    each(payees, ({ energy, systemId: system, partyIndex: party }) =>
      contracts.read<readonly OpenBill[]>('energy', energy, 'open_bills', { system, party }),
    ),
    each([...ofAsset.keys()], (asset) =>
      chain.trustlines(
        (ofAsset.get(asset) ?? []).map(({ collection }) => collection),
        asset,
      ),
    ),
  ])
  return {
    collections: (offering) => collections.get(offering) ?? [],
    open: (payee) => open.get(payee) ?? [],
    waitingStroops: ({ settlementAsset, collection }) =>
      lines.get(settlementAsset)?.get(collection)?.balanceStroops ?? 0n,
  }
}

/** Whether one party's payments go where they should, and pay no more than is open. */
function judgeParty(ledger: LedgerView, payee: Payee, payments: readonly Payment[]): SigningRefusal | null {
  const { partyIndex: party, offering } = payee
  if (ledger.collections(offering)[party] !== payee.collection)
    return refuse('WRONG_DESTINATION', `the offering's collection account of party ${party} is another`)
  const open = ledger.open(payee)
  const numbers = new Set<bigint>()
  let total = 0n
  for (const { destinationId: number, destAmountStroops } of payments) {
    if (number === undefined) return refuse('NOT_A_BILL_PAYMENT', 'the destination names no bill')
    if (numbers.has(number)) return refuse('TWICE', `bill ${number}`)
    numbers.add(number)
    const bill = open.find((one) => one.number === number)
    if (!bill && open.length < MOST_OPEN_BILLS) return refuse('NOT_OPEN', `bill ${number}`, true)
    if (bill && destAmountStroops > bill.due - bill.paid) return refuse('MORE_THAN_DUE', `bill ${number}`, true)
    total += destAmountStroops
  }
  // The list holds all that is open: beyond its length later bills are added to its newest.
  const outstanding = open.reduce((sum, { due, paid }) => sum + due - paid, 0n)
  const waiting = ledger.waitingStroops(payee)
  if (total + waiting > outstanding)
    return refuse('MORE_THAN_DUE', `${total} and ${waiting} in the collection account; ${outstanding} are open`, true)
  return null
}

/** No payment costs more than the signer's own quote of this moment, but for a little. */
async function judgeCost({ chain }: WorkerContext, payments: readonly Payment[]): Promise<SigningRefusal | null> {
  for (const { sendAsset, sendMaxStroops, destAsset, destAmountStroops } of payments) {
    const cost =
      sendAsset === destAsset ? destAmountStroops : await chain.pathCost({ sendAsset, destAsset, destAmountStroops })
    if (cost === null) return refuse('TOO_DEAR', `no path from ${sendAsset}`, true)
    const most = sendAsset === destAsset ? cost : cost + (cost * SLACK_BPS) / BPS + 1n
    if (sendMaxStroops > most) return refuse('TOO_DEAR', `${sendMaxStroops} of ${sendAsset}; it costs ${cost}`, true)
  }
  return null
}
