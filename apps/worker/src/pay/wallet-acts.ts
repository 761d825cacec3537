import { type ChainEvent, hintOf, tokenAllowance, tokenMovement } from '@heliobond/chain'
import { alarm, clear } from '../alarm.ts'
import type { Queryable, WorkerContext } from '../context.ts'
import type { WatchedWallet } from './watch.ts'

/**
 * Looks at one event of a prepaid wallet: money that left it, or an allowance over it. What our own payments moved is in the books; what its user signed is
 * the user's own affair. Anything else is an alarm.
 *
 * @param ours the transactions of the outbox among those whose events are looked at: see `oursAmong`
 * @returns whether it was worth a note
 */
export async function noteDeparture(
  context: WorkerContext,
  wallets: ReadonlyMap<string, WatchedWallet>,
  ours: ReadonlySet<string>,
  event: ChainEvent,
): Promise<boolean> {
  const allowance = tokenAllowance(event)
  const wallet = wallets.get(allowance?.from ?? tokenMovement(event)?.from ?? '')
  if (!wallet) return false
  if (allowance) {
    await noteAllowance(context, wallet, event, allowance)
    return true
  }
  if (ours.has(event.txHash)) return false
  return noteStrangeAct(context, wallet, event)
}

async function noteAllowance(
  context: WorkerContext,
  wallet: WatchedWallet,
  event: ChainEvent,
  { spender, amountStroops, expiresLedger }: NonNullable<ReturnType<typeof tokenAllowance>>,
): Promise<void> {
  const { store } = context
  const subject = `account:${wallet.address}`
  if (amountStroops === 0n) {
    await store.query('DELETE FROM wallet_allowance WHERE wallet = $1 AND contract_id = $2 AND spender = $3', [
      wallet.address,
      event.contractId,
      spender,
    ])
    const { rows } = await store.query('SELECT 1 FROM wallet_allowance WHERE wallet = $1', [wallet.address])
    if (rows.length === 0) await clear(context, { kind: 'wallet.allowance', subject, at: event.closedAt })
    return
  }
  await store.query(
    `INSERT INTO wallet_allowance (wallet, contract_id, spender, amount_stroops, expires_ledger, tx_hash, ledger) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (wallet, contract_id, spender) DO UPDATE SET amount_stroops = EXCLUDED.amount_stroops, expires_ledger = EXCLUDED.expires_ledger,
       tx_hash = EXCLUDED.tx_hash, ledger = EXCLUDED.ledger`,
    [wallet.address, event.contractId, spender, storable(amountStroops), expiresLedger, event.txHash, event.ledger],
  )
  const byUser = isUsers(wallet, await signedBy(context, event.txHash))
  await alarm(context, {
    ...{ kind: 'wallet.allowance', subject, severity: byUser ? 'warning' : 'critical' },
    ...{ systemId: wallet.systemId, partyIndex: wallet.partyIndex, at: event.closedAt },
    message: `${spender} may take money from a prepaid wallet${byUser ? ', as its user has allowed' : ', and its user did not sign for that'}. Stopping auto-pay takes allowances back.`,
    detail: {
      spender,
      byUser,
      contract: event.contractId,
      amountStroops: String(amountStroops),
      expiresLedger,
      hash: event.txHash,
    },
  })
}

/** Money left the wallet, and no payment of ours moved it. */
async function noteStrangeAct(context: WorkerContext, wallet: WatchedWallet, event: ChainEvent): Promise<boolean> {
  const hints = await signedBy(context, event.txHash)
  if (isUsers(wallet, hints)) return false
  const autopay = await context.keys.address(wallet.autopayKey)
  const byAutopay = autopay !== null && (hints?.includes(hintOf(autopay)) ?? false)
  const movement = tokenMovement(event)
  await alarm(context, {
    ...{
      kind: byAutopay ? 'autopay.misused' : 'wallet.taken',
      subject: `account:${wallet.address}`,
      severity: 'critical',
    },
    ...{ systemId: wallet.systemId, partyIndex: wallet.partyIndex, at: event.closedAt },
    message: byAutopay
      ? 'The auto-pay key moved money that was for no bill: take the key out of use, tell the users of its cohort to stop auto-pay.'
      : 'Money left a prepaid wallet without its user and without the auto-pay key: look at its allowances and signers.',
    detail: {
      hash: event.txHash,
      to: movement?.to ?? null,
      amountStroops: String(movement?.amountStroops ?? 0n),
      contract: event.contractId,
    },
  })
  return true
}

/** Whether a key of its user signed. Unknown hints are nobody's. */
const isUsers = ({ userKeys }: WatchedWallet, hints: readonly string[] | undefined): boolean =>
  userKeys.some((key) => hints?.includes(hintOf(key)))

const signedBy = ({ chain }: WorkerContext, hash: string) => chain.transactionHints(hash)

/** Which of these transactions are of the outbox: they were looked at before they were signed. */
export async function oursAmong(db: Queryable, events: readonly ChainEvent[]): Promise<ReadonlySet<string>> {
  const hashes = [...new Set(events.map(({ txHash }) => txHash))]
  if (hashes.length === 0) return new Set()
  const { rows } = await db.query<{ hash: string | null; inner_hash: string | null }>(
    'SELECT hash, inner_hash FROM outbox WHERE hash = ANY($1) OR inner_hash = ANY($1)',
    [hashes],
  )
  return new Set(rows.flatMap((row) => [row.hash, row.inner_hash]).filter((hash) => hash !== null))
}

/** What the column holds at most; a contract may allow more. */
const storable = (stroops: bigint): bigint => (stroops < 2n ** 63n ? stroops : 2n ** 63n - 1n)
