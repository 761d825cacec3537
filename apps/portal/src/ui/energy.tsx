import { getLocale } from 'next-intl/server'
import { energyText, powerText } from '../format/energy.ts'

/** Energy in the unit that reads best; every watt-hour stands in its title. */
export async function Energy({ wh }: { readonly wh: string | bigint }) {
  const { value, unit, exact } = energyText(BigInt(wh), await getLocale())
  return (
    <span className="figure whitespace-nowrap" title={exact}>
      {value} <span className="text-[0.8em] font-medium text-muted">{unit}</span>
    </span>
  )
}

/** Power in watts or kilowatts. */
export async function Power({ watts }: { readonly watts: string | bigint | number }) {
  return <span className="figure whitespace-nowrap">{powerText(BigInt(watts), await getLocale())}</span>
}
