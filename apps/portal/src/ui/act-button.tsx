'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { ask } from '../api/browser.ts'
import { type ApiProblem, isOutage } from '../api/problem.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Button, type ButtonLook } from './button.tsx'
import { Field } from './field.tsx'
import { ProblemText } from './problem-text.tsx'

/**
 * A button that asks the API to do one thing, and loads the page anew when it is done. It needs the texts `act`, `problem` and `refusal`.
 *
 * Nothing happens twice: the same press has the same idempotency key until there is an answer.
 */
export function ActButton({
  path,
  method = 'POST',
  label,
  describe,
  look = 'secondary',
  note,
  body,
  next,
}: {
  /** Of the API: `/v1/...`. */
  readonly path: string
  readonly method?: 'POST' | 'DELETE'
  readonly label: string
  /** What the button is about, for those who do not see the row that it stands in. */
  readonly describe?: string
  readonly look?: ButtonLook
  /** Asks for a line of text that goes along under this name, of so many characters at least. */
  readonly note?: { readonly name: string; readonly label: string; readonly least?: number }
  readonly body?: Readonly<Record<string, unknown>>
  /** Where to go when it is done; the page is loaded anew unless given. */
  readonly next?: string
}) {
  const t = useTexts('act')
  const router = useRouter()
  const key = useRef<string | null>(null)
  const [state, set] = useState<'idle' | 'busy' | 'done' | ApiProblem>('idle')
  const [text, setText] = useState('')
  async function press() {
    key.current ??= crypto.randomUUID()
    set('busy')
    const said = note && text.trim() !== '' ? { [note.name]: text.trim() } : {}
    const hasBody = body !== undefined || note !== undefined
    const answer = await ask(`/api${path}`, {
      method,
      idempotencyKey: key.current,
      ...(hasBody && { body: { ...body, ...said } }),
    })
    if (answer.ok || !isOutage(answer.error)) key.current = null
    if (!answer.ok) return set(answer.error)
    set('done')
    if (next === undefined) router.refresh()
    else router.push(next)
  }
  const isBusy = state === 'busy'
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-end gap-2">
        {note && (
          <Field
            label={note.label}
            value={text}
            maxLength={500}
            onChange={({ target }) => setText(target.value)}
            className="min-w-48 flex-1 text-sm"
          />
        )}
        <Button
          look={look}
          small
          onClick={press}
          disabled={isBusy || text.trim().length < (note?.least ?? 0)}
          aria-label={describe === undefined ? undefined : `${label}: ${describe}`}
        >
          {isBusy ? t('busy') : label}
        </Button>
      </div>
      <span role="status" className="sr-only">
        {state === 'done' ? t('done') : isBusy ? t('busy') : ''}
      </span>
      {typeof state === 'object' && <ProblemText problem={state} />}
    </div>
  )
}
