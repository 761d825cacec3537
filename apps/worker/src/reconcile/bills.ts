import { statementHash } from '@heliobond/contracts'
import { billStatement, carryAfter, noCarry, sha256, toHex } from '@heliobond/domain'
import type { WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'
import type { Comparison } from './comparison.ts'

interface StatementRow {
  readonly index: number
  readonly from_at: string
  readonly to_at: string
  readonly generated_wh: string
  readonly exported_wh: string
  readonly generated_correction_wh: string
  readonly exported_correction_wh: string
  readonly consumed_wh: readonly string[]
  readonly readings_root: Uint8Array
  readonly quality: number
  readonly hash: Uint8Array
  /** Its place in the network's history, as ids of rows have it. */
  readonly place: string
  readonly closed_at: string
}

interface BillRow {
  readonly number: string
  readonly party_index: number
  readonly statement_index: number
  readonly delivered_wh: string
  readonly price: string
  readonly credited_wh: string
  readonly credited_price: string
  readonly adjustment_milli: string
  readonly due: string
  readonly paid: string
  readonly provisional: boolean
}

/**
 * Prices every statement again, in order, by the engine: from the energy, the tariff in force and the differences of earlier bills, with the
 * remainders carried; and sets each bill beside it, line by line. What is left to pay of each is what the contract says.
 */
export async function compareBills(context: WorkerContext, project: Project, comparison: Comparison): Promise<void> {
  const statements = await statementsOf(context, project)
  const bills = await billsOf(context, project)
  const exports = await exportsOf(context, project)
  const trueUps = await trueUpsOf(context, project)
  let carry = noCarry(project.parties.length)
  let chain: Uint8Array = new Uint8Array(32)
  let before = 0n
  for (const statement of statements) {
    const place = BigInt(statement.place)
    const own = bills.filter((bill) => bill.statement_index === statement.index)
    const credited = own.find((bill) => bill.credited_wh !== '0')
    const credit = exports.get(statement.index)
    const [first] = own
    const billing = billStatement(
      {
        generatedWh: BigInt(statement.generated_wh),
        exportedWh: BigInt(statement.exported_wh),
        consumedWh: statement.consumed_wh.map(BigInt),
        generatedCorrectionWh: BigInt(statement.generated_correction_wh),
        exportedCorrectionWh: BigInt(statement.exported_correction_wh),
      },
      carry,
      {
        retailStroopsPerKwh: await priceOf(context, project, statement, first),
        exportStroopsPerKwh: BigInt(credited?.credited_price ?? credit?.price ?? 0),
        ...(credited && { creditedParty: credited.party_index }),
        adjustmentsMilli: adjustments(trueUps, project.parties.length, before, place),
      },
    )
    carry = carryAfter(billing)
    before = place
    chain = compareStatement(project, statement, chain, comparison)
    comparison.equal(`statement ${statement.index}: bills`, 'count', billing.parties.length, own.length)
    for (const bill of own) {
      const expected = billing.parties[bill.party_index]
      const name = `bill ${bill.number} of party ${bill.party_index}`
      const delivered = billing.shares.deliveredWh[bill.party_index] ?? 0n
      comparison.equal(`${name}: delivered`, 'Wh', delivered, BigInt(bill.delivered_wh))
      comparison.equal(`${name}: credited`, 'Wh', expected?.creditedWh ?? 0n, BigInt(bill.credited_wh))
      comparison.equal(
        `${name}: adjustment (1/1,000)`,
        'stroops',
        expected?.adjustmentMilli ?? 0n,
        BigInt(bill.adjustment_milli),
      )
      comparison.equal(`${name}: due`, 'stroops', expected?.dueStroops ?? 0n, BigInt(bill.due))
    }
    comparison.equal(
      `exports of statement ${statement.index}: due`,
      'stroops',
      billing.export.dueStroops,
      BigInt(credit?.due ?? 0),
    )
  }
  await compareWithContract(context, project, comparison, {
    bills,
    exports,
    chain,
    statements: statements.length,
  })
}

/** What oracles agreed on is what is in the books: its hash, and the chain of all hashes. */
function compareStatement(
  project: Project,
  statement: StatementRow,
  chain: Uint8Array,
  comparison: Comparison,
): Uint8Array {
  const hash = statementHash({
    system: project.systemId,
    index: statement.index,
    from: BigInt(statement.from_at),
    to: BigInt(statement.to_at),
    generated_wh: BigInt(statement.generated_wh),
    exported_wh: BigInt(statement.exported_wh),
    consumed_wh: statement.consumed_wh.map(BigInt),
    readings_root: new Uint8Array(statement.readings_root) as never,
    quality: statement.quality,
    generated_correction_wh: BigInt(statement.generated_correction_wh),
    exported_correction_wh: BigInt(statement.exported_correction_wh),
  })
  comparison.equal(`statement ${statement.index}: hash`, 'hash', toHex(hash), toHex(new Uint8Array(statement.hash)))
  return sha256(Buffer.concat([chain, hash]))
}

async function compareWithContract(
  { contracts }: WorkerContext,
  project: Project,
  comparison: Comparison,
  books: {
    readonly bills: readonly BillRow[]
    readonly exports: ReadonlyMap<number, { readonly due: string; readonly paid: string }>
    readonly chain: Uint8Array
    readonly statements: number
  },
): Promise<void> {
  const { energy } = project.settings
  const system = project.systemId
  const read = <T>(method: string, args: Record<string, unknown>) => contracts.read<T>('energy', energy, method, args)
  const state = await read<{ hash_chain: Uint8Array; next_index: number }>('system_state', { system })
  comparison.equal('statements', 'count', state.next_index - 1, books.statements)
  comparison.equal('chain of statements', 'hash', toHex(new Uint8Array(state.hash_chain)), toHex(books.chain))
  for (const { index } of project.parties) {
    const own = books.bills.filter((bill) => bill.party_index === index)
    const open = await read<readonly { number: bigint; due: bigint; paid: bigint }[]>('open_bills', {
      system,
      party: index,
    })
    const total = await read<bigint>('outstanding', { system, party: index })
    const rest = own.reduce((sum, { due, paid }) => sum + BigInt(due) - BigInt(paid), 0n)
    comparison.equal(`party ${index}: bills unpaid`, 'stroops', total, rest)
    // A full list joins later amounts to its newest entry: then the sum alone can be compared.
    if (open.length >= MOST_OPEN_BILLS) continue
    const openRest = new Map(open.map(({ number, due, paid }) => [String(number), due - paid]))
    for (const { number, due, paid } of own)
      comparison.equal(
        `bill ${number} of party ${index}: unpaid`,
        'stroops',
        openRest.get(number) ?? 0n,
        BigInt(due) - BigInt(paid),
      )
  }
  const unpaidExports = [...books.exports.values()].reduce((sum, { due, paid }) => sum + BigInt(due) - BigInt(paid), 0n)
  comparison.equal('exports unpaid', 'stroops', await read<bigint>('export_due', { system }), unpaidExports)
}

const MOST_OPEN_BILLS = 60

/**
 * The retail price of an interval: what the tariff contract says of its last second. Where a price came later than the bill (a late one, or while the
 * bill was provisional), the bill keeps its own, and the difference is on a later bill.
 */
async function priceOf(
  { contracts, store }: WorkerContext,
  { settings }: Project,
  statement: StatementRow,
  bill: BillRow | undefined,
): Promise<bigint> {
  if (!bill) return 0n
  const second = BigInt(statement.to_at) - 1n
  const { rows } = await store.query(
    `SELECT 1 FROM tariff_price WHERE contract_id = $1 AND symbol = $2 AND effective_at <= $3 AND at >= $4 LIMIT 1`,
    [settings.tariff, settings.retailSymbol, second, statement.closed_at],
  )
  // After the debt is closed energy is free, whatever the tariff.
  if (bill.provisional || rows.length > 0 || bill.price === '0') return BigInt(bill.price)
  const known = saidPrices.get(store) ?? new Map<string, bigint>()
  saidPrices.set(store, known)
  const key = `${settings.tariff} ${settings.retailSymbol} ${second}`
  const before = known.get(key)
  if (before !== undefined) return before
  const asset = { tag: 'Other', values: [settings.retailSymbol] }
  const said = await contracts.read<{ price: bigint } | undefined>('tariff', settings.tariff, 'price_at', {
    asset,
    timestamp: second,
  })
  // The contract keeps the last prices only: of what is older the bill's own is all there is.
  const price = said?.price ?? BigInt(bill.price)
  known.set(key, price)
  return price
}

/** What the tariff contract said of a second that is past; of each database. A price that comes late is seen by its own event. */
const saidPrices = new WeakMap<object, Map<string, bigint>>()

/** Differences of earlier provisional bills that were put on the bills between two statements. */
function adjustments(
  trueUps: readonly { readonly place: bigint; readonly milli: readonly bigint[] }[],
  parties: number,
  after: bigint,
  upTo: bigint,
): bigint[] {
  const sums = Array.from({ length: parties }, () => 0n)
  for (const { place, milli } of trueUps)
    if (place > after && place <= upTo)
      for (const [party, amount] of milli.entries()) sums[party] = (sums[party] ?? 0n) + amount
  return sums
}

async function statementsOf({ store }: WorkerContext, { systemId, settings }: Project): Promise<StatementRow[]> {
  const { rows } = await store.query<StatementRow>(
    `SELECT s.index, s.from_at, s.to_at, s.generated_wh, s.exported_wh, s.generated_correction_wh, s.exported_correction_wh, s.consumed_wh,
       s.readings_root, s.quality, s.hash, (e.ledger::int8 << 32) | (e.application_order::int8 << 12) AS place, e.at AS closed_at
     FROM statement s JOIN LATERAL (SELECT ledger, application_order, at FROM chain_event
       WHERE tx_hash = s.tx_hash AND contract_id = $2 LIMIT 1) e ON true
     WHERE s.system_id = $1 AND s.status = 'final' ORDER BY s.index`,
    [systemId, settings.energy],
  )
  return rows
}

async function billsOf({ store }: WorkerContext, { systemId }: Project): Promise<BillRow[]> {
  const { rows } = await store.query<BillRow>(
    `SELECT number::text AS number, party_index, statement_index, delivered_wh::text AS delivered_wh, price_stroops::text AS price,
       credited_wh::text AS credited_wh, credited_price_stroops::text AS credited_price, adjustment_milli::text AS adjustment_milli,
       due_stroops::text AS due, paid_stroops::text AS paid, provisional FROM bill WHERE system_id = $1 ORDER BY number`,
    [systemId],
  )
  return rows
}

async function exportsOf({ store }: WorkerContext, { systemId }: Project) {
  const { rows } = await store.query<{ index: number; price: string; due: string; paid: string }>(
    `SELECT statement_index AS index, price_stroops::text AS price, due_stroops::text AS due, paid_stroops::text AS paid FROM export_credit WHERE system_id = $1`,
    [systemId],
  )
  return new Map(rows.map((row) => [row.index, row]))
}

async function trueUpsOf({ store }: WorkerContext, { systemId }: Project) {
  const { rows } = await store.query<{ id: string; adjustments_milli: string[] }>(
    'SELECT id, adjustments_milli FROM true_up WHERE system_id = $1 ORDER BY id',
    [systemId],
  )
  return rows.map(({ id, adjustments_milli }) => ({
    place: (BigInt(id) >> 12n) << 12n,
    milli: adjustments_milli.map(BigInt),
  }))
}
