'use client'

import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { keptWalletKind, loadWallet } from '../wallet/wallet.ts'
import type { WalletTrouble } from '../wallet/wallet-problem.tsx'
import type { BuildRequest, TrackedTransaction } from './built.ts'
import type { Expected } from './judge.ts'
import { buildAndReview, type CoSign, carry, type Reviewed, signReviewed } from './sign.ts'

/** Where the signing of one transaction stands. */
export type Signing =
  | { readonly step: 'idle' }
  | { readonly step: 'building' }
  | { readonly step: 'review'; readonly reviewed: Reviewed; readonly trouble: WalletTrouble | null }
  | { readonly step: 'signing'; readonly reviewed: Reviewed }
  | { readonly step: 'submitting'; readonly reviewed: Reviewed }
  | { readonly step: 'following'; readonly reviewed: Reviewed; readonly down: boolean }
  | { readonly step: 'ended'; readonly reviewed: Reviewed; readonly tracked: TrackedTransaction }
  | { readonly step: 'refused'; readonly problem: ApiProblem }

export interface SigningActions {
  /** Lets the transaction be built and shown. */
  prepare(): void
  /** Asks the wallet, sends, and follows to the end. */
  sign(): void
  /** Back to the beginning; what was built is left to expire. */
  reset(): void
}

/**
 * Carries one transaction from the request to its end. What is built is shown first; nothing is signed that is not what it shows; a
 * restoration that the network wants first is signed first, and the wanted transaction built after it.
 */
export function useSigning(
  request: BuildRequest | null,
  expected: Expected,
  options: { readonly coSign?: CoSign; readonly onDone?: (tracked: TrackedTransaction) => void } = {},
): [Signing, SigningActions] {
  const [state, set] = useReducer((_: Signing, next: Signing): Signing => next, { step: 'idle' })
  const life = useRef<AbortController | null>(null)
  useEffect(() => {
    life.current = new AbortController()
    return () => life.current?.abort()
  }, [])

  const prepare = useCallback(async () => {
    if (request === null) return
    set({ step: 'building' })
    const reviewed = await buildAndReview(request, expected)
    set(
      reviewed.ok
        ? { step: 'review', reviewed: reviewed.value, trouble: null }
        : { step: 'refused', problem: reviewed.error },
    )
  }, [request, expected])

  const sign = useCallback(async () => {
    if (state.step !== 'review') return
    const { reviewed } = state
    if (reviewed.mismatches.length > 0) return
    set({ step: 'signing', reviewed })
    const wallet = await loadWallet(keptWalletKind() ?? 'freighter', expected.address)
    const signed = await signReviewed(wallet, reviewed, expected, options.coSign)
    if (!signed.ok) return set({ step: 'review', reviewed, trouble: signed.error })
    set({ step: 'submitting', reviewed })
    const signal = life.current?.signal ?? new AbortController().signal
    const carried = await carry(signed.value, reviewed.built.hash, signal, (down) =>
      set({ step: 'following', reviewed, down }),
    )
    if (carried === null) return
    if (!carried.ok) return set({ step: 'refused', problem: carried.error })
    const tracked = carried.value
    if (tracked.status === 'success' && reviewed.built.action === 'restore') return prepare()
    set({ step: 'ended', reviewed, tracked })
    if (tracked.status === 'success') options.onDone?.(tracked)
  }, [state, expected, options, prepare])

  const reset = useCallback(() => set({ step: 'idle' }), [])
  return [state, { prepare, sign, reset }]
}
