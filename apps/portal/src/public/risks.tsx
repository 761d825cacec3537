import { getTranslations } from 'next-intl/server'

const RISKS = [
  'riskNotInsured',
  'riskSun',
  'riskPayer',
  'riskHurricane',
  'riskPrice',
  'riskMoney',
  'riskCode',
  'riskExit',
] as const

/** What can go wrong, in words that need no lawyer. The worst stands first. */
export async function Risks() {
  const t = await getTranslations('offering')
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {RISKS.map((name) => {
        const [title = '', ...rest] = t(name).split('. ')
        return (
          <li key={name} className="card p-5">
            <strong className="block font-semibold">{title}.</strong>
            <span className="text-muted">{rest.join('. ')}</span>
          </li>
        )
      })}
    </ul>
  )
}
