'use client'

import { useCallback, useState } from 'react'
import type { CouponProof } from '../api/types.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Notice } from '../ui/notice.tsx'
import { FindingList } from './finding-list.tsx'
import { RpcChoice } from './rpc-choice.tsx'
import { useCheck } from './use-check.ts'

/** Recomputes a coupon's claim in the browser, and compares it with what the contract says. */
export function CouponCheck({ proof, rpcUrl }: { readonly proof: CouponProof; readonly rpcUrl: string | null }) {
  const t = useTexts('check')
  const [rpc, setRpc] = useState(rpcUrl)
  const published = useCallback(async () => (await import('./coupon.ts')).checkPublished(proof), [proof])
  const onChain = useCallback(
    async (url: string) => {
      const [{ checkOnChain }, { readCoupon }] = await Promise.all([
        import('./coupon.ts'),
        import('../chain/read-coupon.ts'),
      ])
      return checkOnChain(proof, await readCoupon(url, proof))
    },
    [proof],
  )
  const { findings, running, chainError } = useCheck(published, onChain, rpc)
  return (
    <div className="space-y-4">
      <FindingList findings={findings} running={running} prefix="coupon" />
      {chainError !== null && (
        <Notice tone="warn" alert>
          {t('chainDown', { error: chainError })}
        </Notice>
      )}
      <RpcChoice rpcUrl={rpc} onChange={setRpc} />
    </div>
  )
}
