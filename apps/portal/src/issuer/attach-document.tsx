'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, useState } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { type KeptDocument, MOST_DOCUMENT_BYTES, uploadDocument } from '../data/upload.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProblemText } from '../ui/problem-text.tsx'

const KINDS = ['report', 'tender', 'milestone', 'official-statement', 'other'] as const

/** Attaches a document to an offering, for everybody to read. Needs the texts `issuerForm`, `problem` and `refusal`. */
export function AttachDocument({ offering }: { readonly offering: number }) {
  const t = useTexts('issuerForm')
  const router = useRouter()
  const [kind, setKind] = useState<string>(KINDS[0])
  const [state, set] = useState<'idle' | 'busy' | ApiProblem | KeptDocument>('idle')
  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    if (!file) return
    set('busy')
    const kept = await uploadDocument(file, { kind, offering })
    target.value = ''
    set(kept.ok ? kept.value : kept.error)
    if (kept.ok) router.refresh()
  }
  return (
    <div className="space-y-3">
      <div className="grid max-w-3xl items-start gap-4 sm:grid-cols-2">
        <Select
          label={t('documentKind')}
          value={kind}
          onChange={({ target }) => setKind(target.value)}
          options={KINDS.map((one) => ({ value: one, label: t(`document_${one}`) }))}
        />
        <Field
          type="file"
          label={t('documentFile')}
          hint={t('documentHint', { mib: MOST_DOCUMENT_BYTES / 1_048_576 })}
          disabled={state === 'busy'}
          onChange={choose}
        />
      </div>
      <div role="status">
        {state === 'busy' && <p className="text-sm text-muted">{t('documentBusy')}</p>}
        {typeof state === 'object' &&
          ('hash' in state ? (
            <Notice tone="good" title={t('documentKept')}>
              <code className="font-mono text-sm break-all">{state.hash}</code>
            </Notice>
          ) : (
            <ProblemText problem={state} />
          ))}
      </div>
    </div>
  )
}
