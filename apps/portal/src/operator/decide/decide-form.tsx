'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useRef, useState } from 'react'
import { ask } from '../../api/browser.ts'
import { type ApiProblem, isOutage } from '../../api/problem.ts'
import { ZONE_SHORT } from '../../format/time.ts'
import { useLocale, useTexts } from '../../i18n/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemText } from '../../ui/problem-text.tsx'
import { ScriptForm } from '../../ui/script-form.tsx'
import type { RecordedDecision } from '../types.ts'
import { type Act, type DecideField, type FieldFaults, fieldsOf, isAsked, readAct, type Subject } from './acts.ts'

const MOST_REASON = 1_000

type Stage = 'filling' | 'checking' | 'busy' | ApiProblem | { readonly recorded: RecordedDecision }

/**
 * Fills in an act of an operator, shows what will be recorded, records it, and says what it is called from then on. What is recorded is never
 * changed: so nothing is sent before it was looked at once more. Needs the texts `decide`, `problem` and `refusal`.
 */
export function DecideForm({
  act,
  subject,
  readings = [],
  symbols = [],
  currency,
}: {
  readonly act: Act
  readonly subject: Subject
  /** Of the meter, newest first: what may be rejected. */
  readonly readings?: readonly { readonly value: string; readonly label: string }[]
  /** Of utilities whose prices are known. */
  readonly symbols?: readonly string[]
  /** What a price is counted in. */
  readonly currency: string
}) {
  const t = useTexts('decide')
  const locale = useLocale()
  const router = useRouter()
  const list = useId()
  const key = useRef<string | null>(null)
  const fields = fieldsOf(act, subject)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => ({
    ...Object.fromEntries(fields.map(({ name, options }) => [name, options?.[0] ?? ''])),
    ...(readings[0] && { reading: readings[0].value }),
  }))
  const [isTried, setTried] = useState(false)
  const [stage, setStage] = useState<Stage>('filling')
  const read = readAct(act, subject, typed)
  const faults: FieldFaults = isTried && !read.ok ? read.error.faults : {}
  const asked = fields.filter((field) => isAsked(field, typed))

  function check(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (read.ok) setStage('checking')
  }

  async function record() {
    if (!read.ok) return
    key.current ??= crypto.randomUUID()
    setStage('busy')
    const answer = await ask<RecordedDecision>(`/api${read.value.path}`, {
      method: 'POST',
      idempotencyKey: key.current,
      body: read.value.body,
    })
    if (answer.ok || !isOutage(answer.error)) key.current = null
    setStage(answer.ok ? { recorded: answer.value } : answer.error)
    if (answer.ok) router.refresh()
  }

  const label = ({ name, party, optional }: DecideField) =>
    `${party === undefined ? t(name as 'reason') : t('party', { name: party })}${optional ? ` (${t('optional')})` : ''}`
  const unit = (kind: DecideField['kind']) =>
    kind === 'register' || kind === 'energy' ? 'kWh' : kind === 'price' ? t('perKwh', { currency }) : undefined
  const optionText = (name: string, value: string) => t(`${name}_${value.replace('.', '')}` as 'cause_new')
  const shown = ({ name, kind }: DecideField): string => {
    const text = (typed[name] ?? '').trim()
    if (kind === 'choice') return optionText(name, text)
    if (kind === 'reading') return readings.find(({ value }) => value === text)?.label ?? text
    if (kind === 'moment') return `${text.replace('T', ' ')} ${ZONE_SHORT}`
    return [text, unit(kind)].filter(Boolean).join(' ')
  }

  if (typeof stage === 'object' && 'recorded' in stage) {
    return (
      <Notice tone="good" title={t('recorded', { number: stage.recorded.id })} alert>
        <p className="max-w-prose">{t(`${act}_then`)}</p>
        <p className="mt-3 flex flex-wrap gap-4">
          <Link href={`/${locale}/operations/decisions`} prefetch={false} className="link">
            {t('toDecisions')}
          </Link>
          <Link href={`/${locale}/operations/decisions/new`} prefetch={false} className="link">
            {t('another')}
          </Link>
        </p>
      </Notice>
    )
  }

  if (stage !== 'filling') {
    return (
      <section aria-labelledby={`${list}-check`} className="card max-w-3xl space-y-4 p-6">
        <h2 id={`${list}-check`} className="text-xl font-semibold">
          {t('checkTitle')}
        </h2>
        <dl className="divide-y divide-line">
          {asked
            .filter(({ name }) => (typed[name] ?? '').trim() !== '')
            .map((field) => (
              <div key={field.name} className="grid gap-x-6 py-2 sm:grid-cols-[minmax(10rem,2fr)_3fr]">
                <dt className="text-muted">{label(field)}</dt>
                <dd className="figure min-w-0 break-words whitespace-pre-wrap">{shown(field)}</dd>
              </div>
            ))}
        </dl>
        <p className="max-w-prose text-muted">{t('checkLead')}</p>
        {typeof stage === 'object' && <ProblemText problem={stage} />}
        <div className="flex flex-wrap gap-3">
          <Button onClick={record} disabled={stage === 'busy'}>
            {t(stage === 'busy' ? 'busy' : 'record')}
          </Button>
          <Button look="secondary" onClick={() => setStage('filling')} disabled={stage === 'busy'}>
            {t('back')}
          </Button>
        </div>
      </section>
    )
  }

  return (
    <ScriptForm onSubmit={check} noValidate className="max-w-3xl space-y-4">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {asked.map((field) => {
          const { name, kind, options = [] } = field
          const fault = faults[name]
          const hint = t.has(`${name}_hint`) ? t(`${name}_hint` as 'reason_hint') : undefined
          const around = {
            label: label(field),
            hint,
            error:
              fault === undefined
                ? undefined
                : fault === 'missing'
                  ? t('missing')
                  : t(`malformed_${kind}` as 'missing'),
          }
          const value = typed[name] ?? ''
          const take = (next: string) => setTyped((before) => ({ ...before, [name]: next }))
          switch (kind) {
            case 'choice':
              return (
                <Select
                  key={name}
                  {...around}
                  value={value}
                  onChange={({ target }) => take(target.value)}
                  options={options.map((one) => ({ value: one, label: optionText(name, one) }))}
                />
              )
            case 'reading':
              return (
                <Select
                  key={name}
                  {...around}
                  className="sm:col-span-2"
                  value={value}
                  onChange={({ target }) => take(target.value)}
                  options={readings}
                />
              )
            case 'reason':
              return (
                <TextArea
                  key={name}
                  {...around}
                  className="sm:col-span-2"
                  value={value}
                  maxLength={MOST_REASON}
                  onChange={({ target }) => take(target.value)}
                />
              )
            case 'moment':
              return (
                <Field
                  key={name}
                  {...around}
                  type="datetime-local"
                  step={1}
                  value={value}
                  onChange={({ target }) => take(target.value)}
                />
              )
            default:
              return (
                <Field
                  key={name}
                  {...around}
                  value={value}
                  unit={unit(kind)}
                  inputMode={kind === 'symbol' ? undefined : 'decimal'}
                  list={kind === 'symbol' ? list : undefined}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={({ target }) => take(target.value)}
                />
              )
          }
        })}
      </div>
      {symbols.length > 0 && (
        <datalist id={list}>
          {symbols.map((symbol) => (
            <option key={symbol} value={symbol} />
          ))}
        </datalist>
      )}
      <Button type="submit">{t('check')}</Button>
    </ScriptForm>
  )
}
