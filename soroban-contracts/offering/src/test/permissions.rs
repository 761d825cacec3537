//! Each call that needs a role, without a signature, with another's, and with the right one alone.

extern crate std;

use super::fixture::{account, asset_xdr, period, Wish, World, DEADLINE, UNIT};
use super::tree::Tree;
use crate::error::OfferingError;
use soroban_sdk::testutils::{Address as _, MockAuth, MockAuthInvoke};
use soroban_sdk::{Address, Error, IntoVal, InvokeError, Symbol, Val, Vec};

/// A call somebody has to sign.
struct Signed<'a> {
    world: &'a World,
    name: &'a str,
    args: Vec<Val>,
    /// What the signer signs besides: the transfers and trustlines within.
    within: &'a [MockAuthInvoke<'a>],
}

impl Signed<'_> {
    fn invoke(&self) -> Result<(), Result<Error, InvokeError>> {
        let function = Symbol::new(&self.world.e, self.name);
        match self.world.e.try_invoke_contract::<Val, Error>(&self.world.offering.address, &function, self.args.clone())
        {
            Ok(_) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn signed_by(&self, signer: &Address) -> Result<(), Result<Error, InvokeError>> {
        self.world.e.mock_auths(&[MockAuth {
            address: signer,
            invoke: &MockAuthInvoke {
                contract: &self.world.offering.address,
                fn_name: self.name,
                args: self.args.clone(),
                sub_invokes: self.within,
            },
        }]);
        self.invoke()
    }

    /// Refused without a signature and with everybody else's; done with the signature of `signer` alone.
    fn needs(&self, signer: &Address) {
        let world = self.world;
        world.e.set_auths(&[]);
        assert!(self.invoke().is_err(), "{} without a signature", self.name);
        let roles = &world.roles;
        let stranger = Address::generate(&world.e);
        let all = [&roles.issuer, &roles.trustee, &roles.compliance, &roles.operator, &roles.works, &stranger];
        for other in all.into_iter().filter(|other| *other != signer) {
            assert!(self.signed_by(other).is_err(), "{} signed by another", self.name);
        }
        assert_eq!(self.signed_by(signer), Ok(()), "{} signed by the right one", self.name);
        world.e.mock_all_auths();
    }
}

fn call<'a>(world: &'a World, name: &'a str, args: impl IntoVal<soroban_sdk::Env, Vec<Val>>) -> Signed<'a> {
    Signed { world, name, args: args.into_val(&world.e), within: &[] }
}

#[test]
fn the_issuer_launches_and_closes() {
    let world = World::draft_with(Wish::default());
    let asset = asset_xdr(&world.e, &world.bond_contract);
    call(&world, "launch", (asset,)).needs(&world.roles.issuer);
    world.invest(&account(&world.e, 1), 100_000);
    call(&world, "close_funding", ()).needs(&world.roles.issuer);
}

#[test]
fn compliance_keeps_the_list() {
    let world = World::funding();
    call(&world, "set_allowed", (Address::generate(&world.e), true)).needs(&world.roles.compliance);
}

#[test]
fn the_investor_signs_the_purchase_with_its_transfer() {
    let world = World::funding();
    let investor = world.wallet(5);
    world.offering.set_allowed(&investor, &true);
    world.fund(&investor, 1_000 * UNIT);
    let bonds = 200 * UNIT;
    let transfer = MockAuthInvoke {
        contract: &world.usd.address,
        fn_name: "transfer",
        args: (&investor, &world.offering.address, 199 * UNIT).into_val(&world.e),
        sub_invokes: &[],
    };
    let args: Vec<Val> = (&investor, bonds).into_val(&world.e);
    let without_transfer = Signed { world: &world, name: "invest", args: args.clone(), within: &[] };
    assert!(without_transfer.signed_by(&investor).is_err());
    Signed { world: &world, name: "invest", args, within: &[transfer] }.needs(&investor);
    assert_eq!(world.bond.balance(&investor), bonds);
}

#[test]
fn works_builds_the_operator_draws_and_the_trustee_redirects() {
    let world = World::funding();
    world.invest(&account(&world.e, 1), 100_000);
    world.offering.close_funding();
    call(&world, "go_live", ()).needs(&world.roles.works);
    call(&world, "disburse", (Address::generate(&world.e), UNIT)).needs(&world.roles.works);
    world.at(period(1).start);
    world.earn(0, 500 * UNIT);
    call(&world, "draw_operations", (UNIT,)).needs(&world.roles.operator);
    call(&world, "set_collection", (0_u32, Address::generate(&world.e))).needs(&world.roles.trustee);
}

#[test]
fn payers_sign_with_their_transfer() {
    let world = World::live();
    let payer = world.wallet(5);
    world.fund(&payer, 10 * UNIT);
    world.utility.bill_export(&UNIT);
    let transfer = MockAuthInvoke {
        contract: &world.usd.address,
        fn_name: "transfer",
        args: (&payer, &world.offering.address, UNIT).into_val(&world.e),
        sub_invokes: &[],
    };
    let within = [transfer];
    let args = (&payer, 0_u32, UNIT).into_val(&world.e);
    Signed { world: &world, name: "pay", args, within: &within }.needs(&payer);
    let args = (&payer, UNIT).into_val(&world.e);
    Signed { world: &world, name: "pay_export", args, within: &within }.needs(&payer);
}

#[test]
fn coupons_need_the_signature_of_who_is_named() {
    let world = World::live();
    world.at(period(1).record + 1);
    let tree = Tree::new(&world.e, &world.offering.address, 1, &[(world.wallet(3), 12_000 * UNIT)]);
    let root = tree.root(&world.e);
    let operator = world.roles.operator.clone();
    let proposal = (&operator, 1_u32, &root, 12_000 * UNIT, 1_u32, 0_i128, 0_i128, 1_u32, &root);
    call(&world, "propose_coupon", proposal).needs(&operator);
    for who in [&world.roles.issuer, &world.roles.trustee] {
        call(&world, "attest_coupon", (who, 1_u32, &root)).needs(who);
    }
    call(&world, "void_coupon", (1_u32,)).needs(&world.roles.trustee);
}

#[test]
fn issuer_and_trustee_call() {
    let world = World::live();
    world.earn(0, 420_000 * UNIT);
    let issuer = world.roles.issuer.clone();
    call(&world, "call", (&issuer,)).needs(&issuer);
    let other = World::live();
    other.earn(0, 420_000 * UNIT);
    let trustee = other.roles.trustee.clone();
    call(&other, "call", (&trustee,)).needs(&trustee);
}

#[test]
fn the_partys_owner_withdraws() {
    let world = World::live();
    world.earn(0, 470_000 * UNIT);
    for coupon in 1..=4 {
        world.due_coupon(coupon);
        world.earn(0, 13_000 * UNIT);
        world.offering.fund_coupon(&coupon);
    }
    world.offering.mature();
    let owner = world.owners[0].clone();
    call(&world, "withdraw_credit", (0_u32, UNIT)).needs(&owner);
}

#[test]
fn every_role_is_handed_over_by_both() {
    let world = World::funding();
    let roles = world.roles.clone();
    let own = [
        ("issuer", roles.issuer),
        ("compliance", roles.compliance),
        ("operator", roles.operator),
        ("works", roles.works),
    ];
    for (role, holder) in own.clone().into_iter().chain([("trustee", roles.trustee.clone())]) {
        let role = Symbol::new(&world.e, role);
        let next = Address::generate(&world.e);
        assert_eq!(world.offering.role(&role), Some(holder.clone()));
        assert_eq!(world.offering.try_accept_role(&role), Err(Ok(OfferingError::NoRoleOffer)));
        call(&world, "offer_role", (&holder, &role, &next)).needs(&holder);
        call(&world, "accept_role", (&role,)).needs(&next);
        assert_eq!(world.offering.role(&role), Some(next));
    }
    let now = world.offering.roles();
    for (_, former) in own {
        assert!(![&now.issuer, &now.compliance, &now.operator, &now.works].contains(&&former));
    }
    // What a role may do goes with it.
    assert!(world.offering.try_pause(&roles.trustee).is_err());
    for who in [&now.issuer, &now.trustee] {
        call(&world, "pause", (who,)).needs(who);
        call(&world, "unpause", (who,)).needs(who);
    }
    assert_eq!(world.offering.try_pause(&now.works), Err(Ok(OfferingError::NotGuardian)));
}

#[test]
fn nobody_has_to_sign_what_pays_others() {
    let world = World::live();
    world.earn(0, 440_000 * UNIT);
    world.fund(&world.collections[1], UNIT);
    let tree = world.due_coupon(1);
    world.e.set_auths(&[]);
    world.offering.collect(&1);
    world.offering.fund_coupon(&1);
    world.offering.claim(&1, &tree.leaf(&world.e, 0));
    world.offering.pay_claims(&1, &tree.leaves(&world.e));
    world.offering.release(&Vec::from_array(&world.e, world.holders()));
    world.e.mock_all_auths();
    for coupon in 2..=4 {
        world.due_coupon(coupon);
        world.earn(0, 13_000 * UNIT);
        world.offering.fund_coupon(&coupon);
    }
    world.e.set_auths(&[]);
    world.offering.mature();
    world.offering.redeem(&Vec::from_array(&world.e, world.holders()));
}

#[test]
fn a_missed_minimum_needs_no_signature_to_be_undone() {
    let world = World::funding();
    let alice = account(&world.e, 1);
    world.invest(&alice, 1_000);
    world.at(DEADLINE);
    world.e.set_auths(&[]);
    world.offering.close_funding();
    world.offering.refund(&alice);
}

#[test]
fn a_signature_for_one_amount_is_none_for_another() {
    let world = World::live();
    let e = &world.e;
    world.earn(0, 500 * UNIT);
    let signed = MockAuthInvoke {
        contract: &world.offering.address,
        fn_name: "draw_operations",
        args: (UNIT,).into_val(e),
        sub_invokes: &[],
    };
    e.mock_auths(&[MockAuth { address: &world.roles.operator, invoke: &signed }]);
    assert!(world.offering.try_draw_operations(&(2 * UNIT)).is_err());
}
