'use client'

import { type FormEvent, useState } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { ScriptForm } from '../ui/script-form.tsx'

/**
 * Which server of the network is asked. It is never taken from the address of the page: a link must not choose whom its reader trusts.
 */
export function RpcChoice({ rpcUrl, onChange }: { readonly rpcUrl: string | null; onChange(url: string): void }) {
  const t = useTexts('check')
  const [typed, setTyped] = useState('')
  function choose(event: FormEvent) {
    event.preventDefault()
    if (URL.canParse(typed)) onChange(typed)
  }
  return (
    <div className="text-sm">
      {rpcUrl === null ? (
        <Notice tone="warn">{t('rpcNone')}</Notice>
      ) : (
        <p className="break-all text-muted">{t('rpc', { rpc: rpcUrl })}</p>
      )}
      <details className="mt-2">
        <summary className="link inline-block min-h-6 cursor-pointer">{t('rpcOther')}</summary>
        <ScriptForm onSubmit={choose} className="mt-2 flex max-w-xl flex-wrap items-start gap-3">
          <Field
            className="min-w-64 flex-1"
            label={t('rpcField')}
            hint={t('rpcHint')}
            type="url"
            required
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button type="submit" look="secondary" className="sm:mt-7">
            {t('check')}
          </Button>
        </ScriptForm>
      </details>
    </div>
  )
}
