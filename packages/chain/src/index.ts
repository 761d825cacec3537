/** The servers' way to the Stellar network. Nothing else in the house speaks to it. */

export * from './account-operations.ts'
export {
  type AccountState,
  account,
  accounts,
  balances,
  sequences,
  type TrustlineState,
  trustline,
  trustlines,
} from './accounts.ts'
export {
  type AddressKind,
  addressBytes,
  addressKind,
  addressOfScVal,
  muxedAddress,
  scAddressBytes,
  splitMuxed,
} from './address.ts'
export * from './asset-operations.ts'
export {
  type Asset,
  type AssetRefusal,
  assetOf,
  assetParts,
  parseAsset,
  sacAddress,
  serializedAsset,
} from './assets.ts'
export { type Chain, createChain } from './chain.ts'
export { type ClaimantTerms, claimClaimableBalance, createClaimableBalance } from './claimable-operations.ts'
export { type ClockRefusal, type TurnedClock, turnClock } from './clock.ts'
export type { ChainConfig, NetworkName } from './config.ts'
export { type ContractErrorWords, contractErrorWords } from './contract-errors.ts'
export {
  contractCall,
  createSac,
  deployContract,
  deployedAddress,
  extendTtl,
  restore,
  restoreWith,
  uploadWasm,
  wasmHash,
} from './contract-operations.ts'
export {
  type ContractEvent,
  type ContractHandle,
  ContractReadError,
  type ContractRefusal,
  codeKey,
  contractWith,
  instanceKey,
  type MethodArgs,
  type MethodName,
  type MethodResult,
  type ReadResult,
} from './contracts.ts'
export { type DeathRecord, isDead } from './dead.ts'
export {
  type ClaimableBalanceFact,
  type EntryFacts,
  entryFacts,
  type PoolShareFact,
  type TransactionFacts,
  transactionFacts,
} from './entry-facts.ts'
export { balanceKey, entryKey, type KeyField } from './entry-keys.ts'
export {
  buildEnvelope,
  DEFAULT_BASE_FEE_STROOPS,
  DEFAULT_LIFETIME_SECONDS,
  describeEnvelope,
  type Envelope,
  type EnvelopeFacts,
  type EnvelopePlan,
  isContractEnvelope,
  type TransactionMemo,
} from './envelope.ts'
export { envelopeSources } from './envelope-sources.ts'
export { classifyCode, type Failure, type FailureClass, failedOperations, failureOf } from './errors.ts'
export {
  ACCOUNTS_PER_QUERY,
  type ChainEvent,
  type ContractEventXdr,
  type EventPage,
  type EventQuery,
  eventPages,
  ledgerOfCursor,
  readEvents,
  SENDERS_PER_QUERY,
} from './events.ts'
export { type FeeBids, type FeePercentile, feeBids } from './fees.ts'
export { FriendbotError, fund, fundByFriendbot } from './funding.ts'
export { heldAssets } from './held-assets.ts'
export {
  type BookedMovement,
  emptyBook,
  enter,
  type HolderBook,
  type Holding,
  needsFacts,
  type Placed,
  placedHoldings,
} from './holder-book.ts'
export {
  advanceBook,
  bookedMovements,
  type HistoryMissing,
  type HolderSnapshot,
  holdersFromEvents,
  type SnapshotQuery,
  snapshotOf,
} from './holders.ts'
export { HorizonUnavailableError } from './horizon.ts'
export {
  hintOf,
  type InspectedOperation,
  type InspectedTransaction,
  inspectTransaction,
  signatureHints,
  transactionHints,
} from './inspect.ts'
export { type JsonRpc, RpcRefusedError, RpcUnavailableError } from './json-rpc.ts'
export {
  createKey,
  type Key,
  randomSalt,
  rootSigner,
  type Signer,
  SigningRefusedError,
  signerFromSecret,
  signerFromSeed,
  verifySignature,
} from './keys.ts'
export { type LedgerAtRefusal, type LedgerTime, ledgerAt, rememberedLedgers } from './ledgers.ts'
export { codeKeysOf, lifetimes, touchedKeys } from './lifetimes.ts'
export { type Lookup, lookup, type NodeHistory, type OperationEvents } from './lookup.ts'
export { type OfferState, offer } from './offers.ts'
export { type ChainOperation, isContractOperation, type OperationSource } from './operation.ts'
export type { OperationOutcome, Trade } from './operation-outcome.ts'
export { type BookLevel, type OrderBook, offersOf, orderBook } from './order-book.ts'
export { type ConstructorArgs, type ContractClients, contractOf, deployOurs, specOf } from './our-contracts.ts'
export {
  type NoPath,
  type PathQuery,
  type PathSource,
  type PaymentPath,
  pathSource,
  type Route,
} from './paths.ts'
export * from './prepaid-wallet.ts'
export { type CallRefusal, type Prepared, type PrepareOptions, prepare } from './prepare.ts'
export { portionsOf, type ResourceLimits, resourceLimits } from './resource-limits.ts'
export type { ResultCodes } from './result-codes.ts'
export { type Sent, send } from './send.ts'
export { outcomeOf, type Settled, settle } from './settle.ts'
export { feeBump, raiseBid, sign } from './sign.ts'
export { openSponsored, type SponsoredAccount } from './sponsored-account.ts'
export { storedAddresses } from './stored-addresses.ts'
export { deliver, type SubmitNow, type Submitted, submitNow } from './submit-now.ts'
export { assetOfContract, type Token, tokenOf } from './token.ts'
export { type TokenAllowance, type TokenMovement, tokenAllowance, tokenMovement } from './token-movement.ts'
export { eventsOf } from './transaction-events.ts'
export {
  buildChallenge,
  type Challenge,
  type ChallengeRefusal,
  type VerifiedChallenge,
  verifyChallenge,
} from './web-auth.ts'
