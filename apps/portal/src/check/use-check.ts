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
 * @param published must be the same function while its input is: memoize it.
 * @param onChain likewise.
 */
export function useCheck(
  published: () => Promise<readonly Finding[]>,
  onChain: (rpcUrl: string) => Promise<readonly Finding[]>,
  rpcUrl: string | null,
): Check {
  const [check, set] = useState<Check>({ findings: [], running: true, chainError: null })
  useEffect(() => {
    let over = false
    const show = (next: Check) => {
      if (!over) set(next)
    }
    async function run() {
      const first = await published()
      if (rpcUrl === null) return show({ findings: first, running: false, chainError: null })
      show({ findings: first, running: true, chainError: null })
      try {
        show({ findings: [...first, ...(await onChain(rpcUrl))], running: false, chainError: null })
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        show({ findings: first, running: false, chainError: words })
      }
    }
    void run()
    return () => {
      over = true
    }
  }, [published, onChain, rpcUrl])
  return check
}
