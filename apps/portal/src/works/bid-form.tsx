'use client'

import { parseStroops, toHex } from '@heliobond/domain'
import { useMemo, useState } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { MOST_DOCUMENT_BYTES, uploadDocument } from '../data/upload.ts'
import { assetCode, plainAmount } from '../format/amount.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { SignFlow } from '../signing/sign-flow.tsx'
import { AmountView } from '../ui/amount-view.tsx'
import { Button } from '../ui/button.tsx'
import { CheckBox, Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import { type BidSecret, keepSecret, secretFile, secretFileName } from './bid-secret.ts'
import type { WorkFacts } from './facts.ts'
import { saveFile } from './save-file.ts'
import { placeOfBid } from './use-bid-secret.ts'

interface Sealed {
  readonly secret: BidSecret
  /** Whether this browser keeps it, too. */
  readonly isKept: boolean
}

/** A sealed bid: price and proposal, a seal made in this browser, the file of its secret, and the signature. */
export function BidForm({
  facts,
  ceilingStroops,
  bondStroops,
}: {
  readonly facts: WorkFacts
  readonly ceilingStroops: string
  readonly bondStroops: string
}) {
  const [sealed, setSealed] = useState<Sealed | null>(null)
  return sealed === null ? (
    <SealForm facts={facts} ceilingStroops={ceilingStroops} onSealed={setSealed} />
  ) : (
    <PlaceBid facts={facts} bondStroops={bondStroops} sealed={sealed} onChange={() => setSealed(null)} />
  )
}

function SealForm({
  facts,
  ceilingStroops,
  onSealed,
}: {
  readonly facts: WorkFacts
  readonly ceilingStroops: string
  onSealed(sealed: Sealed): void
}) {
  const t = useTexts('works')
  const locale = useLocale()
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const ceiling = plainAmount(ceilingStroops, facts.settlementAsset, locale)
  const price = parseStroops(text.replaceAll(',', '').trim())
  const amount = price.ok && price.value > 0n ? price.value : null
  const isTooHigh = amount !== null && amount > BigInt(ceilingStroops)
  const isTooLarge = file !== null && file.size > MOST_DOCUMENT_BYTES
  const isReady = amount !== null && !isTooHigh && file !== null && !isTooLarge

  async function seal() {
    if (amount === null || file === null) return
    setWorking(true)
    setProblem(null)
    const kept = await uploadDocument(file, { kind: 'proposal', offering: facts.offeringId })
    setWorking(false)
    if (!kept.ok) return setProblem(kept.error)
    const bid = {
      ...placeOfBid(facts),
      amountStroops: amount.toString(),
      proposalHash: kept.value.hash,
      salt: toHex(crypto.getRandomValues(new Uint8Array(32))),
    }
    const { sealOf } = await import('../chain/seal-bid.ts')
    const secret = { ...bid, commitment: sealOf(bid) }
    const isKept = keepSecret(window.localStorage, secret)
    saveFile(secretFileName(facts.id, secret), secretFile(secret))
    onSealed({ secret, isKept })
  }

  return (
    <div className="max-w-xl space-y-5">
      <Field
        label={t('bidPrice')}
        hint={t('bidPriceHint', { ceiling })}
        error={
          text.trim() === ''
            ? undefined
            : amount === null
              ? t('priceMalformed')
              : isTooHigh
                ? t('priceTooHigh', { ceiling })
                : undefined
        }
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
        unit={assetCode(facts.settlementAsset)}
      />
      <Field
        type="file"
        label={t('proposalFile')}
        hint={t('proposalHint')}
        error={isTooLarge ? t('fileTooLarge') : undefined}
        accept=".pdf,.png,.jpg,.jpeg,.txt"
        onChange={({ target }) => setFile(target.files?.[0] ?? null)}
      />
      {problem && <ProblemText problem={problem} />}
      <Button disabled={!isReady || working} onClick={seal}>
        {working ? t('sealing') : t('seal')}
      </Button>
    </div>
  )
}

function PlaceBid({
  facts,
  bondStroops,
  sealed: { secret, isKept },
  onChange,
}: {
  readonly facts: WorkFacts
  readonly bondStroops: string
  readonly sealed: Sealed
  onChange(): void
}) {
  const t = useTexts('works')
  const locale = useLocale()
  const refresh = useRefreshAfter()
  const [hasFile, setHasFile] = useState(false)
  const { address, network, contractId, id } = facts
  const { commitment, proposalHash } = secret
  const request = useMemo(
    () =>
      hasFile
        ? { action: 'bid-commit', source: address, params: { tender: id, commitment, proposal: proposalHash } }
        : null,
    [hasFile, address, id, commitment, proposalHash],
  )
  const expected = useMemo(
    () => ({
      address,
      passphrase: network.passphrase,
      contracts: [contractId],
      args: [address, commitment, proposalHash],
    }),
    [address, network.passphrase, contractId, commitment, proposalHash],
  )
  return (
    <div className="space-y-5">
      <Notice tone="warn" title={t('sealedTitle')} alert>
        <p>{t('sealedLead', { bond: plainAmount(bondStroops, facts.settlementAsset, locale) })}</p>
        {!isKept && <p className="mt-2 font-semibold">{t('notKept')}</p>}
        <p className="mt-3">
          {t('yourPrice')}:{' '}
          <strong>
            <AmountView stroops={secret.amountStroops} asset={facts.settlementAsset} locale={locale} />
          </strong>
        </p>
        <p className="mt-3 flex flex-wrap gap-3">
          <Button look="secondary" onClick={() => saveFile(secretFileName(id, secret), secretFile(secret))}>
            {t('backup')}
          </Button>
          <Button look="quiet" onClick={onChange}>
            {t('changeBid')}
          </Button>
        </p>
      </Notice>
      <CheckBox label={t('haveFile')} checked={hasFile} onChange={({ target }) => setHasFile(target.checked)} />
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset: facts.settlementAsset, names: facts.names }}
        networkName={network.name}
        label={t('commit')}
        onDone={refresh}
      />
    </div>
  )
}
