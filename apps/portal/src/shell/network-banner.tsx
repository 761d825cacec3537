import { getTranslations } from 'next-intl/server'
import { getNetwork } from '../site/network.ts'
import { RetryWhenBack } from '../ui/retry-when-back.tsx'

const KNOWN = ['local', 'testnet', 'custom'] as const

/** Says on every page when the money is not money, and when the data service is down. On the main network there is nothing to say. */
export async function NetworkBanner() {
  const [t, problem, network] = await Promise.all([
    getTranslations('network'),
    getTranslations('problem'),
    getNetwork(),
  ])
  if (!network.up) {
    return (
      <aside aria-label={t('title')} className="border-b border-warn bg-warn-soft">
        <div role="status" className="mx-auto max-w-6xl px-4 py-2 text-sm sm:px-6">
          <strong className="font-semibold">{t('down')}</strong>
          <RetryWhenBack waiting={problem('waiting')} />
        </div>
      </aside>
    )
  }
  const name = KNOWN.find((known) => known === network.facts.name)
  if (name === undefined) return null
  return (
    <aside aria-label={t('title')} className="border-b border-line bg-sun-soft text-sm text-sun">
      <p className="mx-auto max-w-6xl px-4 py-1.5 font-medium sm:px-6">{t(name, { name: network.facts.passphrase })}</p>
    </aside>
  )
}
