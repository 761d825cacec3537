'use client'

import { type ChangeEvent, type ReactNode, useMemo, useState } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { type KeptDocument, MOST_DOCUMENT_BYTES, uploadDocument } from '../data/upload.ts'
import { useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { SignFlow } from '../signing/sign-flow.tsx'
import { Button } from '../ui/button.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import type { WorkFacts } from './facts.ts'

/** Evidence of a milestone: a file that is kept under its hash, and the hash that is handed in. */
export function EvidenceForm({
  facts,
  milestone,
  again,
}: {
  readonly facts: WorkFacts
  readonly milestone: number
  /** Whether there was some before. */
  readonly again: boolean
}) {
  const t = useTexts('works')
  const [tooLarge, setTooLarge] = useState(false)
  const { document, keep, working, problem, clear } = useKeptDocument(facts, 'evidence')
  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    clear()
    setTooLarge(file !== undefined && file.size > MOST_DOCUMENT_BYTES)
    if (file && file.size <= MOST_DOCUMENT_BYTES) return keep(file)
  }
  return (
    <HashStep
      facts={facts}
      action="submit-evidence"
      name="evidence"
      milestone={milestone}
      document={document}
      label={t(again ? 'handInAgain' : 'handIn')}
    >
      <Field
        type="file"
        label={t('evidenceFile')}
        hint={t('evidenceHint')}
        error={tooLarge ? t('fileTooLarge') : undefined}
        accept=".pdf,.png,.jpg,.jpeg,.txt"
        disabled={working}
        onChange={choose}
      />
      <span role="status">{working ? t('uploading') : ''}</span>
      {problem && <ProblemText problem={problem} />}
    </HashStep>
  )
}

/** Brings a milestone before the arbiter, with reasons whose hash goes on the chain. */
export function DisputeForm({ facts, milestone }: { readonly facts: WorkFacts; readonly milestone: number }) {
  const t = useTexts('works')
  const [text, setText] = useState('')
  const { document, keep, working, problem, clear } = useKeptDocument(facts, 'other')
  const file = () => new File([text], `dispute-${facts.id}-${milestone + 1}.txt`, { type: 'text/plain' })
  return (
    <HashStep
      facts={facts}
      action="dispute"
      name="reason"
      milestone={milestone}
      document={document}
      label={t('dispute')}
    >
      <TextArea
        label={t('disputeReason')}
        hint={t('disputeHint')}
        value={text}
        maxLength={5_000}
        onChange={({ target }) => {
          setText(target.value)
          clear()
        }}
      />
      {problem && <ProblemText problem={problem} />}
      {document === null && (
        <Button look="secondary" disabled={text.trim() === '' || working} onClick={() => keep(file())}>
          {working ? t('uploading') : t('disputePrepare')}
        </Button>
      )}
    </HashStep>
  )
}

function useKeptDocument({ offeringId }: WorkFacts, kind: string) {
  const [document, setDocument] = useState<KeptDocument | null>(null)
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  async function keep(file: File) {
    setWorking(true)
    const kept = await uploadDocument(file, { kind, offering: offeringId })
    setWorking(false)
    if (kept.ok) setDocument(kept.value)
    else setProblem(kept.error)
  }
  function clear() {
    setDocument(null)
    setProblem(null)
  }
  return { document, keep, working, problem, clear }
}

/** A call about a milestone that names a document by its hash. */
function HashStep({
  facts,
  action,
  name,
  milestone,
  document,
  label,
  children,
}: {
  readonly facts: WorkFacts
  readonly action: 'submit-evidence' | 'dispute'
  /** Of the hash among the action's parameters. */
  readonly name: 'evidence' | 'reason'
  readonly milestone: number
  readonly document: KeptDocument | null
  readonly label: string
  readonly children: ReactNode
}) {
  const t = useTexts('works')
  const refresh = useRefreshAfter()
  const { address, network, contractId, id } = facts
  const hash = document?.hash ?? null
  const request = useMemo(
    () => (hash === null ? null : { action, source: address, params: { tender: id, milestone, [name]: hash } }),
    [action, address, id, milestone, name, hash],
  )
  const expected = useMemo(
    () => ({
      address,
      passphrase: network.passphrase,
      contracts: [contractId],
      args: [String(milestone), ...(hash === null ? [] : [hash])],
    }),
    [address, network.passphrase, contractId, milestone, hash],
  )
  return (
    <div className="max-w-xl space-y-4">
      {children}
      {document && (
        <p className="text-sm">
          {t('fileKept')}: {document.name} <code className="font-mono break-all">{document.hash}</code>
        </p>
      )}
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset: facts.settlementAsset, names: facts.names }}
        networkName={network.name}
        label={label}
        onDone={refresh}
      />
    </div>
  )
}
