'use client'

import { useState } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import { CheckBox, Field, Select, TextArea } from '../ui/field.tsx'
import { valueAt } from './body.ts'
import { fieldText, readField } from './field-value.ts'
import { type FieldSpec, labelName } from './form.ts'
import type { DraftBody, DraftProblem } from './types.ts'

/** What the fields of a draft share. */
export interface DraftFields {
  readonly body: DraftBody
  readonly problems: readonly DraftProblem[]
  /** What amounts are counted in. */
  readonly units: { readonly bonds: string; readonly money: string }
  change(path: string, value: unknown): void
}

/** Names people whose addresses can be chosen; of a rehearsal only. */
export const PEOPLE_LIST = 'known-people'

const UNITS = { percent: '%', kilowatts: 'kW' } as const

/** One field of a draft. What cannot be read stays in the field, with what is wanted, and is not saved. */
export function DraftField({ spec, fields }: { readonly spec: FieldSpec; readonly fields: DraftFields }) {
  const { path, kind, options = [], byDefault } = spec
  const { body, problems, units, change } = fields
  const t = useTexts('draft')
  const [typed, setTyped] = useState<string | null>(null)
  const name = labelName(path)
  const held = valueAt(body, path)
  const text = typed ?? fieldText(kind, held)
  const isMalformed = typed !== null && !readField(kind, typed).ok
  const found = problems.find((problem) => problem.path === path && problem.code === 'invalid')
  const hint = t.has(`${name}_hint`) ? t(`${name}_hint` as 'name') : undefined
  const around = {
    label: t(name as 'name'),
    hint: byDefault !== undefined && held === undefined ? [hint, defaultWords()].filter(Boolean).join(' ') : hint,
    error: isMalformed ? t(`malformed_${kind}` as 'malformed_money') : found ? found.message : undefined,
  }
  function defaultWords(): string {
    if (kind === 'choice' || kind === 'number') return ''
    return t('otherwise', { value: byDefault ?? '' })
  }
  function take(next: string) {
    setTyped(next)
    const value = readField(kind, next)
    if (value.ok) change(path, value.value)
  }
  switch (kind) {
    case 'choice':
    case 'number':
      return (
        <Select
          {...around}
          value={text === '' ? byDefault : text}
          onChange={({ target }) => take(target.value)}
          options={options.map((value) => ({
            value,
            label: t.has(`${name}_${value}`) ? t(`${name}_${value}` as 'name') : value,
          }))}
        />
      )
    case 'yesNo':
      return (
        <CheckBox
          {...around}
          checked={held === true}
          onChange={({ target }) => change(path, target.checked ? true : undefined)}
        />
      )
    case 'text':
      return (
        <TextArea
          {...around}
          value={text}
          maxLength={4_000}
          onChange={({ target }) => take(target.value)}
          className="sm:col-span-2"
        />
      )
    case 'day':
    case 'moment':
      return <Field {...around} type="date" value={text} onChange={({ target }) => take(target.value)} />
    case 'line':
    case 'address':
      return (
        <Field
          {...around}
          value={text}
          autoComplete="off"
          spellCheck={kind === 'line'}
          list={kind === 'address' ? PEOPLE_LIST : undefined}
          onChange={({ target }) => take(target.value)}
          className={kind === 'address' ? 'sm:col-span-2' : undefined}
        />
      )
    default:
      return (
        <Field
          {...around}
          value={text}
          inputMode="decimal"
          autoComplete="off"
          onChange={({ target }) => take(target.value)}
          unit={
            kind === 'bonds' || kind === 'money' ? units[kind] : kind in UNITS ? UNITS[kind as 'percent'] : undefined
          }
        />
      )
  }
}
