import type { Batch } from './batch.ts'
import { shares, type Usage } from './meter.ts'
import { ttlOf } from './print.ts'

/** What the figures must satisfy; each entry of the answer is a rule that they break. */
export function brokenRules(
  table: ReadonlyMap<string, Usage>,
  batch: Batch,
  stored: ReadonlyMap<string, number>,
): string[] {
  return [
    ...claimRules(table, batch),
    ...growthRules(table, 'few', 'many'),
    ...growthRules(table, 'many', 'late'),
    ...eventRules(table),
    ...storedRules(stored),
  ]
}

/** A pushed claim may cost so many bare transfers, averaged over a full batch... */
const MOST_TRANSFERS = 2
/** ...and a full batch takes at least so much of the limit that binds it. */
const LEAST_SHARE = 0.8

function claimRules(table: ReadonlyMap<string, Usage>, { claims, usage }: Batch): string[] {
  const transfer = table.get('sac.transfer')?.instructions ?? 0
  const ratio = usage.instructions / claims / transfer
  const [binding] = shares(usage)
  return [
    ...(ratio <= MOST_TRANSFERS
      ? []
      : [`a pushed claim costs ${ratio.toFixed(2)} bare transfers, more than ${MOST_TRANSFERS}`]),
    ...((binding?.share ?? 0) >= LEAST_SHARE ? [] : [`a full batch takes ${binding?.share} of ${binding?.limit} only`]),
  ]
}

/** How much dearer a call may be with many holders than with few, or late in a bond's life than early: other money moves. */
const MOST_GROWTH = 1.25

/** What is compared, and how much more of it is no growth: one entry more is a payment that also returns a loan. */
const FIGURES = [
  ['instructions', 0],
  ['memoryBytes', 0],
  ['readEntries', 2],
  ['readBytes', 0],
  ['writeEntries', 2],
  ['writeBytes', 200],
] as const

function growthRules(table: ReadonlyMap<string, Usage>, from: string, to: string): string[] {
  return [...table].flatMap(([name, before]) => {
    const [call = '', tag] = name.split('@')
    const after = tag === from ? table.get(`${call}@${to}`) : undefined
    if (!after) return []
    return FIGURES.filter(([figure, besides]) => after[figure] > MOST_GROWTH * before[figure] + besides).map(
      ([figure]) => `${call}: ${figure} grow from ${before[figure]} (${from}) to ${after[figure]} (${to})`,
    )
  })
}

/** Whatever changes what a contract stores, deployment aside, is announced. */
const eventRules = (table: ReadonlyMap<string, Usage>): string[] =>
  [...table]
    .filter(([name, { writeBytes, events }]) => !name.includes('(') && writeBytes > 0 && events === 0)
    .map(([name]) => `${name} writes and announces nothing`)

/** A keeper knows every kind of entry. */
const storedRules = (stored: ReadonlyMap<string, number>): string[] =>
  [...stored.keys()].flatMap((kind) => {
    const [contract = '', name = ''] = kind.split('.')
    return name === '(instance)' || ttlOf(contract, name)
      ? []
      : [`${kind} is stored, and not in the list of stored entries`]
  })
