import { getTranslations } from 'next-intl/server'
import { type ApiProblem, isOutage } from '../api/problem.ts'
import { Notice } from './notice.tsx'
import { RetryWhenBack } from './retry-when-back.tsx'

/** What could not be shown, why in words, and the code for whoever is asked about it. An outage ends by itself. */
export async function ProblemNote({ problem }: { readonly problem: ApiProblem }) {
  const [t, refusals] = await Promise.all([getTranslations('problem'), getTranslations('refusal')])
  const { reason } = problem.extra
  const why = typeof reason === 'string' && refusals.has(reason as 'other') ? refusals(reason as 'other') : null
  const known = t.has(problem.code as 'other')
  return (
    <Notice tone={isOutage(problem) ? 'warn' : 'bad'} title={t('title')}>
      <p>{why ?? (known ? t(problem.code as 'other') : t('other'))}</p>
      <p className="mt-2 text-sm text-muted">
        {t('code')}: <code className="font-mono">{problem.code}</code>
        {problem.request && (
          <>
            {' · '}
            {t('request')}: <code className="font-mono break-all">{problem.request}</code>
          </>
        )}
      </p>
      {isOutage(problem) && <RetryWhenBack waiting={t('waiting')} />}
    </Notice>
  )
}
