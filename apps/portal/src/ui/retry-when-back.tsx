'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const ASK_MS = 4_000

/** Asks until the API answers again, and then loads the page anew. */
export function RetryWhenBack({ waiting }: { readonly waiting: string }) {
  const router = useRouter()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    async function ask() {
      const isBack = await fetch('/api/health', { cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      )
      if (over) return
      if (isBack) router.refresh()
      timer = setTimeout(ask, ASK_MS)
    }
    timer = setTimeout(ask, ASK_MS)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [router])
  return (
    <p role="status" className="mt-2 text-sm">
      {waiting}
    </p>
  )
}
