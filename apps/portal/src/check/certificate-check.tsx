'use client'

import { useCallback, useState } from 'react'
import type { CertificateAccount } from '../api/types.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Notice } from '../ui/notice.tsx'
import { FindingList } from './finding-list.tsx'
import { RpcChoice } from './rpc-choice.tsx'
import { useCheck } from './use-check.ts'

/** Recomputes in the browser what became of a system's energy, and compares it with what the contracts say. */
export function CertificateCheck({
  account,
  rpcUrl,
}: {
  readonly account: CertificateAccount
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
      const [{ checkCertificateOnChain }, { readCertificate }] = await Promise.all([
        import('./certificate.ts'),
        import('../chain/read-certificate.ts'),
      ])
      return checkCertificateOnChain(account, await readCertificate(url, account))
    },
    [account],
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
