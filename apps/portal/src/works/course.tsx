import { getLocale, getTranslations } from 'next-intl/server'
import type { Tender, TenderPhase } from '../api/tender-types.ts'
import { timeText } from '../format/time.ts'
import { type Step, type StepState, Steps } from '../ui/steps.tsx'

const ORDER = [
  'commit',
  'score',
  'reveal',
  'award',
  'accept',
  'works',
  'done',
] as const satisfies readonly TenderPhase[]

/** How far a tender came: where it was given up, that is as far as it got. */
export function reached({ phase, acceptedAt, winner }: Tender): number {
  if (phase === 'terminated') return ORDER.indexOf('works')
  if (phase !== 'cancelled') return ORDER.indexOf(phase)
  return ORDER.indexOf(acceptedAt !== null ? 'works' : winner !== null ? 'accept' : 'award')
}

/** The way of a tender with its days: bids, opening, award, works. */
export async function Course({ tender }: { readonly tender: Tender }) {
  const [t, locale] = await Promise.all([getTranslations('works'), getLocale()])
  const { terms, phase, awardBy, acceptBy } = tender
  const time = (moment: string) => timeText(moment, 'minute', locale)
  const at = reached(tender)
  const hasFailed = phase === 'cancelled' || phase === 'terminated'
  const stateOf = (index: number): StepState =>
    index < at || phase === 'done' ? 'done' : index > at ? 'todo' : hasFailed ? 'failed' : 'current'
  const steps: Omit<Step, 'state'>[] = [
    {
      id: 'commit',
      title: t('stepCommit'),
      note: t('stepCommitNote', { time: time(terms.commitBy), withdraw: time(terms.withdrawBy) }),
    },
    { id: 'score', title: t('stepScore'), note: t('stepScoreNote', { time: time(terms.scoreBy) }) },
    {
      id: 'reveal',
      title: t('stepReveal'),
      note: t('stepRevealNote', { from: time(terms.scoreBy), time: time(terms.revealBy) }),
    },
    { id: 'award', title: t('stepAward'), note: awardBy && t('stepAwardNote', { time: time(awardBy) }) },
    { id: 'accept', title: t('stepAccept'), note: acceptBy && t('stepAcceptNote', { time: time(acceptBy) }) },
    { id: 'works', title: t('stepWorks') },
    { id: 'done', title: t('stepDone') },
  ]
  return (
    <Steps
      label={t('course')}
      states={{ done: t('stateDone'), current: t('stateCurrent'), todo: t('stateTodo'), failed: t('stateFailed') }}
      steps={steps.map((step, index) => ({ ...step, state: stateOf(index) }))}
    />
  )
}
