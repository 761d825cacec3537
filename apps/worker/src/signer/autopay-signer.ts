import { type InspectedTransaction, inspectTransaction, type Signer, SigningRefusedError } from '@heliobond/chain'
import { alarm } from '../alarm.ts'
import type { Queryable, WorkerContext } from '../context.ts'
import { type BillInTransaction, judge, ORDINARY, type SigningRefusal } from './policy.ts'

/** Signs with auto-pay keys, and looks at what it signs. */
export interface AutopaySigner {
  /**
   * The signature of the key of that name over the envelope's transaction.
   * @throws {SigningRefusedError} if that is not a payment of open bills.
   */
  sign(key: string, envelopeXdr: string): Promise<Uint8Array>
}

/** Whether a key's name is that of an auto-pay key: `autopay`, or `autopay.N` of a further cohort of wallets. */
export const isAutopayKey = (name: string): boolean => name === 'autopay' || name.startsWith('autopay.')

/**
 * The one way to a signature of an auto-pay key. What it signs it writes down first: while one envelope may still be applied it signs no other for the same
 * bill, even for a database or a program that has lost its mind.
 *
 * @param keyOf the keys themselves; nobody else should hold them
 */
export function createAutopaySigner(context: WorkerContext, keyOf: (name: string) => Promise<Signer>): AutopaySigner {
  const { store, chain, log } = context
  return {
    async sign(key, envelopeXdr) {
      if (!isAutopayKey(key)) throw new SigningRefusedError('NOT_AN_AUTOPAY_KEY', key, false)
      const transaction = read(envelopeXdr, chain.config.passphrase)
      const verdict = transaction === null ? UNREADABLE : await judge(context, key, transaction)
      if (transaction === null || 'code' in verdict)
        return refused(context, key, transaction, verdict as SigningRefusal)
      const late = await store.transaction((client) => writeDown(context, client, transaction, verdict.bills))
      if (late) return refused(context, key, transaction, late)
      const signer = await keyOf(key)
      log.info({ key, hash: transaction.hash, bills: verdict.bills.map(({ number }) => String(number)) }, 'signed')
      return signer.sign(transaction.signedHash)
    },
  }
}

const UNREADABLE: SigningRefusal = { code: 'UNREADABLE', detail: 'not a plain transaction with an end', retry: false }

function read(envelopeXdr: string, passphrase: string): InspectedTransaction | null {
  try {
    return inspectTransaction(envelopeXdr, passphrase)
  } catch {
    return null
  }
}

async function refused(
  context: WorkerContext,
  key: string,
  transaction: InspectedTransaction | null,
  { code, detail, retry }: SigningRefusal,
): Promise<never> {
  context.log.warn({ key, hash: transaction?.hash, code, detail }, 'not signed')
  if (!ORDINARY.has(code))
    await alarm(context, {
      ...{ kind: 'signer.refused', subject: `key:${key}`, severity: 'critical', at: await context.chain.now() },
      message: `The auto-pay signer was asked for what it must not sign (${code}): find out who asked, and stop it.`,
      detail: { code, detail, hash: transaction?.hash ?? null },
    })
  throw new SigningRefusedError(code, detail, retry)
}

/** Writes the signature down before it is given, or says which bill has one that still counts. */
async function writeDown(
  { chain }: WorkerContext,
  client: Queryable,
  { hash, source, sequence, expiresAt }: InspectedTransaction,
  bills: readonly BillInTransaction[],
): Promise<SigningRefusal | null> {
  const systems = bills.map(({ systemId }) => systemId)
  const numbers = bills.map(({ number }) => String(number))
  // The bills' locks, in one order: two requests for one bill take turns.
  await client.query(
    `SELECT 1 FROM bill b JOIN unnest($1::int4[], $2::int8[]) AS q(system_id, number) ON b.system_id = q.system_id AND b.number = q.number
     ORDER BY b.system_id, b.number FOR UPDATE OF b`,
    [systems, numbers],
  )
  const now = await chain.now()
  const { rows } = await client.query<{ bill_number: string; hash: string; source: string; sequence: string }>(
    `SELECT s.bill_number, s.hash, s.source, s.sequence FROM autopay_signature s
       JOIN unnest($1::int4[], $2::int8[]) AS q(system_id, number) ON s.system_id = q.system_id AND s.bill_number = q.number
     WHERE s.expires_at >= $3 AND s.hash <> $4`,
    [systems, numbers, now, hash],
  )
  for (const earlier of rows) {
    // Of two transactions with one sequence number one at most is ever applied.
    if (earlier.source === source && BigInt(earlier.sequence) === sequence) continue
    const found = await chain.lookup(earlier.hash, null)
    if (found.kind === 'failed') continue
    const detail = `bill ${earlier.bill_number} in ${earlier.hash}, which ${found.kind === 'success' ? 'was' : 'may still be'} applied`
    return { code: 'SIGNED_ALREADY', detail, retry: true }
  }
  await client.query(
    `INSERT INTO autopay_signature (system_id, bill_number, hash, source, sequence, expires_at, signed_at)
     SELECT q.system_id, q.number, $3, $4, $5, $6, $7 FROM unnest($1::int4[], $2::int8[]) AS q(system_id, number) ON CONFLICT DO NOTHING`,
    [systems, numbers, hash, source, sequence, expiresAt, now],
  )
  await client.query('DELETE FROM autopay_signature WHERE expires_at < $1', [now - KEPT_SECONDS])
  return null
}

/** Signatures that can do nothing any more are kept for a look back. */
const KEPT_SECONDS = 31n * 86_400n
