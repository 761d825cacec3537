// Generated from the contract by `npm run contracts:build`. Do not edit.

    /**
 * Codes are part of the public interface: never renumber, never reuse.
 */
export const OfferingError = {
  /**
   * Who may call what, and when, starts at 4000. The signer holds none of the roles that may do this.
   */
  4000 : { message: "NotPermitted" },
  /**
   * The offering is in a state in which this cannot be done.
   */
  4001 : { message: "WrongState" },
  /**
   * New money is paused.
   */
  4002 : { message: "Paused" },
  /**
   * Stepping in: the party is not in default, the trustee is in its place, or the debt is closed. Back: the other way.
   */
  4003 : { message: "NoStepIn" },
  /**
   * There is no party with that index.
   */
  4004 : { message: "UnknownParty" },
  /**
   * The amount is not positive.
   */
  4005 : { message: "BadAmount" },
  /**
   * The bucket holds less than that.
   */
  4006 : { message: "BucketTooSmall" },
  /**
   * A product or a sum left `i128`.
   */
  4007 : { message: "Overflow" },
  /**
   * A token transfer was refused: balance, allowance, trustline or authorization.
   */
  4008 : { message: "TransferRefused" },
  /**
   * Terms and launch start at 4020. The amounts, rates or roles of the terms contradict each other.
   */
  4020 : { message: "BadTerms" },
  /**
   * The periods are not contiguous and ascending, too many, or too short for the challenge delay.
   */
  4021 : { message: "BadSchedule" },
  /**
   * Collection accounts: none, more than 16, not one a party, or the same account twice.
   */
  4022 : { message: "BadCollections" },
  /**
   * The settlement token is not a Stellar asset with 7 decimals.
   */
  4023 : { message: "BadSettlement" },
  /**
   * The bond's asset contract is not deployed, or this contract is not its administrator.
   */
  4024 : { message: "NotBondAdmin" },
  /**
   * The bond's issuer has not set AUTH_REQUIRED, AUTH_REVOCABLE and AUTH_CLAWBACK_ENABLED.
   */
  4025 : { message: "BadBondFlags" },
  /**
   * The registry has not bound the system to this offering.
   */
  4026 : { message: "NotBound" },
  /**
   * Funding starts at 4040. The investor is not on the allow-list.
   */
  4040 : { message: "NotAllowed" },
  /**
   * The funding deadline has passed.
   */
  4041 : { message: "FundingOver" },
  /**
   * The funding deadline has not passed and less than the minimum is sold.
   */
  4042 : { message: "MinimumNotReached" },
  /**
   * Below the smallest ticket.
   */
  4043 : { message: "BelowMinTicket" },
  /**
   * The investor would hold more than the largest ticket.
   */
  4044 : { message: "AboveMaxTicket" },
  /**
   * Not a multiple of the denomination.
   */
  4045 : { message: "OffDenomination" },
  /**
   * More than what is left to sell.
   */
  4046 : { message: "OverCap" },
  /**
   * The investor has no deposit.
   */
  4047 : { message: "NothingDeposited" },
  /**
   * The bonds could not be clawed back or the deposit not be paid: neither happened.
   */
  4048 : { message: "RefundBlocked" },
  /**
   * Payments start at 4060. The collection account is empty and no credit could pay a bill.
   */
  4060 : { message: "NothingToCollect" },
  /**
   * More than the utility owes for exports.
   */
  4061 : { message: "ExceedsExportDue" },
  /**
   * The energy contract applied another amount than it could have.
   */
  4062 : { message: "EnergyMismatch" },
  /**
   * Coupons start at 4080. There is no coupon with that number.
   */
  4080 : { message: "UnknownCoupon" },
  /**
   * Coupons are proposed in order, each once unless it was voided.
   */
  4081 : { message: "CouponOutOfOrder" },
  /**
   * The record time of the period has not passed.
   */
  4082 : { message: "BeforeRecord" },
  /**
   * The offering was called for a date before that coupon.
   */
  4083 : { message: "AfterCallDate" },
  /**
   * Total, leaf count and unattributed units do not add up to the coupon of what is outstanding.
   */
  4084 : { message: "UnsoundProposal" },
  /**
   * Another root than the proposed one.
   */
  4085 : { message: "WrongRoot" },
  /**
   * That role has attested already.
   */
  4086 : { message: "AlreadyAttested" },
  /**
   * The coupon was voided.
   */
  4087 : { message: "CouponVoided" },
  /**
   * The coupon is final: nobody can void it any more.
   */
  4088 : { message: "CouponFinal" },
  /**
   * Attestations are missing or the challenge delay has not passed.
   */
  4089 : { message: "CouponNotFinal" },
  /**
   * The pay time has not come.
   */
  4090 : { message: "BeforePay" },
  /**
   * An earlier coupon is still short: arrears come first.
   */
  4091 : { message: "EarlierCouponShort" },
  /**
   * The coupon is funded in full.
   */
  4092 : { message: "AlreadyFunded" },
  /**
   * Neither the coupon bucket nor the reserve holds anything.
   */
  4093 : { message: "NothingToFund" },
  /**
   * The proof does not lead to the coupon's root.
   */
  4094 : { message: "BadProof" },
  /**
   * The leaf has been paid what it can be paid so far.
   */
  4095 : { message: "NothingToClaim" },
  /**
   * The end starts at 4110. A call date is set already.
   */
  4110 : { message: "AlreadyCalled" },
  /**
   * No pay date of the schedule is late enough for the notice, or it is no bond.
   */
  4111 : { message: "NoCallDate" },
  /**
   * Principal and reserve do not cover what is outstanding and the coupons up to that date.
   */
  4112 : { message: "NotCovered" },
  /**
   * Neither the call date nor the last pay time has come.
   */
  4113 : { message: "BeforeMaturity" },
  /**
   * A coupon that is due is not final or not funded in full.
   */
  4114 : { message: "CouponsOutstanding" },
  /**
   * Neither a coupon nor the principal is short for longer than the grace.
   */
  4115 : { message: "NotInDefault" },
  /**
   * The long-stop date has not come.
   */
  4116 : { message: "BeforeLongStop" },
  /**
   * The time for claims has not passed, or nothing is unclaimed.
   */
  4117 : { message: "NothingUnclaimed" },
  /**
   * Principal, or a share of revenue, that the terms do not pay out or the bucket does not hold.
   */
  4118 : { message: "BadPrincipal" },
  /**
   * Governance starts at 4180. The role is not on offer.
   */
  4180 : { message: "NoRoleOffer" },
  /**
   * The caller may neither pause nor unpause.
   */
  4182 : { message: "NotGuardian" },
  /**
   * There is no such role.
   */
  4183 : { message: "UnknownRole" },
  /**
   * Somebody else's offer of the role is open.
   */
  4185 : { message: "OfferPending" },
  /**
   * The delay has not passed yet.
   */
  4186 : { message: "TooEarly" },
  /**
   * No upgrade is announced, or its time has passed.
   */
  4187 : { message: "NoUpgrade" },
  /**
   * The storage is as this build needs it.
   */
  4188 : { message: "NothingToMigrate" },
  /**
   * Administrator and trustee are two, and the upgrade delay is 30 days to two years.
   */
  4189 : { message: "BadGovernance" }
}
export type OfferingError = (typeof OfferingError)[keyof typeof OfferingError];

/**
 * What is sold.
 */
 export type Kind =
  /**
   * Principal, and interest on what is left of it.
   */
  { tag: "Bond"; values: void } |
  /**
   * A share of the revenue by record date; no principal.
   */
  { tag: "Equity"; values: void } |
  /**
   * Nothing is returned.
   */
  { tag: "Donation"; values: void };

/**
 * A holder's line in a coupon, with its proof.
 */
export interface Leaf {
  amount: bigint;
  holder: string;
  /**
   * Position in the tree, from 0.
   */
  index: number;
  /**
   * Siblings from the leaf up.
   */
  proof: Array<Uint8Array>;
}

/**
 * What a borrower owes to a lender, both parties of the system.
 */
export interface Loan {
  /**
   * What is not returned yet.
   */
  amount: bigint;
  /**
   * Index of the party that lent.
   */
  lender: number;
}

/**
 * Who does what.
 */
export interface Roles {
  /**
   * Keeps the allow-list.
   */
  compliance: string;
  /**
   * The municipality: launches, closes, proposes and attests coupons, calls.
   */
  issuer: string;
  /**
   * Proposes coupons, receives the operations budget.
   */
  operator: string;
  /**
   * The bondholders' trustee: attests and voids coupons, calls, sets collection accounts.
   */
  trustee: string;
  /**
   * Who disburses and announces `go_live`: the tender contract, or its administrator.
   */
  works: string;
}

/**
 * Where an offering stands. See the diagram in the crate's documentation.
 */
 export type State =
  /**
   * Constructed; the bond's asset is not tied to it yet.
   */
  { tag: "Draft"; values: void } |
  /**
   * Bonds are sold; they cannot move.
   */
  { tag: "Funding"; values: void } |
  /**
   * The minimum was missed; deposits go back.
   */
  { tag: "Refunding"; values: void } |
  /**
   * Closed; the proceeds build the system.
   */
  { tag: "Building"; values: void } |
  /**
   * The works took too long: what is unspent goes to the holders.
   */
  { tag: "Unwinding"; values: void } |
  /**
   * The system produces.
   */
  { tag: "Live"; values: void } |
  /**
   * A coupon or the principal stayed short: principal is passed through until all is paid.
   */
  { tag: "Defaulted"; values: void } |
  /**
   * The debt is closed; bonds are redeemed.
   */
  { tag: "Matured"; values: void } |
  /**
   * Nothing is owed any more.
   */
  { tag: "Closed"; values: void };

/**
 * What is fixed at issue.
 */
export interface Terms {
  /**
   * Attestations that a coupon needs: 1 or 2, of issuer and trustee.
   */
  attestations: number;
  /**
   * Seconds between a call and its date, at least.
   */
  call_notice: bigint;
  /**
   * Bonds sold at most.
   */
  cap: bigint;
  /**
   * Coupon money that the proceeds pay.
   */
  capitalized_interest: bigint;
  /**
   * Seconds between a coupon's proposal and its being final, at least.
   */
  challenge_delay: bigint;
  /**
   * Seconds for which a coupon or the principal may be short before that is a default.
   */
  default_grace: bigint;
  /**
   * Bonds are sold in multiples of this.
   */
  denomination: bigint;
  /**
   * Hash of the offering's documents.
   */
  documents_hash: Uint8Array;
  /**
   * From this time on nobody can invest.
   */
  funding_deadline: bigint;
  /**
   * What is sold.
   */
  kind: Kind;
  /**
   * From this time on works that are not live can be given up.
   */
  long_stop: bigint;
  /**
   * Bonds bought by one investor, at most.
   */
  max_ticket: bigint;
  /**
   * Bonds of one purchase, at least.
   */
  min_ticket: bigint;
  /**
   * Bonds to be sold, or all is refunded.
   */
  minimum: bigint;
  /**
   * Operations take this much of a period's revenue, first.
   */
  operations_budget: bigint;
  /**
   * Issue price in basis points of par.
   */
  price_bps: number;
  /**
   * How principal is repaid.
   */
  principal: Principal;
  /**
   * Coupon in basis points of par a year.
   */
  rate_bps: number;
  /**
   * The renewal reserve when full.
   */
  renewal_requirement: bigint;
  /**
   * What of the reserve the proceeds pay.
   */
  reserve_from_proceeds: bigint;
  /**
   * The debt service reserve when full.
   */
  reserve_requirement: bigint;
  /**
   * The stablecoin's asset contract.
   */
  settlement: string;
  /**
   * Of equity: basis points of what operations leave that are the holders'.
   */
  share_bps: number;
  /**
   * Seconds after the end from which on unclaimed money can be handed on.
   */
  unclaimed_after: bigint;
  /**
   * Who keeps unclaimed money for its owners.
   */
  unclaimed_to: string;
  /**
   * Seconds that an upgrade waits.
   */
  upgrade_delay: bigint;
}

/**
 * One coupon: what was proposed, who attested it, and what has been paid.
 */
export interface Coupon {
  /**
   * Who attested.
   */
  attested_by: Array<string>;
  /**
   * Whether what nobody can claim was taken off the coupon need. Done once, when it is first funded.
   */
  dust_released: boolean;
  /**
   * Set aside so far.
   */
  funded: bigint;
  leaf_count: number;
  /**
   * Claimed so far.
   */
  paid: bigint;
  /**
   * What of `whole` is principal.
   */
  principal: bigint;
  proposed_at: bigint;
  /**
   * The ledger of the snapshot.
   */
  record_ledger: number;
  /**
   * Root over the leaves.
   */
  root: Uint8Array;
  /**
   * Hash of the snapshot that everybody can recompute.
   */
  snapshot_hash: Uint8Array;
  /**
   * Sum of the leaves.
   */
  total: bigint;
  /**
   * Units that are burnt or have no known owner.
   */
  unattributed: bigint;
  voided: boolean;
  /**
   * What all units together get.
   */
  whole: bigint;
}

/**
 * One coupon period. `start < record < pay`; the next period starts when this one is paid.
 */
export interface Period {
  /**
   * Days of its year, 360 for example.
   */
  basis: number;
  /**
   * Days by the bond's day count.
   */
  days: number;
  /**
   * When the coupon is due.
   */
  pay: bigint;
  /**
   * Who holds bonds in the last ledger closed at or before this time gets the coupon.
   */
  record: bigint;
  /**
   * Interest runs from here.
   */
  start: bigint;
}

/**
 * What the escrow holds, by purpose. The sum is what it must hold; `balance()` is never asked.
 */
export interface Buckets {
  /**
   * To be disbursed for the works.
   */
  construction: bigint;
  /**
   * For coupons to come.
   */
  coupon: bigint;
  /**
   * Moved to coupons and not claimed yet.
   */
  coupons_unclaimed: bigint;
  /**
   * What belongs to each party, by index.
   */
  credits: Array<bigint>;
  /**
   * Deposits of investors until closing or refund.
   */
  deposits: bigint;
  /**
   * Export money not applied yet; always 0, since no more than the export due is taken.
   */
  export_credit: bigint;
  /**
   * To be drawn by the operator.
   */
  operations: bigint;
  /**
   * Sinking fund.
   */
  principal: bigint;
  /**
   * Set aside for the holders at maturity, or when the works were given up.
   */
  redemption: bigint;
  /**
   * Renewal reserve.
   */
  renewal: bigint;
  /**
   * Debt service reserve.
   */
  reserve: bigint;
}

/**
 * What an investor bought and paid during funding.
 */
export interface Deposit {
  /**
   * Bonds.
   */
  bonds: bigint;
  /**
   * Stablecoin.
   */
  paid: bigint;
}

/**
 * Where a payment went: `pulled + credit_used = operations + coupon + reserve + renewal + principal + loan_returned +
 * surplus`. `loan_returned` and `surplus` went to credits of parties.
 */
export interface Receipt {
  coupon: bigint;
  /**
   * The party's credit before the payment.
   */
  credit_used: bigint;
  loan_returned: bigint;
  operations: bigint;
  /**
   * Index of the party; [`EXPORT`] for export money.
   */
  party: number;
  principal: bigint;
  /**
   * What came in.
   */
  pulled: bigint;
  renewal: bigint;
  reserve: bigint;
  surplus: bigint;
}

/**
 * How a bond's principal is repaid.
 */
 export type Principal =
  /**
   * Kept until it can repay the whole issue.
   */
  { tag: "SinkingFund"; values: void } |
  /**
   * Paid out with each coupon, through the same root; interest runs on what is left.
   */
  { tag: "PassThrough"; values: void };

/**
 * Everything about one party.
 */
export interface PartyAccount {
  /**
   * Its portion of the principal outstanding at closing.
   */
  account: bigint;
  /**
   * Where its payers send their money.
   */
  collection: string;
  /**
   * Its money in the escrow.
   */
  credit: bigint;
  /**
   * What was put into it, by itself and by others.
   */
  filled: bigint;
  /**
   * What it owes to other parties, oldest first.
   */
  loans: Array<Loan>;
  /**
   * What counts as its own repayment.
   */
  own: bigint;
  /**
   * What of the system it owns by that.
   */
  owned_bps: number;
  /**
   * Its portion of the system at closing; 0 before.
   */
  portion_bps: number;
}

/**
 * `borrower` got help: `lender` paid into its principal account.
 */
export interface LentEvent {
  name: "Lent";
  data: {
    lender: number;
    borrower: number;
    amount?: bigint;
  };
}

/**
 * Arrears were made good before the end.
 */
export interface CuredEvent {
  name: "Cured";
  data: {
    at?: bigint;
  };
}

/**
 * The offering is called for `date`.
 */
export interface CalledEvent {
  name: "Called";
  data: {
    date?: bigint;
  };
}

/**
 * Nothing is outstanding any more.
 */
export interface ClosedEvent {
  name: "Closed";
  data: {
    minted?: bigint;
  };
}

/**
 * The debt is closed: `redemption` is set aside, `returned` went to the parties' credits.
 */
export interface MaturedEvent {
  name: "Matured";
  data: {
    date?: bigint;
    redemption?: bigint;
    returned?: bigint;
  };
}

/**
 * The works were given up: `redemption` is set aside for the holders.
 */
export interface UnwoundEvent {
  name: "Unwound";
  data: {
    redemption?: bigint;
  };
}

/**
 * `investor` bought bonds. `minted` is what is sold by now.
 */
export interface InvestedEvent {
  name: "Invested";
  data: {
    investor: string;
    bonds?: bigint;
    cost?: bigint;
    minted?: bigint;
  };
}

/**
 * Sale of `bond` begins.
 */
export interface LaunchedEvent {
  name: "Launched";
  data: {
    bond?: string;
  };
}

/**
 * Bonds were redeemed: `amounts[i]` to `holders[i]`. Holders that got nothing are not listed.
 */
export interface RedeemedEvent {
  name: "Redeemed";
  data: {
    holders?: Array<string>;
    amounts?: Array<bigint>;
  };
}

/**
 * `investor` got the deposit back against its bonds.
 */
export interface RefundedEvent {
  name: "Refunded";
  data: {
    investor: string;
    bonds?: bigint;
    paid?: bigint;
  };
}

/**
 * So many lines were authorized.
 */
export interface ReleasedEvent {
  name: "Released";
  data: {
    count?: number;
  };
}

/**
 * The system produces.
 */
export interface WentLiveEvent {
  name: "WentLive";
  data: {
    at?: bigint;
  };
}

/**
 * A coupon or the principal stayed short.
 */
export interface DefaultedEvent {
  name: "Defaulted";
  data: {
    at?: bigint;
  };
}

/**
 * Construction money went out.
 */
export interface DisbursedEvent {
  name: "Disbursed";
  data: {
    to: string;
    amount?: bigint;
  };
}

/**
 * `who` may, or may no longer, hold bonds.
 */
export interface AllowedSetEvent {
  name: "AllowedSet";
  data: {
    who: string;
    allowed?: boolean;
  };
}

/**
 * Leaves were paid: `amounts[i]` to leaf `indexes[i]`. Leaves that got nothing are not listed.
 */
export interface ClaimsPaidEvent {
  name: "ClaimsPaid";
  data: {
    number: number;
    indexes?: Array<number>;
    amounts?: Array<bigint>;
  };
}

/**
 * Money was set aside for a coupon. `drawn` of it came from the reserve.
 */
export interface CouponFundedEvent {
  name: "CouponFunded";
  data: {
    number: number;
    amount?: bigint;
    drawn?: bigint;
    funded?: bigint;
    total?: bigint;
  };
}

/**
 * The trustee rejected a proposal.
 */
export interface CouponVoidedEvent {
  name: "CouponVoided";
  data: {
    number: number;
  };
}

/**
 * A party's payers send their money to `account` from now on.
 */
export interface CollectionSetEvent {
  name: "CollectionSet";
  data: {
    party: number;
    account?: string;
  };
}

/**
 * Funding is over; what the proceeds were used for. All zero when deposits go back.
 */
export interface FundingClosedEvent {
  name: "FundingClosed";
  data: {
    state?: State;
    minted?: bigint;
    construction?: bigint;
    reserve?: bigint;
    coupon?: bigint;
  };
}

/**
 * `borrower` returned loans; the lenders have it as credit.
 */
export interface LoansReturnedEvent {
  name: "LoansReturned";
  data: {
    borrower: number;
    amount?: bigint;
    /**
     * What is still owed, oldest first.
     */
    remaining?: Array<Loan>;
  };
}

/**
 * A payment and where it went. See [`Receipt`].
 */
export interface ReceiptIssuedEvent {
  name: "ReceiptIssued";
  data: {
    party: number;
    pulled?: bigint;
    credit_used?: bigint;
    operations?: bigint;
    coupon?: bigint;
    reserve?: bigint;
    renewal?: bigint;
    principal?: bigint;
    loan_returned?: bigint;
    surplus?: bigint;
  };
}

/**
 * `who` recomputed the coupon and found it right.
 */
export interface CouponAttestedEvent {
  name: "CouponAttested";
  data: {
    number: number;
    who?: string;
    root?: Uint8Array;
  };
}

/**
 * A coupon awaits attestation.
 */
export interface CouponProposedEvent {
  name: "CouponProposed";
  data: {
    number: number;
    who?: string;
    root?: Uint8Array;
    total?: bigint;
    leaf_count?: number;
    unattributed?: bigint;
    whole?: bigint;
    principal?: bigint;
    record_ledger?: number;
    snapshot_hash?: Uint8Array;
  };
}

/**
 * What nobody claimed in time is kept for its owners by `to`.
 */
export interface UnclaimedSweptEvent {
  name: "UnclaimedSwept";
  data: {
    to?: string;
    /**
     * For bonds: of the redemption, or deposits.
     */
    redemption?: bigint;
    coupons?: bigint;
  };
}

/**
 * The party's owner took credit out.
 */
export interface CreditWithdrawnEvent {
  name: "CreditWithdrawn";
  data: {
    party: number;
    to?: string;
    amount?: bigint;
  };
}

/**
 * Operations money went to the operator.
 */
export interface OperationsDrawnEvent {
  name: "OperationsDrawn";
  data: {
    to: string;
    amount?: bigint;
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

/**
 * The contracts and the system that an offering is tied to.
 */
export interface Links {
  /**
   * The bond's asset contract, from launch on.
   */
  bond: string | null;
  energy: string;
  registry: string;
  /**
   * The stablecoin's asset contract.
   */
  settlement: string;
  /**
   * The system's id in the registry.
   */
  system: number;
}
    export type ContractEvent = LentEvent | CuredEvent | CalledEvent | ClosedEvent | MaturedEvent | UnwoundEvent | InvestedEvent | LaunchedEvent | RedeemedEvent | RefundedEvent | ReleasedEvent | WentLiveEvent | DefaultedEvent | DisbursedEvent | AllowedSetEvent | ClaimsPaidEvent | CouponFundedEvent | CouponVoidedEvent | CollectionSetEvent | FundingClosedEvent | LoansReturnedEvent | ReceiptIssuedEvent | CouponAttestedEvent | CouponProposedEvent | UnclaimedSweptEvent | CreditWithdrawnEvent | OperationsDrawnEvent | PausedEvent | MigratedEvent | UnpausedEvent | UpgradedEvent | RoleOfferedEvent | RoleAcceptedEvent | UpgradeProposedEvent | UpgradeCancelledEvent | RoleOfferCancelledEvent;
    