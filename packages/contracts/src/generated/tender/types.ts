// Generated from the contract by `npm run contracts:build`. Do not edit.

    /**
 * Codes are part of the public interface: never renumber, never reuse.
 */
export const TenderError = {
  /**
   * Anything starts at 5000. There is no tender with that number.
   */
  5000 : { message: "UnknownTender" },
  /**
   * The tender is in a stage in which this cannot be done.
   */
  5001 : { message: "WrongStage" },
  /**
   * The time for this has not come.
   */
  5002 : { message: "TooSoon" },
  /**
   * The time for this is over.
   */
  5003 : { message: "TooLate" },
  /**
   * The stablecoin transfer was refused: balance, trustline or authorization.
   */
  5004 : { message: "TransferRefused" },
  /**
   * Two of the roles that must be apart are in one hand, or the contractor holds one.
   */
  5005 : { message: "RolesNotApart" },
  /**
   * A product or a sum left `i128`.
   */
  5006 : { message: "Overflow" },
  /**
   * Opening starts at 5020. The amounts, weights or shares contradict each other or exceed their bounds.
   */
  5020 : { message: "BadTerms" },
  /**
   * The times do not follow each other or leave too little or too much time.
   */
  5021 : { message: "BadTimes" },
  /**
   * The ceiling exceeds the construction money that no contract has claimed.
   */
  5022 : { message: "OverBudget" },
  /**
   * A tender is still running, or its contract is complete.
   */
  5023 : { message: "TenderRunning" },
  /**
   * This contract is not the offering's works.
   */
  5024 : { message: "NotWorks" },
  /**
   * No more tenders.
   */
  5025 : { message: "TooManyTenders" },
  /**
   * Bidding starts at 5040. No more bids.
   */
  5040 : { message: "TooManyBids" },
  /**
   * The bidder has a bid.
   */
  5041 : { message: "AlreadyBid" },
  /**
   * The bidder has no bid.
   */
  5042 : { message: "UnknownBid" },
  /**
   * The amount and salt are not those of the commitment.
   */
  5043 : { message: "WrongReveal" },
  /**
   * The bid is revealed.
   */
  5044 : { message: "AlreadyRevealed" },
  /**
   * The price is not above 0, or is above the ceiling.
   */
  5045 : { message: "BadPrice" },
  /**
   * The scores are not one of 0 to 10,000 for each bid.
   */
  5046 : { message: "BadScores" },
  /**
   * The bidder is or works for who judges.
   */
  5047 : { message: "BidderNotEligible" },
  /**
   * Award starts at 5060. The bidder's bid is not the best.
   */
  5060 : { message: "NotBest" },
  /**
   * The approver has not approved the best bid.
   */
  5061 : { message: "NotApproved" },
  /**
   * There is a bid that could be awarded.
   */
  5062 : { message: "StillAwardable" },
  /**
   * There is no bond of that bidder to pay, or not yet.
   */
  5063 : { message: "NoBondDue" },
  /**
   * Governance starts at 5080. The role is not on offer, or the offer lapsed.
   */
  5080 : { message: "NoRoleOffer" },
  /**
   * New business is paused.
   */
  5081 : { message: "Paused" },
  /**
   * The caller may not pause or unpause.
   */
  5082 : { message: "NotGuardian" },
  /**
   * The contract has no such role.
   */
  5083 : { message: "UnknownRole" },
  /**
   * The caller may not do this.
   */
  5084 : { message: "NotPermitted" },
  /**
   * Somebody else's offer of the role is open.
   */
  5085 : { message: "OfferPending" },
  /**
   * The delay has not passed yet.
   */
  5086 : { message: "TooEarly" },
  /**
   * No upgrade is announced, or its time has passed.
   */
  5087 : { message: "NoUpgrade" },
  /**
   * The storage is as this build needs it.
   */
  5088 : { message: "NothingToMigrate" },
  /**
   * Administrator and trustee are two, and the upgrade delay is 30 days to two years.
   */
  5089 : { message: "BadGovernance" },
  /**
   * Works start at 5100. There is no milestone with that index.
   */
  5100 : { message: "UnknownMilestone" },
  /**
   * The milestone's progress does not allow this.
   */
  5101 : { message: "WrongProgress" },
  /**
   * The evidence named is not the one submitted.
   */
  5102 : { message: "OtherEvidence" },
  /**
   * The system is not live, and the last milestone is paid after that.
   */
  5103 : { message: "NotLive" },
  /**
   * The offering did not pay: no money, or the contractor's line is missing, full or frozen.
   */
  5104 : { message: "DisburseRefused" },
  /**
   * The milestone was disputed before.
   */
  5105 : { message: "AlreadyDisputed" },
  /**
   * The share is above 10,000 basis points.
   */
  5106 : { message: "BadShare" },
  /**
   * The contractor is late with nothing.
   */
  5107 : { message: "NotInDefault" },
  /**
   * Commissioning starts at 5120. The terms ask for no test, or it is passed.
   */
  5120 : { message: "NoTestNeeded" },
  /**
   * A test is running and can still succeed.
   */
  5121 : { message: "TestRunning" },
  /**
   * No test is running.
   */
  5122 : { message: "NoTest" },
  /**
   * Less energy was measured within the window than the terms ask for.
   */
  5123 : { message: "NotEnoughEnergy" },
  /**
   * The offering cannot go live.
   */
  5124 : { message: "GoLiveRefused" }
}
export type TenderError = (typeof TenderError)[keyof typeof TenderError];

/**
 * A bid.
 */
export interface Bid {
  /**
   * Its price; 0 until it is revealed.
   */
  amount: bigint;
  bidder: string;
  /**
   * What is held of its bond.
   */
  bond: bigint;
  /**
   * See [`crate::commitment`].
   */
  commitment: Uint8Array;
  /**
   * SHA-256 of the proposal that the evaluator scores.
   */
  proposal: Uint8Array;
  /**
   * The evaluator's score.
   */
  quality_bps: number;
  standing: Standing;
}

/**
 * Who does what besides administrator (the issuer) and trustee. All five and the trustee's veto are apart.
 */
export interface Roles {
  /**
   * Approves an award and a termination: the second pair of eyes.
   */
  approver: string;
  /**
   * Decides disputes.
   */
  arbiter: string;
  /**
   * Certifies milestones.
   */
  certifier: string;
  /**
   * Scores the proposals.
   */
  evaluator: string;
}

/**
 * Where a tender stands. While it is open, time says whether bids are committed, scored, revealed or awarded.
 */
 export type Stage =
  /**
   * Bids are committed, scored and revealed; the best can be awarded.
   */
  { tag: "Open"; values: void } |
  /**
   * The winner has to accept.
   */
  { tag: "Awarded"; values: void } |
  /**
   * There is a contract.
   */
  { tag: "Works"; values: void } |
  /**
   * Every milestone is settled and the system live.
   */
  { tag: "Done"; values: void } |
  /**
   * No contract came of it.
   */
  { tag: "Cancelled"; values: void } |
  /**
   * The contractor failed; what is left may be tendered again.
   */
  { tag: "Terminated"; values: void };

/**
 * What is fixed when a tender opens. Amounts are stroops of the offering's settlement asset, times Unix seconds.
 */
export interface Terms {
  /**
   * Seconds for the winner to accept.
   */
  accept_secs: bigint;
  /**
   * Seconds for the arbiter to decide.
   */
  arbiter_secs: bigint;
  /**
   * Seconds for an award, from `reveal_by` and again after a winner that did not accept.
   */
  award_secs: bigint;
  /**
   * What each bidder puts down; the winner's secures the works.
   */
  bond: bigint;
  /**
   * The highest price; at most the construction money that no contract has claimed.
   */
  ceiling: bigint;
  /**
   * Seconds after acceptance until the test must be passed.
   */
  commission_secs: bigint;
  /**
   * Until then bids are committed.
   */
  commit_by: bigint;
  /**
   * SHA-256 of the tender documents.
   */
  documents_hash: Uint8Array;
  /**
   * Who receives the bonds that are forfeited.
   */
  forfeits_to: string;
  /**
   * In the order of the works; the last is paid after commissioning.
   */
  milestones: Array<MilestoneTerms>;
  /**
   * Seconds between certification and payment in which it can be disputed; also what a rejection leaves at least.
   */
  objection_secs: bigint;
  /**
   * Above 0; both weights make 10,000 basis points.
   */
  price_weight_bps: number;
  pricing: Pricing;
  quality_weight_bps: number;
  /**
   * What the system must generate within the test, watt-hours; 0 only when the system is live.
   */
  required_wh: bigint;
  /**
   * Withheld from each milestone, basis points; at most 2,000.
   */
  retention_bps: number;
  /**
   * Seconds from completion until what was withheld is paid.
   */
  retention_secs: bigint;
  /**
   * Until then bids are revealed, from `score_by` on.
   */
  reveal_by: bigint;
  /**
   * Until then the evaluator scores. Equal to `commit_by` when quality has no weight.
   */
  score_by: bigint;
  /**
   * The longest metered time of the test, seconds.
   */
  window_secs: bigint;
  /**
   * Until then a bid may be withdrawn, so that its place is free again in time.
   */
  withdraw_by: bigint;
}

/**
 * A tender's course.
 */
export interface Course {
  /**
   * Until then the winner may accept; 0 before.
   */
  accept_by: bigint;
  /**
   * When it accepted; 0 before.
   */
  accepted_at: bigint;
  /**
   * Whose award the approver approved.
   */
  approved: string | null;
  /**
   * Until then the best bid may be awarded.
   */
  award_by: bigint;
  /**
   * When it was done, cancelled or terminated; 0 before.
   */
  ended_at: bigint;
  /**
   * What the winner is paid in all; 0 before.
   */
  price: bigint;
  /**
   * What bonds are in.
   */
  settlement: string;
  stage: Stage;
  /**
   * Where the commissioning test that is running, or was passed, starts: the end of the last measured statement.
   */
  test_from: bigint | null;
  /**
   * What was measured by then, watt-hours.
   */
  test_from_wh: bigint;
  /**
   * Who won; from acceptance on the contractor.
   */
  winner: string | null;
}

/**
 * What the winner is paid.
 */
 export type Pricing =
  /**
   * Its own price.
   */
  { tag: "FirstPrice"; values: void } |
  /**
   * The highest price with which it would still have won; see [`crate::score::second_price`].
   */
  { tag: "Vickrey"; values: void };

/**
 * How far a milestone is.
 */
 export type Progress =
  /**
   * No evidence yet.
   */
  { tag: "Open"; values: void } |
  /**
   * The certifier has evidence to judge.
   */
  { tag: "Submitted"; values: void } |
  /**
   * The certifier found the evidence wanting.
   */
  { tag: "Rejected"; values: void } |
  /**
   * To be paid from `payable_at` on.
   */
  { tag: "Certified"; values: void } |
  /**
   * The arbiter has to decide.
   */
  { tag: "Disputed"; values: void } |
  /**
   * Settled.
   */
  { tag: "Paid"; values: void } |
  /**
   * Will not be paid: the contract was terminated.
   */
  { tag: "Void"; values: void };

/**
 * What became of a bid.
 */
 export type Standing =
  /**
   * Its price is not known; forfeited if that is so when revealing is over.
   */
  { tag: "Sealed"; values: void } |
  /**
   * Its price is known.
   */
  { tag: "Revealed"; values: void } |
  /**
   * It won and did not accept.
   */
  { tag: "Walked"; values: void };

/**
 * A milestone of a contract. One more than the terms have, the last, stands for what is withheld.
 */
export interface Milestone {
  /**
   * What it is still worth: its part of the price, or what the arbiter granted.
   */
  amount: bigint;
  /**
   * Until then the arbiter may decide; 0 without a dispute.
   */
  decide_by: bigint;
  /**
   * The progress that the dispute stopped; `Open` without one.
   */
  disputed_at: Progress;
  /**
   * Who brought it before the arbiter; once at most, ever.
   */
  disputed_by: string | null;
  /**
   * When evidence is due; a rejection moves it.
   */
  due_at: bigint;
  /**
   * SHA-256 of the evidence.
   */
  evidence: Uint8Array | null;
  /**
   * From when on it is paid; 0 before it is certified.
   */
  payable_at: bigint;
  progress: Progress;
  rejections: number;
  submitted_at: bigint;
}

/**
 * A part of the works that is certified and paid by itself.
 */
export interface MilestoneTerms {
  /**
   * SHA-256 of the document that describes it.
   */
  description: Uint8Array;
  /**
   * Seconds after acceptance until its evidence is due.
   */
  due_secs: bigint;
  /**
   * SHA-256 of the document that says which evidence is required.
   */
  required_evidence: Uint8Array;
  /**
   * Its share of the price, basis points; the shares add up to 10,000.
   */
  share_bps: number;
}

/**
 * The test is passed and the system is live.
 */
export interface LiveEvent {
  name: "Live";
  data: {
    tender: number;
    measured_wh?: bigint;
    within_secs?: bigint;
  };
}

/**
 * Bids may be committed. The terms stand in the transaction and under `terms`.
 */
export interface OpenedEvent {
  name: "Opened";
  data: {
    tender: number;
    ceiling?: bigint;
    bond?: bigint;
    commit_by?: bigint;
    reveal_by?: bigint;
    documents_hash?: Uint8Array;
  };
}

/**
 * The evaluator scored the proposals, in the order of the bids.
 */
export interface ScoredEvent {
  name: "Scored";
  data: {
    tender: number;
    evaluator?: string;
    quality_bps?: Array<number>;
  };
}

/**
 * `bidder` won and may accept until `accept_by`.
 */
export interface AwardedEvent {
  name: "Awarded";
  data: {
    tender: number;
    bidder: string;
    bid?: bigint;
    price?: bigint;
    accept_by?: bigint;
  };
}

/**
 * There is a contract; the milestones' parts of the price.
 */
export interface AcceptedEvent {
  name: "Accepted";
  data: {
    tender: number;
    contractor: string;
    price?: bigint;
    milestones?: Array<bigint>;
  };
}

/**
 * Somebody brought a milestone before the arbiter.
 */
export interface DisputedEvent {
  name: "Disputed";
  data: {
    tender: number;
    milestone: number;
    by?: string;
    reason?: Uint8Array;
    decide_by?: bigint;
  };
}

/**
 * A bid's price is known.
 */
export interface RevealedEvent {
  name: "Revealed";
  data: {
    tender: number;
    bidder: string;
    amount?: bigint;
  };
}

/**
 * No contract comes of it. `reason` is the SHA-256 of the published decision; `None` when the time ran out.
 */
export interface CancelledEvent {
  name: "Cancelled";
  data: {
    tender: number;
    reason?: Uint8Array | null;
  };
}

/**
 * The certifier found a milestone complete.
 */
export interface CertifiedEvent {
  name: "Certified";
  data: {
    tender: number;
    milestone: number;
    certifier?: string;
    evidence?: Uint8Array;
    payable_at?: bigint;
  };
}

/**
 * `bidder` committed a bid and put down the bond.
 */
export interface CommittedEvent {
  name: "Committed";
  data: {
    tender: number;
    bidder: string;
    commitment?: Uint8Array;
    proposal?: Uint8Array;
    bond?: bigint;
  };
}

/**
 * Every milestone is settled; what was withheld is payable at `retention_at`.
 */
export interface CompletedEvent {
  name: "Completed";
  data: {
    tender: number;
    retained?: bigint;
    retention_at?: bigint;
  };
}

/**
 * `bidder` took the bid back.
 */
export interface WithdrawnEvent {
  name: "Withdrawn";
  data: {
    tender: number;
    bidder: string;
    bond?: bigint;
  };
}

/**
 * The winner did not accept. Its bond is forfeited unless the money was missing.
 */
export interface AwardLapsedEvent {
  name: "AwardLapsed";
  data: {
    tender: number;
    bidder: string;
    forfeited?: boolean;
  };
}

/**
 * A commissioning test began; what the meters said by then.
 */
export interface TestStartedEvent {
  name: "TestStarted";
  data: {
    tender: number;
    from?: bigint;
    from_wh?: bigint;
  };
}

/**
 * A bond went back to the bidder.
 */
export interface BondReturnedEvent {
  name: "BondReturned";
  data: {
    tender: number;
    bidder: string;
    amount?: bigint;
  };
}

/**
 * A dispute is over: the milestone is worth `amount`. Without an arbiter's word the certifier's stands.
 */
export interface DisputeEndedEvent {
  name: "DisputeEnded";
  data: {
    tender: number;
    milestone: number;
    arbiter?: string | null;
    payable?: boolean;
    amount?: bigint;
  };
}

/**
 * The approver approved the award to the best bid.
 */
export interface AwardApprovedEvent {
  name: "AwardApproved";
  data: {
    tender: number;
    bidder: string;
    approver?: string;
  };
}

/**
 * A bond went to whom the terms name.
 */
export interface BondForfeitedEvent {
  name: "BondForfeited";
  data: {
    tender: number;
    bidder: string;
    to?: string;
    amount?: bigint;
  };
}

/**
 * A milestone was paid. `gross` is what it was worth; `gross - net` is withheld, or lost by a terminated contractor.
 */
export interface MilestonePaidEvent {
  name: "MilestonePaid";
  data: {
    tender: number;
    milestone: number;
    contractor?: string;
    gross?: bigint;
    net?: bigint;
  };
}

/**
 * The certifier found the evidence wanting.
 */
export interface EvidenceRejectedEvent {
  name: "EvidenceRejected";
  data: {
    tender: number;
    milestone: number;
    certifier?: string;
    reason?: Uint8Array;
    due_at?: bigint;
  };
}

/**
 * The contractor handed in evidence.
 */
export interface EvidenceSubmittedEvent {
  name: "EvidenceSubmitted";
  data: {
    tender: number;
    milestone: number;
    evidence?: Uint8Array;
  };
}

/**
 * The contractor failed. `freed` of the price is free for another tender.
 */
export interface ContractTerminatedEvent {
  name: "ContractTerminated";
  data: {
    tender: number;
    contractor?: string;
    reason?: Uint8Array;
    freed?: bigint;
  };
}

/**
 * A role on offer.
 */
export interface RoleOffer {
  /**
   * Who offered it.
   */
  by: string;
  /**
   * From when on it may be accepted, Unix seconds; 30 days later the offer lapses.
   */
  ready_at: bigint;
  /**
   * Who may accept it.
   */
  to: string;
}

/**
 * What the constructor of every contract is told.
 */
export interface Governance {
  /**
   * Announces upgrades and runs the contract's settings.
   */
  admin: string;
  /**
   * Stands for the bondholders; can veto upgrades.
   */
  trustee: string;
  /**
   * Seconds for which an upgrade, and a role offered for its holder, waits: 30 days to two years.
   */
  upgrade_delay: bigint;
}

/**
 * `who` stopped new business.
 */
export interface PausedEvent {
  name: "Paused";
  data: {
    who: string;
  };
}

/**
 * The storage has the form of version `to`.
 */
export interface MigratedEvent {
  name: "Migrated";
  data: {
    from?: number;
    to?: number;
  };
}

/**
 * `who` let new business go on.
 */
export interface UnpausedEvent {
  name: "Unpaused";
  data: {
    who: string;
  };
}

/**
 * The announced code runs from now on.
 */
export interface UpgradedEvent {
  name: "Upgraded";
  data: {
    wasm_hash: Uint8Array;
  };
}

/**
 * `by` offered a role to `to`, who may accept it from `ready_at` on (Unix seconds).
 */
export interface RoleOfferedEvent {
  name: "RoleOffered";
  data: {
    role: string;
    to?: string;
    by?: string;
    ready_at?: bigint;
  };
}

/**
 * `holder` took over a role from `former`.
 */
export interface RoleAcceptedEvent {
  name: "RoleAccepted";
  data: {
    role: string;
    holder?: string;
    former?: string;
  };
}

/**
 * The administrator announced new code, which may be installed from `ready_at` to `expires_at` (Unix seconds).
 */
export interface UpgradeProposedEvent {
  name: "UpgradeProposed";
  data: {
    wasm_hash: Uint8Array;
    ready_at?: bigint;
    expires_at?: bigint;
  };
}

/**
 * `by` dropped the announced code.
 */
export interface UpgradeCancelledEvent {
  name: "UpgradeCancelled";
  data: {
    wasm_hash: Uint8Array;
    by?: string;
  };
}

/**
 * `by` withdrew the offer of a role.
 */
export interface RoleOfferCancelledEvent {
  name: "RoleOfferCancelled";
  data: {
    role: string;
    by?: string;
  };
}

/**
 * Code that was announced and is not installed yet.
 */
export interface PendingUpgrade {
  /**
   * After which it may not be installed any more, Unix seconds.
   */
  expires_at: bigint;
  /**
   * From when on it may be installed, Unix seconds.
   */
  ready_at: bigint;
  /**
   * Hash of the code, which is uploaded apart.
   */
  wasm_hash: Uint8Array;
}
    export type ContractEvent = LiveEvent | OpenedEvent | ScoredEvent | AwardedEvent | AcceptedEvent | DisputedEvent | RevealedEvent | CancelledEvent | CertifiedEvent | CommittedEvent | CompletedEvent | WithdrawnEvent | AwardLapsedEvent | TestStartedEvent | BondReturnedEvent | DisputeEndedEvent | AwardApprovedEvent | BondForfeitedEvent | MilestonePaidEvent | EvidenceRejectedEvent | EvidenceSubmittedEvent | ContractTerminatedEvent | PausedEvent | MigratedEvent | UnpausedEvent | UpgradedEvent | RoleOfferedEvent | RoleAcceptedEvent | UpgradeProposedEvent | UpgradeCancelledEvent | RoleOfferCancelledEvent;
    