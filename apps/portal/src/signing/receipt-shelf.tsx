'use client'

import { useEffect, useState } from 'react'

/** A receipt whose place on the page went away, since the page has moved on: what was to be claimed is claimed. */
export interface ShelvedReceipt {
  readonly hash: string
  readonly url: string | null
}

const EVENT = 'heliobond-receipt'

/** Puts a receipt on the shelf of the page. */
export const shelve = (receipt: ShelvedReceipt): boolean =>
  window.dispatchEvent(new CustomEvent<ShelvedReceipt>(EVENT, { detail: receipt }))

/** Keeps receipts in sight until they are put away. */
export function ReceiptShelf({
  texts,
}: {
  readonly texts: { readonly done: string; readonly explorer: string; readonly close: string }
}) {
  const [receipts, setReceipts] = useState<readonly ShelvedReceipt[]>([])
  useEffect(() => {
    const take = (event: Event) => {
      const { detail } = event as CustomEvent<ShelvedReceipt>
      setReceipts((before) => [...before.filter(({ hash }) => hash !== detail.hash), detail])
    }
    window.addEventListener(EVENT, take)
    return () => window.removeEventListener(EVENT, take)
  }, [])
  return (
    <div role="status" className="fixed right-4 bottom-4 z-40 space-y-2">
      {receipts.map(({ hash, url }) => (
        <div
          key={hash}
          className="flex max-w-sm items-start gap-3 rounded-lg border border-good bg-good-soft p-4 shadow-lg"
        >
          <p className="min-w-0 text-sm">
            <strong className="block">{texts.done}</strong>
            <code className="font-mono break-all">{hash}</code>
            {url && (
              <a href={url} target="_blank" rel="noopener noreferrer" className="link block">
                {texts.explorer}
              </a>
            )}
          </p>
          <button
            type="button"
            aria-label={texts.close}
            onClick={() => setReceipts((before) => before.filter((one) => one.hash !== hash))}
            className="size-6 shrink-0 cursor-pointer rounded hover:bg-surface"
          >
            ×
          </button>
        </div>
      ))}
    </div>
  )
}
