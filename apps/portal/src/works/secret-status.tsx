'use client'

import { useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { secretFile, secretFileName } from './bid-secret.ts'
import type { WorkFacts } from './facts.ts'
import { saveFile } from './save-file.ts'
import { useBidSecret } from './use-bid-secret.ts'

/** Whether the secret of a bid that stands is in this browser, and its file once more. */
export function SecretStatus({ facts, commitment }: { readonly facts: WorkFacts; readonly commitment: string }) {
  const t = useTexts('works')
  const secret = useBidSecret(facts, commitment)
  if (secret === undefined) return null
  if (secret === null) return <Notice tone="warn">{t('secretNotHere')}</Notice>
  return (
    <Notice tone="good">
      <p>{t('secretHere')}</p>
      <Button
        look="secondary"
        className="mt-3"
        onClick={() => saveFile(secretFileName(facts.id, secret), secretFile(secret))}
      >
        {t('backup')}
      </Button>
    </Notice>
  )
}
