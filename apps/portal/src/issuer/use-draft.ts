'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ask } from '../api/browser.ts'
import type { ApiProblem } from '../api/problem.ts'
import { withValue } from './body.ts'
import type { Draft, DraftBody } from './types.ts'

export type SaveState = 'saved' | 'waiting' | 'saving' | ApiProblem

/** Whoever types is not interrupted by every letter. */
const PAUSE_MS = 700

/**
 * Keeps a draft while it is written: a moment after the last change all of it is saved, one save at a time, each naming the version that it
 * was made from. What could not be saved stays here and is tried again with the next change, or by `again`.
 */
export function useDraft({ id, version, body: first }: Pick<Draft, 'id' | 'version' | 'body'>) {
  const router = useRouter()
  const [body, setBody] = useState(first)
  const [state, setState] = useState<SaveState>('saved')
  const now = useRef<Keeping>({ body: first, saved: first, version, isSaving: false, timer: undefined })

  const save = useCallback(async () => {
    const keeping = now.current
    clearTimeout(keeping.timer)
    // The save that is under way looks once more when it is done.
    if (keeping.isSaving) return
    keeping.isSaving = true
    while (keeping.body !== keeping.saved) {
      setState('saving')
      const sent = keeping.body
      const answer = await ask<Draft>(`/api/v1/drafts/${id}`, {
        method: 'PUT',
        body: { version: keeping.version, body: sent },
        idempotencyKey: crypto.randomUUID(),
      })
      if (!answer.ok) {
        keeping.isSaving = false
        return setState(answer.error)
      }
      keeping.version = answer.value.version
      keeping.saved = sent
    }
    keeping.isSaving = false
    setState('saved')
    // Schedule and forecast come from the API anew.
    router.refresh()
  }, [id, router])

  const change = useCallback(
    (path: string, value: unknown) => {
      const keeping = now.current
      keeping.body = withValue(keeping.body, path, value)
      setBody(keeping.body)
      setState('waiting')
      clearTimeout(keeping.timer)
      keeping.timer = setTimeout(save, PAUSE_MS)
    },
    [save],
  )

  useEffect(() => {
    const keeping = now.current
    const warn = (event: BeforeUnloadEvent) => {
      if (keeping.body !== keeping.saved) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      // Whoever goes to another page of ours leaves nothing behind unsaved.
      if (keeping.body !== keeping.saved) void save()
    }
  }, [save])

  return useMemo(() => ({ body, state, change, again: save }), [body, state, change, save])
}

interface Keeping {
  body: DraftBody
  saved: DraftBody
  version: number
  isSaving: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}
