'use client'

import { useState } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'
import { prove } from '../wallet/prove.ts'
import { WalletProblem, type WalletTrouble } from '../wallet/wallet-problem.tsx'

/** Signs in as one of the example's people and goes where they have something to do. Needs the texts `tour`, `wallet`, `problem` and `refusal`. */
export function PlayButton({
  name,
  address,
  passphrase,
  next,
}: {
  readonly name: string
  readonly address: string
  readonly passphrase: string
  /** With its language. */
  readonly next: string
}) {
  const t = useTexts('tour')
  const [working, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<WalletTrouble | null>(null)
  async function play() {
    setWorking(true)
    setTrouble(null)
    const found = await prove('development', passphrase, address)
    if (found === null) return window.location.assign(next)
    setWorking(false)
    setTrouble(found)
  }
  return (
    <div className="space-y-3">
      <Button disabled={working} onClick={play}>
        {working ? t('working') : t('be', { name })}
      </Button>
      {trouble && <WalletProblem trouble={trouble} />}
    </div>
  )
}
