'use client'

import { useEffect, useRef, useState } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { timeText } from '../format/time.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { Button } from '../ui/button.tsx'
import { ProblemText } from '../ui/problem-text.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { type Far, type TurnedBond, turn, turnFar } from './turn-far.ts'

const TURNS = [1_200, 21_600, 86_400] as const
const FAR: readonly Far[] = ['month', 'coupon', 'end']

type Stage =
  | { readonly name: 'idle' }
  | { readonly name: 'turning' }
  | { readonly name: 'far'; readonly bps: number; readonly time: string; readonly isEnding: boolean }
  | { readonly name: 'turned' | 'waits' | 'notRepaid'; readonly time: string }
  | { readonly name: 'problem'; readonly problem: ApiProblem }

/**
 * Turns the clock of a rehearsal network: a little, or far, month by month, so that people, meters and worker keep up. Whoever leaves the page or
 * stops it has what was turned so far. Needs the texts `tour`, `problem` and `refusal`.
 */
export function Clock({
  time,
  bond,
  isOver,
}: {
  readonly time: string
  /** The bond that is being repaid, whose bills are to keep up; null where there is none, and the clock is turned a little only. */
  readonly bond: TurnedBond | null
  /** Whether the debt is repaid: what there is to live is lived. */
  readonly isOver: boolean
}) {
  const t = useTexts('tour')
  const locale = useLocale()
  const refresh = useRefreshAfter()
  const [stage, setStage] = useState<Stage>({ name: 'idle' })
  const isWanted = useRef(true)
  useEffect(() => {
    isWanted.current = true
    return () => {
      isWanted.current = false
    }
  }, [])
  const isBusy = stage.name === 'turning' || stage.name === 'far'

  async function turnOnce(seconds: number) {
    setStage({ name: 'turning' })
    const turned = await turn(seconds)
    if (turned.code === 'PROBLEM') return setStage({ name: 'problem', problem: turned.problem })
    setStage({ name: 'turned', time: turned.time })
    refresh()
  }

  async function goFar(far: Far) {
    if (bond === null) return
    isWanted.current = true
    setStage({ name: 'far', bps: 0, time, isEnding: false })
    const turned = await turnFar(bond, time, far, {
      onPassed: (passed) => setStage({ name: 'far', ...passed, isEnding: !isWanted.current }),
      goesOn: () => isWanted.current,
    })
    if (turned.code === 'PROBLEM') return setStage({ name: 'problem', problem: turned.problem })
    const names = { TURNED: 'turned', BILL_WAITS: 'waits', NOT_REPAID: 'notRepaid' } as const
    setStage({ name: names[turned.code], time: turned.time })
    refresh()
  }

  function stop() {
    isWanted.current = false
    setStage((now) => (now.name === 'far' ? { ...now, isEnding: true } : now))
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
        {bond !== null &&
          FAR.map((far) => (
            <Button key={far} look="secondary" disabled={isBusy} onClick={() => goFar(far)}>
              {t(`far_${far}`)}
            </Button>
          ))}
      </p>
      {stage.name === 'far' && (
        <div className="flex max-w-xl flex-wrap items-center gap-4">
          <div className="min-w-48 flex-1">
            <ProgressBar bps={stage.bps} label={t('progress')} />
          </div>
          <Button look="secondary" small disabled={stage.isEnding} onClick={stop}>
            {t('stop')}
          </Button>
        </div>
      )}
      {isOver && <p className="max-w-prose">{t('over')}</p>}
      <p role="status" className="min-h-6 max-w-prose text-muted">
        {stage.name === 'turning' && t('turning')}
        {stage.name === 'far' && t(stage.isEnding ? 'stopping' : 'far')}
        {stage.name === 'turned' && t('turned', { time: timeText(stage.time, 'second', locale) })}
        {stage.name === 'notRepaid' && t('notRepaid', { time: timeText(stage.time, 'second', locale) })}
        {stage.name === 'waits' && t('waits', { time: timeText(stage.time, 'second', locale) })}
      </p>
      {stage.name === 'problem' && <ProblemText problem={stage.problem} />}
    </div>
  )
}
