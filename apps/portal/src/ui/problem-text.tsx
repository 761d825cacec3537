'use client'

import { useEffect, useState } from 'react'
import { type ApiProblem, isOutage } from '../api/problem.ts'
import { useLocale, useTexts, useTextsIfThere } from '../i18n/texts.tsx'
import { Notice } from './notice.tsx'

/** What the API refused or could not do, in words, with its code. Needs the texts `problem` and `refusal`. */
export function ProblemText({ problem }: { readonly problem: ApiProblem }) {
  const t = useTexts('problem')
  return (
    <Notice tone={isOutage(problem) ? 'warn' : 'bad'} alert>
      <p>{useProblemWords(problem)}</p>
      <p className="mt-2 text-sm text-muted">
        {t('code')}: <code className="font-mono break-all">{codeOf(problem)}</code>
        {problem.request && (
          <>
            {' · '}
            {t('request')}: <code className="font-mono break-all">{problem.request}</code>
          </>
        )}
      </p>
    </Notice>
  )
}

/** The code that says most: the contract's own error, or the reason of a refusal, where there is one. */
function codeOf({ code, extra }: ApiProblem): string {
  const { contract, contractErrorName, contractError, reason } = extra
  if (typeof contractErrorName === 'string') return `${contract}.${contractErrorName} (${contractError})`
  return typeof reason === 'string' ? `${code} ${reason}` : code
}

/** A problem in the reader's language; what has no words of its own keeps the API's. */
function useProblemWords({ code, extra, detail }: ApiProblem): string {
  const problems = useTexts('problem')
  const refusals = useTexts('refusal')
  const refused = useContractWords(extra)
  const readings = useTextsIfThere('readingRefusal')
  const { reason } = extra
  const why =
    typeof reason !== 'string'
      ? null
      : code === 'HELIOBOND_STILL_REFUSED' && readings?.has(reason)
        ? readings(reason as 'FUTURE')
        : refusals.has(reason)
          ? refusals(reason as 'other')
          : null
  // What is refused as before says so, and why.
  if (code === 'HELIOBOND_STILL_REFUSED') return [problems(code), why].filter(Boolean).join(' ')
  if (why !== null) return why
  if (code === 'HELIOBOND_CALL_REFUSED') return refused ?? (detail || problems(code))
  return problems.has(code) ? problems(code as 'other') : detail || problems('other')
}

/**
 * What the contract's error says, where the API's English is not the reader's language. The words for hundreds of errors are fetched only when
 * there is one; until then, and for an error that nobody published, null.
 */
function useContractWords({ contractError, contractErrorName }: ApiProblem['extra']): string | null {
  const locale = useLocale()
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    if (locale === 'en' || typeof contractError !== 'number') return setWords(null)
    let isWanted = true
    import('../signing/contract-errors.es.ts').then(
      ({ contractErrorWords }) => {
        if (isWanted) setWords(contractErrorWords(contractError, String(contractErrorName)) ?? null)
      },
      // A network that lost the page's parts: the API's words are there.
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [locale, contractError, contractErrorName])
  return words
}
