'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ask } from '../api/browser.ts'
import type { ApiProblem } from '../api/problem.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import { ScriptForm } from '../ui/script-form.tsx'
import type { Enrolment } from './types.ts'

const KINDS = ['combined', 'site', 'load'] as const

/** Gives out the one-time code of a meter to come. It is shown here once and kept nowhere. Needs the texts `enrol` and `ACT_TEXTS`. */
export function EnrolForm({
  systems,
}: {
  readonly systems: readonly { readonly id: number; readonly name: string }[]
}) {
  const t = useTexts('enrol')
  const router = useRouter()
  const [state, set] = useState<{ busy: boolean; problem: ApiProblem | null; given: (Enrolment & Code) | null }>({
    busy: false,
    problem: null,
    given: null,
  })
  async function give(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    set({ busy: true, problem: null, given: null })
    const answer = await ask<Enrolment & Code>('/api/v1/enrolments', {
      method: 'POST',
      idempotencyKey: crypto.randomUUID(),
      body: {
        systemId: Number(text('system')),
        kind: text('kind'),
        partyIndex: Number(text('party')),
        capacityW: text('capacity'),
        label: text('label'),
      },
    })
    set(
      answer.ok
        ? { busy: false, problem: null, given: answer.value }
        : { busy: false, problem: answer.error, given: null },
    )
    if (!answer.ok) return
    form.reset()
    router.refresh()
  }
  return (
    <ScriptForm onSubmit={give} className="space-y-4">
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Select
          name="system"
          label={t('system')}
          options={systems.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Select
          name="kind"
          label={t('kind')}
          hint={t('kindHint')}
          options={KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
        />
        <Field
          name="party"
          label={t('party')}
          hint={t('partyHint')}
          type="number"
          min={0}
          max={15}
          defaultValue={0}
          required
        />
        <Field name="capacity" label={t('capacity')} inputMode="numeric" pattern="[1-9][0-9]{0,11}" unit="W" required />
        <Field name="label" label={t('label')} hint={t('labelHint')} maxLength={120} required />
      </div>
      <Button type="submit" disabled={state.busy}>
        {t('give')}
      </Button>
      {state.problem && <ProblemText problem={state.problem} />}
      {state.given && (
        <Notice tone="good" title={t('givenTitle')} alert>
          <p className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-xl font-semibold tracking-wider break-all">{state.given.code}</code>
            <CopyButton value={state.given.code} label={t('copy')} copied={t('copied')} />
          </p>
          <p className="mt-2 max-w-prose text-sm">{t('givenLead')}</p>
        </Notice>
      )}
    </ScriptForm>
  )
}

interface Code {
  readonly code: string
}
