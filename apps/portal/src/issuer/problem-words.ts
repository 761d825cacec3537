import { codedText } from '../i18n/coded.ts'
import type { Messages } from '../i18n/messages.ts'
import type { Locale } from '../i18n/routing.ts'
import type { DraftProblem } from './types.ts'

/** The problems of a draft with their messages in the reader's language; a rule without a text of ours keeps the API's. */
export const problemsIn = (
  problems: readonly DraftProblem[],
  texts: Messages['draftRule'],
  locale: Locale,
  settlementAsset: string,
): DraftProblem[] =>
  problems.map((problem) => ({
    ...problem,
    message:
      codedText(texts[problem.rule as keyof typeof texts], problem.params, locale, settlementAsset) ?? problem.message,
  }))
