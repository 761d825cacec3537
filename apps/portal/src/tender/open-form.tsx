'use client'

import Link from 'next/link'
import { type ChangeEvent, useMemo, useState } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { uploadDocument } from '../data/upload.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { SignFlow } from '../signing/sign-flow.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Field, Select, TextArea } from '../ui/field.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import type { OfficeFacts } from './facts.ts'
import {
  type TenderHashes,
  type TypedMilestone,
  type TypedTender,
  tenderFaults,
  tenderParams,
  USUAL_TENDER,
} from './tender-plan.ts'

type Name = keyof TypedTender
const GROUPS: readonly {
  readonly title: 'groupPrice' | 'groupTimes' | 'groupWorks'
  readonly fields: readonly Name[]
}[] = [
  { title: 'groupPrice', fields: ['ceiling', 'deposit', 'pricing', 'priceWeight'] },
  {
    title: 'groupTimes',
    fields: ['withdrawDays', 'commitDays', 'scoreDays', 'revealDays', 'awardDays', 'acceptDays'],
  },
  {
    title: 'groupWorks',
    fields: [
      'objectionDays',
      'arbiterDays',
      'retention',
      'retentionDays',
      'requiredKwh',
      'windowDays',
      'commissionDays',
    ],
  },
]
const MOST_MILESTONES = 16
const newMilestone = (id: number): TypedMilestone => ({ id, text: '', evidence: '', share: '', dueDays: '45' })

/** Opens the works of an offering to sealed bids. Needs the texts `tenderForm` and `SIGNING_TEXTS`. */
export function OpenTenderForm({
  facts,
  ceiling,
  now,
  forfeitsTo,
  money,
}: {
  readonly facts: Omit<OfficeFacts, 'tender'>
  /** As much construction money as there is. */
  readonly ceiling: string
  /** The network's time, RFC 3339. */
  readonly now: string
  readonly forfeitsTo: string
  readonly money: string
}) {
  const t = useTexts('tenderForm')
  const locale = useLocale()
  const [typed, setTyped] = useState<TypedTender>({ ...USUAL_TENDER, ceiling })
  const [milestones, setMilestones] = useState<readonly TypedMilestone[]>([newMilestone(0)])
  const [file, setFile] = useState<File | null>(null)
  const [hashes, setHashes] = useState<TenderHashes | null>(null)
  const [state, set] = useState<'idle' | 'busy' | ApiProblem>('idle')
  const faults = tenderFaults(typed, milestones)
  const take =
    (name: Name) =>
    ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => {
      setTyped((before) => ({ ...before, [name]: target.value }))
    }
  // Texts that change have other hashes.
  function change(id: number, part: Partial<TypedMilestone>) {
    setHashes(null)
    setMilestones((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)))
  }
  async function keepTexts() {
    if (file === null) return
    set('busy')
    const keep = async (kept: File, kind: string) => {
      const answer = await uploadDocument(kept, { kind, offering: facts.offering })
      if (!answer.ok) throw new Refused(answer.error)
      return answer.value.hash
    }
    const text = (name: string, content: string) => new File([content], name, { type: 'text/plain' })
    try {
      const documents = await keep(file, 'tender')
      const kept: { text: string; evidence: string }[] = []
      for (const [index, { text: what, evidence }] of milestones.entries()) {
        kept.push({
          text: await keep(text(`Milestone ${index + 1}.txt`, what), 'milestone'),
          evidence: await keep(text(`Evidence ${index + 1}.txt`, evidence), 'milestone'),
        })
      }
      setHashes({ documents, milestones: kept })
      set('idle')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      set(error.problem)
    }
  }
  const params =
    hashes === null || faults.length > 0
      ? null
      : JSON.stringify(
          tenderParams(typed, milestones, { offering: facts.offering, now: new Date(now), forfeitsTo, hashes }),
        )
  const request = useMemo(
    () =>
      params === null
        ? null
        : { action: 'tender-open', source: facts.address, params: JSON.parse(params) as Record<string, unknown> },
    [facts.address, params],
  )
  const expected = useMemo(
    () => ({ address: facts.address, passphrase: facts.network.passphrase, contracts: [facts.contractId] }),
    [facts.address, facts.network.passphrase, facts.contractId],
  )
  const unitOf = (name: Name) =>
    name === 'ceiling' || name === 'deposit'
      ? money
      : name === 'priceWeight' || name === 'retention'
        ? '%'
        : name === 'requiredKwh'
          ? 'kWh'
          : t('days')
  return (
    <div className="space-y-10">
      {GROUPS.map(({ title, fields }) => (
        <fieldset key={title}>
          <legend className="mb-3 text-lg font-semibold">{t(title)}</legend>
          <div className="grid max-w-4xl items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {fields.map((name) =>
              name === 'pricing' ? (
                <Select
                  key={name}
                  label={t(name)}
                  value={typed.pricing}
                  onChange={take(name)}
                  options={(['FirstPrice', 'Vickrey'] as const).map((value) => ({
                    value,
                    label: t(`pricing_${value}`),
                  }))}
                />
              ) : (
                <Field
                  key={name}
                  label={t(name)}
                  unit={unitOf(name)}
                  inputMode="decimal"
                  autoComplete="off"
                  value={typed[name]}
                  onChange={take(name)}
                  error={faults.includes(name) ? t('wrong') : undefined}
                />
              ),
            )}
          </div>
        </fieldset>
      ))}
      <fieldset>
        <legend className="text-lg font-semibold">{t('milestones')}</legend>
        <p className="mt-1 max-w-prose text-muted">{t('milestonesLead')}</p>
        <ol className="mt-4 space-y-4">
          {milestones.map(({ id, text, evidence, share, dueDays }, index) => (
            <li key={id} className="card grid items-start gap-4 p-4 sm:grid-cols-2">
              <TextArea
                label={t('milestoneText', { number: index + 1 })}
                rows={2}
                maxLength={500}
                value={text}
                onChange={({ target }) => change(id, { text: target.value })}
              />
              <TextArea
                label={t('milestoneEvidence')}
                rows={2}
                maxLength={500}
                value={evidence}
                onChange={({ target }) => change(id, { evidence: target.value })}
              />
              <Field
                label={t('milestoneShare')}
                unit="%"
                inputMode="decimal"
                autoComplete="off"
                value={share}
                onChange={({ target }) => change(id, { share: target.value })}
              />
              <Field
                label={t('milestoneDue')}
                unit={t('days')}
                inputMode="numeric"
                autoComplete="off"
                value={dueDays}
                onChange={({ target }) => change(id, { dueDays: target.value })}
              />
              {milestones.length > 1 && (
                <p>
                  <Button
                    look="danger"
                    small
                    onClick={() => {
                      setHashes(null)
                      setMilestones(milestones.filter((one) => one.id !== id))
                    }}
                  >
                    {t('milestoneDrop')}
                  </Button>
                </p>
              )}
            </li>
          ))}
        </ol>
        {milestones.length < MOST_MILESTONES && (
          <Button
            look="secondary"
            className="mt-4"
            onClick={() => {
              setHashes(null)
              setMilestones([...milestones, newMilestone(Math.max(...milestones.map(({ id }) => id)) + 1)])
            }}
          >
            {t('milestoneAdd')}
          </Button>
        )}
        {faults.includes('milestones') && <p className="mt-3 text-sm text-warn">{t('milestonesWrong')}</p>}
      </fieldset>
      <div className="max-w-xl space-y-4">
        <Field
          type="file"
          label={t('documents')}
          hint={t('documentsHint')}
          onChange={({ target }) => {
            setFile(target.files?.[0] ?? null)
            setHashes(null)
          }}
        />
        {typeof state === 'object' && <ProblemText problem={state} />}
        {hashes === null && (
          <Button onClick={keepTexts} disabled={file === null || faults.length > 0 || state === 'busy'}>
            {t(state === 'busy' ? 'keeping' : 'keep')}
          </Button>
        )}
      </div>
      {hashes !== null && (
        <SignFlow
          request={request}
          expected={expected}
          names={{ network: facts.network.title, settlementAsset: facts.settlementAsset, names: facts.names }}
          networkName={facts.network.name}
          label={t('open')}
          after={
            <Link href={`/${locale}/issuer/offerings/${facts.offering}`} className={buttonClass()}>
              {t('back')}
            </Link>
          }
        />
      )}
    </div>
  )
}

/** The API would not keep a document. */
class Refused extends Error {
  readonly problem: ApiProblem
  constructor(problem: ApiProblem) {
    super(problem.code)
    this.problem = problem
  }
}
