'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import type { SignStage } from '../signing/sign-flow.tsx'
import { type Step, type StepState, Steps } from '../ui/steps.tsx'

const Told = createContext<(stage: SignStage) => void>(() => {})

/** How the form beside the steps tells them how far it is. */
export const useTellSteps = (): ((stage: SignStage) => void) => useContext(Told)

/** What the form's own steps are at each stage. */
const AT: Readonly<Record<Exclude<SignStage, 'open'>, Readonly<Record<string, StepState>>>> = {
  signing: { amount: 'done', sign: 'current' },
  done: { amount: 'done', sign: 'done' },
}

/** The steps of investing beside what is to be done now; they go on with it. */
export function InvestSteps({
  steps,
  label,
  states,
  children,
}: {
  /** As they are while nothing is filled in. */
  readonly steps: readonly Step[]
  readonly label: string
  readonly states: Readonly<Record<StepState, string>>
  readonly children: ReactNode
}) {
  const [stage, tell] = useState<SignStage>('open')
  const now = stage === 'open' ? steps : steps.map((step) => ({ ...step, state: AT[stage][step.id] ?? step.state }))
  return (
    <div className="mt-8 grid items-start gap-10 lg:grid-cols-[18rem_1fr]">
      <Steps label={label} states={states} steps={now} />
      <div className="min-w-0">
        <Told value={tell}>{children}</Told>
      </div>
    </div>
  )
}
