'use client'

import { useCallback, useMemo, useState } from 'react'
import type { BillTrace } from '../api/types.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Notice } from '../ui/notice.tsx'
import { FindingList } from './finding-list.tsx'
import { RpcChoice } from './rpc-choice.tsx'
import { useCheck } from './use-check.ts'

/** Recomputes a bill in the browser, from the meters' signatures to the buckets, and compares it with what the ledger says. */
export function BillCheck({
  trace,
  meterKeys,
  rpcUrl,
}: {
  readonly trace: BillTrace
  /** By meter, hexadecimal. */
  readonly meterKeys: Readonly<Record<string, string>>
  readonly rpcUrl: string | null
}) {
  const t = useTexts('check')
  const [rpc, setRpc] = useState(rpcUrl)
  const keys = useMemo(
    () => new Map(Object.entries(meterKeys).map(([meter, key]) => [Number(meter), key])),
    [meterKeys],
  )
  const published = useCallback(async () => {
    const [{ checkBillPublished }, { verifySignature }] = await Promise.all([
      import('./bill.ts'),
      import('../chain/verify-signature.ts'),
    ])
    return checkBillPublished(trace, keys, verifySignature)
  }, [trace, keys])
  const onChain = useCallback(
    async (url: string) => {
      const [{ checkBillOnChain }, { readBill }] = await Promise.all([
        import('./bill.ts'),
        import('../chain/read-bill.ts'),
      ])
      return checkBillOnChain(trace, keys, await readBill(url, trace))
    },
    [trace, keys],
  )
  const { findings, running, chainError } = useCheck(published, onChain, rpc)
  return (
    <div className="space-y-4">
      <FindingList findings={findings} running={running} prefix="bill" />
      {chainError !== null && (
        <Notice tone="warn" alert>
          {t('chainDown', { error: chainError })}
        </Notice>
      )}
      <RpcChoice rpcUrl={rpc} onChange={setRpc} />
    </div>
  )
}
