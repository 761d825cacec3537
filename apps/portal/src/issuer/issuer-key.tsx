'use client'

import { type ChangeEvent, useState } from 'react'
import type { KeptKey } from '../chain/new-account.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { saveFile } from '../works/save-file.ts'
import { keyFile, readKeyFile } from './key-file.ts'

/**
 * The key of the account that issues the bond. It is made in this browser, goes to no server, and is kept in a file of the issuer's; here it
 * stays only as long as the page is open. Needs the texts `launch`.
 */
export function IssuerKey({
  bondIssuer,
  draft,
  network,
  value,
  onKey,
}: {
  /** The account that is open already; null before. */
  readonly bondIssuer: string | null
  readonly draft: { readonly id: number; readonly name: string }
  readonly network: string
  readonly value: KeptKey | null
  readonly onKey: (key: KeptKey) => void
}) {
  const t = useTexts('launch')
  const [wrong, setWrong] = useState<'keyUnreadable' | 'keyOther' | null>(null)
  async function make() {
    const { createKeptKey } = await import('../chain/new-account.ts')
    const key = createKeptKey()
    saveFile(`heliobond-issuer-${key.address.slice(0, 8)}.json`, keyFile(key, { draft, network }))
    onKey(key)
  }
  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    if (!file) return
    const secret = readKeyFile(await file.text())
    const { openKeptKey } = await import('../chain/new-account.ts')
    const key = secret === null ? null : openKeptKey(secret)
    if (key === null) return setWrong('keyUnreadable')
    if (bondIssuer !== null && key.address !== bondIssuer) return setWrong('keyOther')
    setWrong(null)
    onKey(key)
  }
  return (
    <section aria-labelledby="issuer-key" className="card p-5">
      <h2 id="issuer-key" className="text-lg font-semibold">
        {t('keyTitle')}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t('keyLead')}</p>
      <div className="mt-4 space-y-4">
        {value ? (
          <Notice tone="good" title={t('keyThere')}>
            <code className="font-mono text-sm break-all">{value.address}</code>
            <p className="mt-2 text-sm">{t('keyThereLead')}</p>
            <Button
              look="secondary"
              small
              className="mt-3"
              onClick={() =>
                saveFile(`heliobond-issuer-${value.address.slice(0, 8)}.json`, keyFile(value, { draft, network }))
              }
            >
              {t('keyAgain')}
            </Button>
          </Notice>
        ) : (
          <>
            {bondIssuer === null && <Button onClick={make}>{t('keyMake')}</Button>}
            <Field
              type="file"
              accept="application/json,.json"
              label={t(bondIssuer === null ? 'keyFileOr' : 'keyFile')}
              hint={t('keyFileHint')}
              error={wrong === null ? undefined : t(wrong)}
              onChange={choose}
              className="max-w-xl"
            />
          </>
        )}
      </div>
    </section>
  )
}
