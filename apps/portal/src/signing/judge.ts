/** Compares what a transaction says in its own bytes with what the page shows. Pure; the bytes are read in `src/chain`. */
import type { InspectedDeployment, InspectedOperation, InspectedTransaction } from '../chain/inspect.ts'
import type { BuiltTransaction } from './built.ts'

/** Why a transaction must not be signed. */
export type Mismatch =
  | 'UNKNOWN_ACTION'
  | 'WRONG_NETWORK'
  | 'WRONG_HASH'
  | 'WRONG_SOURCE'
  | 'UNEXPECTED_OPERATION'
  | 'STRANGE_KEY'
  | 'OWN_ACCOUNT'
  | 'WRONG_CODE'
  | 'WRONG_CONTRACT'
  | 'WRONG_ARGUMENT'
  | 'WRONG_DESTINATION'
  | 'MORE_THAN_SHOWN'
  | 'FEE_TOO_HIGH'
  | 'NO_END'

/** What an action may consist of: classic operations of these kinds, one call of a contract's method, or one deployment. */
type Rule =
  | { readonly operations: readonly string[] }
  | { readonly methods: readonly string[] }
  | { readonly deploys: 'code' | 'contract' | 'asset' }

const calls = (...methods: string[]): Rule => ({ methods })
const classic = (...operations: string[]): Rule => ({ operations })
const deploys = (what: 'code' | 'contract' | 'asset'): Rule => ({ deploys: what })

/** An action that is not here is not signed: whoever adds one says here what it may do. */
export const RULES: Readonly<Record<string, Rule>> = {
  restore: classic('restoreFootprint'),
  // Investors
  trust: classic('changeTrust'),
  invest: calls('invest'),
  refund: calls('refund'),
  claim: calls('claim'),
  redeem: calls('redeem'),
  sell: classic('manageSellOffer'),
  buy: classic('manageBuyOffer'),
  'cancel-offer': classic('manageSellOffer'),
  release: calls('release'),
  'transfer-certificate': classic('payment'),
  retire: calls('retire'),
  'claim-certificates': calls('claim'),
  'mint-due': calls('mint_due'),
  'claim-donor-certificates': calls('claim_units'),
  'announce-certificate-policy': calls('announce_policy'),
  // Those who use the energy, and those who help them
  'pay-bill': classic('pathPaymentStrictReceive'),
  'pay-direct': calls('pay'),
  'wallet-open': classic(
    'createAccount',
    'changeTrust',
    'setOptions',
    'beginSponsoringFutureReserves',
    'endSponsoringFutureReserves',
  ),
  'wallet-top-up': classic('payment'),
  'wallet-withdraw': classic('payment'),
  'autopay-start': classic('setOptions'),
  'autopay-stop': classic('setOptions'),
  'allowance-revoke': calls('approve'),
  // Contractors
  'bid-commit': calls('commit'),
  'bid-withdraw': calls('withdraw'),
  'bid-reveal': calls('reveal'),
  'accept-award': calls('accept'),
  'settle-bond': calls('settle_bond'),
  'submit-evidence': calls('submit_evidence'),
  'milestone-release': calls('release'),
  dispute: calls('dispute'),
  'start-commissioning': calls('start_commissioning'),
  commission: calls('commission'),
  // Issuers, and the other offices of an offering
  allow: calls('set_allowed'),
  'close-funding': calls('close_funding'),
  call: calls('call'),
  'attest-coupon': calls('attest_coupon'),
  'void-coupon': calls('void_coupon'),
  'fund-coupon': calls('fund_coupon'),
  'go-live': calls('go_live'),
  mature: calls('mature'),
  unwind: calls('unwind'),
  'declare-default': calls('declare_default'),
  'sweep-unclaimed': calls('sweep_unclaimed'),
  'draw-operations': calls('draw_operations'),
  'withdraw-credit': calls('withdraw_credit'),
  disburse: calls('disburse'),
  'tender-open': calls('open'),
  'tender-score': calls('score'),
  'tender-award': calls('award'),
  'tender-cancel': calls('cancel'),
  'lapse-award': calls('lapse_award'),
  'expire-tender': calls('expire'),
  certify: calls('certify'),
  'reject-evidence': calls('reject'),
  'decide-dispute': calls('decide'),
  'lapse-dispute': calls('lapse_dispute'),
  // Approvers
  'approve-award': calls('approve'),
  'approve-system': calls('approve'),
  'register-meter': calls('register_meter'),
  'revoke-meter': calls('revoke_meter'),
  'new-meter-epoch': calls('new_epoch'),
  'bind-offering': calls('bind_offering'),
  // The steps of a launch
  'draft-step:propose-system': calls('propose'),
  'draft-step:approve-system': calls('approve'),
  'draft-step:open-issuer': classic('createAccount', 'setOptions'),
  'draft-step:deploy-asset': deploys('asset'),
  'draft-step:open-collections': classic(
    'createAccount',
    'changeTrust',
    'beginSponsoringFutureReserves',
    'endSponsoringFutureReserves',
  ),
  'draft-step:upload-offering': deploys('code'),
  'draft-step:upload-tender': deploys('code'),
  'draft-step:deploy-offering': deploys('contract'),
  'draft-step:deploy-tender': deploys('contract'),
  'draft-step:bind-offering': calls('bind_offering'),
  'draft-step:hand-over-asset': calls('set_admin'),
  'draft-step:launch': calls('launch'),
  'draft-step:open-energy': calls('open_system'),
  'draft-step:lock-issuer': classic('setOptions'),
}

/** A lumen is 10,000,000 stroops. Uploading the largest contract costs less. */
const MOST_FEE_STROOPS = 500_000_000n

export interface Expected {
  /** Who signs. */
  readonly address: string
  readonly passphrase: string
  /** Contracts that the page is about; a call of any other is not what it shows. Empty: those that the shown moves name. */
  readonly contracts?: readonly string[]
  /** Accounts besides the signer's own for which this may act: a prepaid wallet of theirs, for one. */
  readonly accounts?: readonly string[]
  /** Arguments that its call must carry, as text: what this browser made or its user typed in. */
  readonly args?: readonly string[]
  /** Classic assets, `CODE:ISSUER`, whose contracts it may call besides. */
  readonly assets?: readonly string[]
  /** Which step of a launch is wanted. */
  readonly step?: string
}

/** Everything in which the transaction is not what is shown; empty when it may be signed. */
export function judge(inspected: InspectedTransaction, built: BuiltTransaction, expected: Expected): Mismatch[] {
  const found = new Set<Mismatch>()
  const rule = ruleOf(built, expected)
  if (!rule) found.add('UNKNOWN_ACTION')
  if (built.networkPassphrase !== expected.passphrase) found.add('WRONG_NETWORK')
  if (inspected.hash !== built.hash) found.add('WRONG_HASH')
  if (inspected.source !== expected.address) found.add('WRONG_SOURCE')
  if (inspected.expiresAt === null) found.add('NO_END')
  if (inspected.feeStroops > MOST_FEE_STROOPS || inspected.feeStroops !== BigInt(built.feeStroops)) {
    found.add('FEE_TOO_HIGH')
  }
  for (const operation of inspected.operations) {
    const { source, signer } = operation
    if (source !== null && !built.signers.includes(source) && !expected.accounts?.includes(source)) {
      found.add('WRONG_SOURCE')
    }
    if (signer && !isShownKey(signer, built, expected)) found.add('STRANGE_KEY')
    if (rule && !isAllowed(operation, rule)) found.add('UNEXPECTED_OPERATION')
    if (setsOwnAccount(operation, expected)) found.add('OWN_ACCOUNT')
    if (operation.deploys && !isShownCode(operation.deploys, built)) found.add('WRONG_CODE')
    if (operation.call && !isKnown(operation.call.contractId, built, expected)) found.add('WRONG_CONTRACT')
    // A restoration comes before the call that is wanted.
    if (built.action !== 'restore' && !carries(operation, expected)) found.add('WRONG_ARGUMENT')
    const to = operation.outflow && operation.outflow.amountStroops > 0n ? operation.outflow.to : null
    if (to !== null && !built.moves.some((move) => move.to === to)) found.add('WRONG_DESTINATION')
  }
  if (inspected.operations.length === 0) found.add('UNEXPECTED_OPERATION')
  if (takesMoreThanShown(inspected, built, expected)) found.add('MORE_THAN_SHOWN')
  return [...found]
}

/** Nothing here changes who may sign for the account that signs, unless the page is about that very account. */
const setsOwnAccount = ({ type, source }: InspectedOperation, { address, accounts }: Expected): boolean =>
  type === 'setOptions' && (source ?? address) === address && !accounts?.includes(address)

/** A launch is of many steps under one name: which one is wanted the page says, not the API. */
const ruleOf = ({ action }: BuiltTransaction, { step }: Expected): Rule | undefined =>
  RULES[action === 'draft-step' ? `${action}:${step}` : action]

function isAllowed({ type, call, deploys: deployed }: InspectedOperation, rule: Rule): boolean {
  if ('operations' in rule) return rule.operations.includes(type)
  if ('deploys' in rule) return deployed?.what === rule.deploys
  return call !== null && rule.methods.includes(call.method)
}

/** What is deployed is what the page shows: the code by its hash, an asset's contract by the asset. */
const isShownCode = ({ what, of }: InspectedDeployment, { facts }: BuiltTransaction): boolean =>
  of === (what === 'asset' ? facts.asset : facts.wasmHash)

const carries = ({ call }: InspectedOperation, { args = [] }: Expected): boolean =>
  args.every((one) => call?.args.includes(one))

function isKnown(contractId: string, { moves, facts }: BuiltTransaction, { contracts = [] }: Expected): boolean {
  if (contracts.length > 0) return contracts.includes(contractId)
  return moves.some(({ from, to }) => from === contractId || to === contractId) || facts.contract === contractId
}

/** A key may get weight only if it is the signer's own, or the auto-pay key that the page shows, which may pay and no more. */
function isShownKey(
  { address, weight }: { address: string; weight: number },
  { facts }: BuiltTransaction,
  expected: Expected,
) {
  return address === expected.address || (address === facts.autopayKey && weight <= 1)
}

/**
 * Of each account and asset, no more may leave by the operations than the shown moves and the shown upper bounds say. What other signers
 * give of their own is theirs to judge.
 */
function takesMoreThanShown(
  { operations, source }: InspectedTransaction,
  { moves, facts }: BuiltTransaction,
  { accounts = [] }: Expected,
): boolean {
  const mine = [source, ...accounts]
  const shown = new Map<string, bigint>()
  const show = (from: string, asset: string | undefined, stroops: string | undefined) => {
    if (asset === undefined || stroops === undefined) return
    const key = `${from} ${asset}`
    shown.set(key, (shown.get(key) ?? 0n) + BigInt(stroops))
  }
  if (facts.sendMaxStroops !== undefined) show(source, facts.sendAsset, facts.sendMaxStroops)
  else for (const { from, asset, amountStroops } of moves) show(from, asset, amountStroops)
  if (facts.side === 'sell') show(source, facts.bondAsset, facts.bondStroops)
  if (facts.side === 'buy') show(source, facts.settlementAsset, facts.costStroops)
  const taken = new Map<string, bigint>()
  for (const { outflow, source: own } of operations) {
    const from = own ?? source
    if (!outflow || !mine.includes(from)) continue
    const key = `${from} ${outflow.asset}`
    taken.set(key, (taken.get(key) ?? 0n) + outflow.amountStroops)
  }
  return [...taken].some(([key, stroops]) => stroops > (shown.get(key) ?? 0n))
}
