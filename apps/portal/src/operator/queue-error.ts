import type { Messages } from '../i18n/messages.ts'
import type { Locale } from '../i18n/routing.ts'
import { contractErrorWords } from '../signing/contract-errors.es.ts'
import type { QueueEntry } from './types.ts'

/** Codes of the network itself, of a transaction or of an operation in it. */
const OF_THE_NETWORK = /^(tx|op)_/

/** The code of what the worker wrote down: all before the first colon. */
export const errorCode = (lastError: string): string => lastError.split(':', 1)[0] ?? ''

/** Why a transaction of the queue was not taken, in words; null where nothing went wrong. A contract's own words say most. */
export function queueErrorWords(
  { lastError, contractError }: Pick<QueueEntry, 'lastError' | 'contractError'>,
  texts: Messages['queueError'],
  locale: Locale,
): string | null {
  if (lastError === null) return null
  if (contractError !== null) {
    const { number, name, words } = contractError
    return locale === 'en' ? words : (contractErrorWords(number, name) ?? texts.CONTRACT_ERROR)
  }
  const code = errorCode(lastError)
  return texts[code as keyof typeof texts] ?? (OF_THE_NETWORK.test(code) ? texts.network : texts.other)
}
