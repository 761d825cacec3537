import { getTranslations } from 'next-intl/server'
import type { TenderPhase } from '../api/tender-types.ts'
import { Badge, type Tone } from '../ui/badge.tsx'

const TONES: Readonly<Record<TenderPhase, Tone>> = {
  commit: 'good',
  score: 'accent',
  reveal: 'accent',
  award: 'accent',
  accept: 'accent',
  works: 'sun',
  done: 'neutral',
  cancelled: 'warn',
  terminated: 'warn',
}

/** Where a tender stands, in a word. */
export async function PhaseBadge({ phase }: { readonly phase: TenderPhase }) {
  const t = await getTranslations('works')
  return <Badge tone={TONES[phase]}>{t(`phase_${phase}`)}</Badge>
}
