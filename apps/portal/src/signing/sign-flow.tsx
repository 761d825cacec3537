'use client'

import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { timeText } from '../format/time.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { explorerUrl } from '../site/explorer.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import { type StepState, Steps } from '../ui/steps.tsx'
import { WalletProblem } from '../wallet/wallet-problem.tsx'
import type { BuildRequest, TrackedTransaction } from './built.ts'
import type { Expected } from './judge.ts'
import { shelve } from './receipt-shelf.tsx'
import { Review, type ReviewNames } from './review.tsx'
import type { CoSign } from './sign.ts'
import { type Signing, useSigning } from './use-signing.ts'

/** How far a signing is, for what stands around it: to be prepared, in the signer's hands or under way, in the ledger. */
export type SignStage = 'open' | 'signing' | 'done'

/** Of each step of a signing; one that ended without success is to be prepared anew. */
function stageOf(state: Signing): SignStage {
  if (state.step === 'ended') return state.tracked.status === 'success' ? 'done' : 'open'
  return state.step === 'idle' || state.step === 'building' || state.step === 'refused' ? 'open' : 'signing'
}

/** The flow needs the texts `SIGNING_TEXTS` from the page. */
export interface SignFlowProps {
  /** What is wanted; null while the form above is not filled in. */
  readonly request: BuildRequest | null
  readonly expected: Expected
  readonly names: ReviewNames
  /** `local`, `testnet`, `mainnet` or `custom`: where a receipt can be looked at. */
  readonly networkName: string
  /** What the button says before anything is prepared. */
  readonly label: string
  readonly coSign?: CoSign
  readonly onDone?: (tracked: TrackedTransaction) => void
  readonly onStage?: (stage: SignStage) => void
  /** What can be done next, under the receipt. */
  readonly after?: ReactNode
  /** Whether one more of the same makes sense. */
  readonly repeatable?: boolean
  /** Stands instead of the button while there is nothing to sign; a receipt stays all the same. */
  readonly idle?: ReactNode
}

/**
 * The one way in which anything is signed here: prepared by the API, read by the browser itself, shown in words, signed by the wallet on
 * the right network, sent, followed, and receipted. A refusal in the wallet is a step back and no error.
 */
export function SignFlow({ request, expected, names, networkName, label, ...rest }: SignFlowProps) {
  const t = useTexts('signing')
  const { coSign, onDone, onStage, after, repeatable = false, idle } = rest
  const options = useMemo(() => ({ ...(coSign && { coSign }), ...(onDone && { onDone }) }), [coSign, onDone])
  const [state, { prepare, sign, reset }] = useSigning(request, expected, options)
  const heading = useRef<HTMLHeadingElement>(null)
  const wanted = JSON.stringify(request)
  const done = useRef(wanted)
  const isNext = state.step === 'ended' && request !== null && wanted !== done.current
  const isOpen = state.step !== 'idle' && state.step !== 'building'
  const receipt = state.step === 'ended' && state.tracked.status === 'success' ? state.tracked.hash : null
  useShelf(receipt, networkName)
  const start = () => {
    done.current = wanted
    prepare()
  }
  const stage = stageOf(state)
  useEffect(() => onStage?.(stage), [stage, onStage])
  useEffect(() => {
    // Whoever cannot see that a part of the page appeared is led to it.
    if (isOpen) heading.current?.focus()
  }, [isOpen])

  if (state.step === 'idle' && idle) return idle
  if (state.step === 'idle' || state.step === 'building') {
    return (
      <div>
        <Button disabled={request === null || state.step === 'building'} onClick={start}>
          {state.step === 'building' ? t('building') : label}
        </Button>
        <span role="status" className="sr-only">
          {state.step === 'building' ? t('building') : ''}
        </span>
      </div>
    )
  }
  return (
    <section aria-labelledby="signing" className="card border-accent p-5 sm:p-6">
      <h2 id="signing" ref={heading} tabIndex={-1} className="text-xl font-semibold focus:outline-none">
        {t(state.step === 'ended' ? 'receipt' : 'reviewTitle')}
      </h2>
      <div className="mt-4 space-y-5">
        {'reviewed' in state && state.step !== 'ended' && (
          <Review reviewed={state.reviewed} address={expected.address} names={names} />
        )}
        {state.step === 'review' && (
          <>
            {state.trouble && <WalletProblem trouble={state.trouble} />}
            <p className="flex flex-wrap gap-3">
              <Button onClick={sign} disabled={state.reviewed.mismatches.length > 0}>
                {state.trouble ? t('again') : t('sign')}
              </Button>
              <Button look="secondary" onClick={reset}>
                {t('cancel')}
              </Button>
            </p>
          </>
        )}
        {(state.step === 'signing' || state.step === 'submitting' || state.step === 'following') && (
          <Progress state={state} />
        )}
        {state.step === 'refused' && (
          <>
            <ProblemText problem={state.problem} />
            <p className="flex flex-wrap gap-3">
              <Button look="secondary" onClick={prepare}>
                {t('again')}
              </Button>
              <Button look="quiet" onClick={reset}>
                {t('cancel')}
              </Button>
            </p>
          </>
        )}
        {state.step === 'ended' && (
          <>
            <Receipt tracked={state.tracked} networkName={networkName} />
            {state.tracked.status === 'success' && (
              <Review reviewed={state.reviewed} address={expected.address} names={names} />
            )}
            <div className="flex flex-wrap gap-3">
              {after}
              {isNext && state.tracked.status === 'success' && <Button onClick={start}>{label}</Button>}
              {(repeatable || state.tracked.status !== 'success') && (
                <Button look="secondary" onClick={reset}>
                  {t(state.tracked.status === 'success' ? 'another' : 'again')}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </section>
  )
}

/** A receipt that is in sight while the page it stands on moves on under it is kept elsewhere. */
function useShelf(hash: string | null, networkName: string): void {
  const latest = useRef<string | null>(null)
  useEffect(() => {
    latest.current = hash
  })
  useEffect(() => {
    const path = window.location.pathname
    return () => {
      const { current } = latest
      if (current === null || window.location.pathname !== path) return
      shelve({ hash: current, url: explorerUrl(networkName, 'tx', current) })
    }
  }, [networkName])
}

const ORDER = ['review', 'signing', 'submitting', 'following'] as const

function Progress({ state }: { readonly state: Extract<Signing, { reviewed: unknown }> }) {
  const t = useTexts('signing')
  const at = ORDER.indexOf(state.step as (typeof ORDER)[number])
  const stateOf = (index: number): StepState => (index < at ? 'done' : index === at ? 'current' : 'todo')
  const words = { signing: t('signing'), submitting: t('submitting'), following: t('following') } as const
  const now =
    state.step === 'signing' || state.step === 'submitting' || state.step === 'following' ? words[state.step] : ''
  return (
    <div>
      <Steps
        label={t('steps')}
        states={{ done: t('stepDone'), current: t('stepCurrent'), todo: t('stepTodo'), failed: t('stepFailed') }}
        steps={[
          { id: 'build', title: t('stepBuild'), state: stateOf(0) },
          { id: 'sign', title: t('stepSign'), state: stateOf(1), note: state.step === 'signing' ? now : undefined },
          { id: 'send', title: t('stepSend'), state: stateOf(2) },
          { id: 'ledger', title: t('stepLedger'), state: stateOf(3) },
        ]}
      />
      <p role="status" className="mt-4 font-medium">
        {now}
      </p>
      {state.step === 'following' && state.down && (
        <Notice tone="warn" alert>
          {t('outage')}
        </Notice>
      )}
    </div>
  )
}

function Receipt({ tracked, networkName }: { readonly tracked: TrackedTransaction; readonly networkName: string }) {
  const t = useTexts('signing')
  const locale = useLocale()
  const { status, hash, code, operationCodes, ledger, at } = tracked
  const url = explorerUrl(networkName, 'tx', hash)
  const codes = [code, ...(operationCodes ?? [])].filter((one) => one !== null)
  const look = (
    <p className="mt-2 text-sm">
      {t('hash')}: <code className="font-mono break-all">{hash}</code>
      {url && (
        <>
          {' '}
          <a href={url} target="_blank" rel="noopener noreferrer" className="link">
            {t('explorer')}
          </a>
        </>
      )}
    </p>
  )
  if (status === 'success') {
    return (
      <Notice tone="good" title={t('doneTitle')} alert>
        <p>{t('doneLead', { ledger: String(ledger), time: at === null ? '' : timeText(at, 'second', locale) })}</p>
        {look}
      </Notice>
    )
  }
  return (
    <Notice tone="bad" title={t(status === 'expired' ? 'expiredTitle' : 'failedTitle')} alert>
      <p>{t(status === 'expired' ? 'expiredLead' : 'failedLead')}</p>
      {codes.length > 0 && (
        <p className="mt-2 text-sm">
          {t('code')}: <code className="font-mono break-all">{codes.join(' · ')}</code>
        </p>
      )}
      {look}
    </Notice>
  )
}
