/**
 * What a transaction of the queue is for, in words. Kinds of several keys name theirs after a colon, e.g. `energy.propose:oracle.2`; a kind
 * without words is its own name.
 */
export function queueKindWords(kind: string, words: Readonly<Record<string, string>>): string {
  const [name = kind] = kind.split(':')
  return words[name.replaceAll('.', '_')] ?? kind
}
