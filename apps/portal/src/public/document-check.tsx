'use client'

import { type ChangeEvent, useState } from 'react'
import { fileHash } from '../data/file-hash.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'

interface Props {
  readonly documentsHash: string
  readonly documents: readonly { readonly hash: string; readonly name: string }[]
}

/** Hashes a file in the browser and says whether it is one of the documents. The file goes nowhere. */
export function DocumentCheck({ documentsHash, documents }: Props) {
  const t = useTexts('offering')
  const [hash, setHash] = useState<string | null>(null)
  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    setHash(file ? await fileHash(file) : null)
  }
  const known = documents.find((document) => document.hash === hash)
  return (
    <div className="max-w-xl">
      <Field type="file" label={t('documentCheck')} hint={t('documentCheckLead')} onChange={choose} />
      <div role="status" className="mt-3">
        {hash !== null &&
          (hash === documentsHash ? (
            <Notice tone="good">{t('documentSame')}</Notice>
          ) : known ? (
            <Notice tone="good">{t('documentKnown', { name: known.name })}</Notice>
          ) : (
            <Notice tone="bad">{t('documentOther')}</Notice>
          ))}
        {hash !== null && <code className="mt-2 block font-mono text-sm break-all">{hash}</code>}
      </div>
    </div>
  )
}
