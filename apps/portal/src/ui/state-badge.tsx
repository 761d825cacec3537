import { getTranslations } from 'next-intl/server'
import { offeringState, STATE_TONES } from '../data/offering-words.ts'
import { Badge } from './badge.tsx'

/** The state of an offering in a word. */
export async function StateBadge({ state }: { readonly state: string }) {
  const t = await getTranslations('offering')
  const known = offeringState(state)
  return known === null ? <Badge>{state}</Badge> : <Badge tone={STATE_TONES[known]}>{t(`state${known}`)}</Badge>
}

/** Said wherever energy comes from a model and not from a meter. */
export async function ModelledBadge() {
  const t = await getTranslations('offering')
  return (
    <span title={t('modelledNote')}>
      <Badge tone="sun">{t('modelled')}</Badge>
    </span>
  )
}
