//! The order in which a payment is used. No `Env`: everything here is a function of its arguments.

/// What each step can take, none negative.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Needs {
    /// The period's operations budget less what the period took already.
    pub operations: i128,
    /// Arrears and the coupon of the running period, less what the coupon bucket got.
    pub coupon: i128,
    /// What the debt service reserve lacks.
    pub reserve: i128,
    /// What the renewal reserve lacks.
    pub renewal: i128,
    /// What the sinking fund lacks, and the loans that the payer owes.
    pub principal: i128,
}

/// What each step got; `surplus` is what no step took.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Split {
    pub operations: i128,
    pub coupon: i128,
    pub reserve: i128,
    pub renewal: i128,
    pub principal: i128,
    pub surplus: i128,
}

/// Pays the steps in order: operations, coupon, reserve, renewal, principal.
///
/// Law: the parts add up to `amount`; no step gets more than it can take, and none gets anything while an earlier one
/// lacks something.
pub fn split(amount: i128, needs: &Needs) -> Split {
    let mut rest = amount;
    let mut take = |need: i128| {
        let part = need.clamp(0, rest);
        rest -= part;
        part
    };
    let operations = take(needs.operations);
    let coupon = take(needs.coupon);
    let reserve = take(needs.reserve);
    let renewal = take(needs.renewal);
    let principal = take(needs.principal);
    Split { operations, coupon, reserve, renewal, principal, surplus: rest }
}

#[cfg(test)]
mod test {
    use super::*;

    const NEEDS: Needs = Needs { operations: 10, coupon: 30, reserve: 5, renewal: 5, principal: 100 };

    #[test]
    fn pays_the_senior_steps_first() {
        assert_eq!(split(7, &NEEDS), Split { operations: 7, ..Split::default() });
        assert_eq!(split(25, &NEEDS), Split { operations: 10, coupon: 15, ..Split::default() });
        let all = Split { operations: 10, coupon: 30, reserve: 5, renewal: 5, principal: 100, surplus: 50 };
        assert_eq!(split(200, &NEEDS), all);
    }

    #[test]
    fn without_needs_all_is_surplus() {
        assert_eq!(split(9, &Needs::default()), Split { surplus: 9, ..Split::default() });
        assert_eq!(split(0, &NEEDS), Split::default());
    }

    // The law in the doc comment, over a grid of amounts and needs.
    #[test]
    fn conserves_and_respects_seniority() {
        for amount in 0..40 {
            for mask in 0..243_i128 {
                let digit = |power: i128| (mask / power) % 3 * 4;
                let needs = Needs {
                    operations: digit(1),
                    coupon: digit(3),
                    reserve: digit(9),
                    renewal: digit(27),
                    principal: digit(81),
                };
                let got = split(amount, &needs);
                let parts = [got.operations, got.coupon, got.reserve, got.renewal, got.principal];
                let wanted = [needs.operations, needs.coupon, needs.reserve, needs.renewal, needs.principal];
                assert_eq!(parts.iter().sum::<i128>() + got.surplus, amount);
                for step in 0..parts.len() {
                    assert!(parts[step] <= wanted[step]);
                    let later: i128 = parts[step + 1..].iter().sum::<i128>() + got.surplus;
                    assert!(later == 0 || parts[step] == wanted[step]);
                }
            }
        }
    }
}
