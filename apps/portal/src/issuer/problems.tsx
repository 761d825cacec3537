import { getTranslations } from 'next-intl/server'
import { Link } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { FORM_PARTS, type FormPart, labelName, partOf } from './form.ts'
import type { DraftProblem } from './types.ts'

/** What is in the way of a launch, part by part of the form, each with the way to where it is mended. */
export async function Problems({
  draftId,
  problems,
}: {
  readonly draftId: number
  readonly problems: readonly DraftProblem[]
}) {
  const [t, words] = await Promise.all([getTranslations('issuer'), getTranslations('draft')])
  if (problems.length === 0) return <Notice tone="good">{t('complete')}</Notice>
  const label = ({ path, message }: DraftProblem) => {
    const name = labelName(path) as 'name'
    return words.has(name) ? words(name) : message
  }
  const parts = FORM_PARTS.map((part): [FormPart, DraftProblem[]] => [
    part,
    problems.filter(({ path }) => partOf(path) === part),
  ]).filter(([, found]) => found.length > 0)
  return (
    <Notice title={t('inTheWay', { count: problems.length })}>
      <ul className="mt-2 space-y-2">
        {parts.map(([part, found]) => (
          <li key={part}>
            <Link href={`/issuer/drafts/${draftId}?part=${part}`} className="link font-medium">
              {words(part)}
            </Link>
            <ul className="list-disc pl-5 text-sm text-muted">
              {found.map((problem) => (
                <li key={problem.path + problem.message}>
                  {problem.code === 'missing' ? t('missing', { field: label(problem) }) : problem.message}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
