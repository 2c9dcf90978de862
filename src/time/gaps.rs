//! The first moment at which nobody is there.

use jiff::Timestamp;

use super::intervals::Interval;

/// The first instant from `from` until before `to` that lies in none of the intervals, which may overlap and stand in any order.
#[must_use]
pub fn first_gap(intervals: &[Interval], from: Timestamp, to: Timestamp) -> Option<Timestamp> {
    let mut ordered = intervals.to_vec();
    ordered.sort_unstable();
    let mut covered_until = from;
    for interval in ordered {
        if interval.start > covered_until {
            break;
        }
        covered_until = covered_until.max(interval.end);
    }
    (covered_until < to).then_some(covered_until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).unwrap()
    }

    fn gap(intervals: &[(i64, i64)]) -> Option<i64> {
        let intervals: Vec<Interval> =
            intervals.iter().map(|(start, end)| Interval { start: at(*start), end: at(*end) }).collect();
        first_gap(&intervals, at(10), at(100)).map(|gap| gap.as_second() / 60)
    }

    #[test]
    fn it_is_where_no_interval_holds_first() {
        assert_eq!(gap(&[]), Some(10));
        assert_eq!(gap(&[(0, 100)]), None);
        assert_eq!(gap(&[(20, 100)]), Some(10));
        assert_eq!(gap(&[(0, 50), (51, 200)]), Some(50));
        assert_eq!(gap(&[(50, 200), (0, 50)]), None, "intervals that touch leave no gap");
        assert_eq!(gap(&[(0, 90), (20, 30), (85, 99)]), Some(99));
        assert_eq!(gap(&[(0, 5)]), Some(10), "what is over before covers nothing");
        assert_eq!(gap(&[(0, 100), (120, 130)]), None, "after the end nothing counts");
    }
}
