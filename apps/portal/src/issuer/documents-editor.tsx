'use client'

import { type ChangeEvent, useState } from 'react'
import { ask } from '../api/browser.ts'
import { type ApiProblem, clientProblem } from '../api/problem.ts'
import { fileHash } from '../data/file-hash.ts'
import { MOST_DOCUMENT_BYTES } from '../data/upload.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import type { DraftFields } from './draft-field.tsx'

const LONGEST_NAME = 120

/**
 * The documents of a draft by their hashes. The official statement's hash goes into the contract: whoever holds the file can prove that it is
 * the one that was sold on.
 */
export function DocumentsEditor({ fields }: { readonly fields: DraftFields }) {
  const t = useTexts('draft')
  const { body, change } = fields
  const [state, set] = useState<'idle' | 'busy' | ApiProblem>('idle')
  const official = body.documentsHash
  const hashes = [...new Set([...(official ? [official] : []), ...(body.documents ?? [])])]
  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    if (!file) return
    set('busy')
    const kind = official === undefined ? 'official-statement' : 'other'
    const kept = await keep(file, kind)
    target.value = ''
    if (typeof kept !== 'string') return set(kept)
    set('idle')
    change('/documents', [...hashes.filter((hash) => hash !== kept), kept])
    if (official === undefined) change('/documentsHash', kept)
  }
  const drop = (hash: string) => {
    const rest = hashes.filter((one) => one !== hash)
    change('/documents', rest.length === 0 ? undefined : rest)
    if (hash === official) change('/documentsHash', undefined)
  }
  return (
    <div>
      <Field
        type="file"
        label={t('documentAdd')}
        hint={t('documentAddHint', { mib: MOST_DOCUMENT_BYTES / 1_048_576 })}
        onChange={choose}
        disabled={state === 'busy'}
        className="max-w-xl"
      />
      <span role="status" className="text-sm text-muted">
        {state === 'busy' ? t('documentBusy') : ''}
      </span>
      {typeof state === 'object' && <ProblemText problem={state} />}
      {hashes.length > 0 && (
        <ul className="mt-5 card divide-y divide-line">
          {hashes.map((hash) => (
            <li key={hash} className="flex flex-wrap items-center justify-between gap-3 p-4">
              <span className="min-w-0">
                <a href={`/api/v1/documents/${hash}`} className="link font-mono text-sm break-all" download>
                  {hash}
                </a>{' '}
                {hash === official && <Badge tone="accent">{t('documentOfficial')}</Badge>}
              </span>
              <span className="flex flex-wrap gap-2">
                {hash !== official && (
                  <Button look="quiet" small onClick={() => change('/documentsHash', hash)}>
                    {t('documentMakeOfficial')}
                  </Button>
                )}
                <Button look="danger" small onClick={() => drop(hash)}>
                  {t('documentDrop')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** @returns its hash, by which the API keeps it, and which is taken here as well. */
async function keep(file: File, kind: string): Promise<string | ApiProblem> {
  const query = new URLSearchParams({ name: file.name.slice(-LONGEST_NAME) || kind, kind })
  const [hash, kept] = await Promise.all([
    fileHash(file),
    ask<{ hash: string }>(`/api/v1/documents?${query}`, { method: 'POST', bytes: file }),
  ])
  if (!kept.ok) return kept.error
  return kept.value.hash === hash
    ? hash
    : clientProblem('API_ANSWER_UNEXPECTED', 'The document was kept under another hash than its own.')
}
