import { getTranslations } from 'next-intl/server'
import type { TimelineEntry } from '../api/types.ts'
import { OFFERING_STATES, offeringState } from '../data/offering-words.ts'
import { TxHash } from '../ui/identifier.tsx'
import { type Step, Steps } from '../ui/steps.tsx'
import { Time } from '../ui/time.tsx'

/** The states that a bond goes through when all goes well. */
const GOOD_LIFE = OFFERING_STATES.slice(0, OFFERING_STATES.indexOf('Refunding'))

/** The bond's states: what has been, with its transactions; what is; and what is ahead if all goes well. */
export async function Timeline({
  entries,
  state,
}: {
  readonly entries: readonly TimelineEntry[]
  readonly state: string
}) {
  const [t, signing] = await Promise.all([getTranslations('offering'), getTranslations('signing')])
  const titleOf = (name: string) => {
    const known = offeringState(name)
    return known === null ? name : t(`state${known}`)
  }
  const been = entries.map((entry, index): Step => {
    const isLast = index === entries.length - 1
    return {
      id: entry.txHash + entry.name,
      title: titleOf(entry.state ?? entry.name),
      state: isLast ? 'current' : 'done',
      note: (
        <span className="flex flex-wrap items-center gap-x-3">
          <Time at={entry.at} />
          <TxHash value={entry.txHash} />
        </span>
      ),
    }
  })
  const at = (GOOD_LIFE as readonly string[]).indexOf(state)
  const ahead = (at < 0 ? [] : GOOD_LIFE.slice(at + 1)).map(
    (one): Step => ({ id: one, title: t(`state${one}`), state: 'todo' }),
  )
  const present: Step[] = been.length > 0 ? [] : [{ id: 'now', title: titleOf(state), state: 'current' }]
  return (
    <div className="card p-5 sm:p-6">
      <Steps
        label={t('timeline')}
        steps={[...been, ...present, ...ahead]}
        states={{
          done: signing('stepDone'),
          current: t('timelineNow'),
          todo: t('timelineAhead'),
          failed: signing('stepFailed'),
        }}
      />
    </div>
  )
}
