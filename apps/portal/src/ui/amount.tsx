import { getLocale } from 'next-intl/server'
import { type AmountProps, AmountView } from './amount-view.tsx'

/** An amount with its asset, exact to the stroop. */
export async function Amount(props: AmountProps) {
  return <AmountView {...props} locale={await getLocale()} />
}
