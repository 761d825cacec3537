//! Each call that needs a signature: without one, with everybody else's, and with the right one alone.

extern crate std;

use super::fixture::{hash, World, BOND, COMMIT_BY, DAY, REVEAL_BY, UNIT};
use soroban_sdk::testutils::{Address as _, MockAuth, MockAuthInvoke};
use soroban_sdk::{vec, Address, Env, Error, IntoVal, InvokeError, Symbol, Val, Vec};

/// A call somebody has to sign.
struct Signed<'a> {
    world: &'a World,
    name: &'a str,
    args: Vec<Val>,
    /// What the signer signs besides: the transfer within.
    within: &'a [MockAuthInvoke<'a>],
}

fn call<'a>(world: &'a World, name: &'a str, args: impl IntoVal<Env, Vec<Val>>) -> Signed<'a> {
    Signed { world, name, args: args.into_val(&world.e), within: &[] }
}

impl Signed<'_> {
    fn invoke(&self) -> Result<(), Result<Error, InvokeError>> {
        let function = Symbol::new(&self.world.e, self.name);
        self.world
            .e
            .try_invoke_contract::<Val, Error>(&self.world.tender.address, &function, self.args.clone())
            .map(|_| ())
    }

    fn signed_by(&self, signers: &[&Address]) -> Result<(), Result<Error, InvokeError>> {
        let invoke = MockAuthInvoke {
            contract: &self.world.tender.address,
            fn_name: self.name,
            args: self.args.clone(),
            sub_invokes: self.within,
        };
        let auths: std::vec::Vec<MockAuth> =
            signers.iter().map(|address| MockAuth { address, invoke: &invoke }).collect();
        self.world.e.mock_auths(&auths);
        self.invoke()
    }

    /// Refused without a signature and with everybody else's together; done with the signature of `signer` alone.
    fn needs(&self, signer: &Address, bidder: &Address) {
        self.needs_all(&[signer], bidder);
    }

    fn needs_all(&self, signers: &[&Address], bidder: &Address) {
        let world = self.world;
        world.e.set_auths(&[]);
        assert!(self.invoke().is_err(), "{} without a signature", self.name);
        let (roles, stranger) = (&world.roles, Address::generate(&world.e));
        let all = [
            &world.governance.admin,
            &world.governance.trustee,
            &roles.approver,
            &roles.certifier,
            &roles.arbiter,
            &roles.evaluator,
            bidder,
            &stranger,
        ];
        for missing in signers {
            let others: std::vec::Vec<&Address> = all.into_iter().filter(|other| other != missing).collect();
            assert!(self.signed_by(&others).is_err(), "{} signed by all others", self.name);
        }
        assert_eq!(self.signed_by(signers), Ok(()), "{} signed by the right ones", self.name);
        world.e.mock_all_auths();
    }
}

#[test]
fn a_tender_needs_the_signatures_of_those_who_hold_the_roles() {
    let world = World::new();
    let (e, admin) = (&world.e, &world.governance.admin);
    let bidder = world.bidder();
    call(&world, "open", (world.terms(),)).needs(admin, &bidder);

    let commitment = world.commitment(1, 1, &bidder, 240_000);
    let args = (1_u32, &bidder, &commitment, hash(e, 1));
    assert!(call(&world, "commit", args.clone()).signed_by(&[&bidder]).is_err(), "a bid without the bond's signature");
    let transfer = [MockAuthInvoke {
        contract: &world.usd.address,
        fn_name: "transfer",
        args: (&bidder, &world.tender.address, BOND).into_val(e),
        sub_invokes: &[],
    }];
    Signed { within: &transfer, ..call(&world, "commit", args) }.needs(&bidder, &bidder);
    call(&world, "withdraw", (1_u32, &bidder)).needs(&bidder, &bidder);
    world.commit(1, &bidder, 240_000);

    world.at(COMMIT_BY);
    call(&world, "score", (1_u32, vec![e, 9_000_u32])).needs(&world.roles.evaluator, &bidder);
    world.reveal(1, &bidder, 240_000);
    world.at(REVEAL_BY);
    call(&world, "approve", (1_u32, &bidder)).needs(&world.roles.approver, &bidder);
    call(&world, "award", (1_u32,)).needs(admin, &bidder);
    call(&world, "accept", (1_u32,)).needs(&bidder, &bidder);

    let (evidence, reason) = (hash(e, 1), hash(e, 2));
    call(&world, "submit_evidence", (1_u32, 0_u32, &evidence)).needs(&bidder, &bidder);
    call(&world, "reject", (1_u32, 0_u32, &evidence, &reason)).needs(&world.roles.certifier, &bidder);
    world.tender.submit_evidence(&1, &0, &evidence);
    call(&world, "certify", (1_u32, 0_u32, &evidence)).needs(&world.roles.certifier, &bidder);
    for (milestone, who) in [(0_u32, admin), (1, &bidder), (2, &world.roles.certifier)] {
        if milestone > 0 {
            world.tender.submit_evidence(&1, &milestone, &evidence);
        }
        call(&world, "dispute", (1_u32, who, milestone, &reason)).needs(who, &bidder);
    }
    call(&world, "decide", (1_u32, 0_u32, 5_000_u32)).needs(&world.roles.arbiter, &bidder);
    call(&world, "start_commissioning", (1_u32,)).needs(&bidder, &bidder);
    world.pass(121 * DAY);
    call(&world, "terminate", (1_u32, &reason)).needs_all(&[admin, &world.roles.approver], &bidder);
}

#[test]
fn a_cancellation_needs_the_issuer() {
    let world = World::open();
    let nobody = world.bidder();
    call(&world, "cancel", (1_u32, hash(&world.e, 1))).needs(&world.governance.admin, &nobody);
}

#[test]
fn nobody_has_to_sign_what_time_or_proof_decides() {
    let (world, winner) = World::works();
    let loser = world.tender.bids(&1).get_unchecked(1).bidder;
    world.certify(0);
    world.certify(1);
    world.tender.dispute(&1, &winner, &1, &hash(&world.e, 1));
    world.measure(world.now(), 0);
    world.tender.start_commissioning(&1);
    world.pass(7 * DAY);
    world.measure(world.now(), super::fixture::REQUIRED_WH);
    world.e.set_auths(&[]);
    world.tender.settle_bond(&1, &loser);
    world.tender.release(&1, &0);
    world.tender.lapse_dispute(&1, &1);
    world.tender.commission(&1);

    let other = World::open();
    let bidder = other.bid(1, 240_000);
    other.at(super::fixture::SCORE_BY);
    other.e.set_auths(&[]);
    other.tender.reveal(&1, &bidder, &(240_000 * UNIT), &other.salt(1));
    other.e.mock_all_auths();
    other.award(&bidder);
    other.pass(5 * DAY);
    other.e.set_auths(&[]);
    other.tender.lapse_award(&1);
    other.tender.expire(&1);
    other.tender.settle_bond(&1, &bidder);
}

#[test]
fn who_pauses_is_a_guardian() {
    let world = World::open();
    let nobody = world.bidder();
    for who in [&world.governance.admin, &world.governance.trustee, &world.roles.approver] {
        call(&world, "pause", (who,)).needs(who, &nobody);
        call(&world, "unpause", (who,)).needs(who, &nobody);
    }
    let refused = world.tender.try_pause(&world.roles.certifier);
    assert_eq!(refused, Err(Ok(crate::error::TenderError::NotGuardian)));
}
