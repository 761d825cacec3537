//! The parties' principal accounts. No `Env`: everything here is a function of its arguments.
//!
//! Laws, after every function: `own <= filled <= account` for each party; the accounts add up to the principal
//! outstanding at closing; `filled` of all adds up to the principal bucket; `filled - own` is what the party owes.

use crate::error::OfferingError;
use crate::loans::MAX_PARTIES;
use crate::types::Account;
use heliobond_common::apportion::apportion;
use heliobond_common::math::{mul_div_floor, BPS};

impl Account {
    /// What is missing until the account is filled.
    pub fn lack(&self) -> i128 {
        self.account - self.filled
    }

    /// What the party owes to the others.
    pub fn owed(&self) -> i128 {
        self.filled - self.own
    }

    /// Puts the party's own money in.
    fn put_own(&mut self, amount: i128) {
        self.filled += amount;
        self.own += amount;
    }
}

/// `amount` by portion: floor each, what is left over to party 0. The portions add up to 10,000.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When a product leaves `i128`.
pub fn by_portion(amount: i128, accounts: &[Account], parts: &mut [i128]) -> Result<(), OfferingError> {
    let mut rest = amount;
    for (part, account) in parts.iter_mut().zip(accounts) {
        *part = mul_div_floor(amount, account.portion_bps.into(), BPS).ok_or(OfferingError::Overflow)?;
        rest -= *part;
    }
    parts[0] += rest;
    Ok(())
}

/// Opens the accounts at closing: each party's portion of what is outstanding.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When a product leaves `i128`.
pub fn open(outstanding: i128, accounts: &mut [Account]) -> Result<(), OfferingError> {
    let mut parts = [0; MAX_PARTIES];
    by_portion(outstanding, accounts, &mut parts[..accounts.len()])?;
    for (account, part) in accounts.iter_mut().zip(parts) {
        account.account = part;
    }
    Ok(())
}

/// Uses a party's principal money that returned no loan: its own account until that is filled, then the others by what
/// they lack (largest remainder, ties to the lower index). `lent[j]` is what helped party j: a loan to record.
///
/// `amount` must not exceed what all accounts lack.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When it does, or a product leaves `i128`.
pub fn repay(accounts: &mut [Account], party: usize, amount: i128, lent: &mut [i128]) -> Result<(), OfferingError> {
    let own = amount.min(accounts[party].lack());
    accounts[party].put_own(own);
    spread(accounts, amount - own, lent)?;
    for (account, part) in accounts.iter_mut().zip(lent.iter()) {
        account.filled += part;
    }
    Ok(())
}

/// Uses export money: to the accounts by portion; what exceeds an account's lack goes to the others by lack. All of it
/// counts as own repayment; nobody lends.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When `amount` exceeds what all accounts lack, or a product leaves `i128`.
pub fn repay_jointly(accounts: &mut [Account], amount: i128) -> Result<(), OfferingError> {
    let count = accounts.len();
    let mut parts = [0; MAX_PARTIES];
    by_portion(amount, accounts, &mut parts[..count])?;
    let mut rest = amount;
    for (account, part) in accounts.iter_mut().zip(parts) {
        let put = part.min(account.lack());
        account.put_own(put);
        rest -= put;
    }
    spread(accounts, rest, &mut parts[..count])?;
    for (account, part) in accounts.iter_mut().zip(parts) {
        account.put_own(part);
    }
    Ok(())
}

/// Splits `amount` by what the accounts lack.
fn spread(accounts: &[Account], amount: i128, parts: &mut [i128]) -> Result<(), OfferingError> {
    let mut lacks = [0; MAX_PARTIES];
    for (lack, account) in lacks.iter_mut().zip(accounts) {
        *lack = account.lack();
    }
    if amount > lacks.iter().sum::<i128>() {
        return Err(OfferingError::Overflow);
    }
    apportion(amount, &lacks[..accounts.len()], parts).ok_or(OfferingError::Overflow)
}

#[cfg(test)]
mod test {
    use super::*;

    fn accounts<const N: usize>(portions: [u32; N], outstanding: i128) -> [Account; N] {
        let mut list = portions.map(|portion_bps| Account { portion_bps, ..Account::default() });
        open(outstanding, &mut list).unwrap();
        list
    }

    #[test]
    fn party_0_takes_what_the_portions_leave_over() {
        let list = accounts([3_333, 3_333, 3_334], 1_000);
        assert_eq!(list.map(|account| account.account), [334, 333, 333]);
    }

    #[test]
    fn a_payer_fills_its_own_account_then_helps_by_lack() {
        let mut list = accounts([5_000, 3_000, 2_000], 1_000);
        let mut lent = [0; 3];
        repay(&mut list, 1, 250, &mut lent).unwrap();
        assert_eq!((list[1].filled, list[1].own, lent), (250, 250, [0; 3]));
        repay(&mut list, 1, 121, &mut lent).unwrap();
        assert_eq!((list[1].filled, list[1].own), (300, 300));
        // 71 by lacks of 500 and 200: 50.71 and 20.28.
        assert_eq!(lent, [51, 0, 20]);
        assert_eq!((list[0].filled, list[0].own, list[0].owed()), (51, 0, 51));
        assert_eq!((list[2].filled, list[2].own, list[2].owed()), (20, 0, 20));
    }

    #[test]
    fn export_money_is_everybodys_own() {
        let mut list = accounts([5_000, 3_000, 2_000], 1_000);
        let mut lent = [0; 3];
        repay(&mut list, 2, 195, &mut lent).unwrap();
        repay_jointly(&mut list, 101).unwrap();
        // 51 + 30 + 20 by portion; party 2 lacks 5, so 15 go by lacks of 449 and 270: 9.37 and 5.63.
        assert_eq!(list.map(|account| account.own), [51 + 9, 30 + 6, 200]);
        assert!(list.iter().all(|account| account.own == account.filled));
    }

    #[test]
    fn refuses_more_than_all_accounts_lack() {
        let mut list = accounts([5_000, 5_000], 100);
        assert_eq!(repay(&mut list, 0, 101, &mut [0; 2]), Err(OfferingError::Overflow));
        assert_eq!(repay_jointly(&mut accounts([10_000], 100), 101), Err(OfferingError::Overflow));
    }

    // The laws in the module's comment, over a fixed sequence of pseudo-random payments until all is repaid.
    #[test]
    fn keeps_its_laws_until_all_is_repaid() {
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut next = move |bound: i128| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            i128::from(state) % bound
        };
        for _ in 0..300 {
            let outstanding = 1 + next(1_000_000);
            let mut list = accounts([4_001, 2_999, 1_500, 1_000, 500], outstanding);
            let mut bucket = 0;
            while bucket < outstanding {
                let amount = 1 + next(outstanding - bucket);
                let mut lent = [0; 5];
                if next(3) == 0 {
                    repay_jointly(&mut list, amount).unwrap();
                } else {
                    let party = usize::try_from(next(5)).unwrap();
                    repay(&mut list, party, amount, &mut lent).unwrap();
                    assert_eq!(lent[party], 0);
                }
                bucket += amount;
                assert_eq!(list.iter().map(|account| account.filled).sum::<i128>(), bucket);
                assert!(list.iter().all(|a| 0 <= a.own && a.own <= a.filled && a.filled <= a.account));
            }
            assert!(list.iter().all(|account| account.lack() == 0));
        }
    }
}
