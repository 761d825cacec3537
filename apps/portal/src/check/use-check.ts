'use client'

import { useEffect, useState } from 'react'
import type { Finding } from './finding.ts'

export interface Check {
  readonly findings: readonly Finding[]
  readonly running: boolean
  /** What the network's server failed with; null when it did not. */
  readonly chainError: string | null
}

/**
 * Runs a check when the page is there: first what needs only what is published, then what the chain is asked for.
 *
 * @param published must be the same object while its input is: memoize it.
 * @param onChain likewise.
 */
export function useCheck(
  published: () => readonly Finding[],
  onChain: ((rpcUrl: string) => Promise<readonly Finding[]>) | null,
  rpcUrl: string | null,
): Check {
  const [check, set] = useState<Check>({ findings: [], running: true, chainError: null })
  useEffect(() => {
    let over = false
    const first = published()
    if (rpcUrl === null || onChain === null) {
      set({ findings: first, running: false, chainError: null })
      return
    }
    set({ findings: first, running: true, chainError: null })
    onChain(rpcUrl).then(
      (more) => {
        if (!over) set({ findings: [...first, ...more], running: false, chainError: null })
      },
      (error: unknown) => {
        const words = error instanceof Error ? error.message : String(error)
        if (!over) set({ findings: first, running: false, chainError: words })
      },
    )
    return () => {
      over = true
    }
  }, [published, onChain, rpcUrl])
  return check
}
