'use client'

import { useState } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { type DraftFields, PEOPLE_LIST } from './draft-field.tsx'
import { fieldText, readField } from './field-value.ts'
import type { DraftParty } from './types.ts'

/** Of the contract. */
const MOST_PARTIES = 16

/** A party as it is typed in. */
interface TypedParty {
  readonly id: number
  readonly name: string
  readonly owner: string
  readonly portion: string
  readonly floor: string
}

const typedOf = (id: number, { name, owner, portionBps, criticalFloorW }: DraftParty): TypedParty => ({
  id,
  name,
  owner,
  portion: fieldText('percent', portionBps),
  floor: fieldText('kilowatts', criticalFloorW),
})

const ADDRESS = /^G[A-Z2-7]{55}$/

/** The party, once it is complete: only then can the draft hold it. */
function partyOf({ name, owner, portion, floor }: TypedParty): DraftParty | null {
  const share = readField('percent', portion)
  const watts = readField('kilowatts', floor)
  if (name.trim() === '' || !ADDRESS.test(owner.trim()) || !share.ok || !watts.ok) return null
  if (typeof share.value !== 'number' || share.value < 0 || share.value > 10_000) return null
  return {
    name: name.trim(),
    owner: owner.trim(),
    portionBps: share.value,
    ...(typeof watts.value === 'string' && { criticalFloorW: watts.value }),
  }
}

/** Who uses the system and comes to own it. A party is saved once it is complete; the portions must add up to all of it. */
export function PartiesEditor({ fields }: { readonly fields: DraftFields }) {
  const t = useTexts('draft')
  const { body, change, problems } = fields
  const [parties, setParties] = useState<readonly TypedParty[]>(() =>
    (body.system?.parties ?? []).map((party, index) => typedOf(index, party)),
  )
  function keep(next: readonly TypedParty[]) {
    setParties(next)
    const complete = next.map(partyOf)
    // A list with a hole in it would say something else than is meant.
    if (complete.every((party) => party !== null)) {
      change('/system/parties', complete.length === 0 ? undefined : complete)
    }
  }
  const set = (id: number, name: keyof TypedParty) => (event: { readonly target: { readonly value: string } }) =>
    keep(parties.map((party) => (party.id === id ? { ...party, [name]: event.target.value } : party)))
  const nextId = parties.reduce((most, { id }) => Math.max(most, id + 1), 0)
  const own = problems.filter(({ path, code }) => code === 'invalid' && path.startsWith('/system/parties'))
  return (
    <fieldset className="mt-6">
      <legend className="text-lg font-semibold">{t('parties')}</legend>
      <p className="mt-1 max-w-prose text-muted">{t('partiesLead')}</p>
      <ol className="mt-4 space-y-4">
        {parties.map((party, index) => (
          <li key={party.id} className="card p-4">
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <Field
                label={t('partyName', { number: index + 1 })}
                value={party.name}
                maxLength={60}
                onChange={set(party.id, 'name')}
              />
              <Field
                label={t('partyPortion')}
                unit="%"
                inputMode="decimal"
                autoComplete="off"
                value={party.portion}
                onChange={set(party.id, 'portion')}
              />
              <Field
                label={t('partyOwner')}
                hint={t('partyOwnerHint')}
                autoComplete="off"
                spellCheck={false}
                list={PEOPLE_LIST}
                value={party.owner}
                onChange={set(party.id, 'owner')}
                error={
                  party.owner.trim() !== '' && !ADDRESS.test(party.owner.trim()) ? t('malformed_account') : undefined
                }
                className="sm:col-span-2"
              />
              <Field
                label={t('partyFloor')}
                hint={t('partyFloorHint')}
                unit="kW"
                inputMode="decimal"
                autoComplete="off"
                value={party.floor}
                onChange={set(party.id, 'floor')}
              />
              <p className="self-end">
                <Button look="danger" small onClick={() => keep(parties.filter(({ id }) => id !== party.id))}>
                  {t('removeParty')}
                  <span className="sr-only"> {party.name}</span>
                </Button>
              </p>
            </div>
            {partyOf(party) === null && <p className="mt-2 text-sm text-warn">{t('partyIncomplete')}</p>}
          </li>
        ))}
      </ol>
      {own.map(({ path, message }) => (
        <p key={path + message} role="alert" className="mt-3 text-sm font-medium text-bad">
          {message}
        </p>
      ))}
      {parties.length < MOST_PARTIES && (
        <Button
          look="secondary"
          className="mt-4"
          onClick={() => setParties([...parties, { id: nextId, name: '', owner: '', portion: '', floor: '' }])}
        >
          {t('addParty')}
        </Button>
      )}
    </fieldset>
  )
}
