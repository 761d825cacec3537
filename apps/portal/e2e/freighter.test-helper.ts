/**
 * Freighter's side of the talk, as its extension speaks it with `@stellar/freighter-api`: messages of the window, answered by their
 * number. Signatures are made elsewhere, as the extension makes them in a process of its own.
 */
import type { BrowserContext } from 'playwright-core'

/** What its owner decides, and what state it is in. */
export interface Owner {
  /** Whether the next requests are confirmed or declined. */
  confirms: boolean
  /** The network that it is switched to. */
  passphrase: string
  /** False: the extension is gone and answers nothing. */
  present: boolean
  /** Whether it answers a request for a signature at all: a person may never decide. */
  decides: boolean
  /** Whose account is open. */
  address: string
  /** Signs as that account. */
  sign(envelopeXdr: string): Promise<string>
  /** Every envelope that it was asked to sign. */
  readonly asked: string[]
}

interface Request {
  readonly type: string
  readonly transactionXdr?: string
  readonly networkPassphrase?: string
  readonly accountToSign?: string
}

const DECLINED = { apiError: { code: -4, message: 'The user rejected this request.' } }

/** Puts the stand-in into every page of the context. */
export async function installFreighter(context: BrowserContext, owner: Owner): Promise<void> {
  await context.exposeFunction('heliobondFreighter', (request: Request) => answer(owner, request))
  await context.addInitScript(() => {
    const ask = (window as unknown as { heliobondFreighter(request: unknown): Promise<object | null> })
      .heliobondFreighter
    window.addEventListener('message', async ({ source, data }) => {
      if (source !== window || data?.source !== 'FREIGHTER_EXTERNAL_MSG_REQUEST') return
      const answered = await ask(data)
      if (answered === null) return
      // The key really is spelt so.
      window.postMessage(
        { source: 'FREIGHTER_EXTERNAL_MSG_RESPONSE', messagedId: data.messageId, ...answered },
        window.location.origin,
      )
    })
  })
}

/** What the extension answers; null where it says nothing. */
async function answer(owner: Owner, request: Request): Promise<object | null> {
  if (!owner.present) return null
  switch (request.type) {
    case 'REQUEST_CONNECTION_STATUS':
      return { isConnected: true }
    case 'REQUEST_ALLOWED_STATUS':
    case 'SET_ALLOWED_STATUS':
      return { isAllowed: true }
    case 'REQUEST_ACCESS':
    case 'REQUEST_PUBLIC_KEY':
      return owner.confirms ? { publicKey: owner.address } : DECLINED
    case 'REQUEST_NETWORK':
    case 'REQUEST_NETWORK_DETAILS':
      return {
        networkDetails: {
          network: 'STANDALONE',
          networkName: 'Local',
          networkUrl: 'http://localhost',
          networkPassphrase: owner.passphrase,
          sorobanRpcUrl: 'http://localhost',
        },
      }
    case 'SUBMIT_TRANSACTION': {
      const envelope = request.transactionXdr ?? ''
      owner.asked.push(envelope)
      while (owner.present && !owner.decides) await new Promise((resolve) => setTimeout(resolve, 50))
      if (!owner.present) return null
      if (!owner.confirms) return DECLINED
      return { signedTransaction: await owner.sign(envelope), signerAddress: owner.address }
    }
    default:
      return { apiError: { code: -1, message: `not spoken here: ${request.type}` } }
  }
}
