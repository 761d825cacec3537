//! In which year of a bond a time lies. No `Env`: everything here is a function of its arguments.
//!
//! Days are civil days of UTC, so that fifteen years from a 1 January end on a 1 January, leap years and all.

const DAY_SECONDS: u64 = 24 * 60 * 60;

/// Days from 1 March of the year 0 to 1 January 1970: years that begin in March end with the leap day.
const DAYS_BEFORE_1970: u64 = 719_468;

/// Days of 400 years.
const ERA_DAYS: u64 = 146_097;

/// Months before the one that a date of the year that begins in March lies in, for January.
const JANUARY: u64 = 10;

/// A day of the Gregorian calendar; `month` counts from 1.
#[derive(Clone, Copy, Debug, Eq, PartialEq, PartialOrd)]
struct Date {
    year: u64,
    month: u64,
    day: u64,
}

impl Date {
    /// The day in which a Unix time lies.
    fn of(unix_secs: u64) -> Self {
        let days = unix_secs / DAY_SECONDS + DAYS_BEFORE_1970;
        let day_of_era = days % ERA_DAYS;
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let is_next_year = from_march >= JANUARY;
        Self {
            year: days / ERA_DAYS * 400 + year_of_era + u64::from(is_next_year),
            month: if is_next_year { from_march - 9 } else { from_march + 3 },
            day: day_of_year - (153 * from_march + 2) / 5 + 1,
        }
    }
}

fn is_leap(year: u64) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

/// The last day of a year's February.
fn end_of_february(year: u64) -> u64 {
    if is_leap(year) {
        29
    } else {
        28
    }
}

/// The year, from 0, of a bond that began at `start` in which `at` lies. A year ends with the anniversary of its first
/// day; of the last of February with the last of February, as schedules do that pay at months' ends.
pub fn year_of(start: u64, at: u64) -> u64 {
    let (start, at) = (Date::of(start), Date::of(at));
    let is_last = start.month == 2 && start.day == end_of_february(start.year);
    let last = if is_last { end_of_february(at.year) } else { start.day };
    let is_beyond = (at.month, at.day) > (start.month, last);
    (at.year + u64::from(is_beyond)).saturating_sub(start.year + 1)
}

#[cfg(test)]
mod test {
    use super::*;

    const fn at(days: u64) -> u64 {
        days * DAY_SECONDS
    }

    #[test]
    fn the_calendar_s_corners_are_where_they_are() {
        let dates = [
            (0, (1970, 1, 1)),
            (58, (1970, 2, 28)),
            (59, (1970, 3, 1)),
            (11_016, (2000, 2, 29)),
            (11_017, (2000, 3, 1)),
            (11_322, (2000, 12, 31)),
            (20_819, (2027, 1, 1)),
            (47_540, (2100, 2, 28)),
            (47_541, (2100, 3, 1)),
        ];
        for (days, (year, month, day)) in dates {
            assert_eq!(Date::of(at(days)), Date { year, month, day });
            assert_eq!(Date::of(at(days + 1) - 1), Date { year, month, day });
        }
    }

    #[test]
    fn every_day_of_two_centuries_follows_the_one_before() {
        let mut before = Date::of(0);
        for days in 1..73_049 {
            let date = Date::of(at(days));
            let next_day = (date.year, date.month) == (before.year, before.month) && date.day == before.day + 1;
            let next_month = date.day == 1 && before.day >= 28 && (date.month == before.month % 12 + 1);
            assert!(next_day || next_month, "{before:?} {date:?}");
            assert_eq!(date.year - before.year, u64::from((date.month, date.day) == (1, 1)));
            before = date;
        }
        assert_eq!(before, Date { year: 2169, month: 12, day: 31 });
    }

    #[test]
    fn a_year_ends_with_its_anniversary() {
        let start = at(20_819); // 1 January 2027
        assert_eq!(year_of(start, start), 0);
        assert_eq!(year_of(start, at(20_819 + 365)), 0, "1 January 2028");
        assert_eq!(year_of(start, at(20_819 + 366)), 1);
        assert_eq!(year_of(start, at(26_298)), 14, "1 January 2042: fifteen years");
        assert_eq!(year_of(start, at(26_299)), 15);
        assert_eq!(year_of(start + 7, at(26_298) + 86_399), 14, "by the day, not by the second");
    }

    #[test]
    fn a_bond_of_the_last_of_february_has_its_anniversaries_there() {
        let start = at(21_243); // 29 February 2028
        assert_eq!(year_of(start, at(21_243 + 365)), 0, "28 February 2029");
        assert_eq!(year_of(start, at(21_243 + 366)), 1, "1 March 2029");
        assert_eq!(year_of(start, at(21_243 + 4 * 365 + 1)), 3, "29 February 2032");
        assert_eq!(year_of(start, at(21_243 + 4 * 365 + 2)), 4);
        let start = at(20_877); // 28 February 2027
        assert_eq!(year_of(start, at(21_243)), 0, "29 February 2028");
        assert_eq!(year_of(start, at(21_244)), 1);
    }

    #[test]
    fn compressed_to_minutes_a_bond_lies_in_its_first_year() {
        assert_eq!(year_of(1_800_000_000, 1_800_000_060), 0);
        assert_eq!(year_of(1_800_000_000, 1_799_999_999), 0, "and nothing lies before it");
    }
}
