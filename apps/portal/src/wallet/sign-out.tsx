'use client'

import { useState } from 'react'
import { ask } from '../api/browser.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Button } from '../ui/button.tsx'

/** Ends the session in this browser. */
export function SignOut({ next }: { readonly next: string }) {
  const t = useTexts('wallet')
  const [working, setWorking] = useState(false)
  async function signOut() {
    setWorking(true)
    const done = await ask('/api/session', { method: 'DELETE' })
    if (done.ok) window.location.assign(next)
    else setWorking(false)
  }
  return (
    <Button look="secondary" disabled={working} onClick={signOut}>
      {t('signOut')}
    </Button>
  )
}
