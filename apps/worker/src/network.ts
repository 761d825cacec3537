import {
  type Asset,
  account,
  advanceBook,
  buildEnvelope,
  type Chain,
  codeKeysOf,
  DEFAULT_BASE_FEE_STROOPS,
  describeEnvelope,
  type Envelope,
  emptyBook,
  type FeeBids,
  feeBids,
  feeBump,
  heldAssets,
  isDead,
  ledgerAt,
  lifetimes,
  lookup,
  pathSource,
  portionsOf,
  prepaidWalletStanding,
  prepare,
  type Route,
  RpcUnavailableError,
  raiseBid,
  readEvents,
  rememberedLedgers,
  type Signer,
  SigningRefusedError,
  sacAddress,
  send,
  sign,
  snapshotOf,
  storedAddresses,
  transactionFacts,
  transactionHints,
  trustline,
  trustlines,
} from '@heliobond/chain'
import { min } from '@heliobond/domain'
import type { NetworkPort, PaymentQuote, PrepaidWalletView, PreparedEnvelope } from './network-port.ts'

/** How long an envelope may be taken by a ledger: the network's documented five minutes. */
const LIFETIME_SECONDS = 300

/** The roles' network over a chain. `routes` give paths where there is no Horizon. */
export function createNetworkPort(chain: Chain, routes: readonly Route[]): NetworkPort {
  const paths = pathSource(chain, routes)
  return {
    config: chain.config,
    now: () => chain.now(),
    ledger: () => chain.ledger(),
    prepareEnvelope: (args) => prepareEnvelope(chain, args),
    async send(envelopeXdr) {
      try {
        const sent = await send(chain, envelopeXdr)
        return { status: sent.kind, code: sent.kind === 'ERROR' ? sent.failure.code : null }
      } catch (error) {
        if (error instanceof RpcUnavailableError) return { status: 'NO_ANSWER', code: error.code }
        throw error
      }
    },
    async lookup(hash, innerHash) {
      const found = await lookup(chain, hash)
      return found.kind === 'not-found' && innerHash !== null ? lookup(chain, innerHash) : found
    },
    isDead,
    async hasUsedSequence(envelopeXdr) {
      const { source, sequence } = describeEnvelope(envelopeXdr, chain.config.passphrase)
      return ((await account(chain, source))?.sequence ?? 0n) >= sequence
    },
    bids: () => bidsOf(chain),
    async raiseBid({ envelopeXdr, feePayer, baseFeeStroops }) {
      const { passphrase } = chain.config
      const bumped = raiseBid(envelopeXdr, { feeSource: feePayer.address, baseFeeStroops, passphrase })
      return sign(bumped, [feePayer], passphrase)
    },
    async trustline(address, asset) {
      const line = await trustline(chain, address, asset)
      return line ? { balanceStroops: line.balanceStroops, authorized: line.authorized } : null
    },
    trustlines: (addresses, asset) => trustlines(chain, addresses, asset),
    lumens: async (address) => (await account(chain, address))?.balanceStroops ?? null,
    quotePayment: (args) => quotePayment(chain, paths, routes, args),
    async pathCost(args) {
      const found = await paths.cheapest({ ...args, slippageBps: 0 })
      return found.ok ? found.value.sendStroops : null
    },
    transactionHints: (hash) => transactionHints(chain, hash),
    prepaidWallet: (args) => readPrepaidWallet(chain, routes, args),
    storedAddresses: (contractId, entry) => storedAddresses(chain, contractId, entry),
    lifetimes: (keys) => lifetimes(chain, keys),
    codeKeys: (contractIds) => codeKeysOf(chain, contractIds),
    portions: (keys) => portionsOf(chain, keys),
    remembered: () => rememberedLedgers(chain),
    events: (query) => readEvents(chain, query),
    facts: (hash) => transactionFacts(chain, hash),
    async ledgerAt(time) {
      const found = await ledgerAt(chain, time)
      if (found.ok) return found.value
      return found.error.code === 'TIME_NOT_PASSED' ? 'not-passed' : 'forgotten'
    },
    async snapshotAt(bond, ledger, sinceLedger) {
      const { passphrase } = chain.config
      const empty = emptyBook(sacAddress(bond, passphrase), sinceLedger)
      const book = await advanceBook(chain, empty, ledger.sequence)
      return book.ok ? snapshotOf(book.value, ledger, passphrase) : null
    },
  }
}

/** What four of five others bid or less. Asked for once in a while: ledgers close no faster. */
const BIDS_AGE_MS = 2_000
/** No bid that others make is believed beyond this: the policy's cap decides. */
const MOST_BID_STROOPS = 10n ** 9n
const bidsKnown = new WeakMap<Chain, { readonly bids: FeeBids; readonly readAtMs: number }>()

async function bidsOf(chain: Chain): Promise<FeeBids> {
  const known = bidsKnown.get(chain)
  if (known && performance.now() - known.readAtMs < BIDS_AGE_MS) return known.bids
  try {
    const bids = await feeBids(chain, 'p80', MOST_BID_STROOPS)
    bidsKnown.set(chain, { bids, readAtMs: performance.now() })
    return bids
  } catch (error) {
    if (!(error instanceof RpcUnavailableError)) throw error
    return { classicStroops: DEFAULT_BASE_FEE_STROOPS, contractStroops: DEFAULT_BASE_FEE_STROOPS }
  }
}

async function prepareEnvelope(
  chain: Chain,
  { source, operations, signers, feePayer, baseFeeStroops }: Parameters<NetworkPort['prepareEnvelope']>[0],
): Promise<PreparedEnvelope> {
  const { passphrase } = chain.config
  const [from, now] = await Promise.all([account(chain, source), chain.now()])
  if (!from) return { ok: false, code: 'NO_ACCOUNT', detail: `channel account ${source} does not exist`, retry: false }
  const draft = buildEnvelope(
    { source, sequence: from.sequence + 1n, operations, now, lifetimeSeconds: LIFETIME_SECONDS },
    passphrase,
  )
  const prepared = await prepare(chain, draft, { authorizers: signers })
  switch (prepared.kind) {
    case 'ready':
      break
    case 'refused': {
      const { code, contractError, message } = prepared.refusal
      // A contract's own refusal is an answer; a failed simulation may be of the moment.
      const detail = contractError === undefined ? message : `#${contractError}`
      return { ok: false, code, detail: detail.slice(0, 500), retry: code !== 'CONTRACT_ERROR' }
    }
    case 'needs-authorization':
      return { ok: false, code: 'NEEDS_AUTHORIZATION', detail: prepared.addresses.join(', '), retry: false }
    case 'needs-restore':
      return {
        ...{ ok: false, code: 'NEEDS_RESTORE', detail: 'archived entries must be restored first', retry: true },
        restore: await portionsOf(chain, prepared.keys),
      }
  }
  const inner = await signOrRefuse(prepared.envelope, signers, passphrase)
  if (inner instanceof SigningRefusedError)
    return { ok: false, code: inner.code, detail: inner.message, retry: inner.retry }
  const bumped = feeBump(inner, { feeSource: feePayer.address, baseFeeStroops, passphrase })
  const { envelopeXdr, hash, innerHash, expiresAt } = await sign(bumped, [feePayer], passphrase)
  return { ok: true, envelopeXdr, hash, innerHash, expiresAt }
}

/** A signer that looks at what it signs may refuse: that is an answer. */
async function signOrRefuse(
  envelope: Envelope,
  signers: readonly Signer[],
  passphrase: string,
): Promise<Envelope | SigningRefusedError> {
  try {
    return await sign(envelope, signers, passphrase)
  } catch (error) {
    if (error instanceof SigningRefusedError) return error
    throw error
  }
}

async function readPrepaidWallet(
  chain: Chain,
  routes: readonly Route[],
  { wallet, user, autopay, settlementAsset }: Parameters<NetworkPort['prepaidWallet']>[0],
): Promise<PrepaidWalletView | null> {
  const state = await account(chain, wallet)
  if (!state) return null
  const spendable = new Map<Asset, bigint>()
  for (const asset of await payableAssets(chain, routes, wallet, settlementAsset)) {
    const stroops = await spendableStroops(chain, wallet, asset)
    if (stroops > 0n || asset === settlementAsset) spendable.set(asset, stroops)
  }
  // Where there is no auto-pay key the wallet's own stands in: it can do everything, and is no stranger.
  return { ...prepaidWalletStanding(state, { user, autopay: autopay ?? user }), spendable }
}

/** What a wallet may pay from, the settlement asset first and lumens last. */
async function payableAssets(
  chain: Chain,
  routes: readonly Route[],
  wallet: string,
  settlementAsset: Asset,
): Promise<ReadonlySet<Asset>> {
  return new Set([settlementAsset, ...routes.map((route) => route.sendAsset), ...(await heldAssets(chain, wallet))])
}

/** How a wallet can pay: from the settlement asset itself, else from what it holds, lumens last. */
async function quotePayment(
  chain: Chain,
  paths: ReturnType<typeof pathSource>,
  routes: readonly Route[],
  {
    wallet,
    payer,
    committed,
    destinationAsset,
    amountStroops,
    slippageBps,
  }: Parameters<NetworkPort['quotePayment']>[0],
): Promise<PaymentQuote> {
  const refused = payer === null ? null : await signingFault(chain, wallet, payer)
  if (refused !== null) return { ok: false, code: refused }
  const candidates = await payableAssets(chain, routes, wallet, destinationAsset)
  let refusal = 'WALLET_EMPTY'
  for (const sendAsset of candidates) {
    const spendable = (await spendableStroops(chain, wallet, sendAsset)) - (committed.get(sendAsset) ?? 0n)
    if (spendable <= 0n) continue
    const found = await paths.cheapest({
      sendAsset,
      destAsset: destinationAsset,
      destAmountStroops: amountStroops,
      slippageBps,
    })
    if (!found.ok) {
      refusal = found.error.code
      continue
    }
    const { path, sendStroops, sendMaxStroops } = found.value
    if (sendStroops > spendable) {
      refusal = 'WALLET_LOW'
      continue
    }
    return { ok: true, sendAsset, path, sendMaxStroops: min(sendMaxStroops, spendable) }
  }
  return { ok: false, code: refusal }
}

/** Why the payer cannot or must not sign payments of a wallet: it lacks the weight, or has so much that the wallet is none. */
async function signingFault(chain: Chain, wallet: string, payer: string): Promise<string | null> {
  const state = await account(chain, wallet)
  if (!state) return 'WALLET_MISSING'
  const { armed, tooPowerful } = prepaidWalletStanding(state, { user: wallet, autopay: payer })
  if (!armed) return 'WALLET_REVOKED'
  return tooPowerful && payer !== wallet ? 'WALLET_UNSAFE' : null
}

/** Lumens that an account must keep for its reserve are not spendable; neither is what offers have promised. */
async function spendableStroops(chain: Chain, wallet: string, asset: Asset): Promise<bigint> {
  if (asset !== 'native') {
    const line = await trustline(chain, wallet, asset)
    return line?.authorized ? line.balanceStroops - line.sellingLiabilitiesStroops : 0n
  }
  const state = await account(chain, wallet)
  if (!state) return 0n
  const reserve = BigInt(2 + state.subentryCount) * 5_000_000n
  const free = state.balanceStroops - state.sellingLiabilitiesStroops - reserve
  return free > 0n ? free : 0n
}
