import { toHex } from '@heliobond/domain'
import type { WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'
import { readCoupon } from '../service/judge-coupon.ts'
import { couponAt } from '../service/snapshot.ts'
import type { Comparison } from './comparison.ts'

/** Holders whose balance is asked for one by one; of more, so many, each time others. */
const MOST_ASKED = 200

/** The holders' book beside the ledger, and what it adds up to beside what the offering counts. */
export async function compareHolders(context: WorkerContext, project: Project, comparison: Comparison): Promise<void> {
  const { store, contracts } = context
  const { rows } = await store.query<{ holder: string; place: string; stroops: string }>(
    'SELECT holder, place, stroops::text AS stroops FROM holding WHERE asset = $1 ORDER BY md5(holder || $2)',
    [project.bondAsset, String(await context.chain.ledger())],
  )
  const held = rows.reduce((sum, { stroops }) => sum + BigInt(stroops), 0n)
  const { rows: offerings } = await store.query<{ minted: string; outstanding: string; burnt: string }>(
    `SELECT minted_stroops::text AS minted, outstanding_stroops::text AS outstanding,
       (SELECT coalesce(sum(stroops), 0)::text FROM asset_movement WHERE asset = $2 AND kind = 'burn') AS burnt FROM offering WHERE id = $1`,
    [project.offeringId, project.bondAsset],
  )
  const books = offerings[0] ?? { minted: '0', outstanding: '0', burnt: '0' }
  comparison.equal('bonds held by everybody', 'stroops', BigInt(books.outstanding) - BigInt(books.burnt), held)
  const read = (method: string) => contracts.read<bigint>('offering', project.offering, method)
  comparison.equal('bonds minted', 'stroops', await read('minted'), BigInt(books.minted))
  comparison.equal('bonds outstanding', 'stroops', await read('outstanding'), BigInt(books.outstanding))
  for (const { holder, place, stroops } of rows
    .filter((row) => row.place === 'account' || row.place === 'contract')
    .slice(0, MOST_ASKED))
    comparison.equal(
      `bonds of ${holder} (${place})`,
      'stroops',
      await contracts.balance(project.bondAsset, holder),
      stroops,
    )
}

interface CouponRow {
  readonly number: number
  readonly root: Uint8Array
  readonly total: string
  readonly funded: string
  readonly paid: string
  readonly besides: string
  readonly record_ledger: number
  readonly leaves: string
  readonly leaves_paid: string
  readonly payments: string
}

/** Each coupon beside the contract, beside its leaves, and beside what the holders' book gives for its record date. */
export async function compareCoupons(context: WorkerContext, project: Project, comparison: Comparison): Promise<void> {
  const { rows } = await context.store.query<CouponRow>(
    `SELECT c.number, c.root, c.total_stroops::text AS total, c.funded_stroops::text AS funded, c.paid_stroops::text AS paid,
       c.besides_stroops::text AS besides, c.record_ledger,
       (SELECT coalesce(sum(amount_stroops), 0) FROM coupon_leaf l WHERE l.offering_id = c.offering_id AND l.number = c.number)::text AS leaves,
       (SELECT coalesce(sum(paid_stroops), 0) FROM coupon_leaf l WHERE l.offering_id = c.offering_id AND l.number = c.number)::text AS leaves_paid,
       (SELECT coalesce(sum(stroops), 0) FROM coupon_payment p WHERE p.offering_id = c.offering_id AND p.number = c.number)::text AS payments
     FROM coupon c WHERE c.offering_id = $1 AND c.proposals > 0 AND c.status <> 'voided' ORDER BY c.number`,
    [project.offeringId],
  )
  for (const row of rows) {
    const said = await readCoupon(context, project, row.number)
    const name = `coupon ${row.number}`
    const computed = await couponAt(context.store, context.chain.config.passphrase, project, {
      number: row.number,
      besidesStroops: BigInt(row.besides),
      ledger: { sequence: row.record_ledger, closedAt: 0n },
    })
    comparison.equal(`${name}: root`, 'hash', toHex(computed.root), toHex(new Uint8Array(said.root)))
    comparison.equal(`${name}: total`, 'stroops', computed.totalStroops, said.total)
    comparison.equal(`${name}: total in the books`, 'stroops', said.total, row.total)
    comparison.equal(`${name}: leaves`, 'stroops', said.total, row.leaves)
    comparison.equal(`${name}: funded`, 'stroops', said.funded, row.funded)
    comparison.equal(`${name}: paid`, 'stroops', said.paid, row.paid)
    comparison.equal(`${name}: paid by leaf`, 'stroops', said.paid, row.leaves_paid)
    comparison.equal(`${name}: paid by payment`, 'stroops', said.paid, row.payments)
  }
}

/** Who owns how much of the system, by registry, offering and books; and the certificates beside the energy they certify. */
export async function compareOwnership(
  context: WorkerContext,
  project: Project,
  comparison: Comparison,
): Promise<void> {
  const { store, contracts } = context
  const { parties } = await contracts.read<{ parties: readonly { owned_bps: number; portion_bps: number }[] }>(
    'registry',
    project.settings.registry,
    'system',
    { system: project.systemId },
  )
  const { rows } = await store.query<{ index: number; owned_bps: number }>(
    'SELECT index, owned_bps FROM party WHERE system_id = $1 ORDER BY index',
    [project.systemId],
  )
  for (const { index, owned_bps } of rows)
    comparison.equal(`party ${index}: owned`, 'bps', parties[index]?.owned_bps ?? -1, owned_bps)
  const { rows: accounts } = await store.query<{ counted: string; certified: string }>(
    `SELECT (counted_wh - start_wh)::text AS counted, ((rec_mwh + carbon_mwh + retained_mwh) * 1000000 + carry_wh)::text AS certified
     FROM certificate_account WHERE system_id = $1`,
    [project.systemId],
  )
  for (const { counted, certified } of accounts)
    comparison.equal('energy certified and carried', 'Wh', counted, certified)
}
