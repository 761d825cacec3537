'use client'

import { useTexts } from '../i18n/texts.tsx'
import { KeptInput } from '../ui/kept.tsx'
import { DraftField, type DraftFields } from './draft-field.tsx'
import { TENDER_FIELDS, WORKS_FIELD } from './form.ts'

/** Who pays the works: a tender whose offices release the money milestone by milestone, or one address. */
export function WorksChoice({ fields }: { readonly fields: DraftFields }) {
  const t = useTexts('draft')
  const hasTender = fields.body.tender !== undefined
  const choose = (wanted: boolean) => fields.change('/tender', wanted ? {} : undefined)
  const own = fields.problems.find(({ path, code }) => path === '/tender' && code === 'invalid')
  return (
    <fieldset className="mt-6">
      <legend className="text-lg font-semibold">{t('works')}</legend>
      <div className="mt-3 space-y-2">
        {[true, false].map((wanted) => (
          <label key={String(wanted)} htmlFor={`works-${wanted}`} className="flex min-h-8 items-start gap-3">
            <KeptInput
              id={`works-${wanted}`}
              type="radio"
              name="works"
              checked={hasTender === wanted}
              onChange={() => choose(wanted)}
              className="mt-0.5 size-5 shrink-0 accent-(--accent)"
            />
            <span>
              {t(wanted ? 'worksTender' : 'worksAddress')}
              <span className="block text-sm text-muted">{t(wanted ? 'worksTenderHint' : 'worksAddressHint')}</span>
            </span>
          </label>
        ))}
      </div>
      <div className="mt-4 grid items-start gap-4 sm:grid-cols-2">
        {(hasTender ? TENDER_FIELDS : [WORKS_FIELD]).map((spec) => (
          <DraftField key={spec.path} spec={spec} fields={fields} />
        ))}
      </div>
      {own && (
        <p role="alert" className="mt-3 text-sm font-medium text-bad">
          {own.message}
        </p>
      )}
    </fieldset>
  )
}
