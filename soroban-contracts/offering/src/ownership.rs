//! What a party owns by what it repaid. No `Env`: everything here is a function of its arguments.

use crate::types::Account;

/// `floor(portion x own / account)`: what the party has made its own. 0 while it has no account.
///
/// Law: it never falls, never exceeds the portion, and is the whole portion once the account is repaid.
pub fn owned_bps(account: &Account) -> u32 {
    if account.account <= 0 {
        return 0;
    }
    let owned = i128::from(account.portion_bps) * account.own / account.account;
    u32::try_from(owned).unwrap_or(account.portion_bps).min(account.portion_bps)
}

/// Brings `owned_bps` of every account up to date and says whether one of them changed.
pub fn refresh(accounts: &mut [Account]) -> bool {
    let mut changed = false;
    for account in accounts {
        // A donation made it whole without repayment.
        let owned = owned_bps(account).max(account.owned_bps);
        changed |= owned != account.owned_bps;
        account.owned_bps = owned;
    }
    changed
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn grows_with_own_repayment_and_ends_at_the_portion() {
        let mut account = Account { portion_bps: 3_333, account: 1_000, ..Account::default() };
        assert_eq!(owned_bps(&account), 0);
        account.own = 500;
        assert_eq!(owned_bps(&account), 1_666);
        account.own = 999;
        assert_eq!(owned_bps(&account), 3_329);
        account.own = 1_000;
        assert_eq!(owned_bps(&account), 3_333);
    }

    #[test]
    fn without_an_account_nothing_is_owned() {
        assert_eq!(owned_bps(&Account { portion_bps: 1, ..Account::default() }), 0);
    }
}
