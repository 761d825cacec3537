import { addressOfMuxed, splitMuxed } from './address.ts'
import { readTransaction } from './envelope.ts'

/**
 * The accounts that a transaction acts for: its source and those of its operations, each once. Their signatures are what it needs.
 *
 * @throws if it is a fee bump, or damaged.
 */
export function envelopeSources(envelopeXdr: string): readonly string[] {
  const { tx } = readTransaction(envelopeXdr)
  const sources = [tx.sourceAccount, ...tx.operations.flatMap(({ sourceAccount }) => sourceAccount ?? [])]
  return [...new Set(sources.map((source) => splitMuxed(addressOfMuxed(source)).address))]
}
