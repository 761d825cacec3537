'use client'

import type { ApiProblem } from '../api/problem.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import type { WalletRefusal } from './wallet.ts'

/** Everything that can keep a wallet from signing, with what to do about it. */
export type WalletTrouble =
  | WalletRefusal
  | { readonly code: 'WRONG_NETWORK'; readonly site: string; readonly wallet: string }
  | { readonly code: 'WRONG_ADDRESS'; readonly expected: string; readonly actual: string }
  | { readonly code: 'BAD_CHALLENGE' }
  | { readonly code: 'API'; readonly problem: ApiProblem }

/** Says it in words. That its owner said no is no error, and does not look like one. */
export function WalletProblem({ trouble }: { readonly trouble: WalletTrouble }) {
  const t = useTexts('wallet')
  switch (trouble.code) {
    case 'CANCELLED':
      return <Notice alert>{t('cancelled')}</Notice>
    case 'LOST':
      return (
        <Notice tone="warn" alert>
          {t('lost')}
        </Notice>
      )
    case 'NOT_INSTALLED':
      return (
        <Notice tone="warn" alert>
          {t('install')}{' '}
          <a href="https://www.freighter.app/" target="_blank" rel="noopener noreferrer" className="link">
            {t('getFreighter')}
          </a>
        </Notice>
      )
    case 'WRONG_NETWORK':
      return (
        <Notice tone="bad" title={t('wrongNetworkTitle')} alert>
          {t('wrongNetwork', { site: trouble.site, wallet: trouble.wallet })}
        </Notice>
      )
    case 'WRONG_ADDRESS':
      return (
        <Notice tone="bad" title={t('wrongAddressTitle')} alert>
          <span className="break-all">{t('wrongAddress', { expected: trouble.expected, actual: trouble.actual })}</span>
        </Notice>
      )
    case 'BAD_CHALLENGE':
      return (
        <Notice tone="bad" alert>
          {t('badChallenge')}
        </Notice>
      )
    case 'API':
      return <ProblemText problem={trouble.problem} />
    case 'OTHER':
      return (
        <Notice tone="bad" alert>
          {t('other', { message: trouble.message })}
        </Notice>
      )
  }
}
