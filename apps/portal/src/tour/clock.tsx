'use client'

import { useEffect, useRef, useState } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { timeText } from '../format/time.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { Button } from '../ui/button.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { MONTH_SECONDS, settledBy, turn } from './turn-far.ts'

const TURNS = [1_200, 21_600, 86_400] as const
/** In months. Half a year has a little more than six of thirty days. */
const FAR = [1, 6] as const
/** A month is settled in seconds where the machine has nothing else to do. */
const PATIENCE_MS = 180_000

type Stage =
  | { readonly name: 'idle' }
  | { readonly name: 'turning' }
  | { readonly name: 'months'; readonly done: number; readonly of: number; readonly time: string }
  | { readonly name: 'turned' | 'waits'; readonly time: string }
  | { readonly name: 'problem'; readonly problem: ApiProblem }

/**
 * Turns the clock of a rehearsal network: a little, or by months, one after the other, so that people, meters and worker keep up. Needs the texts
 * `tour`, `problem` and `refusal`.
 */
export function Clock({
  time,
  system,
}: {
  readonly time: string
  /** The live system, whose bills are to keep up; null where there is none, and the clock is turned a little only. */
  readonly system: number | null
}) {
  const t = useTexts('tour')
  const locale = useLocale()
  const refresh = useRefreshAfter()
  const [stage, setStage] = useState<Stage>({ name: 'idle' })
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const isBusy = stage.name === 'turning' || stage.name === 'months'

  async function turnOnce(seconds: number) {
    setStage({ name: 'turning' })
    const turned = await turn(seconds)
    if (turned.code === 'PROBLEM') return setStage({ name: 'problem', problem: turned.problem })
    setStage({ name: 'turned', time: turned.time })
    refresh()
  }

  async function turnMonths(count: number) {
    if (system === null) return
    let now = time
    for (let month = 0; month < count && isHere.current; month += 1) {
      setStage({ name: 'months', done: month, of: count, time: now })
      const turned = await turn(MONTH_SECONDS)
      if (turned.code === 'PROBLEM') return setStage({ name: 'problem', problem: turned.problem })
      now = turned.time
      setStage({ name: 'months', done: month, of: count, time: now })
      const settled = await settledBy(system, now, PATIENCE_MS)
      if (settled.code === 'PROBLEM') return setStage({ name: 'problem', problem: settled.problem })
      if (settled.code === 'BILL_WAITS') {
        refresh()
        return setStage({ name: 'waits', time: now })
      }
    }
    setStage({ name: 'turned', time: now })
    refresh()
  }

  const clock = 'time' in stage ? stage.time : time
  return (
    <div className="space-y-4">
      <p className="figure text-2xl font-semibold" suppressHydrationWarning>
        {t('now', { time: timeText(clock, 'second', locale) })}
      </p>
      <p className="flex flex-wrap gap-3">
        {TURNS.map((seconds) => (
          <Button key={seconds} look="secondary" disabled={isBusy} onClick={() => turnOnce(seconds)}>
            {t(`turn_${seconds}`)}
          </Button>
        ))}
        {system !== null &&
          FAR.map((months) => (
            <Button key={months} look="secondary" disabled={isBusy} onClick={() => turnMonths(months)}>
              {t(`far_${months}`)}
            </Button>
          ))}
      </p>
      {stage.name === 'months' && (
        <div className="max-w-md">
          <ProgressBar bps={Math.floor((stage.done * 10_000) / stage.of)} label={t('progress')} />
        </div>
      )}
      <p role="status" className="min-h-6 max-w-prose text-muted">
        {stage.name === 'turning' && t('turning')}
        {stage.name === 'months' && t('month', { month: stage.done + 1, of: stage.of })}
        {stage.name === 'turned' && t('turned', { time: timeText(stage.time, 'second', locale) })}
        {stage.name === 'waits' && t('waits', { time: timeText(stage.time, 'second', locale) })}
      </p>
      {stage.name === 'problem' && <ProblemText problem={stage.problem} />}
    </div>
  )
}
