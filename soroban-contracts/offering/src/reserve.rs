//! How much a debt service reserve may hold. No `Env`: everything here is a function of its arguments.

use crate::coupon::coupon;
use crate::error::OfferingError;
use crate::types::Period;
use crate::year::year_of;

/// The most that a bond's reserve may hold: the least of 10 % of the principal, the greatest debt service of a year, and
/// 125 % of that of an average year (26 CFR 1.148-2(f)(2)), for a bond that is repaid at once with its last coupon. Years
/// end with the anniversaries of the first period's first day.
///
/// # Errors
/// * [`OfferingError::BadSchedule`] - When there is no period.
/// * [`OfferingError::Overflow`] - When a coupon leaves `i128`.
pub fn bound(
    principal: i128,
    rate_bps: u32,
    schedule: impl ExactSizeIterator<Item = Period>,
) -> Result<i128, OfferingError> {
    let count = schedule.len();
    let (mut greatest, mut whole, mut of_year, mut year, mut first) = (0, principal, 0, 0, None);
    for (at, period) in (1..).zip(schedule) {
        let own = year_of(*first.get_or_insert(period.start), period.pay);
        if own != year {
            (year, of_year) = (own, 0);
        }
        let interest = coupon(principal, rate_bps, period.days, period.basis)?;
        whole += interest;
        of_year += interest + if at == count { principal } else { 0 };
        greatest = of_year.max(greatest);
    }
    if first.is_none() {
        return Err(OfferingError::BadSchedule);
    }
    let average = whole * 5 / 4 / (i128::from(year) + 1);
    Ok((principal / 10).min(greatest).min(average))
}
