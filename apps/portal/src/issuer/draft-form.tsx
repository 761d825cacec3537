'use client'

import Link from 'next/link'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import { DocumentsEditor } from './documents-editor.tsx'
import { DraftField, type DraftFields, PEOPLE_LIST } from './draft-field.tsx'
import { type FieldSpec, FORM, FORM_PARTS, type FormPart } from './form.ts'
import { PartiesEditor } from './parties-editor.tsx'
import { PeopleList } from './people-list.tsx'
import type { Draft, DraftBody, DraftProblem } from './types.ts'
import { type SaveState, useDraft } from './use-draft.ts'
import { WorksChoice } from './works-choice.tsx'

/** What only one kind of offering has. */
const OF_KIND: Readonly<Record<string, string>> = {
  '/principal': 'Bond',
  '/terms/rateBps': 'Bond',
  '/terms/capitalizedInterestStroops': 'Bond',
  '/terms/shareBps': 'Equity',
}

const isWanted = ({ path }: FieldSpec, body: DraftBody): boolean =>
  OF_KIND[path] === undefined || OF_KIND[path] === (body.kind ?? 'Bond')

/**
 * One part of a draft's form; the parts share what is typed in, so that going from one to the next loses nothing. Needs the texts `draft`,
 * `problem` and `refusal`.
 */
export function DraftForm({
  draft,
  part,
  problems,
  money,
  people,
}: {
  readonly draft: Pick<Draft, 'id' | 'version' | 'body'>
  readonly part: FormPart
  readonly problems: readonly DraftProblem[]
  /** The code of the stablecoin. */
  readonly money: string
  /** Whose addresses can be chosen, in a rehearsal. */
  readonly people: readonly { readonly name: string; readonly address: string }[]
}) {
  const t = useTexts('draft')
  const locale = useLocale()
  const { body, state, change, again } = useDraft(draft)
  const fields: DraftFields = { body, problems, units: { bonds: body.bondCode ?? t('bondUnit'), money }, change }
  const specs = FORM[part].filter((spec) => isWanted(spec, body))
  const rare = specs.filter((spec) => spec.rare)
  const next = FORM_PARTS[FORM_PARTS.indexOf(part) + 1]
  return (
    <div>
      <PeopleList id={PEOPLE_LIST} people={people} />
      <p className="mb-5 max-w-prose text-muted">{t(`${part}Lead`)}</p>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        {specs
          .filter((spec) => !spec.rare)
          .map((spec) => (
            <DraftField key={spec.path} spec={spec} fields={fields} />
          ))}
      </div>
      {part === 'system' && <PartiesEditor fields={fields} />}
      {part === 'roles' && <WorksChoice fields={fields} />}
      {part === 'documents' && <DocumentsEditor fields={fields} />}
      {rare.length > 0 && (
        <details className="mt-6">
          <summary className="link inline-block min-h-6 cursor-pointer">{t('more')}</summary>
          <div className="mt-4 grid items-start gap-5 sm:grid-cols-2">
            {rare.map((spec) => (
              <DraftField key={spec.path} spec={spec} fields={fields} />
            ))}
          </div>
        </details>
      )}
      <div className="mt-8 flex flex-wrap items-center gap-4">
        {next && (
          <Link
            href={`/${locale}/issuer/drafts/${draft.id}?part=${next}`}
            prefetch={false}
            className={buttonClass('secondary')}
          >
            {t('nextPart', { part: t(next) })}
          </Link>
        )}
        <Saved state={state} again={again} />
      </div>
    </div>
  )
}

function Saved({ state, again }: { readonly state: SaveState; readonly again: () => void }) {
  const t = useTexts('draft')
  if (typeof state === 'string') {
    return (
      <p role="status" className="text-sm text-muted">
        {t(state)}
      </p>
    )
  }
  return (
    <div className="w-full space-y-3">
      <ProblemText problem={state} />
      <Button look="secondary" small onClick={again}>
        {t('saveAgain')}
      </Button>
    </div>
  )
}
