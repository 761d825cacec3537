'use client'

import { useCallback, useState } from 'react'
import type { CertificateAccount, Donors } from '../api/types.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Notice } from '../ui/notice.tsx'
import { FindingList } from './finding-list.tsx'
import { RpcChoice } from './rpc-choice.tsx'
import { useCheck } from './use-check.ts'

/** Recomputes in the browser what became of a system's energy, and compares it with what the contracts say. */
export function CertificateCheck({
  account,
  donors,
  rpcUrl,
}: {
  readonly account: CertificateAccount
  /** Who gave for the system; null where nobody is recorded. */
  readonly donors: Donors | null
  readonly rpcUrl: string | null
}) {
  const t = useTexts('check')
  const [rpc, setRpc] = useState(rpcUrl)
  const published = useCallback(
    async () => (await import('./certificate.ts')).checkCertificatePublished(account),
    [account],
  )
  const onChain = useCallback(
    async (url: string) => {
      const [{ checkCertificateOnChain }, { checkDonors }, { readCertificate, readDonors }] = await Promise.all([
        import('./certificate.ts'),
        import('./donors.ts'),
        import('../chain/read-certificate.ts'),
      ])
      const [chain, given] = await Promise.all([readCertificate(url, account), readDonors(url, account)])
      return [...checkCertificateOnChain(account, chain), ...(given ? checkDonors(account, donors, given) : [])]
    },
    [account, donors],
  )
  const { findings, running, chainError } = useCheck(published, onChain, rpc)
  return (
    <div className="space-y-4">
      <FindingList findings={findings} running={running} prefix="certificate" />
      {chainError !== null && (
        <Notice tone="warn" alert>
          {t('chainDown', { error: chainError })}
        </Notice>
      )}
      <RpcChoice rpcUrl={rpc} onChange={setRpc} />
    </div>
  )
}
