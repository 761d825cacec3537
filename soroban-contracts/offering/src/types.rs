//! The values of the interface. Amounts are stroops, times Unix seconds of the ledger, rates basis points.

pub use heliobond_common::api::offering::Links;
use soroban_sdk::{contracttype, Address, BytesN, Vec};

/// Where an offering stands. See the diagram in the crate's documentation.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    /// Constructed; the bond's asset is not tied to it yet.
    Draft,
    /// Bonds are sold; they cannot move.
    Funding,
    /// The minimum was missed; deposits go back.
    Refunding,
    /// Closed; the proceeds build the system.
    Building,
    /// The works took too long: what is unspent goes to the holders.
    Unwinding,
    /// The system produces.
    Live,
    /// A coupon or the principal stayed short: principal is passed through until all is paid.
    Defaulted,
    /// The debt is closed; bonds are redeemed.
    Matured,
    /// Nothing is owed any more.
    Closed,
}

/// What is sold.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Principal, and interest on what is left of it.
    Bond,
    /// A share of the revenue by record date; no principal.
    Equity,
    /// Nothing is returned.
    Donation,
}

/// How a bond's principal is repaid.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Principal {
    /// Kept until it can repay the whole issue.
    SinkingFund,
    /// Paid out with each coupon, through the same root; interest runs on what is left.
    PassThrough,
}

/// Who does what.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Roles {
    /// The municipality: launches, closes, proposes and attests coupons, calls.
    pub issuer: Address,
    /// The bondholders' trustee: attests and voids coupons, calls, sets collection accounts.
    pub trustee: Address,
    /// Keeps the allow-list.
    pub compliance: Address,
    /// Proposes coupons, receives the operations budget.
    pub operator: Address,
    /// Who disburses and announces `go_live`: the tender contract, or its administrator.
    pub works: Address,
}

/// One coupon period. `start < record < pay`; the next period starts when this one is paid.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Period {
    /// Interest runs from here.
    pub start: u64,
    /// Who holds bonds in the last ledger closed at or before this time gets the coupon.
    pub record: u64,
    /// When the coupon is due.
    pub pay: u64,
    /// Days by the bond's day count.
    pub days: u32,
    /// Days of its year, 360 for example.
    pub basis: u32,
}

/// What is fixed at issue.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Terms {
    /// The stablecoin's asset contract.
    pub settlement: Address,
    /// Bonds sold at most.
    pub cap: i128,
    /// Bonds to be sold, or all is refunded.
    pub minimum: i128,
    /// Bonds are sold in multiples of this.
    pub denomination: i128,
    /// Bonds of one purchase, at least.
    pub min_ticket: i128,
    /// Bonds bought by one investor, at most.
    pub max_ticket: i128,
    /// Issue price in basis points of par.
    pub price_bps: u32,
    /// Coupon in basis points of par a year.
    pub rate_bps: u32,
    /// From this time on nobody can invest.
    pub funding_deadline: u64,
    /// Operations take this much of a period's revenue, first.
    pub operations_budget: i128,
    /// The debt service reserve when full.
    pub reserve_requirement: i128,
    /// What of the reserve the proceeds pay.
    pub reserve_from_proceeds: i128,
    /// Coupon money that the proceeds pay.
    pub capitalized_interest: i128,
    /// The renewal reserve when full.
    pub renewal_requirement: i128,
    /// What is sold.
    pub kind: Kind,
    /// How principal is repaid.
    pub principal: Principal,
    /// Of equity: basis points of what operations leave that are the holders'.
    pub share_bps: u32,
    /// Seconds for which a coupon or the principal may be short before that is a default.
    pub default_grace: u64,
    /// From this time on works that are not live can be given up.
    pub long_stop: u64,
    /// Seconds after the end from which on unclaimed money can be handed on.
    pub unclaimed_after: u64,
    /// Who keeps unclaimed money for its owners.
    pub unclaimed_to: Address,
    /// Seconds that an upgrade waits.
    pub upgrade_delay: u64,
    /// Seconds between a call and its date, at least.
    pub call_notice: u64,
    /// Seconds between a coupon's proposal and its being final, at least.
    pub challenge_delay: u64,
    /// Attestations that a coupon needs: 1 or 2, of issuer and trustee.
    pub attestations: u32,
    /// Hash of the offering's documents.
    pub documents_hash: BytesN<32>,
}

/// What the escrow holds, by purpose. The sum is what it must hold; `balance()` is never asked.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Buckets {
    /// To be disbursed for the works.
    pub construction: i128,
    /// To be drawn by the operator.
    pub operations: i128,
    /// For coupons to come.
    pub coupon: i128,
    /// Debt service reserve.
    pub reserve: i128,
    /// Renewal reserve.
    pub renewal: i128,
    /// Sinking fund.
    pub principal: i128,
    /// Set aside for the holders at maturity, or when the works were given up.
    pub redemption: i128,
    /// What belongs to each party, by index.
    pub credits: Vec<i128>,
    /// Moved to coupons and not claimed yet.
    pub coupons_unclaimed: i128,
    /// Export money not applied yet; always 0, since no more than the export due is taken.
    pub export_credit: i128,
    /// Deposits of investors until closing or refund.
    pub deposits: i128,
}

impl Buckets {
    /// Adds to what belongs to a party. A party that does not exist has no credit: a bug.
    pub fn add_credit(&mut self, party: u32, amount: i128) {
        let credit = self.credits.get_unchecked(party);
        self.credits.set(party, credit + amount);
    }
}

/// The party of a receipt for export money.
pub const EXPORT: u32 = 0xFFFF_FFFF;

/// Where a payment went: `pulled + credit_used = operations + coupon + reserve + renewal + principal + loan_returned +
/// surplus`. `loan_returned` and `surplus` went to credits of parties.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Receipt {
    /// Index of the party; [`EXPORT`] for export money.
    pub party: u32,
    /// What came in.
    pub pulled: i128,
    /// The party's credit before the payment.
    pub credit_used: i128,
    pub operations: i128,
    pub coupon: i128,
    pub reserve: i128,
    pub renewal: i128,
    pub principal: i128,
    pub loan_returned: i128,
    pub surplus: i128,
}

/// A party's part of the principal. Law: `own <= filled <= account`, and `filled - own` is what it owes.
#[contracttype]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Account {
    /// Its portion of the system at closing.
    pub portion_bps: u32,
    /// Its portion of the principal outstanding at closing.
    pub account: i128,
    /// What was put into it, by itself and by others.
    pub filled: i128,
    /// What counts as its own repayment.
    pub own: i128,
    /// What of the system it owns by that.
    pub owned_bps: u32,
}

/// What a borrower owes to a lender, both parties of the system.
#[contracttype]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Loan {
    /// Index of the party that lent.
    pub lender: u32,
    /// What is not returned yet.
    pub amount: i128,
}

/// Everything about one party.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PartyAccount {
    /// Where its payers send their money.
    pub collection: Address,
    /// Its money in the escrow.
    pub credit: i128,
    /// Its portion of the system at closing; 0 before.
    pub portion_bps: u32,
    /// Its portion of the principal outstanding at closing.
    pub account: i128,
    /// What was put into it, by itself and by others.
    pub filled: i128,
    /// What counts as its own repayment.
    pub own: i128,
    /// What of the system it owns by that.
    pub owned_bps: u32,
    /// What it owes to other parties, oldest first.
    pub loans: Vec<Loan>,
}

/// What an investor bought and paid during funding.
#[contracttype]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Deposit {
    /// Bonds.
    pub bonds: i128,
    /// Stablecoin.
    pub paid: i128,
}

/// One coupon: what was proposed, who attested it, and what has been paid.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Coupon {
    /// Root over the leaves.
    pub root: BytesN<32>,
    /// Sum of the leaves.
    pub total: i128,
    pub leaf_count: u32,
    /// Units that are burnt or have no known owner.
    pub unattributed: i128,
    /// What all units together get.
    pub whole: i128,
    /// What of `whole` is principal.
    pub principal: i128,
    /// The ledger of the snapshot.
    pub record_ledger: u32,
    /// Hash of the snapshot that everybody can recompute.
    pub snapshot_hash: BytesN<32>,
    pub proposed_at: u64,
    /// Who attested.
    pub attested_by: Vec<Address>,
    pub voided: bool,
    /// Whether what nobody can claim was taken off the coupon need. Done once, when it is first funded.
    pub dust_released: bool,
    /// Set aside so far.
    pub funded: i128,
    /// Claimed so far.
    pub paid: i128,
}

/// A holder's line in a coupon, with its proof.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Leaf {
    pub holder: Address,
    /// Position in the tree, from 0.
    pub index: u32,
    pub amount: i128,
    /// Siblings from the leaf up.
    pub proof: Vec<BytesN<32>>,
}

/// Running totals. One small entry, whatever the number of holders or years.
#[contracttype]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Book {
    /// Bonds ever minted.
    pub minted: i128,
    /// Bonds clawed back, by refund or redemption.
    pub clawed_back: i128,
    /// Coupons of all periods counted so far, less what nobody can claim.
    pub required: i128,
    /// What the coupon bucket ever got, capitalized interest and draws of the reserve included.
    pub received: i128,
    /// Periods counted in `required`.
    pub accrued: u32,
    /// Periods that had started when the operations budget was last looked at.
    pub started: u32,
    /// What operations took in the period `started` stands for.
    pub budget_taken: i128,
    /// Coupons proposed.
    pub coupons: u32,
    /// Coupons funded in full, counted from the first.
    pub funded_through: u32,
    /// When funding closed with success; 0 before.
    pub closed_at: u64,
    /// The date it was called for; 0 when it was not.
    pub call_date: u64,
    /// When the debt was closed, the works given up, or the minimum missed; 0 before.
    pub matured_at: u64,
    /// Principal passed through with the coupons proposed so far.
    pub passed: i128,
    /// What of the principal bucket, or of equity's coupon bucket, is for coupons proposed and not funded.
    pub promised: i128,
    /// Whether periods go on after the schedule's last one: in default.
    pub endless: bool,
    /// What is set aside for the holders when the debt is closed, or the works given up...
    pub pot: i128,
    /// ...and the bonds that it is for.
    pub pot_units: i128,
}

impl Book {
    /// Bonds that are owed.
    pub fn outstanding(&self) -> i128 {
        self.minted - self.clawed_back
    }

    /// Principal that is owed and not passed through yet.
    pub fn left(&self) -> i128 {
        self.outstanding() - self.passed
    }

    /// What the coupon bucket still lacks for the periods counted.
    pub fn coupon_need(&self) -> i128 {
        (self.required - self.received).max(0)
    }
}
