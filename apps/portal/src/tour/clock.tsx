'use client'

import { useState } from 'react'
import { ask } from '../api/browser.ts'
import type { ApiProblem } from '../api/problem.ts'
import { timeText } from '../format/time.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { useRefreshAfter } from '../live/use-refresh-after.ts'
import { Button } from '../ui/button.tsx'
import { ProblemText } from '../ui/problem-text.tsx'

const TURNS = [1_200, 7_200, 21_600, 86_400] as const

/** Turns the clock of a rehearsal network. Needs the texts `tour`, `problem` and `refusal`. */
export function Clock({ time }: { readonly time: string }) {
  const t = useTexts('tour')
  const locale = useLocale()
  const refresh = useRefreshAfter()
  const [turned, setTurned] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  async function turn(seconds: number) {
    setWorking(true)
    setProblem(null)
    const answer = await ask<{ time: string }>('/api/v1/dev/clock', { method: 'POST', body: { seconds } })
    setWorking(false)
    if (!answer.ok) return setProblem(answer.error)
    setTurned(answer.value.time)
    refresh()
  }
  return (
    <div className="space-y-4">
      <p className="text-2xl font-semibold" suppressHydrationWarning>
        {t('now', { time: timeText(turned ?? time, 'second', locale) })}
      </p>
      <p className="flex flex-wrap gap-3">
        {TURNS.map((seconds) => (
          <Button key={seconds} look="secondary" disabled={working} onClick={() => turn(seconds)}>
            {t(`turn_${seconds}`)}
          </Button>
        ))}
      </p>
      <p role="status" className="min-h-6 text-muted">
        {working ? t('turning') : turned === null ? '' : t('turned', { time: timeText(turned, 'second', locale) })}
      </p>
      {problem && <ProblemText problem={problem} />}
    </div>
  )
}
