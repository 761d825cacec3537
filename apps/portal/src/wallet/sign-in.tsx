'use client'

import { useState } from 'react'
import { ask } from '../api/browser.ts'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Person } from './development.ts'
import { groupPeople } from './people.ts'
import { keepWalletKind, loadWallet, type WalletKind } from './wallet.ts'
import { WalletProblem, type WalletTrouble } from './wallet-problem.tsx'

/** Proves an address by a signature (SEP-10). @returns what kept it from being proven; null when it is */
async function signIn(kind: WalletKind, passphrase: string, person?: string): Promise<WalletTrouble | null> {
  const wallet = await loadWallet(kind, person)
  const address = await wallet.getAddress()
  if (!address.ok) return address.error
  const challenge = await ask<{ transaction: string }>(`/api/session?account=${encodeURIComponent(address.value)}`)
  if (!challenge.ok) return { code: 'API', problem: challenge.error }
  const { isHarmlessChallenge } = await import('../chain/challenge.ts')
  const { transaction } = challenge.value
  if (!isHarmlessChallenge(transaction, passphrase, address.value)) return { code: 'BAD_CHALLENGE' }
  const network = await wallet.getNetwork()
  if (!network.ok) return network.error
  if (network.value.passphrase !== passphrase) {
    return { code: 'WRONG_NETWORK', site: passphrase, wallet: network.value.passphrase }
  }
  const signed = await wallet.signTransaction(transaction, { networkPassphrase: passphrase, address: address.value })
  if (!signed.ok) return signed.error
  const session = await ask('/api/session', { method: 'POST', body: { transaction: signed.value } })
  if (!session.ok) return { code: 'API', problem: session.error }
  keepWalletKind(kind)
  return null
}

/** Chooses a wallet and signs in with it. On a rehearsal network one may be any of the example's people. */
export function SignIn({
  passphrase,
  people,
  next,
}: {
  readonly passphrase: string
  /** Whom the development wallet can play; empty where there is none. */
  readonly people: readonly Person[]
  /** Where to go then: a path with its language. */
  readonly next: string
}) {
  const t = useTexts('wallet')
  const locale = useLocale()
  const [working, setWorking] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<WalletTrouble | null>(null)

  async function start(kind: WalletKind, person?: string) {
    setTrouble(null)
    setWorking(person ?? kind)
    const found = await signIn(kind, passphrase, person)
    setWorking(null)
    setTrouble(found)
    // A whole load: everything around the page changes with who one is.
    if (found === null) window.location.assign(next)
  }

  return (
    <div className="space-y-8">
      {/* Not the id "freighter": an element of that name becomes `window.freighter`, which is how the extension is recognised. */}
      <section aria-labelledby="wallet-freighter" className="card p-6">
        <h2 id="wallet-freighter" className="text-xl font-semibold">
          {t('freighter')}
        </h2>
        <p className="mt-1 max-w-prose text-muted">{t('freighterLead')}</p>
        <Button className="mt-4" disabled={working !== null} onClick={() => start('freighter')}>
          {working === 'freighter' ? t('working') : t('connect')}
        </Button>
        {working === 'freighter' && (
          <p role="status" className="mt-3 text-muted">
            {t('confirmInWallet')}
          </p>
        )}
      </section>
      {trouble && <WalletProblem trouble={trouble} />}
      {people.length > 0 && (
        <section aria-labelledby="wallet-development">
          <h2 id="wallet-development" className="text-xl font-semibold">
            {t('development')}
          </h2>
          <div className="mt-3">
            <Notice tone="warn">{t('developmentLead')}</Notice>
          </div>
          {groupPeople(people).map(([group, members]) => (
            <div key={group} className="mt-6">
              <h3 className="font-semibold text-muted">{t(group)}</h3>
              <ul className="mt-2 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
                {members.map(({ name, address }) => (
                  <li key={address}>
                    <Button
                      look="secondary"
                      className="w-full justify-start text-left"
                      disabled={working !== null}
                      onClick={() => start('development', address)}
                      lang={locale}
                    >
                      {working === address ? t('working') : t('playAs', { name })}
                    </Button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </div>
  )
}
