'use client'

import { parseStroops } from '@heliobond/domain'
import { type ReactNode, useMemo, useState } from 'react'
import { readPercentBps } from '../format/percent.ts'
import { useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { Field, Select } from '../ui/field.tsx'
import { SignFlow } from './sign-flow.tsx'
import type { SigningNetwork } from './site-network.ts'

/** One thing that is filled in before an act is signed. */
export interface ActField {
  /** The parameter of the action. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind: 'address' | 'amount' | 'choice' | 'percent'
  /** Of a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly unit?: string
}

const ADDRESS = /^[GC][A-Z2-7]{55}$/

/** What was typed in as the API wants it; undefined while nothing is, null for what cannot be read. */
function readTyped({ kind }: ActField, typed: string): string | number | boolean | null | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  switch (kind) {
    case 'address':
      return ADDRESS.test(text) ? text : null
    case 'amount': {
      const amount = parseStroops(text.replaceAll(',', ''))
      return amount.ok && amount.value > 0n ? amount.value.toString() : null
    }
    case 'percent':
      return readPercentBps(text)
    case 'choice':
      return text === 'true' ? true : text === 'false' ? false : text
  }
}

/**
 * An act with a few things to fill in. What is typed in must stand in the call that is signed, or it is not signed. Needs the texts `actForm`
 * and `SIGNING_TEXTS`.
 */
export function ActForm({
  action,
  params,
  fields,
  address,
  network,
  settlementAsset,
  bondAsset,
  contracts,
  names,
  label,
  after,
  list,
}: {
  readonly action: string
  /** What is fixed. */
  readonly params: Readonly<Record<string, unknown>>
  readonly fields: readonly ActField[]
  readonly address: string
  readonly network: SigningNetwork
  readonly settlementAsset: string
  readonly bondAsset?: string
  readonly contracts?: readonly string[]
  readonly names?: Readonly<Record<string, string>>
  readonly label: string
  readonly after?: ReactNode
  /** The id of a list of addresses to choose from. */
  readonly list?: string
}) {
  const t = useTexts('actForm')
  const refresh = useRefreshAfter()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.flatMap(({ name, options }) => (options?.[0] ? [[name, options[0].value]] : []))),
  )
  const values = fields.map((field) => [field.name, readTyped(field, typed[field.name] ?? '')] as const)
  const isComplete = values.every(([, value]) => value !== undefined && value !== null)
  const filled = isComplete ? JSON.stringify({ ...params, ...Object.fromEntries(values) }) : null
  const wanted = isComplete ? JSON.stringify(values.map(([, value]) => String(value))) : '[]'
  const request = useMemo(
    () => (filled === null ? null : { action, source: address, params: JSON.parse(filled) as Record<string, unknown> }),
    [action, address, filled],
  )
  const expected = useMemo(
    () => ({
      address,
      passphrase: network.passphrase,
      args: JSON.parse(wanted) as string[],
      ...(contracts && { contracts }),
    }),
    [address, network.passphrase, wanted, contracts],
  )
  return (
    <div className="space-y-4">
      <div className="grid max-w-3xl items-start gap-4 sm:grid-cols-2">
        {fields.map((field, index) => {
          const { name, kind, options = [], unit } = field
          const around = { label: field.label, hint: field.hint }
          const text = typed[name] ?? ''
          const take = (value: string) => setTyped((before) => ({ ...before, [name]: value }))
          return kind === 'choice' ? (
            <Select
              key={name}
              {...around}
              value={text}
              options={options}
              onChange={({ target }) => take(target.value)}
            />
          ) : (
            <Field
              key={name}
              {...around}
              value={text}
              unit={unit}
              autoComplete="off"
              spellCheck={false}
              inputMode={kind === 'address' ? undefined : 'decimal'}
              list={kind === 'address' ? list : undefined}
              error={values[index]?.[1] === null ? t(`malformed_${kind}`) : undefined}
              onChange={({ target }) => take(target.value)}
            />
          )
        })}
      </div>
      <SignFlow
        request={request}
        expected={expected}
        names={{ network: network.title, settlementAsset, ...(bondAsset && { bondAsset }), ...(names && { names }) }}
        networkName={network.name}
        label={label}
        after={after}
        onDone={refresh}
        repeatable
      />
    </div>
  )
}
