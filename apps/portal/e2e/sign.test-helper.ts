import type { Page } from 'playwright-core'

const WORDS = {
  en: {
    checked: 'Your browser read the transaction itself',
    sign: 'Sign in the wallet',
    close: 'Close',
    done: /The network has it: ledger \d+|Done: the network has your transaction/,
  },
  es: {
    checked: 'Tu navegador leyó la transacción misma',
    sign: 'Firmar en la cartera',
    close: 'Cerrar',
    done: /La red la tiene: bloque \d+|Listo: la red tiene tu transacción/,
  },
} as const

/** Signs what is shown with the wallet that one signed in with, and waits for the receipt: in its place, or on the shelf if the page moved on. */
export async function sign(
  page: Page,
  locale: keyof typeof WORDS = 'en',
  press: (page: Page, name: string) => Promise<void> = (on, name) => on.getByRole('button', { name }).click(),
): Promise<void> {
  const { checked, sign: button, close, done } = WORDS[locale]
  await page.getByText(checked).waitFor()
  // A receipt of before is no receipt of this.
  const kept = page.getByRole('button', { name: close, exact: true })
  while ((await kept.count()) > 0) await kept.first().click()
  await press(page, button)
  await page.getByText(done).first().waitFor()
}
