//! What the contract announces: one event for every change of state, enough to rebuild the ledger from events alone.

use crate::types::{Loan, Receipt, State};
use soroban_sdk::{contractevent, Address, BytesN, Vec};

/// Sale of `bond` begins.
#[contractevent]
pub struct Launched {
    pub bond: Address,
}

/// `who` may, or may no longer, hold bonds.
#[contractevent]
pub struct AllowedSet {
    #[topic]
    pub who: Address,
    pub allowed: bool,
}

/// `investor` bought bonds. `minted` is what is sold by now.
#[contractevent]
pub struct Invested {
    #[topic]
    pub investor: Address,
    pub bonds: i128,
    pub cost: i128,
    pub minted: i128,
}

/// Funding is over; what the proceeds were used for. All zero when deposits go back.
#[contractevent]
pub struct FundingClosed {
    pub state: State,
    pub minted: i128,
    pub construction: i128,
    pub reserve: i128,
    pub coupon: i128,
}

/// `investor` got the deposit back against its bonds.
#[contractevent]
pub struct Refunded {
    #[topic]
    pub investor: Address,
    pub bonds: i128,
    pub paid: i128,
}

/// So many lines were authorized.
#[contractevent]
pub struct Released {
    pub count: u32,
}

/// Construction money went out.
#[contractevent]
pub struct Disbursed {
    #[topic]
    pub to: Address,
    pub amount: i128,
}

/// The system produces.
#[contractevent]
pub struct WentLive {
    pub at: u64,
}

/// Operations money went to the operator.
#[contractevent]
pub struct OperationsDrawn {
    #[topic]
    pub to: Address,
    pub amount: i128,
}

/// A payment and where it went. See [`Receipt`].
#[contractevent(topics = ["receipt"])]
pub struct ReceiptIssued {
    #[topic]
    pub party: u32,
    pub pulled: i128,
    pub credit_used: i128,
    pub operations: i128,
    pub coupon: i128,
    pub reserve: i128,
    pub renewal: i128,
    pub principal: i128,
    pub loan_returned: i128,
    pub surplus: i128,
}

impl ReceiptIssued {
    /// Announces a receipt.
    pub fn of(receipt: &Receipt) -> Self {
        Self {
            party: receipt.party,
            pulled: receipt.pulled,
            credit_used: receipt.credit_used,
            operations: receipt.operations,
            coupon: receipt.coupon,
            reserve: receipt.reserve,
            renewal: receipt.renewal,
            principal: receipt.principal,
            loan_returned: receipt.loan_returned,
            surplus: receipt.surplus,
        }
    }
}

/// `borrower` got help: `lender` paid into its principal account.
#[contractevent]
pub struct Lent {
    #[topic]
    pub lender: u32,
    #[topic]
    pub borrower: u32,
    pub amount: i128,
}

/// `borrower` returned loans; the lenders have it as credit.
#[contractevent]
pub struct LoansReturned {
    #[topic]
    pub borrower: u32,
    pub amount: i128,
    /// What is still owed, oldest first.
    pub remaining: Vec<Loan>,
}

/// The party's owner took credit out.
#[contractevent]
pub struct CreditWithdrawn {
    #[topic]
    pub party: u32,
    pub to: Address,
    pub amount: i128,
}

/// A party's payers send their money to `account` from now on.
#[contractevent]
pub struct CollectionSet {
    #[topic]
    pub party: u32,
    pub account: Address,
}

/// A coupon awaits attestation.
#[contractevent]
pub struct CouponProposed {
    #[topic]
    pub number: u32,
    pub who: Address,
    pub root: BytesN<32>,
    pub total: i128,
    pub leaf_count: u32,
    pub unattributed: i128,
    pub whole: i128,
    pub principal: i128,
    pub record_ledger: u32,
    pub snapshot_hash: BytesN<32>,
}

/// `who` recomputed the coupon and found it right.
#[contractevent]
pub struct CouponAttested {
    #[topic]
    pub number: u32,
    pub who: Address,
    pub root: BytesN<32>,
}

/// The trustee rejected a proposal.
#[contractevent]
pub struct CouponVoided {
    #[topic]
    pub number: u32,
}

/// Money was set aside for a coupon. `drawn` of it came from the reserve.
#[contractevent]
pub struct CouponFunded {
    #[topic]
    pub number: u32,
    pub amount: i128,
    pub drawn: i128,
    pub funded: i128,
    pub total: i128,
}

/// Leaves were paid: `amounts[i]` to leaf `indexes[i]`. Leaves that got nothing are not listed.
#[contractevent]
pub struct ClaimsPaid {
    #[topic]
    pub number: u32,
    pub indexes: Vec<u32>,
    pub amounts: Vec<i128>,
}

/// The offering is called for `date`.
#[contractevent]
pub struct Called {
    pub date: u64,
}

/// The debt is closed: `redemption` is set aside, `returned` went to the parties' credits.
#[contractevent]
pub struct Matured {
    pub date: u64,
    pub redemption: i128,
    pub returned: i128,
}

/// The works were given up: `redemption` is set aside for the holders.
#[contractevent]
pub struct Unwound {
    pub redemption: i128,
}

/// A coupon or the principal stayed short.
#[contractevent]
pub struct Defaulted {
    pub at: u64,
}

/// Arrears were made good before the end.
#[contractevent]
pub struct Cured {
    pub at: u64,
}

/// What nobody claimed in time is kept for its owners by `to`.
#[contractevent]
pub struct UnclaimedSwept {
    pub to: Address,
    /// For bonds: of the redemption, or deposits.
    pub redemption: i128,
    pub coupons: i128,
}

/// Bonds were redeemed: `amounts[i]` to `holders[i]`. Holders that got nothing are not listed.
#[contractevent]
pub struct Redeemed {
    pub holders: Vec<Address>,
    pub amounts: Vec<i128>,
}

/// Nothing is outstanding any more.
#[contractevent]
pub struct Closed {
    pub minted: i128,
}
