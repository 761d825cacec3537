//! What must hold after every act.

extern crate std;

use super::Life;
use crate::test::fixture::{total, UNIT};
use crate::types::Buckets;
use soroban_sdk::Vec;
use std::format;
use std::vec::Vec as StdVec;

impl Life {
    /// Nothing that needs a signature is done without.
    pub fn try_without_signature(&mut self) {
        let world = &self.world;
        let (offering, roles) = (&world.offering, &world.roles);
        let someone = &self.holders[self.chance.pick(self.holders.len())];
        let root = soroban_sdk::BytesN::from_array(&world.e, &[5; 32]);
        world.e.set_auths(&[]);
        let refused = match self.chance.below(12) {
            0 => offering.try_set_allowed(someone, &true).is_err(),
            1 => offering.try_invest(someone, &(1_000 * UNIT)).is_err(),
            2 => offering.try_disburse(someone, &1).is_err(),
            3 => offering.try_go_live().is_err(),
            4 => offering.try_draw_operations(&1).is_err(),
            5 => offering.try_pay(someone, &0, &1).is_err(),
            6 => offering.try_withdraw_credit(&0, &1).is_err(),
            7 => offering.try_set_collection(&0, someone).is_err(),
            8 => offering.try_propose_coupon(&roles.issuer, &1, &root, &0, &0, &0, &0, &0, &root).is_err(),
            9 => offering.try_attest_coupon(&roles.issuer, &1, &root).is_err(),
            10 => offering.try_void_coupon(&1).is_err(),
            _ => offering.try_call(&roles.trustee).is_err(),
        };
        world.e.mock_all_auths();
        assert!(refused);
    }

    pub fn compare(&mut self) {
        self.seen.insert(self.model.phase);
        let state = format!("{:?}", self.world.offering.state());
        assert_eq!(state, format!("{:?}", self.model.phase));
        let (world, model) = (&self.world, &self.model);
        let buckets = world.offering.buckets();
        assert_eq!(format!("{buckets:?}"), format!("{:?}", self.expected_buckets()));
        assert_eq!(total(&buckets), model.total());
        assert_eq!(world.usd.balance(&world.offering.address), model.total() + self.strays, "escrow and buckets");

        let mut usd = model.total() + self.strays + world.usd.balance(&self.payer) + world.usd.balance(&self.keeper);
        usd += world.collections.iter().map(|account| world.usd.balance(account)).sum::<i128>();
        let mut bonds = 0;
        for (holder, expected) in self.holders.iter().zip(&model.holders) {
            assert_eq!(world.usd.balance(holder), expected.usd, "stablecoin of a holder");
            let balance = world.bond.try_balance(holder).map_or(0, |balance| balance.unwrap());
            assert_eq!(balance, expected.bonds, "bonds of a holder");
            (usd, bonds) = (usd + expected.usd, bonds + expected.bonds);
        }
        assert_eq!(usd, self.usd_made, "stablecoin made or lost");
        assert_eq!(bonds + self.burnt, world.offering.outstanding(), "bonds made or lost");
        assert_eq!((world.offering.minted(), model.outstanding), (model.minted, bonds + self.burnt));
        assert_eq!(world.offering.principal_left(), model.left());
        self.compare_parties();
        if model.is_open() {
            assert_eq!(world.offering.required_coupon(), model.coupon_need());
        }
    }

    pub fn compare_parties(&self) {
        let registered = self.world.system().parties;
        for (at, expected) in self.model.parties.iter().enumerate() {
            let number = u32::try_from(at).unwrap();
            let party = self.world.offering.party_account(&number);
            let loans: StdVec<_> =
                party.loans.iter().map(|loan| (usize::try_from(loan.lender).unwrap(), loan.amount)).collect();
            assert_eq!(loans, expected.loans);
            let numbers = (party.account, party.filled, party.own, party.credit);
            assert_eq!(numbers, (expected.account, expected.filled, expected.own, expected.credit));
            let owned = self.model.owned(at);
            assert_eq!(i128::from(registered.get(number).unwrap().owned_bps), owned);
        }
    }

    pub fn expected_buckets(&self) -> Buckets {
        let pots = &self.model.pots;
        let mut credits = Vec::new(&self.world.e);
        self.model.parties.iter().for_each(|party| credits.push_back(party.credit));
        Buckets {
            construction: pots.construction,
            operations: pots.operations,
            coupon: pots.coupon,
            reserve: pots.reserve,
            renewal: pots.renewal,
            principal: pots.principal,
            redemption: pots.redemption,
            credits,
            coupons_unclaimed: pots.unclaimed,
            export_credit: 0,
            deposits: pots.deposits,
        }
    }
}
