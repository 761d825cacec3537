import { storedEntries } from '@heliobond/contracts'
import type { Batch } from './batch.ts'
import { LIMITS, shares, type Usage } from './meter.ts'

const COLUMNS: readonly (readonly [string, (usage: Usage) => number])[] = [
  ['instructions', (usage) => usage.instructions],
  ['memory B', (usage) => usage.memoryBytes],
  ['read', (usage) => usage.readEntries],
  ['read B', (usage) => usage.readBytes],
  ['write', (usage) => usage.writeEntries],
  ['write B', (usage) => usage.writeBytes],
  ['events B', (usage) => usage.eventBytes],
  ['fee stroops', (usage) => Number(usage.feeStroops)],
]
/** Rows that are made many times or stand in the table of growth only. */
const HIDDEN = new Set(['crowd', 'late', 'batch'])

const TROUBLED = new Set(['missed', 'given-up', 'late-payer'])

/** Every call once, each figure with its ratio to the bare transfer. */
export function printTable(table: ReadonlyMap<string, Usage>): void {
  const base = baseOf(table)
  const rows = new Map<string, Usage>()
  for (const [name, usage] of table) {
    const [call = name, tag = ''] = name.split('@')
    // Of two ordinary bonds the one of many holders stands here; what only a bond in trouble does comes from that one.
    if (!HIDDEN.has(tag) && !(TROUBLED.has(tag) && rows.has(call))) rows.set(call, usage)
  }
  print(
    ['call', ...COLUMNS.map(([title]) => title)],
    [...rows]
      .sort(([a], [b]) => Number(!a.startsWith('sac')) - Number(!b.startsWith('sac')) || order(a, b))
      .map(([name, usage]) => [name, ...COLUMNS.map(([, of]) => `${number(of(usage))} ${ratio(of(usage), of(base))}`)]),
  )
}

const order = (a: string, b: string): number => {
  const [left = '', right = ''] = [a.split('.')[0], b.split('.')[0]]
  return left === right ? 0 : left < right ? -1 : 1
}

/** What a pushed claim costs, and which limit ends a batch. */
export function printBatch(table: ReadonlyMap<string, Usage>, { claims, usage }: Batch, holders: number): void {
  const base = baseOf(table)
  console.log(`\npay_claims at ${holders} holders: ${claims} claims in one transaction`)
  print(
    ['per claim', ...COLUMNS.map(([title]) => title)],
    [['', ...COLUMNS.map(([, of]) => `${number(of(usage) / claims)} ${ratio(of(usage) / claims, of(base))}`)]],
  )
  for (const { limit, share } of shares(usage))
    console.log(`  ${limit.padEnd(16)} ${(share * 100).toFixed(1).padStart(5)} % of ${number(LIMITS[limit])}`)
}

/** What the contracts store: the largest entry of each kind, and how long it lives. */
export function printStored(stored: ReadonlyMap<string, number>): void {
  console.log('\nstored: the largest entry of each kind')
  const rows = [...stored]
    .sort(([a], [b]) => order(a, b))
    .map(([kind, bytes]) => {
      const [contract = '', name = ''] = kind.split('.')
      const ttl = name === '(instance)' ? 'INSTANCE' : (ttlOf(contract, name) ?? 'unknown')
      return [kind, number(bytes), ttl]
    })
  print(['entry', 'B', 'class'], rows)
}

/** The class of a contract's entries of that name; undefined where the list of stored entries has none. */
export function ttlOf(contract: string, name: string): string | undefined {
  const kinds: Readonly<Record<string, Readonly<Record<string, readonly [string, ...string[]]>>>> = storedEntries
  return kinds[contract]?.[name]?.[0]
}

/** The same calls with few holders and many, in the first period and a late one. */
export function printGrowth(
  table: ReadonlyMap<string, Usage>,
  size: { readonly few: number; readonly many: number; readonly periods: number },
): void {
  const compare = (title: string, from: string, to: string) => {
    const rows = [...table].flatMap(([name, before]) => {
      const [call = '', tag] = name.split('@')
      const after = table.get(`${call}@${to}`)
      if (tag !== from || !after) return []
      return [
        [
          call,
          ...COLUMNS.map(([, of]) => `${number(of(before))} ${number(of(after))} ${ratio(of(after), of(before))}`),
        ],
      ]
    })
    console.log(`\n${title}: before, after, ratio`)
    print(['call', ...COLUMNS.map(([name]) => name)], rows)
  }
  compare(`${size.few} holders and ${size.many}`, 'few', 'many')
  compare(`period 1 and period ${size.periods}`, 'many', 'late')
}

function baseOf(table: ReadonlyMap<string, Usage>): Usage {
  const base = table.get('sac.transfer')
  if (!base) throw new Error('the bare transfer was not measured')
  return base
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  for (const row of [head, ...rows]) console.log(line(row))
}

const number = (value: number): string => Math.round(value).toLocaleString('en-US')
const ratio = (value: number, base: number): string => (base === 0 ? '-' : `x${(value / base).toFixed(2)}`)
