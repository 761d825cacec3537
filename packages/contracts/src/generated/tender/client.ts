// Generated from the contract by `npm run contracts:build`. Do not edit.
import type { TenderError, Bid, Terms, Course, Governance, Milestone, RoleOffer, Roles, PendingUpgrade, ContractEvent } from './types.ts';
import { Spec, Client as ContractClient } from '@stellar/stellar-sdk/contract';
import type { Result, AssembledTransaction, ClientOptions as ContractClientOptions, MethodOptions, ExternalExecutableRef } from '@stellar/stellar-sdk/contract';
import type { Address, xdr } from '@stellar/stellar-sdk';

export interface Client {
  /**
   * The best bid's bidder and the price it would be awarded at, as far as prices are known.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::NotBest`] - When no bid is valid.
   */
  best(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<[string, bigint], TenderError>>>;
  /**
   * A tender's bids in the order of their commitments.
   */
  bids(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Array<Bid>>>;
  /**
   * Opens a tender and returns its number, from 1 on. One runs at a time; another may follow one that was cancelled
   * or terminated. The administrator signs. Not while paused.
   *
   * # Errors
   * * [`TenderError::Paused`], [`TenderError::RolesNotApart`], [`TenderError::BadTerms`], [`TenderError::BadTimes`]
   * * [`TenderError::TenderRunning`], [`TenderError::TooManyTenders`]
   * * [`TenderError::NotWorks`] - When the offering's works is not this contract.
   * * [`TenderError::OverBudget`] - When the ceiling exceeds the construction money that no contract has claimed.
   *
   * # Events
   * * [`crate::events::Opened`]
   */
  open(args: { terms: Terms }, options?: MethodOptions): Promise<AssembledTransaction<Result<number, TenderError>>>;
  /**
   * Who holds a role.
   */
  role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<string | null>>;
  /**
   * Awards to the best bid, which the approver approved, and to no other. The administrator signs. Returns the price.
   *
   * # Errors
   * * [`TenderError::RolesNotApart`], [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
   * * [`TenderError::TooSoon`], [`TenderError::TooLate`], [`TenderError::NotBest`], [`TenderError::NotApproved`]
   * * [`TenderError::OverBudget`] - When the construction money is no longer there.
   *
   * # Events
   * * [`crate::events::Awarded`]
   */
  award(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, TenderError>>>;
  /**
   * Stops new business. Administrator, trustee or a guardian signs.
   */
  pause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Scores all proposals at once, in the order of the bids, 0 to 10,000 each; from `commit_by` to `score_by`, and so
   * before any price is known. Again replaces it. Without scores quality counts for nobody. The evaluator signs.
   *
   * # Errors
   * * [`TenderError::RolesNotApart`], [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
   * * [`TenderError::TooSoon`], [`TenderError::TooLate`], [`TenderError::BadScores`]
   *
   * # Events
   * * [`crate::events::Scored`]
   */
  score(args: { tender: number; quality_bps: Array<number> }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * What is fixed of a tender.
   */
  terms(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Terms, TenderError>>>;
  /**
   * Makes the award a contract. The winner signs, until `accept_by`.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooLate`]
   * * [`TenderError::OverBudget`] - When the construction money is no longer there.
   *
   * # Events
   * * [`crate::events::Accepted`]
   */
  accept(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Ends an open tender without a contract; `reason` is the SHA-256 of the published decision. The administrator
   * signs.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
   *
   * # Events
   * * [`crate::events::Cancelled`]
   */
  cancel(args: { tender: number; reason: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Takes a sealed bid and its bond, until `commit_by`. See [`crate::commitment`] for the hash. The bidder signs. Not
   * while paused.
   *
   * # Errors
   * * [`TenderError::Paused`], [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooLate`]
   * * [`TenderError::BidderNotEligible`] - When the bidder holds a role, or receives forfeited bonds.
   * * [`TenderError::AlreadyBid`], [`TenderError::TooManyBids`]
   * * [`TenderError::TransferRefused`] - When the bond cannot be taken.
   *
   * # Events
   * * [`crate::events::Committed`]
   */
  commit(args: { tender: number; bidder: string | Address; commitment: Uint8Array; proposal: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Grants a fraction of a disputed milestone, for good; the rest is off the price. The arbiter signs.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::RolesNotApart`]
   * * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`], [`TenderError::TooLate`]
   * * [`TenderError::BadShare`]
   *
   * # Events
   * * [`crate::events::DisputeEnded`]
   */
  decide(args: { tender: number; milestone: number; pay_bps: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Ends an open tender that has no valid bid after `reveal_by`, or no award by `award_by`. Anyone may call it.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooSoon`]
   * * [`TenderError::StillAwardable`]
   *
   * # Events
   * * [`crate::events::Cancelled`]
   */
  expire(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Whether new business is stopped.
   */
  paused(options?: MethodOptions): Promise<AssembledTransaction<boolean>>;
  /**
   * Sends the evidence named back; the contractor has at least `objection_secs` to mend it or to go to the arbiter,
   * three times. The certifier signs.
   *
   * # Errors
   * * As of `certify`.
   *
   * # Events
   * * [`crate::events::EvidenceRejected`]
   */
  reject(args: { tender: number; milestone: number; evidence: Uint8Array; reason: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Makes a bid's price known, from `score_by` to `reveal_by`. A bid that is not revealed, or whose price is above
   * the ceiling and so cannot be, forfeits its bond. Anyone who knows price and salt may call it for the bidder.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooSoon`], [`TenderError::TooLate`]
   * * [`TenderError::UnknownBid`], [`TenderError::AlreadyRevealed`], [`TenderError::BadPrice`]
   * * [`TenderError::WrongReveal`] - When they do not open the commitment.
   *
   * # Events
   * * [`crate::events::Revealed`]
   */
  reveal(args: { tender: number; bidder: string | Address; amount: bigint; salt: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * A tender's course.
   */
  tender(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Course, TenderError>>>;
  /**
   * Approves the award to the best bid, from `reveal_by` to `award_by`. The approver signs.
   *
   * # Errors
   * * [`TenderError::RolesNotApart`], [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
   * * [`TenderError::TooSoon`], [`TenderError::TooLate`]
   * * [`TenderError::NotBest`] - When it is not the best, or no bid is valid.
   *
   * # Events
   * * [`crate::events::AwardApproved`]
   */
  approve(args: { tender: number; bidder: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Certifies a milestone on the evidence named; it is payable after `objection_secs`. The certifier signs.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
   * * [`TenderError::RolesNotApart`] - When the certifier is the contractor or holds another role.
   * * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`], [`TenderError::OtherEvidence`]
   *
   * # Events
   * * [`crate::events::Certified`]
   */
  certify(args: { tender: number; milestone: number; evidence: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Brings a milestone, or what is withheld, before the arbiter, once; `reason` is the SHA-256 of a statement.
   * Administrator, certifier or contractor signs. What is certified only until it is payable.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::NotPermitted`]
   * * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`], [`TenderError::AlreadyDisputed`]
   * * [`TenderError::TooLate`]
   *
   * # Events
   * * [`crate::events::Disputed`]
   */
  dispute(args: { tender: number; who: string | Address; milestone: number; reason: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * When the system went live.
   */
  live_at(options?: MethodOptions): Promise<AssembledTransaction<bigint | null>>;
  /**
   * Brings what the previous build stored to the form of this one, once. Anyone may call it.
   */
  migrate(options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Pays a certified milestone, less what is withheld; index `milestones` of the terms stands for what was withheld.
   * The last milestone only when the system is live. Anyone may call it. Returns what was paid.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
   * * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`], [`TenderError::TooSoon`]
   * * [`TenderError::NotLive`], [`TenderError::DisburseRefused`]
   *
   * # Events
   * * [`crate::events::MilestonePaid`], [`crate::events::Completed`] with the last
   */
  release(args: { tender: number; milestone: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, TenderError>>>;
  /**
   * How many tenders were opened; the last one's number.
   */
  tenders(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * Lets new business go on. Administrator, trustee or a guardian signs.
   */
  unpause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Installs the announced code once its delay passed. The administrator signs.
   */
  upgrade(options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * The version of this build.
   */
  version(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * The offering whose works this contract is.
   */
  offering(options?: MethodOptions): Promise<AssembledTransaction<string>>;
  /**
   * Takes a bid back with its bond, until `withdraw_by`; its place is free again. The bidder signs.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooLate`]
   * * [`TenderError::UnknownBid`], [`TenderError::TransferRefused`]
   *
   * # Events
   * * [`crate::events::Withdrawn`]
   */
  withdraw(args: { tender: number; bidder: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Construction money that contracts may still claim, stroops.
   */
  committed(options?: MethodOptions): Promise<AssembledTransaction<bigint>>;
  /**
   * Ends the contract of a contractor that is late; returns what of the price is free for another tender.
   * Administrator and approver sign.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::RolesNotApart`]
   * * [`TenderError::NotInDefault`] - When no evidence and no test is overdue.
   *
   * # Events
   * * [`crate::events::ContractTerminated`], [`crate::events::Disputed`] for evidence that was in time
   */
  terminate(args: { tender: number; reason: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, TenderError>>>;
  /**
   * Bonds held, stroops: the sum of what is left of every bid's.
   */
  bonds_held(options?: MethodOptions): Promise<AssembledTransaction<bigint>>;
  /**
   * Passes the test when the energy asked for was measured within the window; the offering goes live, once. Anyone
   * may call it.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
   * * [`TenderError::NoTestNeeded`], [`TenderError::NoTest`], [`TenderError::NotEnoughEnergy`]
   * * [`TenderError::GoLiveRefused`]
   *
   * # Events
   * * [`crate::events::Live`]
   */
  commission(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Administrator, trustee, and the delay of upgrades in seconds.
   */
  governance(options?: MethodOptions): Promise<AssembledTransaction<Governance>>;
  /**
   * A contract's milestones and, last, what is withheld.
   */
  milestones(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Array<Milestone>>>;
  /**
   * Offers a role to somebody, who has to accept it. Its holder signs; or administrator or trustee, and then it may
   * be accepted only after the upgrade delay, and the holder may cancel it.
   */
  offer_role(args: { who: string | Address; role: string; to: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * The open offer of a role.
   */
  role_offer(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<RoleOffer | null>>;
  /**
   * Takes over a role. Who was offered it signs.
   */
  accept_role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Ends an award that was not accepted in time; the next best may be awarded. Anyone may call it.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooSoon`]
   *
   * # Events
   * * [`crate::events::AwardLapsed`]
   */
  lapse_award(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Pays one bond that is no longer needed, to its bidder or, when it is forfeited, to whom the terms name; returns
   * it. Anyone may call it.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::UnknownBid`]
   * * [`TenderError::NoBondDue`] - When it is still needed, or was paid.
   * * [`TenderError::TransferRefused`]
   *
   * # Events
   * * [`crate::events::BondReturned`] or [`crate::events::BondForfeited`]
   */
  settle_bond(args: { tender: number; bidder: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, TenderError>>>;
  /**
   * Ends a dispute that the arbiter did not decide in time: the certifier's word stands. Anyone may call it.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
   * * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`], [`TenderError::TooSoon`]
   *
   * # Events
   * * [`crate::events::DisputeEnded`]
   */
  lapse_dispute(args: { tender: number; milestone: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Drops the announced code. Administrator or trustee signs.
   */
  cancel_upgrade(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * The announced code.
   */
  pending_upgrade(options?: MethodOptions): Promise<AssembledTransaction<PendingUpgrade | null>>;
  /**
   * Announces new code by its hash; a later announcement replaces it. The administrator signs.
   */
  propose_upgrade(args: { wasm_hash: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<void>>;
  /**
   * Hands in evidence of a milestone; again until it is certified or disputed. The contractor signs.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
   * * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`]
   *
   * # Events
   * * [`crate::events::EvidenceSubmitted`]
   */
  submit_evidence(args: { tender: number; milestone: number; evidence: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Withdraws an offer. The role's holder or who offered it signs.
   */
  cancel_role_offer(args: { who: string | Address; role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
  /**
   * Starts the commissioning test, or another after one that failed. The contractor signs.
   *
   * # Errors
   * * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
   * * [`TenderError::NoTestNeeded`], [`TenderError::TestRunning`]
   *
   * # Events
   * * [`crate::events::TestStarted`]
   */
  start_commissioning(args: { tender: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TenderError>>>;
}

export class Client extends ContractClient {
  constructor(options: ContractClientOptions) {
    super(
      new Spec(["AAAABAAAAERDb2RlcyBhcmUgcGFydCBvZiB0aGUgcHVibGljIGludGVyZmFjZTogbmV2ZXIgcmVudW1iZXIsIG5ldmVyIHJldXNlLgAAAAAAAAALVGVuZGVyRXJyb3IAAAAAMAAAAD1Bbnl0aGluZyBzdGFydHMgYXQgNTAwMC4gVGhlcmUgaXMgbm8gdGVuZGVyIHdpdGggdGhhdCBudW1iZXIuAAAAAAAADVVua25vd25UZW5kZXIAAAAAABOIAAAANlRoZSB0ZW5kZXIgaXMgaW4gYSBzdGFnZSBpbiB3aGljaCB0aGlzIGNhbm5vdCBiZSBkb25lLgAAAAAACldyb25nU3RhZ2UAAAAAE4kAAAAfVGhlIHRpbWUgZm9yIHRoaXMgaGFzIG5vdCBjb21lLgAAAAAHVG9vU29vbgAAABOKAAAAGlRoZSB0aW1lIGZvciB0aGlzIGlzIG92ZXIuAAAAAAAHVG9vTGF0ZQAAABOLAAAASVRoZSBzdGFibGVjb2luIHRyYW5zZmVyIHdhcyByZWZ1c2VkOiBiYWxhbmNlLCB0cnVzdGxpbmUgb3IgYXV0aG9yaXphdGlvbi4AAAAAAAAPVHJhbnNmZXJSZWZ1c2VkAAAAE4wAAABRVHdvIG9mIHRoZSByb2xlcyB0aGF0IG11c3QgYmUgYXBhcnQgYXJlIGluIG9uZSBoYW5kLCBvciB0aGUgY29udHJhY3RvciBob2xkcyBvbmUuAAAAAAAADVJvbGVzTm90QXBhcnQAAAAAABONAAAAH0EgcHJvZHVjdCBvciBhIHN1bSBsZWZ0IGBpMTI4YC4AAAAACE92ZXJmbG93AAATjgAAAGRPcGVuaW5nIHN0YXJ0cyBhdCA1MDIwLiBUaGUgYW1vdW50cywgd2VpZ2h0cyBvciBzaGFyZXMgY29udHJhZGljdCBlYWNoIG90aGVyIG9yIGV4Y2VlZCB0aGVpciBib3VuZHMuAAAACEJhZFRlcm1zAAATnAAAAEhUaGUgdGltZXMgZG8gbm90IGZvbGxvdyBlYWNoIG90aGVyIG9yIGxlYXZlIHRvbyBsaXR0bGUgb3IgdG9vIG11Y2ggdGltZS4AAAAIQmFkVGltZXMAABOdAAAASFRoZSBjZWlsaW5nIGV4Y2VlZHMgdGhlIGNvbnN0cnVjdGlvbiBtb25leSB0aGF0IG5vIGNvbnRyYWN0IGhhcyBjbGFpbWVkLgAAAApPdmVyQnVkZ2V0AAAAABOeAAAAN0EgdGVuZGVyIGlzIHN0aWxsIHJ1bm5pbmcsIG9yIGl0cyBjb250cmFjdCBpcyBjb21wbGV0ZS4AAAAADVRlbmRlclJ1bm5pbmcAAAAAABOfAAAAKlRoaXMgY29udHJhY3QgaXMgbm90IHRoZSBvZmZlcmluZydzIHdvcmtzLgAAAAAACE5vdFdvcmtzAAAToAAAABBObyBtb3JlIHRlbmRlcnMuAAAADlRvb01hbnlUZW5kZXJzAAAAABOhAAAAJUJpZGRpbmcgc3RhcnRzIGF0IDUwNDAuIE5vIG1vcmUgYmlkcy4AAAAAAAALVG9vTWFueUJpZHMAAAATsAAAABVUaGUgYmlkZGVyIGhhcyBhIGJpZC4AAAAAAAAKQWxyZWFkeUJpZAAAAAATsQAAABZUaGUgYmlkZGVyIGhhcyBubyBiaWQuAAAAAAAKVW5rbm93bkJpZAAAAAATsgAAADRUaGUgYW1vdW50IGFuZCBzYWx0IGFyZSBub3QgdGhvc2Ugb2YgdGhlIGNvbW1pdG1lbnQuAAAAC1dyb25nUmV2ZWFsAAAAE7MAAAAUVGhlIGJpZCBpcyByZXZlYWxlZC4AAAAPQWxyZWFkeVJldmVhbGVkAAAAE7QAAAAyVGhlIHByaWNlIGlzIG5vdCBhYm92ZSAwLCBvciBpcyBhYm92ZSB0aGUgY2VpbGluZy4AAAAAAAhCYWRQcmljZQAAE7UAAAAzVGhlIHNjb3JlcyBhcmUgbm90IG9uZSBvZiAwIHRvIDEwLDAwMCBmb3IgZWFjaCBiaWQuAAAAAAlCYWRTY29yZXMAAAAAABO2AAAAJlRoZSBiaWRkZXIgaXMgb3Igd29ya3MgZm9yIHdobyBqdWRnZXMuAAAAAAARQmlkZGVyTm90RWxpZ2libGUAAAAAABO3AAAAN0F3YXJkIHN0YXJ0cyBhdCA1MDYwLiBUaGUgYmlkZGVyJ3MgYmlkIGlzIG5vdCB0aGUgYmVzdC4AAAAAB05vdEJlc3QAAAATxAAAACtUaGUgYXBwcm92ZXIgaGFzIG5vdCBhcHByb3ZlZCB0aGUgYmVzdCBiaWQuAAAAAAtOb3RBcHByb3ZlZAAAABPFAAAAJVRoZXJlIGlzIGEgYmlkIHRoYXQgY291bGQgYmUgYXdhcmRlZC4AAAAAAAAOU3RpbGxBd2FyZGFibGUAAAAAE8YAAAAzVGhlcmUgaXMgbm8gYm9uZCBvZiB0aGF0IGJpZGRlciB0byBwYXksIG9yIG5vdCB5ZXQuAAAAAAlOb0JvbmREdWUAAAAAABPHAAAASUdvdmVybmFuY2Ugc3RhcnRzIGF0IDUwODAuIFRoZSByb2xlIGlzIG5vdCBvbiBvZmZlciwgb3IgdGhlIG9mZmVyIGxhcHNlZC4AAAAAAAALTm9Sb2xlT2ZmZXIAAAAT2AAAABdOZXcgYnVzaW5lc3MgaXMgcGF1c2VkLgAAAAAGUGF1c2VkAAAAABPZAAAAJFRoZSBjYWxsZXIgbWF5IG5vdCBwYXVzZSBvciB1bnBhdXNlLgAAAAtOb3RHdWFyZGlhbgAAABPaAAAAHlRoZSBjb250cmFjdCBoYXMgbm8gc3VjaCByb2xlLgAAAAAAC1Vua25vd25Sb2xlAAAAE9sAAAAbVGhlIGNhbGxlciBtYXkgbm90IGRvIHRoaXMuAAAAAAxOb3RQZXJtaXR0ZWQAABPcAAAAKlNvbWVib2R5IGVsc2UncyBvZmZlciBvZiB0aGUgcm9sZSBpcyBvcGVuLgAAAAAADE9mZmVyUGVuZGluZwAAE90AAAAdVGhlIGRlbGF5IGhhcyBub3QgcGFzc2VkIHlldC4AAAAAAAAIVG9vRWFybHkAABPeAAAAME5vIHVwZ3JhZGUgaXMgYW5ub3VuY2VkLCBvciBpdHMgdGltZSBoYXMgcGFzc2VkLgAAAAlOb1VwZ3JhZGUAAAAAABPfAAAAJlRoZSBzdG9yYWdlIGlzIGFzIHRoaXMgYnVpbGQgbmVlZHMgaXQuAAAAAAAQTm90aGluZ1RvTWlncmF0ZQAAE+AAAABRQWRtaW5pc3RyYXRvciBhbmQgdHJ1c3RlZSBhcmUgdHdvLCBhbmQgdGhlIHVwZ3JhZGUgZGVsYXkgaXMgMzAgZGF5cyB0byB0d28geWVhcnMuAAAAAAAADUJhZEdvdmVybmFuY2UAAAAAABPhAAAAO1dvcmtzIHN0YXJ0IGF0IDUxMDAuIFRoZXJlIGlzIG5vIG1pbGVzdG9uZSB3aXRoIHRoYXQgaW5kZXguAAAAABBVbmtub3duTWlsZXN0b25lAAAT7AAAAC1UaGUgbWlsZXN0b25lJ3MgcHJvZ3Jlc3MgZG9lcyBub3QgYWxsb3cgdGhpcy4AAAAAAAANV3JvbmdQcm9ncmVzcwAAAAAAE+0AAAAsVGhlIGV2aWRlbmNlIG5hbWVkIGlzIG5vdCB0aGUgb25lIHN1Ym1pdHRlZC4AAAANT3RoZXJFdmlkZW5jZQAAAAAAE+4AAABCVGhlIHN5c3RlbSBpcyBub3QgbGl2ZSwgYW5kIHRoZSBsYXN0IG1pbGVzdG9uZSBpcyBwYWlkIGFmdGVyIHRoYXQuAAAAAAAHTm90TGl2ZQAAABPvAAAAWFRoZSBvZmZlcmluZyBkaWQgbm90IHBheTogbm8gbW9uZXksIG9yIHRoZSBjb250cmFjdG9yJ3MgbGluZSBpcyBtaXNzaW5nLCBmdWxsIG9yIGZyb3plbi4AAAAPRGlzYnVyc2VSZWZ1c2VkAAAAE/AAAAAiVGhlIG1pbGVzdG9uZSB3YXMgZGlzcHV0ZWQgYmVmb3JlLgAAAAAAD0FscmVhZHlEaXNwdXRlZAAAABPxAAAAJ1RoZSBzaGFyZSBpcyBhYm92ZSAxMCwwMDAgYmFzaXMgcG9pbnRzLgAAAAAIQmFkU2hhcmUAABPyAAAAJFRoZSBjb250cmFjdG9yIGlzIGxhdGUgd2l0aCBub3RoaW5nLgAAAAxOb3RJbkRlZmF1bHQAABPzAAAASUNvbW1pc3Npb25pbmcgc3RhcnRzIGF0IDUxMjAuIFRoZSB0ZXJtcyBhc2sgZm9yIG5vIHRlc3QsIG9yIGl0IGlzIHBhc3NlZC4AAAAAAAAMTm9UZXN0TmVlZGVkAAAUAAAAAChBIHRlc3QgaXMgcnVubmluZyBhbmQgY2FuIHN0aWxsIHN1Y2NlZWQuAAAAC1Rlc3RSdW5uaW5nAAAAFAEAAAATTm8gdGVzdCBpcyBydW5uaW5nLgAAAAAGTm9UZXN0AAAAABQCAAAAQkxlc3MgZW5lcmd5IHdhcyBtZWFzdXJlZCB3aXRoaW4gdGhlIHdpbmRvdyB0aGFuIHRoZSB0ZXJtcyBhc2sgZm9yLgAAAAAAD05vdEVub3VnaEVuZXJneQAAABQDAAAAHFRoZSBvZmZlcmluZyBjYW5ub3QgZ28gbGl2ZS4AAAANR29MaXZlUmVmdXNlZAAAAAAAFAQ=", "AAAAAQAAAAZBIGJpZC4AAAAAAAAAAAADQmlkAAAAAAcAAAAiSXRzIHByaWNlOyAwIHVudGlsIGl0IGlzIHJldmVhbGVkLgAAAAAABmFtb3VudAAAAAAACwAAAAAAAAAGYmlkZGVyAAAAAAATAAAAGVdoYXQgaXMgaGVsZCBvZiBpdHMgYm9uZC4AAAAAAAAEYm9uZAAAAAsAAAAaU2VlIFtgY3JhdGU6OmNvbW1pdG1lbnRgXS4AAAAAAApjb21taXRtZW50AAAAAAPuAAAAIAAAADJTSEEtMjU2IG9mIHRoZSBwcm9wb3NhbCB0aGF0IHRoZSBldmFsdWF0b3Igc2NvcmVzLgAAAAAACHByb3Bvc2FsAAAD7gAAACAAAAAWVGhlIGV2YWx1YXRvcidzIHNjb3JlLgAAAAAAC3F1YWxpdHlfYnBzAAAAAAQAAAAAAAAACHN0YW5kaW5nAAAH0AAAAAhTdGFuZGluZw==", "AAAAAQAAAGhXaG8gZG9lcyB3aGF0IGJlc2lkZXMgYWRtaW5pc3RyYXRvciAodGhlIGlzc3VlcikgYW5kIHRydXN0ZWUuIEFsbCBmaXZlIGFuZCB0aGUgdHJ1c3RlZSdzIHZldG8gYXJlIGFwYXJ0LgAAAAAAAAAFUm9sZXMAAAAAAAAEAAAAPUFwcHJvdmVzIGFuIGF3YXJkIGFuZCBhIHRlcm1pbmF0aW9uOiB0aGUgc2Vjb25kIHBhaXIgb2YgZXllcy4AAAAAAAAIYXBwcm92ZXIAAAATAAAAEURlY2lkZXMgZGlzcHV0ZXMuAAAAAAAAB2FyYml0ZXIAAAAAEwAAABVDZXJ0aWZpZXMgbWlsZXN0b25lcy4AAAAAAAAJY2VydGlmaWVyAAAAAAAAEwAAABVTY29yZXMgdGhlIHByb3Bvc2Fscy4AAAAAAAAJZXZhbHVhdG9yAAAAAAAAEw==", "AAAAAgAAAGtXaGVyZSBhIHRlbmRlciBzdGFuZHMuIFdoaWxlIGl0IGlzIG9wZW4sIHRpbWUgc2F5cyB3aGV0aGVyIGJpZHMgYXJlIGNvbW1pdHRlZCwgc2NvcmVkLCByZXZlYWxlZCBvciBhd2FyZGVkLgAAAAAAAAAABVN0YWdlAAAAAAAABgAAAAAAAABBQmlkcyBhcmUgY29tbWl0dGVkLCBzY29yZWQgYW5kIHJldmVhbGVkOyB0aGUgYmVzdCBjYW4gYmUgYXdhcmRlZC4AAAAAAAAET3BlbgAAAAAAAAAZVGhlIHdpbm5lciBoYXMgdG8gYWNjZXB0LgAAAAAAAAdBd2FyZGVkAAAAAAAAAAAUVGhlcmUgaXMgYSBjb250cmFjdC4AAAAFV29ya3MAAAAAAAAAAAAAL0V2ZXJ5IG1pbGVzdG9uZSBpcyBzZXR0bGVkIGFuZCB0aGUgc3lzdGVtIGxpdmUuAAAAAAREb25lAAAAAAAAABdObyBjb250cmFjdCBjYW1lIG9mIGl0LgAAAAAJQ2FuY2VsbGVkAAAAAAAAAAAAADpUaGUgY29udHJhY3RvciBmYWlsZWQ7IHdoYXQgaXMgbGVmdCBtYXkgYmUgdGVuZGVyZWQgYWdhaW4uAAAAAAAKVGVybWluYXRlZAAA", "AAAAAQAAAG5XaGF0IGlzIGZpeGVkIHdoZW4gYSB0ZW5kZXIgb3BlbnMuIEFtb3VudHMgYXJlIHN0cm9vcHMgb2YgdGhlIG9mZmVyaW5nJ3Mgc2V0dGxlbWVudCBhc3NldCwgdGltZXMgVW5peCBzZWNvbmRzLgAAAAAAAAAAAAVUZXJtcwAAAAAAABUAAAAhU2Vjb25kcyBmb3IgdGhlIHdpbm5lciB0byBhY2NlcHQuAAAAAAAAC2FjY2VwdF9zZWNzAAAAAAYAAAAiU2Vjb25kcyBmb3IgdGhlIGFyYml0ZXIgdG8gZGVjaWRlLgAAAAAADGFyYml0ZXJfc2VjcwAAAAYAAABUU2Vjb25kcyBmb3IgYW4gYXdhcmQsIGZyb20gYHJldmVhbF9ieWAgYW5kIGFnYWluIGFmdGVyIGEgd2lubmVyIHRoYXQgZGlkIG5vdCBhY2NlcHQuAAAACmF3YXJkX3NlY3MAAAAAAAYAAAA7V2hhdCBlYWNoIGJpZGRlciBwdXRzIGRvd247IHRoZSB3aW5uZXIncyBzZWN1cmVzIHRoZSB3b3Jrcy4AAAAABGJvbmQAAAALAAAAT1RoZSBoaWdoZXN0IHByaWNlOyBhdCBtb3N0IHRoZSBjb25zdHJ1Y3Rpb24gbW9uZXkgdGhhdCBubyBjb250cmFjdCBoYXMgY2xhaW1lZC4AAAAAB2NlaWxpbmcAAAAACwAAADdTZWNvbmRzIGFmdGVyIGFjY2VwdGFuY2UgdW50aWwgdGhlIHRlc3QgbXVzdCBiZSBwYXNzZWQuAAAAAA9jb21taXNzaW9uX3NlY3MAAAAABgAAAB5VbnRpbCB0aGVuIGJpZHMgYXJlIGNvbW1pdHRlZC4AAAAAAAljb21taXRfYnkAAAAAAAAGAAAAIFNIQS0yNTYgb2YgdGhlIHRlbmRlciBkb2N1bWVudHMuAAAADmRvY3VtZW50c19oYXNoAAAAAAPuAAAAIAAAACpXaG8gcmVjZWl2ZXMgdGhlIGJvbmRzIHRoYXQgYXJlIGZvcmZlaXRlZC4AAAAAAAtmb3JmZWl0c190bwAAAAATAAAAQEluIHRoZSBvcmRlciBvZiB0aGUgd29ya3M7IHRoZSBsYXN0IGlzIHBhaWQgYWZ0ZXIgY29tbWlzc2lvbmluZy4AAAAKbWlsZXN0b25lcwAAAAAD6gAAB9AAAAAOTWlsZXN0b25lVGVybXMAAAAAAG1TZWNvbmRzIGJldHdlZW4gY2VydGlmaWNhdGlvbiBhbmQgcGF5bWVudCBpbiB3aGljaCBpdCBjYW4gYmUgZGlzcHV0ZWQ7IGFsc28gd2hhdCBhIHJlamVjdGlvbiBsZWF2ZXMgYXQgbGVhc3QuAAAAAAAADm9iamVjdGlvbl9zZWNzAAAAAAAGAAAAL0Fib3ZlIDA7IGJvdGggd2VpZ2h0cyBtYWtlIDEwLDAwMCBiYXNpcyBwb2ludHMuAAAAABBwcmljZV93ZWlnaHRfYnBzAAAABAAAAAAAAAAHcHJpY2luZwAAAAfQAAAAB1ByaWNpbmcAAAAAAAAAABJxdWFsaXR5X3dlaWdodF9icHMAAAAAAAQAAABaV2hhdCB0aGUgc3lzdGVtIG11c3QgZ2VuZXJhdGUgd2l0aGluIHRoZSB0ZXN0LCB3YXR0LWhvdXJzOyAwIG9ubHkgd2hlbiB0aGUgc3lzdGVtIGlzIGxpdmUuAAAAAAALcmVxdWlyZWRfd2gAAAAABgAAADpXaXRoaGVsZCBmcm9tIGVhY2ggbWlsZXN0b25lLCBiYXNpcyBwb2ludHM7IGF0IG1vc3QgMiwwMDAuAAAAAAANcmV0ZW50aW9uX2JwcwAAAAAAAAQAAAA4U2Vjb25kcyBmcm9tIGNvbXBsZXRpb24gdW50aWwgd2hhdCB3YXMgd2l0aGhlbGQgaXMgcGFpZC4AAAAOcmV0ZW50aW9uX3NlY3MAAAAAAAYAAAAxVW50aWwgdGhlbiBiaWRzIGFyZSByZXZlYWxlZCwgZnJvbSBgc2NvcmVfYnlgIG9uLgAAAAAAAAlyZXZlYWxfYnkAAAAAAAAGAAAAUVVudGlsIHRoZW4gdGhlIGV2YWx1YXRvciBzY29yZXMuIEVxdWFsIHRvIGBjb21taXRfYnlgIHdoZW4gcXVhbGl0eSBoYXMgbm8gd2VpZ2h0LgAAAAAAAAhzY29yZV9ieQAAAAYAAAAuVGhlIGxvbmdlc3QgbWV0ZXJlZCB0aW1lIG9mIHRoZSB0ZXN0LCBzZWNvbmRzLgAAAAAAC3dpbmRvd19zZWNzAAAAAAYAAABLVW50aWwgdGhlbiBhIGJpZCBtYXkgYmUgd2l0aGRyYXduLCBzbyB0aGF0IGl0cyBwbGFjZSBpcyBmcmVlIGFnYWluIGluIHRpbWUuAAAAAAt3aXRoZHJhd19ieQAAAAAG", "AAAAAQAAABJBIHRlbmRlcidzIGNvdXJzZS4AAAAAAAAAAAAGQ291cnNlAAAAAAALAAAAK1VudGlsIHRoZW4gdGhlIHdpbm5lciBtYXkgYWNjZXB0OyAwIGJlZm9yZS4AAAAACWFjY2VwdF9ieQAAAAAAAAYAAAAbV2hlbiBpdCBhY2NlcHRlZDsgMCBiZWZvcmUuAAAAAAthY2NlcHRlZF9hdAAAAAAGAAAAIldob3NlIGF3YXJkIHRoZSBhcHByb3ZlciBhcHByb3ZlZC4AAAAAAAhhcHByb3ZlZAAAA+gAAAATAAAAJ1VudGlsIHRoZW4gdGhlIGJlc3QgYmlkIG1heSBiZSBhd2FyZGVkLgAAAAAIYXdhcmRfYnkAAAAGAAAANFdoZW4gaXQgd2FzIGRvbmUsIGNhbmNlbGxlZCBvciB0ZXJtaW5hdGVkOyAwIGJlZm9yZS4AAAAIZW5kZWRfYXQAAAAGAAAAKVdoYXQgdGhlIHdpbm5lciBpcyBwYWlkIGluIGFsbDsgMCBiZWZvcmUuAAAAAAAABXByaWNlAAAAAAAACwAAABJXaGF0IGJvbmRzIGFyZSBpbi4AAAAAAApzZXR0bGVtZW50AAAAAAATAAAAAAAAAAVzdGFnZQAAAAAAB9AAAAAFU3RhZ2UAAAAAAABsV2hlcmUgdGhlIGNvbW1pc3Npb25pbmcgdGVzdCB0aGF0IGlzIHJ1bm5pbmcsIG9yIHdhcyBwYXNzZWQsIHN0YXJ0czogdGhlIGVuZCBvZiB0aGUgbGFzdCBtZWFzdXJlZCBzdGF0ZW1lbnQuAAAACXRlc3RfZnJvbQAAAAAAA+gAAAAGAAAAJldoYXQgd2FzIG1lYXN1cmVkIGJ5IHRoZW4sIHdhdHQtaG91cnMuAAAAAAAMdGVzdF9mcm9tX3doAAAABgAAACtXaG8gd29uOyBmcm9tIGFjY2VwdGFuY2Ugb24gdGhlIGNvbnRyYWN0b3IuAAAAAAZ3aW5uZXIAAAAAA+gAAAAT", "AAAAAgAAABhXaGF0IHRoZSB3aW5uZXIgaXMgcGFpZC4AAAAAAAAAB1ByaWNpbmcAAAAAAgAAAAAAAAAOSXRzIG93biBwcmljZS4AAAAAAApGaXJzdFByaWNlAAAAAAAAAAAAWVRoZSBoaWdoZXN0IHByaWNlIHdpdGggd2hpY2ggaXQgd291bGQgc3RpbGwgaGF2ZSB3b247IHNlZSBbYGNyYXRlOjpzY29yZTo6c2Vjb25kX3ByaWNlYF0uAAAAAAAAB1ZpY2tyZXkA", "AAAAAgAAABdIb3cgZmFyIGEgbWlsZXN0b25lIGlzLgAAAAAAAAAACFByb2dyZXNzAAAABwAAAAAAAAAQTm8gZXZpZGVuY2UgeWV0LgAAAARPcGVuAAAAAAAAACRUaGUgY2VydGlmaWVyIGhhcyBldmlkZW5jZSB0byBqdWRnZS4AAAAJU3VibWl0dGVkAAAAAAAAAAAAAClUaGUgY2VydGlmaWVyIGZvdW5kIHRoZSBldmlkZW5jZSB3YW50aW5nLgAAAAAAAAhSZWplY3RlZAAAAAAAAAAgVG8gYmUgcGFpZCBmcm9tIGBwYXlhYmxlX2F0YCBvbi4AAAAJQ2VydGlmaWVkAAAAAAAAAAAAABpUaGUgYXJiaXRlciBoYXMgdG8gZGVjaWRlLgAAAAAACERpc3B1dGVkAAAAAAAAAAhTZXR0bGVkLgAAAARQYWlkAAAAAAAAAC5XaWxsIG5vdCBiZSBwYWlkOiB0aGUgY29udHJhY3Qgd2FzIHRlcm1pbmF0ZWQuAAAAAAAEVm9pZA==", "AAAAAgAAABVXaGF0IGJlY2FtZSBvZiBhIGJpZC4AAAAAAAAAAAAACFN0YW5kaW5nAAAAAwAAAAAAAABHSXRzIHByaWNlIGlzIG5vdCBrbm93bjsgZm9yZmVpdGVkIGlmIHRoYXQgaXMgc28gd2hlbiByZXZlYWxpbmcgaXMgb3Zlci4AAAAABlNlYWxlZAAAAAAAAAAAABNJdHMgcHJpY2UgaXMga25vd24uAAAAAAhSZXZlYWxlZAAAAAAAAAAaSXQgd29uIGFuZCBkaWQgbm90IGFjY2VwdC4AAAAAAAZXYWxrZWQAAA==", "AAAAAQAAAF9BIG1pbGVzdG9uZSBvZiBhIGNvbnRyYWN0LiBPbmUgbW9yZSB0aGFuIHRoZSB0ZXJtcyBoYXZlLCB0aGUgbGFzdCwgc3RhbmRzIGZvciB3aGF0IGlzIHdpdGhoZWxkLgAAAAAAAAAACU1pbGVzdG9uZQAAAAAAAAoAAABLV2hhdCBpdCBpcyBzdGlsbCB3b3J0aDogaXRzIHBhcnQgb2YgdGhlIHByaWNlLCBvciB3aGF0IHRoZSBhcmJpdGVyIGdyYW50ZWQuAAAAAAZhbW91bnQAAAAAAAsAAAA3VW50aWwgdGhlbiB0aGUgYXJiaXRlciBtYXkgZGVjaWRlOyAwIHdpdGhvdXQgYSBkaXNwdXRlLgAAAAAJZGVjaWRlX2J5AAAAAAAABgAAADpUaGUgcHJvZ3Jlc3MgdGhhdCB0aGUgZGlzcHV0ZSBzdG9wcGVkOyBgT3BlbmAgd2l0aG91dCBvbmUuAAAAAAALZGlzcHV0ZWRfYXQAAAAH0AAAAAhQcm9ncmVzcwAAADZXaG8gYnJvdWdodCBpdCBiZWZvcmUgdGhlIGFyYml0ZXI7IG9uY2UgYXQgbW9zdCwgZXZlci4AAAAAAAtkaXNwdXRlZF9ieQAAAAPoAAAAEwAAACtXaGVuIGV2aWRlbmNlIGlzIGR1ZTsgYSByZWplY3Rpb24gbW92ZXMgaXQuAAAAAAZkdWVfYXQAAAAAAAYAAAAYU0hBLTI1NiBvZiB0aGUgZXZpZGVuY2UuAAAACGV2aWRlbmNlAAAD6AAAA+4AAAAgAAAAMkZyb20gd2hlbiBvbiBpdCBpcyBwYWlkOyAwIGJlZm9yZSBpdCBpcyBjZXJ0aWZpZWQuAAAAAAAKcGF5YWJsZV9hdAAAAAAABgAAAAAAAAAIcHJvZ3Jlc3MAAAfQAAAACFByb2dyZXNzAAAAAAAAAApyZWplY3Rpb25zAAAAAAAEAAAAAAAAAAxzdWJtaXR0ZWRfYXQAAAAG", "AAAAAQAAADlBIHBhcnQgb2YgdGhlIHdvcmtzIHRoYXQgaXMgY2VydGlmaWVkIGFuZCBwYWlkIGJ5IGl0c2VsZi4AAAAAAAAAAAAADk1pbGVzdG9uZVRlcm1zAAAAAAAEAAAAKlNIQS0yNTYgb2YgdGhlIGRvY3VtZW50IHRoYXQgZGVzY3JpYmVzIGl0LgAAAAAAC2Rlc2NyaXB0aW9uAAAAA+4AAAAgAAAAM1NlY29uZHMgYWZ0ZXIgYWNjZXB0YW5jZSB1bnRpbCBpdHMgZXZpZGVuY2UgaXMgZHVlLgAAAAAIZHVlX3NlY3MAAAAGAAAAPVNIQS0yNTYgb2YgdGhlIGRvY3VtZW50IHRoYXQgc2F5cyB3aGljaCBldmlkZW5jZSBpcyByZXF1aXJlZC4AAAAAAAARcmVxdWlyZWRfZXZpZGVuY2UAAAAAAAPuAAAAIAAAAEJJdHMgc2hhcmUgb2YgdGhlIHByaWNlLCBiYXNpcyBwb2ludHM7IHRoZSBzaGFyZXMgYWRkIHVwIHRvIDEwLDAwMC4AAAAAAAlzaGFyZV9icHMAAAAAAAAE", "AAAABQAAACpUaGUgdGVzdCBpcyBwYXNzZWQgYW5kIHRoZSBzeXN0ZW0gaXMgbGl2ZS4AAAAAAAAAAAAETGl2ZQAAAAEAAAAEbGl2ZQAAAAMAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAAAAAAAC21lYXN1cmVkX3doAAAAAAYAAAAAAAAAAAAAAAt3aXRoaW5fc2VjcwAAAAAGAAAAAAAAAAI=", "AAAABQAAAExCaWRzIG1heSBiZSBjb21taXR0ZWQuIFRoZSB0ZXJtcyBzdGFuZCBpbiB0aGUgdHJhbnNhY3Rpb24gYW5kIHVuZGVyIGB0ZXJtc2AuAAAAAAAAAAZPcGVuZWQAAAAAAAEAAAAGb3BlbmVkAAAAAAAGAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAAAAAAAAdjZWlsaW5nAAAAAAsAAAAAAAAAAAAAAARib25kAAAACwAAAAAAAAAAAAAACWNvbW1pdF9ieQAAAAAAAAYAAAAAAAAAAAAAAAlyZXZlYWxfYnkAAAAAAAAGAAAAAAAAAAAAAAAOZG9jdW1lbnRzX2hhc2gAAAAAA+4AAAAgAAAAAAAAAAI=", "AAAABQAAAD1UaGUgZXZhbHVhdG9yIHNjb3JlZCB0aGUgcHJvcG9zYWxzLCBpbiB0aGUgb3JkZXIgb2YgdGhlIGJpZHMuAAAAAAAAAAAAAAZTY29yZWQAAAAAAAEAAAAGc2NvcmVkAAAAAAADAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAAAAAAAAlldmFsdWF0b3IAAAAAAAATAAAAAAAAAAAAAAALcXVhbGl0eV9icHMAAAAD6gAAAAQAAAAAAAAAAg==", "AAAABQAAAC5gYmlkZGVyYCB3b24gYW5kIG1heSBhY2NlcHQgdW50aWwgYGFjY2VwdF9ieWAuAAAAAAAAAAAAB0F3YXJkZWQAAAAAAQAAAAdhd2FyZGVkAAAAAAUAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAAAAAAABmJpZGRlcgAAAAAAEwAAAAEAAAAAAAAAA2JpZAAAAAALAAAAAAAAAAAAAAAFcHJpY2UAAAAAAAALAAAAAAAAAAAAAAAJYWNjZXB0X2J5AAAAAAAABgAAAAAAAAAC", "AAAABQAAADhUaGVyZSBpcyBhIGNvbnRyYWN0OyB0aGUgbWlsZXN0b25lcycgcGFydHMgb2YgdGhlIHByaWNlLgAAAAAAAAAIQWNjZXB0ZWQAAAABAAAACGFjY2VwdGVkAAAABAAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAQAAAAAAAAAKY29udHJhY3RvcgAAAAAAEwAAAAEAAAAAAAAABXByaWNlAAAAAAAACwAAAAAAAAAAAAAACm1pbGVzdG9uZXMAAAAAA+oAAAALAAAAAAAAAAI=", "AAAABQAAADBTb21lYm9keSBicm91Z2h0IGEgbWlsZXN0b25lIGJlZm9yZSB0aGUgYXJiaXRlci4AAAAAAAAACERpc3B1dGVkAAAAAQAAAAhkaXNwdXRlZAAAAAUAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAAAAAAACW1pbGVzdG9uZQAAAAAAAAQAAAABAAAAAAAAAAJieQAAAAAAEwAAAAAAAAAAAAAABnJlYXNvbgAAAAAD7gAAACAAAAAAAAAAAAAAAAlkZWNpZGVfYnkAAAAAAAAGAAAAAAAAAAI=", "AAAABQAAABdBIGJpZCdzIHByaWNlIGlzIGtub3duLgAAAAAAAAAACFJldmVhbGVkAAAAAQAAAAhyZXZlYWxlZAAAAAMAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAAAAAAABmJpZGRlcgAAAAAAEwAAAAEAAAAAAAAABmFtb3VudAAAAAAACwAAAAAAAAAC", "AAAABQAAAGlObyBjb250cmFjdCBjb21lcyBvZiBpdC4gYHJlYXNvbmAgaXMgdGhlIFNIQS0yNTYgb2YgdGhlIHB1Ymxpc2hlZCBkZWNpc2lvbjsgYE5vbmVgIHdoZW4gdGhlIHRpbWUgcmFuIG91dC4AAAAAAAAAAAAACUNhbmNlbGxlZAAAAAAAAAEAAAAJY2FuY2VsbGVkAAAAAAAAAgAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAQAAAAAAAAAGcmVhc29uAAAAAAPoAAAD7gAAACAAAAAAAAAAAg==", "AAAABQAAAClUaGUgY2VydGlmaWVyIGZvdW5kIGEgbWlsZXN0b25lIGNvbXBsZXRlLgAAAAAAAAAAAAAJQ2VydGlmaWVkAAAAAAAAAQAAAAljZXJ0aWZpZWQAAAAAAAAFAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAAAAAAAAltaWxlc3RvbmUAAAAAAAAEAAAAAQAAAAAAAAAJY2VydGlmaWVyAAAAAAAAEwAAAAAAAAAAAAAACGV2aWRlbmNlAAAD7gAAACAAAAAAAAAAAAAAAApwYXlhYmxlX2F0AAAAAAAGAAAAAAAAAAI=", "AAAABQAAAC9gYmlkZGVyYCBjb21taXR0ZWQgYSBiaWQgYW5kIHB1dCBkb3duIHRoZSBib25kLgAAAAAAAAAACUNvbW1pdHRlZAAAAAAAAAEAAAAJY29tbWl0dGVkAAAAAAAABQAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAQAAAAAAAAAGYmlkZGVyAAAAAAATAAAAAQAAAAAAAAAKY29tbWl0bWVudAAAAAAD7gAAACAAAAAAAAAAAAAAAAhwcm9wb3NhbAAAA+4AAAAgAAAAAAAAAAAAAAAEYm9uZAAAAAsAAAAAAAAAAg==", "AAAABQAAAEtFdmVyeSBtaWxlc3RvbmUgaXMgc2V0dGxlZDsgd2hhdCB3YXMgd2l0aGhlbGQgaXMgcGF5YWJsZSBhdCBgcmV0ZW50aW9uX2F0YC4AAAAAAAAAAAlDb21wbGV0ZWQAAAAAAAABAAAACWNvbXBsZXRlZAAAAAAAAAMAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAAAAAAACHJldGFpbmVkAAAACwAAAAAAAAAAAAAADHJldGVudGlvbl9hdAAAAAYAAAAAAAAAAg==", "AAAABQAAABtgYmlkZGVyYCB0b29rIHRoZSBiaWQgYmFjay4AAAAAAAAAAAlXaXRoZHJhd24AAAAAAAABAAAACXdpdGhkcmF3bgAAAAAAAAMAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAAAAAAABmJpZGRlcgAAAAAAEwAAAAEAAAAAAAAABGJvbmQAAAALAAAAAAAAAAI=", "AAAABQAAAE5UaGUgd2lubmVyIGRpZCBub3QgYWNjZXB0LiBJdHMgYm9uZCBpcyBmb3JmZWl0ZWQgdW5sZXNzIHRoZSBtb25leSB3YXMgbWlzc2luZy4AAAAAAAAAAAALQXdhcmRMYXBzZWQAAAAAAQAAAAxhd2FyZF9sYXBzZWQAAAADAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAAAAAAAAZiaWRkZXIAAAAAABMAAAABAAAAAAAAAAlmb3JmZWl0ZWQAAAAAAAABAAAAAAAAAAI=", "AAAABQAAADlBIGNvbW1pc3Npb25pbmcgdGVzdCBiZWdhbjsgd2hhdCB0aGUgbWV0ZXJzIHNhaWQgYnkgdGhlbi4AAAAAAAAAAAAAC1Rlc3RTdGFydGVkAAAAAAEAAAAMdGVzdF9zdGFydGVkAAAAAwAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAQAAAAAAAAAEZnJvbQAAAAYAAAAAAAAAAAAAAAdmcm9tX3doAAAAAAYAAAAAAAAAAg==", "AAAABQAAAB9BIGJvbmQgd2VudCBiYWNrIHRvIHRoZSBiaWRkZXIuAAAAAAAAAAAMQm9uZFJldHVybmVkAAAAAQAAAA1ib25kX3JldHVybmVkAAAAAAAAAwAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAQAAAAAAAAAGYmlkZGVyAAAAAAATAAAAAQAAAAAAAAAGYW1vdW50AAAAAAALAAAAAAAAAAI=", "AAAABQAAAGVBIGRpc3B1dGUgaXMgb3ZlcjogdGhlIG1pbGVzdG9uZSBpcyB3b3J0aCBgYW1vdW50YC4gV2l0aG91dCBhbiBhcmJpdGVyJ3Mgd29yZCB0aGUgY2VydGlmaWVyJ3Mgc3RhbmRzLgAAAAAAAAAAAAAMRGlzcHV0ZUVuZGVkAAAAAQAAAA1kaXNwdXRlX2VuZGVkAAAAAAAABQAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAQAAAAAAAAAJbWlsZXN0b25lAAAAAAAABAAAAAEAAAAAAAAAB2FyYml0ZXIAAAAD6AAAABMAAAAAAAAAAAAAAAdwYXlhYmxlAAAAAAEAAAAAAAAAAAAAAAZhbW91bnQAAAAAAAsAAAAAAAAAAg==", "AAAABQAAADBUaGUgYXBwcm92ZXIgYXBwcm92ZWQgdGhlIGF3YXJkIHRvIHRoZSBiZXN0IGJpZC4AAAAAAAAADUF3YXJkQXBwcm92ZWQAAAAAAAABAAAADmF3YXJkX2FwcHJvdmVkAAAAAAADAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAAAAAAAAZiaWRkZXIAAAAAABMAAAABAAAAAAAAAAhhcHByb3ZlcgAAABMAAAAAAAAAAg==", "AAAABQAAACNBIGJvbmQgd2VudCB0byB3aG9tIHRoZSB0ZXJtcyBuYW1lLgAAAAAAAAAADUJvbmRGb3JmZWl0ZWQAAAAAAAABAAAADmJvbmRfZm9yZmVpdGVkAAAAAAAEAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAAAAAAAAZiaWRkZXIAAAAAABMAAAABAAAAAAAAAAJ0bwAAAAAAEwAAAAAAAAAAAAAABmFtb3VudAAAAAAACwAAAAAAAAAC", "AAAABQAAAHJBIG1pbGVzdG9uZSB3YXMgcGFpZC4gYGdyb3NzYCBpcyB3aGF0IGl0IHdhcyB3b3J0aDsgYGdyb3NzIC0gbmV0YCBpcyB3aXRoaGVsZCwgb3IgbG9zdCBieSBhIHRlcm1pbmF0ZWQgY29udHJhY3Rvci4AAAAAAAAAAAANTWlsZXN0b25lUGFpZAAAAAAAAAEAAAAObWlsZXN0b25lX3BhaWQAAAAAAAUAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAAAAAAACW1pbGVzdG9uZQAAAAAAAAQAAAABAAAAAAAAAApjb250cmFjdG9yAAAAAAATAAAAAAAAAAAAAAAFZ3Jvc3MAAAAAAAALAAAAAAAAAAAAAAADbmV0AAAAAAsAAAAAAAAAAg==", "AAAABQAAAClUaGUgY2VydGlmaWVyIGZvdW5kIHRoZSBldmlkZW5jZSB3YW50aW5nLgAAAAAAAAAAAAAQRXZpZGVuY2VSZWplY3RlZAAAAAEAAAARZXZpZGVuY2VfcmVqZWN0ZWQAAAAAAAAFAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAAAAAAAAltaWxlc3RvbmUAAAAAAAAEAAAAAQAAAAAAAAAJY2VydGlmaWVyAAAAAAAAEwAAAAAAAAAAAAAABnJlYXNvbgAAAAAD7gAAACAAAAAAAAAAAAAAAAZkdWVfYXQAAAAAAAYAAAAAAAAAAg==", "AAAABQAAACJUaGUgY29udHJhY3RvciBoYW5kZWQgaW4gZXZpZGVuY2UuAAAAAAAAAAAAEUV2aWRlbmNlU3VibWl0dGVkAAAAAAAAAQAAABJldmlkZW5jZV9zdWJtaXR0ZWQAAAAAAAMAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAAAAAAACW1pbGVzdG9uZQAAAAAAAAQAAAABAAAAAAAAAAhldmlkZW5jZQAAA+4AAAAgAAAAAAAAAAI=", "AAAABQAAAEdUaGUgY29udHJhY3RvciBmYWlsZWQuIGBmcmVlZGAgb2YgdGhlIHByaWNlIGlzIGZyZWUgZm9yIGFub3RoZXIgdGVuZGVyLgAAAAAAAAAAEkNvbnRyYWN0VGVybWluYXRlZAAAAAAAAQAAABNjb250cmFjdF90ZXJtaW5hdGVkAAAAAAQAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAAAAAAACmNvbnRyYWN0b3IAAAAAABMAAAAAAAAAAAAAAAZyZWFzb24AAAAAA+4AAAAgAAAAAAAAAAAAAAAFZnJlZWQAAAAAAAALAAAAAAAAAAI=", "AAAAAAAAALRUaGUgYmVzdCBiaWQncyBiaWRkZXIgYW5kIHRoZSBwcmljZSBpdCB3b3VsZCBiZSBhd2FyZGVkIGF0LCBhcyBmYXIgYXMgcHJpY2VzIGFyZSBrbm93bi4KCiMgRXJyb3JzCiogW2BUZW5kZXJFcnJvcjo6VW5rbm93blRlbmRlcmBdLCBbYFRlbmRlckVycm9yOjpOb3RCZXN0YF0gLSBXaGVuIG5vIGJpZCBpcyB2YWxpZC4AAAAEYmVzdAAAAAEAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAPpAAAD7QAAAAIAAAATAAAACwAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAADJBIHRlbmRlcidzIGJpZHMgaW4gdGhlIG9yZGVyIG9mIHRoZWlyIGNvbW1pdG1lbnRzLgAAAAAABGJpZHMAAAABAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAD6gAAB9AAAAADQmlkAA==", "AAAAAAAAAkdPcGVucyBhIHRlbmRlciBhbmQgcmV0dXJucyBpdHMgbnVtYmVyLCBmcm9tIDEgb24uIE9uZSBydW5zIGF0IGEgdGltZTsgYW5vdGhlciBtYXkgZm9sbG93IG9uZSB0aGF0IHdhcyBjYW5jZWxsZWQKb3IgdGVybWluYXRlZC4gVGhlIGFkbWluaXN0cmF0b3Igc2lnbnMuIE5vdCB3aGlsZSBwYXVzZWQuCgojIEVycm9ycwoqIFtgVGVuZGVyRXJyb3I6OlBhdXNlZGBdLCBbYFRlbmRlckVycm9yOjpSb2xlc05vdEFwYXJ0YF0sIFtgVGVuZGVyRXJyb3I6OkJhZFRlcm1zYF0sIFtgVGVuZGVyRXJyb3I6OkJhZFRpbWVzYF0KKiBbYFRlbmRlckVycm9yOjpUZW5kZXJSdW5uaW5nYF0sIFtgVGVuZGVyRXJyb3I6OlRvb01hbnlUZW5kZXJzYF0KKiBbYFRlbmRlckVycm9yOjpOb3RXb3Jrc2BdIC0gV2hlbiB0aGUgb2ZmZXJpbmcncyB3b3JrcyBpcyBub3QgdGhpcyBjb250cmFjdC4KKiBbYFRlbmRlckVycm9yOjpPdmVyQnVkZ2V0YF0gLSBXaGVuIHRoZSBjZWlsaW5nIGV4Y2VlZHMgdGhlIGNvbnN0cnVjdGlvbiBtb25leSB0aGF0IG5vIGNvbnRyYWN0IGhhcyBjbGFpbWVkLgoKIyBFdmVudHMKKiBbYGNyYXRlOjpldmVudHM6Ok9wZW5lZGBdAAAAAARvcGVuAAAAAQAAAAAAAAAFdGVybXMAAAAAAAfQAAAABVRlcm1zAAAAAAAAAQAAA+kAAAAEAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAABFXaG8gaG9sZHMgYSByb2xlLgAAAAAAAARyb2xlAAAAAQAAAAAAAAAEcm9sZQAAABEAAAABAAAD6AAAABM=", "AAAAAAAAAb1Bd2FyZHMgdG8gdGhlIGJlc3QgYmlkLCB3aGljaCB0aGUgYXBwcm92ZXIgYXBwcm92ZWQsIGFuZCB0byBubyBvdGhlci4gVGhlIGFkbWluaXN0cmF0b3Igc2lnbnMuIFJldHVybnMgdGhlIHByaWNlLgoKIyBFcnJvcnMKKiBbYFRlbmRlckVycm9yOjpSb2xlc05vdEFwYXJ0YF0sIFtgVGVuZGVyRXJyb3I6OlVua25vd25UZW5kZXJgXSwgW2BUZW5kZXJFcnJvcjo6V3JvbmdTdGFnZWBdCiogW2BUZW5kZXJFcnJvcjo6VG9vU29vbmBdLCBbYFRlbmRlckVycm9yOjpUb29MYXRlYF0sIFtgVGVuZGVyRXJyb3I6Ok5vdEJlc3RgXSwgW2BUZW5kZXJFcnJvcjo6Tm90QXBwcm92ZWRgXQoqIFtgVGVuZGVyRXJyb3I6Ok92ZXJCdWRnZXRgXSAtIFdoZW4gdGhlIGNvbnN0cnVjdGlvbiBtb25leSBpcyBubyBsb25nZXIgdGhlcmUuCgojIEV2ZW50cwoqIFtgY3JhdGU6OmV2ZW50czo6QXdhcmRlZGBdAAAAAAAABWF3YXJkAAAAAAAAAQAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAQAAA+kAAAALAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAAD9TdG9wcyBuZXcgYnVzaW5lc3MuIEFkbWluaXN0cmF0b3IsIHRydXN0ZWUgb3IgYSBndWFyZGlhbiBzaWducy4AAAAABXBhdXNlAAAAAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAC1RlbmRlckVycm9yAA==", "AAAAAAAAAbxTY29yZXMgYWxsIHByb3Bvc2FscyBhdCBvbmNlLCBpbiB0aGUgb3JkZXIgb2YgdGhlIGJpZHMsIDAgdG8gMTAsMDAwIGVhY2g7IGZyb20gYGNvbW1pdF9ieWAgdG8gYHNjb3JlX2J5YCwgYW5kIHNvCmJlZm9yZSBhbnkgcHJpY2UgaXMga25vd24uIEFnYWluIHJlcGxhY2VzIGl0LiBXaXRob3V0IHNjb3JlcyBxdWFsaXR5IGNvdW50cyBmb3Igbm9ib2R5LiBUaGUgZXZhbHVhdG9yIHNpZ25zLgoKIyBFcnJvcnMKKiBbYFRlbmRlckVycm9yOjpSb2xlc05vdEFwYXJ0YF0sIFtgVGVuZGVyRXJyb3I6OlVua25vd25UZW5kZXJgXSwgW2BUZW5kZXJFcnJvcjo6V3JvbmdTdGFnZWBdCiogW2BUZW5kZXJFcnJvcjo6VG9vU29vbmBdLCBbYFRlbmRlckVycm9yOjpUb29MYXRlYF0sIFtgVGVuZGVyRXJyb3I6OkJhZFNjb3Jlc2BdCgojIEV2ZW50cwoqIFtgY3JhdGU6OmV2ZW50czo6U2NvcmVkYF0AAAAFc2NvcmUAAAAAAAACAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAAAAAAAC3F1YWxpdHlfYnBzAAAAA+oAAAAEAAAAAQAAA+kAAAACAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAABpXaGF0IGlzIGZpeGVkIG9mIGEgdGVuZGVyLgAAAAAABXRlcm1zAAAAAAAAAQAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAQAAA+kAAAfQAAAABVRlcm1zAAAAAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAARpNYWtlcyB0aGUgYXdhcmQgYSBjb250cmFjdC4gVGhlIHdpbm5lciBzaWducywgdW50aWwgYGFjY2VwdF9ieWAuCgojIEVycm9ycwoqIFtgVGVuZGVyRXJyb3I6OlVua25vd25UZW5kZXJgXSwgW2BUZW5kZXJFcnJvcjo6V3JvbmdTdGFnZWBdLCBbYFRlbmRlckVycm9yOjpUb29MYXRlYF0KKiBbYFRlbmRlckVycm9yOjpPdmVyQnVkZ2V0YF0gLSBXaGVuIHRoZSBjb25zdHJ1Y3Rpb24gbW9uZXkgaXMgbm8gbG9uZ2VyIHRoZXJlLgoKIyBFdmVudHMKKiBbYGNyYXRlOjpldmVudHM6OkFjY2VwdGVkYF0AAAAAAAZhY2NlcHQAAAAAAAEAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAPpAAAAAgAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAAORFbmRzIGFuIG9wZW4gdGVuZGVyIHdpdGhvdXQgYSBjb250cmFjdDsgYHJlYXNvbmAgaXMgdGhlIFNIQS0yNTYgb2YgdGhlIHB1Ymxpc2hlZCBkZWNpc2lvbi4gVGhlIGFkbWluaXN0cmF0b3IKc2lnbnMuCgojIEVycm9ycwoqIFtgVGVuZGVyRXJyb3I6OlVua25vd25UZW5kZXJgXSwgW2BUZW5kZXJFcnJvcjo6V3JvbmdTdGFnZWBdCgojIEV2ZW50cwoqIFtgY3JhdGU6OmV2ZW50czo6Q2FuY2VsbGVkYF0AAAAGY2FuY2VsAAAAAAACAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAAAAAAABnJlYXNvbgAAAAAD7gAAACAAAAABAAAD6QAAAAIAAAfQAAAAC1RlbmRlckVycm9yAA==", "AAAAAAAAAgVUYWtlcyBhIHNlYWxlZCBiaWQgYW5kIGl0cyBib25kLCB1bnRpbCBgY29tbWl0X2J5YC4gU2VlIFtgY3JhdGU6OmNvbW1pdG1lbnRgXSBmb3IgdGhlIGhhc2guIFRoZSBiaWRkZXIgc2lnbnMuIE5vdAp3aGlsZSBwYXVzZWQuCgojIEVycm9ycwoqIFtgVGVuZGVyRXJyb3I6OlBhdXNlZGBdLCBbYFRlbmRlckVycm9yOjpVbmtub3duVGVuZGVyYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nU3RhZ2VgXSwgW2BUZW5kZXJFcnJvcjo6VG9vTGF0ZWBdCiogW2BUZW5kZXJFcnJvcjo6QmlkZGVyTm90RWxpZ2libGVgXSAtIFdoZW4gdGhlIGJpZGRlciBob2xkcyBhIHJvbGUsIG9yIHJlY2VpdmVzIGZvcmZlaXRlZCBib25kcy4KKiBbYFRlbmRlckVycm9yOjpBbHJlYWR5QmlkYF0sIFtgVGVuZGVyRXJyb3I6OlRvb01hbnlCaWRzYF0KKiBbYFRlbmRlckVycm9yOjpUcmFuc2ZlclJlZnVzZWRgXSAtIFdoZW4gdGhlIGJvbmQgY2Fubm90IGJlIHRha2VuLgoKIyBFdmVudHMKKiBbYGNyYXRlOjpldmVudHM6OkNvbW1pdHRlZGBdAAAAAAAABmNvbW1pdAAAAAAABAAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAAAAAAZiaWRkZXIAAAAAABMAAAAAAAAACmNvbW1pdG1lbnQAAAAAA+4AAAAgAAAAAAAAAAhwcm9wb3NhbAAAA+4AAAAgAAAAAQAAA+kAAAACAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAAXBHcmFudHMgYSBmcmFjdGlvbiBvZiBhIGRpc3B1dGVkIG1pbGVzdG9uZSwgZm9yIGdvb2Q7IHRoZSByZXN0IGlzIG9mZiB0aGUgcHJpY2UuIFRoZSBhcmJpdGVyIHNpZ25zLgoKIyBFcnJvcnMKKiBbYFRlbmRlckVycm9yOjpVbmtub3duVGVuZGVyYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nU3RhZ2VgXSwgW2BUZW5kZXJFcnJvcjo6Um9sZXNOb3RBcGFydGBdCiogW2BUZW5kZXJFcnJvcjo6VW5rbm93bk1pbGVzdG9uZWBdLCBbYFRlbmRlckVycm9yOjpXcm9uZ1Byb2dyZXNzYF0sIFtgVGVuZGVyRXJyb3I6OlRvb0xhdGVgXQoqIFtgVGVuZGVyRXJyb3I6OkJhZFNoYXJlYF0KCiMgRXZlbnRzCiogW2BjcmF0ZTo6ZXZlbnRzOjpEaXNwdXRlRW5kZWRgXQAAAAZkZWNpZGUAAAAAAAMAAAAAAAAABnRlbmRlcgAAAAAABAAAAAAAAAAJbWlsZXN0b25lAAAAAAAABAAAAAAAAAAHcGF5X2JwcwAAAAAEAAAAAQAAA+kAAAACAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAARhFbmRzIGFuIG9wZW4gdGVuZGVyIHRoYXQgaGFzIG5vIHZhbGlkIGJpZCBhZnRlciBgcmV2ZWFsX2J5YCwgb3Igbm8gYXdhcmQgYnkgYGF3YXJkX2J5YC4gQW55b25lIG1heSBjYWxsIGl0LgoKIyBFcnJvcnMKKiBbYFRlbmRlckVycm9yOjpVbmtub3duVGVuZGVyYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nU3RhZ2VgXSwgW2BUZW5kZXJFcnJvcjo6VG9vU29vbmBdCiogW2BUZW5kZXJFcnJvcjo6U3RpbGxBd2FyZGFibGVgXQoKIyBFdmVudHMKKiBbYGNyYXRlOjpldmVudHM6OkNhbmNlbGxlZGBdAAAABmV4cGlyZQAAAAAAAQAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAQAAA+kAAAACAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAACBXaGV0aGVyIG5ldyBidXNpbmVzcyBpcyBzdG9wcGVkLgAAAAZwYXVzZWQAAAAAAAAAAAABAAAAAQ==", "AAAAAAAAAN5TZW5kcyB0aGUgZXZpZGVuY2UgbmFtZWQgYmFjazsgdGhlIGNvbnRyYWN0b3IgaGFzIGF0IGxlYXN0IGBvYmplY3Rpb25fc2Vjc2AgdG8gbWVuZCBpdCBvciB0byBnbyB0byB0aGUgYXJiaXRlciwKdGhyZWUgdGltZXMuIFRoZSBjZXJ0aWZpZXIgc2lnbnMuCgojIEVycm9ycwoqIEFzIG9mIGBjZXJ0aWZ5YC4KCiMgRXZlbnRzCiogW2BjcmF0ZTo6ZXZlbnRzOjpFdmlkZW5jZVJlamVjdGVkYF0AAAAAAAZyZWplY3QAAAAAAAQAAAAAAAAABnRlbmRlcgAAAAAABAAAAAAAAAAJbWlsZXN0b25lAAAAAAAABAAAAAAAAAAIZXZpZGVuY2UAAAPuAAAAIAAAAAAAAAAGcmVhc29uAAAAAAPuAAAAIAAAAAEAAAPpAAAAAgAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAAiFNYWtlcyBhIGJpZCdzIHByaWNlIGtub3duLCBmcm9tIGBzY29yZV9ieWAgdG8gYHJldmVhbF9ieWAuIEEgYmlkIHRoYXQgaXMgbm90IHJldmVhbGVkLCBvciB3aG9zZSBwcmljZSBpcyBhYm92ZQp0aGUgY2VpbGluZyBhbmQgc28gY2Fubm90IGJlLCBmb3JmZWl0cyBpdHMgYm9uZC4gQW55b25lIHdobyBrbm93cyBwcmljZSBhbmQgc2FsdCBtYXkgY2FsbCBpdCBmb3IgdGhlIGJpZGRlci4KCiMgRXJyb3JzCiogW2BUZW5kZXJFcnJvcjo6VW5rbm93blRlbmRlcmBdLCBbYFRlbmRlckVycm9yOjpXcm9uZ1N0YWdlYF0sIFtgVGVuZGVyRXJyb3I6OlRvb1Nvb25gXSwgW2BUZW5kZXJFcnJvcjo6VG9vTGF0ZWBdCiogW2BUZW5kZXJFcnJvcjo6VW5rbm93bkJpZGBdLCBbYFRlbmRlckVycm9yOjpBbHJlYWR5UmV2ZWFsZWRgXSwgW2BUZW5kZXJFcnJvcjo6QmFkUHJpY2VgXQoqIFtgVGVuZGVyRXJyb3I6Oldyb25nUmV2ZWFsYF0gLSBXaGVuIHRoZXkgZG8gbm90IG9wZW4gdGhlIGNvbW1pdG1lbnQuCgojIEV2ZW50cwoqIFtgY3JhdGU6OmV2ZW50czo6UmV2ZWFsZWRgXQAAAAAAAAZyZXZlYWwAAAAAAAQAAAAAAAAABnRlbmRlcgAAAAAABAAAAAAAAAAGYmlkZGVyAAAAAAATAAAAAAAAAAZhbW91bnQAAAAAAAsAAAAAAAAABHNhbHQAAAPuAAAAIAAAAAEAAAPpAAAAAgAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAABJBIHRlbmRlcidzIGNvdXJzZS4AAAAAAAZ0ZW5kZXIAAAAAAAEAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAPpAAAH0AAAAAZDb3Vyc2UAAAAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAAWtBcHByb3ZlcyB0aGUgYXdhcmQgdG8gdGhlIGJlc3QgYmlkLCBmcm9tIGByZXZlYWxfYnlgIHRvIGBhd2FyZF9ieWAuIFRoZSBhcHByb3ZlciBzaWducy4KCiMgRXJyb3JzCiogW2BUZW5kZXJFcnJvcjo6Um9sZXNOb3RBcGFydGBdLCBbYFRlbmRlckVycm9yOjpVbmtub3duVGVuZGVyYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nU3RhZ2VgXQoqIFtgVGVuZGVyRXJyb3I6OlRvb1Nvb25gXSwgW2BUZW5kZXJFcnJvcjo6VG9vTGF0ZWBdCiogW2BUZW5kZXJFcnJvcjo6Tm90QmVzdGBdIC0gV2hlbiBpdCBpcyBub3QgdGhlIGJlc3QsIG9yIG5vIGJpZCBpcyB2YWxpZC4KCiMgRXZlbnRzCiogW2BjcmF0ZTo6ZXZlbnRzOjpBd2FyZEFwcHJvdmVkYF0AAAAAB2FwcHJvdmUAAAAAAgAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAAAAAAZiaWRkZXIAAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAC1RlbmRlckVycm9yAA==", "AAAAAAAAAZtDZXJ0aWZpZXMgYSBtaWxlc3RvbmUgb24gdGhlIGV2aWRlbmNlIG5hbWVkOyBpdCBpcyBwYXlhYmxlIGFmdGVyIGBvYmplY3Rpb25fc2Vjc2AuIFRoZSBjZXJ0aWZpZXIgc2lnbnMuCgojIEVycm9ycwoqIFtgVGVuZGVyRXJyb3I6OlVua25vd25UZW5kZXJgXSwgW2BUZW5kZXJFcnJvcjo6V3JvbmdTdGFnZWBdCiogW2BUZW5kZXJFcnJvcjo6Um9sZXNOb3RBcGFydGBdIC0gV2hlbiB0aGUgY2VydGlmaWVyIGlzIHRoZSBjb250cmFjdG9yIG9yIGhvbGRzIGFub3RoZXIgcm9sZS4KKiBbYFRlbmRlckVycm9yOjpVbmtub3duTWlsZXN0b25lYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nUHJvZ3Jlc3NgXSwgW2BUZW5kZXJFcnJvcjo6T3RoZXJFdmlkZW5jZWBdCgojIEV2ZW50cwoqIFtgY3JhdGU6OmV2ZW50czo6Q2VydGlmaWVkYF0AAAAAB2NlcnRpZnkAAAAAAwAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAAAAAAltaWxlc3RvbmUAAAAAAAAEAAAAAAAAAAhldmlkZW5jZQAAA+4AAAAgAAAAAQAAA+kAAAACAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAAdRCcmluZ3MgYSBtaWxlc3RvbmUsIG9yIHdoYXQgaXMgd2l0aGhlbGQsIGJlZm9yZSB0aGUgYXJiaXRlciwgb25jZTsgYHJlYXNvbmAgaXMgdGhlIFNIQS0yNTYgb2YgYSBzdGF0ZW1lbnQuCkFkbWluaXN0cmF0b3IsIGNlcnRpZmllciBvciBjb250cmFjdG9yIHNpZ25zLiBXaGF0IGlzIGNlcnRpZmllZCBvbmx5IHVudGlsIGl0IGlzIHBheWFibGUuCgojIEVycm9ycwoqIFtgVGVuZGVyRXJyb3I6OlVua25vd25UZW5kZXJgXSwgW2BUZW5kZXJFcnJvcjo6V3JvbmdTdGFnZWBdLCBbYFRlbmRlckVycm9yOjpOb3RQZXJtaXR0ZWRgXQoqIFtgVGVuZGVyRXJyb3I6OlVua25vd25NaWxlc3RvbmVgXSwgW2BUZW5kZXJFcnJvcjo6V3JvbmdQcm9ncmVzc2BdLCBbYFRlbmRlckVycm9yOjpBbHJlYWR5RGlzcHV0ZWRgXQoqIFtgVGVuZGVyRXJyb3I6OlRvb0xhdGVgXQoKIyBFdmVudHMKKiBbYGNyYXRlOjpldmVudHM6OkRpc3B1dGVkYF0AAAAHZGlzcHV0ZQAAAAAEAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAAAAAAAA3dobwAAAAATAAAAAAAAAAltaWxlc3RvbmUAAAAAAAAEAAAAAAAAAAZyZWFzb24AAAAAA+4AAAAgAAAAAQAAA+kAAAACAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAABpXaGVuIHRoZSBzeXN0ZW0gd2VudCBsaXZlLgAAAAAAB2xpdmVfYXQAAAAAAAAAAAEAAAPoAAAABg==", "AAAAAAAAAFhCcmluZ3Mgd2hhdCB0aGUgcHJldmlvdXMgYnVpbGQgc3RvcmVkIHRvIHRoZSBmb3JtIG9mIHRoaXMgb25lLCBvbmNlLiBBbnlvbmUgbWF5IGNhbGwgaXQuAAAAB21pZ3JhdGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAAghQYXlzIGEgY2VydGlmaWVkIG1pbGVzdG9uZSwgbGVzcyB3aGF0IGlzIHdpdGhoZWxkOyBpbmRleCBgbWlsZXN0b25lc2Agb2YgdGhlIHRlcm1zIHN0YW5kcyBmb3Igd2hhdCB3YXMgd2l0aGhlbGQuClRoZSBsYXN0IG1pbGVzdG9uZSBvbmx5IHdoZW4gdGhlIHN5c3RlbSBpcyBsaXZlLiBBbnlvbmUgbWF5IGNhbGwgaXQuIFJldHVybnMgd2hhdCB3YXMgcGFpZC4KCiMgRXJyb3JzCiogW2BUZW5kZXJFcnJvcjo6VW5rbm93blRlbmRlcmBdLCBbYFRlbmRlckVycm9yOjpXcm9uZ1N0YWdlYF0KKiBbYFRlbmRlckVycm9yOjpVbmtub3duTWlsZXN0b25lYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nUHJvZ3Jlc3NgXSwgW2BUZW5kZXJFcnJvcjo6VG9vU29vbmBdCiogW2BUZW5kZXJFcnJvcjo6Tm90TGl2ZWBdLCBbYFRlbmRlckVycm9yOjpEaXNidXJzZVJlZnVzZWRgXQoKIyBFdmVudHMKKiBbYGNyYXRlOjpldmVudHM6Ok1pbGVzdG9uZVBhaWRgXSwgW2BjcmF0ZTo6ZXZlbnRzOjpDb21wbGV0ZWRgXSB3aXRoIHRoZSBsYXN0AAAAB3JlbGVhc2UAAAAAAgAAAAAAAAAGdGVuZGVyAAAAAAAEAAAAAAAAAAltaWxlc3RvbmUAAAAAAAAEAAAAAQAAA+kAAAALAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAADRIb3cgbWFueSB0ZW5kZXJzIHdlcmUgb3BlbmVkOyB0aGUgbGFzdCBvbmUncyBudW1iZXIuAAAAB3RlbmRlcnMAAAAAAAAAAAEAAAAE", "AAAAAAAAAERMZXRzIG5ldyBidXNpbmVzcyBnbyBvbi4gQWRtaW5pc3RyYXRvciwgdHJ1c3RlZSBvciBhIGd1YXJkaWFuIHNpZ25zLgAAAAd1bnBhdXNlAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAAEtJbnN0YWxscyB0aGUgYW5ub3VuY2VkIGNvZGUgb25jZSBpdHMgZGVsYXkgcGFzc2VkLiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAB3VwZ3JhZGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAABpUaGUgdmVyc2lvbiBvZiB0aGlzIGJ1aWxkLgAAAAAAB3ZlcnNpb24AAAAAAAAAAAEAAAAE", "AAAAAAAAACpUaGUgb2ZmZXJpbmcgd2hvc2Ugd29ya3MgdGhpcyBjb250cmFjdCBpcy4AAAAAAAhvZmZlcmluZwAAAAAAAAABAAAAEw==", "AAAAAAAAASpUYWtlcyBhIGJpZCBiYWNrIHdpdGggaXRzIGJvbmQsIHVudGlsIGB3aXRoZHJhd19ieWA7IGl0cyBwbGFjZSBpcyBmcmVlIGFnYWluLiBUaGUgYmlkZGVyIHNpZ25zLgoKIyBFcnJvcnMKKiBbYFRlbmRlckVycm9yOjpVbmtub3duVGVuZGVyYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nU3RhZ2VgXSwgW2BUZW5kZXJFcnJvcjo6VG9vTGF0ZWBdCiogW2BUZW5kZXJFcnJvcjo6VW5rbm93bkJpZGBdLCBbYFRlbmRlckVycm9yOjpUcmFuc2ZlclJlZnVzZWRgXQoKIyBFdmVudHMKKiBbYGNyYXRlOjpldmVudHM6OldpdGhkcmF3bmBdAAAAAAAId2l0aGRyYXcAAAACAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAAAAAAABmJpZGRlcgAAAAAAEwAAAAEAAAPpAAAAAgAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAADtDb25zdHJ1Y3Rpb24gbW9uZXkgdGhhdCBjb250cmFjdHMgbWF5IHN0aWxsIGNsYWltLCBzdHJvb3BzLgAAAAAJY29tbWl0dGVkAAAAAAAAAAAAAAEAAAAL", "AAAAAAAAAaZFbmRzIHRoZSBjb250cmFjdCBvZiBhIGNvbnRyYWN0b3IgdGhhdCBpcyBsYXRlOyByZXR1cm5zIHdoYXQgb2YgdGhlIHByaWNlIGlzIGZyZWUgZm9yIGFub3RoZXIgdGVuZGVyLgpBZG1pbmlzdHJhdG9yIGFuZCBhcHByb3ZlciBzaWduLgoKIyBFcnJvcnMKKiBbYFRlbmRlckVycm9yOjpVbmtub3duVGVuZGVyYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nU3RhZ2VgXSwgW2BUZW5kZXJFcnJvcjo6Um9sZXNOb3RBcGFydGBdCiogW2BUZW5kZXJFcnJvcjo6Tm90SW5EZWZhdWx0YF0gLSBXaGVuIG5vIGV2aWRlbmNlIGFuZCBubyB0ZXN0IGlzIG92ZXJkdWUuCgojIEV2ZW50cwoqIFtgY3JhdGU6OmV2ZW50czo6Q29udHJhY3RUZXJtaW5hdGVkYF0sIFtgY3JhdGU6OmV2ZW50czo6RGlzcHV0ZWRgXSBmb3IgZXZpZGVuY2UgdGhhdCB3YXMgaW4gdGltZQAAAAAACXRlcm1pbmF0ZQAAAAAAAAIAAAAAAAAABnRlbmRlcgAAAAAABAAAAAAAAAAGcmVhc29uAAAAAAPuAAAAIAAAAAEAAAPpAAAACwAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAADxCb25kcyBoZWxkLCBzdHJvb3BzOiB0aGUgc3VtIG9mIHdoYXQgaXMgbGVmdCBvZiBldmVyeSBiaWQncy4AAAAKYm9uZHNfaGVsZAAAAAAAAAAAAAEAAAAL", "AAAAAAAAAWNQYXNzZXMgdGhlIHRlc3Qgd2hlbiB0aGUgZW5lcmd5IGFza2VkIGZvciB3YXMgbWVhc3VyZWQgd2l0aGluIHRoZSB3aW5kb3c7IHRoZSBvZmZlcmluZyBnb2VzIGxpdmUsIG9uY2UuIEFueW9uZQptYXkgY2FsbCBpdC4KCiMgRXJyb3JzCiogW2BUZW5kZXJFcnJvcjo6VW5rbm93blRlbmRlcmBdLCBbYFRlbmRlckVycm9yOjpXcm9uZ1N0YWdlYF0KKiBbYFRlbmRlckVycm9yOjpOb1Rlc3ROZWVkZWRgXSwgW2BUZW5kZXJFcnJvcjo6Tm9UZXN0YF0sIFtgVGVuZGVyRXJyb3I6Ok5vdEVub3VnaEVuZXJneWBdCiogW2BUZW5kZXJFcnJvcjo6R29MaXZlUmVmdXNlZGBdCgojIEV2ZW50cwoqIFtgY3JhdGU6OmV2ZW50czo6TGl2ZWBdAAAAAApjb21taXNzaW9uAAAAAAABAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAD6QAAAAIAAAfQAAAAC1RlbmRlckVycm9yAA==", "AAAAAAAAAD1BZG1pbmlzdHJhdG9yLCB0cnVzdGVlLCBhbmQgdGhlIGRlbGF5IG9mIHVwZ3JhZGVzIGluIHNlY29uZHMuAAAAAAAACmdvdmVybmFuY2UAAAAAAAAAAAABAAAH0AAAAApHb3Zlcm5hbmNlAAA=", "AAAAAAAAADRBIGNvbnRyYWN0J3MgbWlsZXN0b25lcyBhbmQsIGxhc3QsIHdoYXQgaXMgd2l0aGhlbGQuAAAACm1pbGVzdG9uZXMAAAAAAAEAAAAAAAAABnRlbmRlcgAAAAAABAAAAAEAAAPqAAAH0AAAAAlNaWxlc3RvbmUAAAA=", "AAAAAAAAALdPZmZlcnMgYSByb2xlIHRvIHNvbWVib2R5LCB3aG8gaGFzIHRvIGFjY2VwdCBpdC4gSXRzIGhvbGRlciBzaWduczsgb3IgYWRtaW5pc3RyYXRvciBvciB0cnVzdGVlLCBhbmQgdGhlbiBpdCBtYXkKYmUgYWNjZXB0ZWQgb25seSBhZnRlciB0aGUgdXBncmFkZSBkZWxheSwgYW5kIHRoZSBob2xkZXIgbWF5IGNhbmNlbCBpdC4AAAAACm9mZmVyX3JvbGUAAAAAAAMAAAAAAAAAA3dobwAAAAATAAAAAAAAAARyb2xlAAAAEQAAAAAAAAACdG8AAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAC1RlbmRlckVycm9yAA==", "AAAAAAAAABlUaGUgb3BlbiBvZmZlciBvZiBhIHJvbGUuAAAAAAAACnJvbGVfb2ZmZXIAAAAAAAEAAAAAAAAABHJvbGUAAAARAAAAAQAAA+gAAAfQAAAACVJvbGVPZmZlcgAAAA==", "AAAAAAAAACxUYWtlcyBvdmVyIGEgcm9sZS4gV2hvIHdhcyBvZmZlcmVkIGl0IHNpZ25zLgAAAAthY2NlcHRfcm9sZQAAAAABAAAAAAAAAARyb2xlAAAAEQAAAAEAAAPpAAAAAgAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAAOtFbmRzIGFuIGF3YXJkIHRoYXQgd2FzIG5vdCBhY2NlcHRlZCBpbiB0aW1lOyB0aGUgbmV4dCBiZXN0IG1heSBiZSBhd2FyZGVkLiBBbnlvbmUgbWF5IGNhbGwgaXQuCgojIEVycm9ycwoqIFtgVGVuZGVyRXJyb3I6OlVua25vd25UZW5kZXJgXSwgW2BUZW5kZXJFcnJvcjo6V3JvbmdTdGFnZWBdLCBbYFRlbmRlckVycm9yOjpUb29Tb29uYF0KCiMgRXZlbnRzCiogW2BjcmF0ZTo6ZXZlbnRzOjpBd2FyZExhcHNlZGBdAAAAAAtsYXBzZV9hd2FyZAAAAAABAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAD6QAAAAIAAAfQAAAAC1RlbmRlckVycm9yAA==", "AAAAAAAAAYdQYXlzIG9uZSBib25kIHRoYXQgaXMgbm8gbG9uZ2VyIG5lZWRlZCwgdG8gaXRzIGJpZGRlciBvciwgd2hlbiBpdCBpcyBmb3JmZWl0ZWQsIHRvIHdob20gdGhlIHRlcm1zIG5hbWU7IHJldHVybnMKaXQuIEFueW9uZSBtYXkgY2FsbCBpdC4KCiMgRXJyb3JzCiogW2BUZW5kZXJFcnJvcjo6VW5rbm93blRlbmRlcmBdLCBbYFRlbmRlckVycm9yOjpVbmtub3duQmlkYF0KKiBbYFRlbmRlckVycm9yOjpOb0JvbmREdWVgXSAtIFdoZW4gaXQgaXMgc3RpbGwgbmVlZGVkLCBvciB3YXMgcGFpZC4KKiBbYFRlbmRlckVycm9yOjpUcmFuc2ZlclJlZnVzZWRgXQoKIyBFdmVudHMKKiBbYGNyYXRlOjpldmVudHM6OkJvbmRSZXR1cm5lZGBdIG9yIFtgY3JhdGU6OmV2ZW50czo6Qm9uZEZvcmZlaXRlZGBdAAAAAAtzZXR0bGVfYm9uZAAAAAACAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAAAAAAABmJpZGRlcgAAAAAAEwAAAAEAAAPpAAAACwAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAANtGaXhlcyB0aGUgb2ZmZXJpbmcsIHdob3NlIGB3b3Jrc2AgdGhpcyBjb250cmFjdCBpcyB0byBiZSwgYW5kIHdobyBkb2VzIHdoYXQuIFRoZSBhZG1pbmlzdHJhdG9yIGlzIHRoZSBpc3N1ZXIuCgojIEVycm9ycwoqIFtgVGVuZGVyRXJyb3I6OkJhZEdvdmVybmFuY2VgXQoqIFtgVGVuZGVyRXJyb3I6OlJvbGVzTm90QXBhcnRgXSAtIFdoZW4gdHdvIHJvbGVzIGFyZSBpbiBvbmUgaGFuZC4AAAAADV9fY29uc3RydWN0b3IAAAAAAAADAAAAAAAAAApnb3Zlcm5hbmNlAAAAAAfQAAAACkdvdmVybmFuY2UAAAAAAAAAAAAIb2ZmZXJpbmcAAAATAAAAAAAAAAVyb2xlcwAAAAAAB9AAAAAFUm9sZXMAAAAAAAABAAAD6QAAAAIAAAfQAAAAC1RlbmRlckVycm9yAA==", "AAAAAAAAATpFbmRzIGEgZGlzcHV0ZSB0aGF0IHRoZSBhcmJpdGVyIGRpZCBub3QgZGVjaWRlIGluIHRpbWU6IHRoZSBjZXJ0aWZpZXIncyB3b3JkIHN0YW5kcy4gQW55b25lIG1heSBjYWxsIGl0LgoKIyBFcnJvcnMKKiBbYFRlbmRlckVycm9yOjpVbmtub3duVGVuZGVyYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nU3RhZ2VgXQoqIFtgVGVuZGVyRXJyb3I6OlVua25vd25NaWxlc3RvbmVgXSwgW2BUZW5kZXJFcnJvcjo6V3JvbmdQcm9ncmVzc2BdLCBbYFRlbmRlckVycm9yOjpUb29Tb29uYF0KCiMgRXZlbnRzCiogW2BjcmF0ZTo6ZXZlbnRzOjpEaXNwdXRlRW5kZWRgXQAAAAAADWxhcHNlX2Rpc3B1dGUAAAAAAAACAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAAAAAAACW1pbGVzdG9uZQAAAAAAAAQAAAABAAAD6QAAAAIAAAfQAAAAC1RlbmRlckVycm9yAA==", "AAAAAAAAADlEcm9wcyB0aGUgYW5ub3VuY2VkIGNvZGUuIEFkbWluaXN0cmF0b3Igb3IgdHJ1c3RlZSBzaWducy4AAAAAAAAOY2FuY2VsX3VwZ3JhZGUAAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAABNUaGUgYW5ub3VuY2VkIGNvZGUuAAAAAA9wZW5kaW5nX3VwZ3JhZGUAAAAAAAAAAAEAAAPoAAAH0AAAAA5QZW5kaW5nVXBncmFkZQAA", "AAAAAAAAAFpBbm5vdW5jZXMgbmV3IGNvZGUgYnkgaXRzIGhhc2g7IGEgbGF0ZXIgYW5ub3VuY2VtZW50IHJlcGxhY2VzIGl0LiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAAA9wcm9wb3NlX3VwZ3JhZGUAAAAAAQAAAAAAAAAJd2FzbV9oYXNoAAAAAAAD7gAAACAAAAAA", "AAAAAAAAAR1IYW5kcyBpbiBldmlkZW5jZSBvZiBhIG1pbGVzdG9uZTsgYWdhaW4gdW50aWwgaXQgaXMgY2VydGlmaWVkIG9yIGRpc3B1dGVkLiBUaGUgY29udHJhY3RvciBzaWducy4KCiMgRXJyb3JzCiogW2BUZW5kZXJFcnJvcjo6VW5rbm93blRlbmRlcmBdLCBbYFRlbmRlckVycm9yOjpXcm9uZ1N0YWdlYF0KKiBbYFRlbmRlckVycm9yOjpVbmtub3duTWlsZXN0b25lYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nUHJvZ3Jlc3NgXQoKIyBFdmVudHMKKiBbYGNyYXRlOjpldmVudHM6OkV2aWRlbmNlU3VibWl0dGVkYF0AAAAAAAAPc3VibWl0X2V2aWRlbmNlAAAAAAMAAAAAAAAABnRlbmRlcgAAAAAABAAAAAAAAAAJbWlsZXN0b25lAAAAAAAABAAAAAAAAAAIZXZpZGVuY2UAAAPuAAAAIAAAAAEAAAPpAAAAAgAAB9AAAAALVGVuZGVyRXJyb3IA", "AAAAAAAAAD5XaXRoZHJhd3MgYW4gb2ZmZXIuIFRoZSByb2xlJ3MgaG9sZGVyIG9yIHdobyBvZmZlcmVkIGl0IHNpZ25zLgAAAAAAEWNhbmNlbF9yb2xlX29mZmVyAAAAAAAAAgAAAAAAAAADd2hvAAAAABMAAAAAAAAABHJvbGUAAAARAAAAAQAAA+kAAAACAAAH0AAAAAtUZW5kZXJFcnJvcgA=", "AAAAAAAAAQdTdGFydHMgdGhlIGNvbW1pc3Npb25pbmcgdGVzdCwgb3IgYW5vdGhlciBhZnRlciBvbmUgdGhhdCBmYWlsZWQuIFRoZSBjb250cmFjdG9yIHNpZ25zLgoKIyBFcnJvcnMKKiBbYFRlbmRlckVycm9yOjpVbmtub3duVGVuZGVyYF0sIFtgVGVuZGVyRXJyb3I6Oldyb25nU3RhZ2VgXQoqIFtgVGVuZGVyRXJyb3I6Ok5vVGVzdE5lZWRlZGBdLCBbYFRlbmRlckVycm9yOjpUZXN0UnVubmluZ2BdCgojIEV2ZW50cwoqIFtgY3JhdGU6OmV2ZW50czo6VGVzdFN0YXJ0ZWRgXQAAAAATc3RhcnRfY29tbWlzc2lvbmluZwAAAAABAAAAAAAAAAZ0ZW5kZXIAAAAAAAQAAAABAAAD6QAAAAIAAAfQAAAAC1RlbmRlckVycm9yAA==", "AAAAAQAAABBBIHJvbGUgb24gb2ZmZXIuAAAAAAAAAAlSb2xlT2ZmZXIAAAAAAAADAAAAD1dobyBvZmZlcmVkIGl0LgAAAAACYnkAAAAAABMAAABORnJvbSB3aGVuIG9uIGl0IG1heSBiZSBhY2NlcHRlZCwgVW5peCBzZWNvbmRzOyAzMCBkYXlzIGxhdGVyIHRoZSBvZmZlciBsYXBzZXMuAAAAAAAIcmVhZHlfYXQAAAAGAAAAEldobyBtYXkgYWNjZXB0IGl0LgAAAAAAAnRvAAAAAAAT", "AAAAAQAAAC9XaGF0IHRoZSBjb25zdHJ1Y3RvciBvZiBldmVyeSBjb250cmFjdCBpcyB0b2xkLgAAAAAAAAAACkdvdmVybmFuY2UAAAAAAAMAAAA0QW5ub3VuY2VzIHVwZ3JhZGVzIGFuZCBydW5zIHRoZSBjb250cmFjdCdzIHNldHRpbmdzLgAAAAVhZG1pbgAAAAAAABMAAAAuU3RhbmRzIGZvciB0aGUgYm9uZGhvbGRlcnM7IGNhbiB2ZXRvIHVwZ3JhZGVzLgAAAAAAB3RydXN0ZWUAAAAAEwAAAF1TZWNvbmRzIGZvciB3aGljaCBhbiB1cGdyYWRlLCBhbmQgYSByb2xlIG9mZmVyZWQgZm9yIGl0cyBob2xkZXIsIHdhaXRzOiAzMCBkYXlzIHRvIHR3byB5ZWFycy4AAAAAAAANdXBncmFkZV9kZWxheQAAAAAAAAY=", "AAAABQAAABtgd2hvYCBzdG9wcGVkIG5ldyBidXNpbmVzcy4AAAAAAAAAAAZQYXVzZWQAAAAAAAEAAAAGcGF1c2VkAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAAC", "AAAABQAAAClUaGUgc3RvcmFnZSBoYXMgdGhlIGZvcm0gb2YgdmVyc2lvbiBgdG9gLgAAAAAAAAAAAAAITWlncmF0ZWQAAAABAAAACG1pZ3JhdGVkAAAAAgAAAAAAAAAEZnJvbQAAAAQAAAAAAAAAAAAAAAJ0bwAAAAAABAAAAAAAAAAC", "AAAABQAAAB1gd2hvYCBsZXQgbmV3IGJ1c2luZXNzIGdvIG9uLgAAAAAAAAAAAAAIVW5wYXVzZWQAAAABAAAACHVucGF1c2VkAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAAAg==", "AAAABQAAACRUaGUgYW5ub3VuY2VkIGNvZGUgcnVucyBmcm9tIG5vdyBvbi4AAAAAAAAACFVwZ3JhZGVkAAAAAQAAAAh1cGdyYWRlZAAAAAEAAAAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAgAAAAAQAAAAI=", "AAAABQAAAFFgYnlgIG9mZmVyZWQgYSByb2xlIHRvIGB0b2AsIHdobyBtYXkgYWNjZXB0IGl0IGZyb20gYHJlYWR5X2F0YCBvbiAoVW5peCBzZWNvbmRzKS4AAAAAAAAAAAAAC1JvbGVPZmZlcmVkAAAAAAEAAAAMcm9sZV9vZmZlcmVkAAAABAAAAAAAAAAEcm9sZQAAABEAAAABAAAAAAAAAAJ0bwAAAAAAEwAAAAAAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAAAAAAIcmVhZHlfYXQAAAAGAAAAAAAAAAI=", "AAAABQAAAChgaG9sZGVyYCB0b29rIG92ZXIgYSByb2xlIGZyb20gYGZvcm1lcmAuAAAAAAAAAAxSb2xlQWNjZXB0ZWQAAAABAAAADXJvbGVfYWNjZXB0ZWQAAAAAAAADAAAAAAAAAARyb2xlAAAAEQAAAAEAAAAAAAAABmhvbGRlcgAAAAAAEwAAAAAAAAAAAAAABmZvcm1lcgAAAAAAEwAAAAAAAAAC", "AAAABQAAAGxUaGUgYWRtaW5pc3RyYXRvciBhbm5vdW5jZWQgbmV3IGNvZGUsIHdoaWNoIG1heSBiZSBpbnN0YWxsZWQgZnJvbSBgcmVhZHlfYXRgIHRvIGBleHBpcmVzX2F0YCAoVW5peCBzZWNvbmRzKS4AAAAAAAAAD1VwZ3JhZGVQcm9wb3NlZAAAAAABAAAAEHVwZ3JhZGVfcHJvcG9zZWQAAAADAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAACHJlYWR5X2F0AAAABgAAAAAAAAAAAAAACmV4cGlyZXNfYXQAAAAAAAYAAAAAAAAAAg==", "AAAABQAAACBgYnlgIGRyb3BwZWQgdGhlIGFubm91bmNlZCBjb2RlLgAAAAAAAAAQVXBncmFkZUNhbmNlbGxlZAAAAAEAAAARdXBncmFkZV9jYW5jZWxsZWQAAAAAAAACAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAI=", "AAAABQAAACJgYnlgIHdpdGhkcmV3IHRoZSBvZmZlciBvZiBhIHJvbGUuAAAAAAAAAAAAElJvbGVPZmZlckNhbmNlbGxlZAAAAAAAAQAAABRyb2xlX29mZmVyX2NhbmNlbGxlZAAAAAIAAAAAAAAABHJvbGUAAAARAAAAAQAAAAAAAAACYnkAAAAAABMAAAAAAAAAAg==", "AAAAAQAAADFDb2RlIHRoYXQgd2FzIGFubm91bmNlZCBhbmQgaXMgbm90IGluc3RhbGxlZCB5ZXQuAAAAAAAAAAAAAA5QZW5kaW5nVXBncmFkZQAAAAAAAwAAADtBZnRlciB3aGljaCBpdCBtYXkgbm90IGJlIGluc3RhbGxlZCBhbnkgbW9yZSwgVW5peCBzZWNvbmRzLgAAAAAKZXhwaXJlc19hdAAAAAAABgAAAC9Gcm9tIHdoZW4gb24gaXQgbWF5IGJlIGluc3RhbGxlZCwgVW5peCBzZWNvbmRzLgAAAAAIcmVhZHlfYXQAAAAGAAAAKkhhc2ggb2YgdGhlIGNvZGUsIHdoaWNoIGlzIHVwbG9hZGVkIGFwYXJ0LgAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAg"]),
      options
    );
  }

   static override deploy<T = Client>(args: { governance: Governance; offering: string | Address; roles: Roles }, options: MethodOptions & Omit<ContractClientOptions, 'contractId'> & { salt?: Uint8Array; address?: string; } & ({ wasmHash: Uint8Array | string; format?: "hex" | "base64"; externalRef?: never; } | { externalRef: ExternalExecutableRef; wasmHash?: never; format?: never; })): Promise<AssembledTransaction<T>> {
    return ContractClient.deploy(args, options);
  }
  public readonly fromJson = {
    best : this.txFromJson<Result<[string, bigint], TenderError>>,  bids : this.txFromJson<Array<Bid>>,  open : this.txFromJson<Result<number, TenderError>>,  role : this.txFromJson<string | null>,  award : this.txFromJson<Result<bigint, TenderError>>,  pause : this.txFromJson<Result<null, TenderError>>,  score : this.txFromJson<Result<null, TenderError>>,  terms : this.txFromJson<Result<Terms, TenderError>>,  accept : this.txFromJson<Result<null, TenderError>>,  cancel : this.txFromJson<Result<null, TenderError>>,  commit : this.txFromJson<Result<null, TenderError>>,  decide : this.txFromJson<Result<null, TenderError>>,  expire : this.txFromJson<Result<null, TenderError>>,  paused : this.txFromJson<boolean>,  reject : this.txFromJson<Result<null, TenderError>>,  reveal : this.txFromJson<Result<null, TenderError>>,  tender : this.txFromJson<Result<Course, TenderError>>,  approve : this.txFromJson<Result<null, TenderError>>,  certify : this.txFromJson<Result<null, TenderError>>,  dispute : this.txFromJson<Result<null, TenderError>>,  live_at : this.txFromJson<bigint | null>,  migrate : this.txFromJson<Result<null, TenderError>>,  release : this.txFromJson<Result<bigint, TenderError>>,  tenders : this.txFromJson<number>,  unpause : this.txFromJson<Result<null, TenderError>>,  upgrade : this.txFromJson<Result<null, TenderError>>,  version : this.txFromJson<number>,  offering : this.txFromJson<string>,  withdraw : this.txFromJson<Result<null, TenderError>>,  committed : this.txFromJson<bigint>,  terminate : this.txFromJson<Result<bigint, TenderError>>,  bonds_held : this.txFromJson<bigint>,  commission : this.txFromJson<Result<null, TenderError>>,  governance : this.txFromJson<Governance>,  milestones : this.txFromJson<Array<Milestone>>,  offer_role : this.txFromJson<Result<null, TenderError>>,  role_offer : this.txFromJson<RoleOffer | null>,  accept_role : this.txFromJson<Result<null, TenderError>>,  lapse_award : this.txFromJson<Result<null, TenderError>>,  settle_bond : this.txFromJson<Result<bigint, TenderError>>,  lapse_dispute : this.txFromJson<Result<null, TenderError>>,  cancel_upgrade : this.txFromJson<Result<null, TenderError>>,  pending_upgrade : this.txFromJson<PendingUpgrade | null>,  propose_upgrade : this.txFromJson<void>,  submit_evidence : this.txFromJson<Result<null, TenderError>>,  cancel_role_offer : this.txFromJson<Result<null, TenderError>>,  start_commissioning : this.txFromJson<Result<null, TenderError>>
  };

  /** @deprecated Use fromJson instead. */
  public readonly fromJSON = this.fromJson;

  /**
   * Parse a raw contract event (topics + data) into a typed {@link ContractEvent}.
   */
  parseEvent(topics: xdr.ScVal[] | string[], data: xdr.ScVal | string): ContractEvent | undefined {
    return this.spec.parseEvent(topics, data) as ContractEvent | undefined;
  }
  /**
   * Build a topics filter row for the "Live" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  liveEventFilter(topicValues?: { tender?: number }): string[] {
    return this.spec.eventTopicFilter("Live", topicValues);
  }
  /**
   * Build a topics filter row for the "Opened" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  openedEventFilter(topicValues?: { tender?: number }): string[] {
    return this.spec.eventTopicFilter("Opened", topicValues);
  }
  /**
   * Build a topics filter row for the "Scored" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  scoredEventFilter(topicValues?: { tender?: number }): string[] {
    return this.spec.eventTopicFilter("Scored", topicValues);
  }
  /**
   * Build a topics filter row for the "Awarded" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  awardedEventFilter(topicValues?: { tender?: number; bidder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Awarded", topicValues);
  }
  /**
   * Build a topics filter row for the "Accepted" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  acceptedEventFilter(topicValues?: { tender?: number; contractor?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Accepted", topicValues);
  }
  /**
   * Build a topics filter row for the "Disputed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  disputedEventFilter(topicValues?: { tender?: number; milestone?: number }): string[] {
    return this.spec.eventTopicFilter("Disputed", topicValues);
  }
  /**
   * Build a topics filter row for the "Revealed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  revealedEventFilter(topicValues?: { tender?: number; bidder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Revealed", topicValues);
  }
  /**
   * Build a topics filter row for the "Cancelled" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  cancelledEventFilter(topicValues?: { tender?: number }): string[] {
    return this.spec.eventTopicFilter("Cancelled", topicValues);
  }
  /**
   * Build a topics filter row for the "Certified" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  certifiedEventFilter(topicValues?: { tender?: number; milestone?: number }): string[] {
    return this.spec.eventTopicFilter("Certified", topicValues);
  }
  /**
   * Build a topics filter row for the "Committed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  committedEventFilter(topicValues?: { tender?: number; bidder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Committed", topicValues);
  }
  /**
   * Build a topics filter row for the "Completed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  completedEventFilter(topicValues?: { tender?: number }): string[] {
    return this.spec.eventTopicFilter("Completed", topicValues);
  }
  /**
   * Build a topics filter row for the "Withdrawn" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  withdrawnEventFilter(topicValues?: { tender?: number; bidder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Withdrawn", topicValues);
  }
  /**
   * Build a topics filter row for the "AwardLapsed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  awardLapsedEventFilter(topicValues?: { tender?: number; bidder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("AwardLapsed", topicValues);
  }
  /**
   * Build a topics filter row for the "TestStarted" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  testStartedEventFilter(topicValues?: { tender?: number }): string[] {
    return this.spec.eventTopicFilter("TestStarted", topicValues);
  }
  /**
   * Build a topics filter row for the "BondReturned" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  bondReturnedEventFilter(topicValues?: { tender?: number; bidder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("BondReturned", topicValues);
  }
  /**
   * Build a topics filter row for the "DisputeEnded" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  disputeEndedEventFilter(topicValues?: { tender?: number; milestone?: number }): string[] {
    return this.spec.eventTopicFilter("DisputeEnded", topicValues);
  }
  /**
   * Build a topics filter row for the "AwardApproved" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  awardApprovedEventFilter(topicValues?: { tender?: number; bidder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("AwardApproved", topicValues);
  }
  /**
   * Build a topics filter row for the "BondForfeited" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  bondForfeitedEventFilter(topicValues?: { tender?: number; bidder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("BondForfeited", topicValues);
  }
  /**
   * Build a topics filter row for the "MilestonePaid" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  milestonePaidEventFilter(topicValues?: { tender?: number; milestone?: number }): string[] {
    return this.spec.eventTopicFilter("MilestonePaid", topicValues);
  }
  /**
   * Build a topics filter row for the "EvidenceRejected" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  evidenceRejectedEventFilter(topicValues?: { tender?: number; milestone?: number }): string[] {
    return this.spec.eventTopicFilter("EvidenceRejected", topicValues);
  }
  /**
   * Build a topics filter row for the "EvidenceSubmitted" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  evidenceSubmittedEventFilter(topicValues?: { tender?: number; milestone?: number }): string[] {
    return this.spec.eventTopicFilter("EvidenceSubmitted", topicValues);
  }
  /**
   * Build a topics filter row for the "ContractTerminated" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  contractTerminatedEventFilter(topicValues?: { tender?: number }): string[] {
    return this.spec.eventTopicFilter("ContractTerminated", topicValues);
  }
  /**
   * Build a topics filter row for the "Paused" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  pausedEventFilter(topicValues?: { who?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Paused", topicValues);
  }
  /**
   * Build a topics filter row for the "Migrated" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  migratedEventFilter(): string[] {
    return this.spec.eventTopicFilter("Migrated");
  }
  /**
   * Build a topics filter row for the "Unpaused" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  unpausedEventFilter(topicValues?: { who?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Unpaused", topicValues);
  }
  /**
   * Build a topics filter row for the "Upgraded" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  upgradedEventFilter(topicValues?: { wasm_hash?: Uint8Array }): string[] {
    return this.spec.eventTopicFilter("Upgraded", topicValues);
  }
  /**
   * Build a topics filter row for the "RoleOffered" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  roleOfferedEventFilter(topicValues?: { role?: string }): string[] {
    return this.spec.eventTopicFilter("RoleOffered", topicValues);
  }
  /**
   * Build a topics filter row for the "RoleAccepted" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  roleAcceptedEventFilter(topicValues?: { role?: string }): string[] {
    return this.spec.eventTopicFilter("RoleAccepted", topicValues);
  }
  /**
   * Build a topics filter row for the "UpgradeProposed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  upgradeProposedEventFilter(topicValues?: { wasm_hash?: Uint8Array }): string[] {
    return this.spec.eventTopicFilter("UpgradeProposed", topicValues);
  }
  /**
   * Build a topics filter row for the "UpgradeCancelled" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  upgradeCancelledEventFilter(topicValues?: { wasm_hash?: Uint8Array }): string[] {
    return this.spec.eventTopicFilter("UpgradeCancelled", topicValues);
  }
  /**
   * Build a topics filter row for the "RoleOfferCancelled" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  roleOfferCancelledEventFilter(topicValues?: { role?: string }): string[] {
    return this.spec.eventTopicFilter("RoleOfferCancelled", topicValues);
  }
}