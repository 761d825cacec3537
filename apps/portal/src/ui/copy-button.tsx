'use client'

import { useState } from 'react'

const SHOWN_MS = 1_500

/** Copies a value that people would mistype. */
export function CopyButton({
  value,
  label,
  copied,
}: {
  readonly value: string
  readonly label: string
  readonly copied: string
}) {
  const [done, setDone] = useState(false)
  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
    } catch {
      // No permission: the value is selected instead, for the keyboard to copy.
      return window.prompt(label, value)
    }
    setDone(true)
    setTimeout(() => setDone(false), SHOWN_MS)
  }
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={`${label}: ${value}`}
      title={label}
      className="inline-flex size-6 shrink-0 cursor-pointer items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink"
    >
      <svg
        viewBox="0 0 16 16"
        width="14"
        height="14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        {done ? <path d="m3 8.5 3.5 3.5L13 5" /> : <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" />}
      </svg>
      <span role="status" className="sr-only">
        {done ? copied : ''}
      </span>
    </button>
  )
}
