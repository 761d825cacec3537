'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

/** A thin line while the next page is on its way. */
export function NavigationProgress({ label }: { readonly label: string }) {
  const place = `${usePathname()}?${useSearchParams()}`
  const [leaving, setLeaving] = useState<string | null>(null)
  useEffect(() => {
    function onClick(event: MouseEvent) {
      if (event.defaultPrevented && event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return
      if (link.pathname + link.search !== window.location.pathname + window.location.search) {
        setLeaving(`${window.location.pathname}?${window.location.search.slice(1)}`)
      }
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [])
  if (leaving !== place) return null
  return (
    <div
      role="status"
      className="fixed inset-x-0 top-0 z-50 h-0.5 bg-accent motion-safe:animate-[breathe_1s_ease-in-out_infinite]"
    >
      <span className="sr-only">{label}</span>
    </div>
  )
}
