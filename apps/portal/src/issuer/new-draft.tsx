'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ask } from '../api/browser.ts'
import type { ApiProblem } from '../api/problem.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import { ScriptForm } from '../ui/script-form.tsx'
import type { Draft } from './types.ts'

/** Begins a draft under a name, and goes there. Needs the texts `draft`, `problem` and `refusal`. */
export function NewDraft() {
  const t = useTexts('draft')
  const locale = useLocale()
  const router = useRouter()
  const [state, set] = useState<'idle' | 'busy' | ApiProblem>('idle')
  async function begin(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    set('busy')
    const draft = await ask<Draft>('/api/v1/drafts', {
      method: 'POST',
      body: { body: { name } },
      idempotencyKey: crypto.randomUUID(),
    })
    if (!draft.ok) return set(draft.error)
    router.push(`/${locale}/issuer/drafts/${draft.value.id}`)
  }
  return (
    <ScriptForm onSubmit={begin} className="space-y-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field name="name" label={t('name')} maxLength={120} required className="min-w-64 flex-1" />
        <Button type="submit" disabled={state === 'busy'}>
          {t('begin')}
        </Button>
      </div>
      {typeof state === 'object' && <ProblemText problem={state} />}
    </ScriptForm>
  )
}
