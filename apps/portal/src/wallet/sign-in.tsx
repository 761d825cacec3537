'use client'

import { useState } from 'react'
import { useLocale, useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Person } from './development.ts'
import { groupPeople } from './people.ts'
import { prove } from './prove.ts'
import type { WalletKind } from './wallet.ts'
import { WalletProblem, type WalletTrouble } from './wallet-problem.tsx'

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
    const found = await prove(kind, passphrase, person)
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
