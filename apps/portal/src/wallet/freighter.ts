/** Freighter, by its own package: it talks to the extension by messages. Load on demand. */
import { err, ok } from '@heliobond/domain'
import type { Wallet, WalletAnswer, WalletRefusal } from './wallet.ts'

type Freighter = typeof import('@stellar/freighter-api')

/** How Freighter says that its owner declined. */
const DECLINED = -4
/** How often it is asked whether it is still there while its owner decides. */
const WATCH_MS = 2_000

/** Its calls do not throw: they answer with an error beside nothing. */
interface Answer {
  readonly error?: { readonly code: number; readonly message: string } | string
}

function refusalOf({ error }: Answer): WalletRefusal | null {
  if (error === undefined) return null
  if (typeof error === 'string') return { code: 'OTHER', message: error }
  return error.code === DECLINED ? { code: 'CANCELLED' } : { code: 'OTHER', message: error.message }
}

export async function freighterWallet(): Promise<Wallet> {
  const api = await import('@stellar/freighter-api')

  /** An answer of the extension; LOST when it goes away while its owner is asked, since it would then never answer. */
  async function answered<A extends Answer, T>(question: Promise<A>, read: (answer: A) => T): Promise<WalletAnswer<T>> {
    const watch = watchPresence(api)
    try {
      const answer = await Promise.race([question, watch.gone])
      if (answer === 'gone') return err({ code: 'LOST' })
      const refusal = refusalOf(answer)
      return refusal ? err(refusal) : ok(read(answer))
    } finally {
      watch.stop()
    }
  }

  return {
    kind: 'freighter',
    async getAddress() {
      const { isConnected } = await api.isConnected()
      if (!isConnected) return err({ code: 'NOT_INSTALLED' })
      return answered(api.requestAccess(), ({ address }) => address)
    },
    async getNetwork() {
      const { isConnected } = await api.isConnected()
      if (!isConnected) return err({ code: 'NOT_INSTALLED' })
      return answered(api.getNetworkDetails(), ({ network, networkPassphrase }) => ({
        name: network,
        passphrase: networkPassphrase,
      }))
    },
    signTransaction: (envelopeXdr, { networkPassphrase, address }) =>
      answered(api.signTransaction(envelopeXdr, { networkPassphrase, address }), ({ signedTxXdr }) => signedTxXdr),
  }
}

function watchPresence({ isConnected }: Pick<Freighter, 'isConnected'>): { gone: Promise<'gone'>; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false
  const gone = new Promise<'gone'>((resolve) => {
    const look = async () => {
      const answer = await isConnected()
      if (over) return
      if (!answer.isConnected) return resolve('gone')
      timer = setTimeout(look, WATCH_MS)
    }
    timer = setTimeout(look, WATCH_MS)
  })
  return {
    gone,
    stop() {
      over = true
      clearTimeout(timer)
    },
  }
}
