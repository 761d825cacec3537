'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { uploadDocument } from '../data/upload.ts'
import { useTexts } from '../i18n/texts.tsx'
import { SignFlow } from '../signing/sign-flow.tsx'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import type { OfficeFacts } from './facts.ts'

/** An act that has to say why: the text is kept where everybody can read it, and its hash goes on the chain. Needs `tenderForm` and `SIGNING_TEXTS`. */
export function ReasonAct({
  facts,
  action,
  params,
  label,
}: {
  readonly facts: OfficeFacts
  readonly action: 'reject-evidence' | 'tender-cancel'
  readonly params: Readonly<Record<string, unknown>>
  readonly label: string
}) {
  const t = useTexts('tenderForm')
  const router = useRouter()
  const [text, setText] = useState('')
  const [hash, setHash] = useState<string | null>(null)
  const [state, set] = useState<'idle' | 'busy' | ApiProblem>('idle')
  const given = JSON.stringify(params)
  async function keep() {
    set('busy')
    const file = new File([text], `${action}-${facts.tender}.txt`, { type: 'text/plain' })
    const kept = await uploadDocument(file, { kind: 'other', offering: facts.offering })
    set(kept.ok ? 'idle' : kept.error)
    setHash(kept.ok ? kept.value.hash : null)
  }
  const request = useMemo(
    () =>
      hash === null
        ? null
        : {
            action,
            source: facts.address,
            params: { ...(JSON.parse(given) as Record<string, unknown>), reason: hash },
          },
    [action, facts.address, given, hash],
  )
  const expected = useMemo(
    () => ({
      address: facts.address,
      passphrase: facts.network.passphrase,
      contracts: [facts.contractId],
      args: hash === null ? [] : [hash],
    }),
    [facts.address, facts.network.passphrase, facts.contractId, hash],
  )
  return (
    <div className="max-w-xl space-y-3">
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        maxLength={5_000}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setHash(null)
        }}
      />
      {typeof state === 'object' && <ProblemText problem={state} />}
      {hash === null ? (
        <Button look="secondary" disabled={text.trim() === '' || state === 'busy'} onClick={keep}>
          {t('reasonKeep')}
        </Button>
      ) : (
        <SignFlow
          request={request}
          expected={expected}
          names={{ network: facts.network.title, settlementAsset: facts.settlementAsset, names: facts.names }}
          networkName={facts.network.name}
          label={label}
          onDone={() => router.refresh()}
        />
      )}
    </div>
  )
}
