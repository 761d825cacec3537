'use client'

import { type ApiProblem, isOutage } from '../api/problem.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Notice } from './notice.tsx'

/** What the API refused or could not do, in words, with its code. Needs the texts `problem` and `refusal`. */
export function ProblemText({ problem }: { readonly problem: ApiProblem }) {
  const t = useTexts('problem')
  return (
    <Notice tone={isOutage(problem) ? 'warn' : 'bad'} alert>
      <p>{useProblemWords()(problem)}</p>
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

/** Puts problems into the reader's language; what has no words of its own keeps the API's. */
export function useProblemWords(): (problem: ApiProblem) => string {
  const problems = useTexts('problem')
  const refusals = useTexts('refusal')
  return ({ code, extra, detail }) => {
    const { reason, contractErrorName } = extra
    for (const name of [contractErrorName, reason]) {
      if (typeof name === 'string' && refusals.has(name)) return refusals(name as 'other')
    }
    if (code === 'HELIOBOND_CALL_REFUSED' || code === 'HELIOBOND_ACTION_REFUSED') return detail
    return problems.has(code) ? problems(code as 'other') : detail || problems('other')
  }
}
