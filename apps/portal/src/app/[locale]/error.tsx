'use client'

import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'

/** In both languages at once: where a page broke, the texts may be what broke it. */
const WORDS = {
  es: {
    title: 'Esta página falló',
    lead: 'La falla es nuestra. No se pagó ni se firmó nada. Inténtalo otra vez; si sigue igual, dale este código a quien opera el sitio.',
    again: 'Intentar otra vez',
    code: 'Código',
  },
  en: {
    title: 'This page broke',
    lead: 'The fault is ours. Nothing was paid or signed by it. Try again; if it goes on, give this code to whoever runs this site.',
    again: 'Try again',
    code: 'Code',
  },
} as const

export default function PageBroke({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const [locale, setLocale] = useState<keyof typeof WORDS>('es')
  useEffect(() => setLocale(document.documentElement.lang === 'en' ? 'en' : 'es'), [])
  const words = WORDS[locale]
  return (
    <div role="alert" className="pt-10">
      <h1 className="text-3xl font-semibold">{words.title}</h1>
      <p className="mt-3 max-w-prose text-lg text-muted">{words.lead}</p>
      <p className="mt-3">
        {words.code}: <code className="font-mono">{error.digest ?? error.name}</code>
      </p>
      <p className="mt-6">
        <Button onClick={reset}>{words.again}</Button>
      </p>
    </div>
  )
}
