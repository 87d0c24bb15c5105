//! Operations between the lanes of a warp, by the pseudocode of the manual.

use crate::code::Warp;
use crate::value::{Slot, Value};

/// What a lane brings.
pub struct Lane {
    pub lane: u32,
    pub a: Slot,
    pub b: Slot,
    pub c: Slot,
}

/// What a shuffle from a lane that is not there gives.
const POISON: Slot = 0xbadc_0ffe;

/// For each lane, its number, result and predicate.
pub fn perform(what: Warp, lanes: &[Lane]) -> Vec<(u32, Slot, bool)> {
    let all = |f: &dyn Fn(&Lane) -> (Slot, bool)| {
        lanes
            .iter()
            .map(|l| (l.lane, f(l)))
            .map(|(n, (d, p))| (n, d, p))
            .collect()
    };
    let same = |d: Slot| all(&|_| (d, false));
    let yes = |l: &Lane| l.a & 1 == 1;
    let fold = |f: fn(u32, u32) -> u32| lanes.iter().map(|l| l.a as u32).reduce(f).unwrap_or(0);
    let set = |f: &dyn Fn(&Lane) -> bool| lanes.iter().filter(|l| f(l)).fold(0u32, |m, l| m | 1 << l.lane);
    match what {
        Warp::Sync => same(0),
        Warp::Up | Warp::Down | Warp::Bfly | Warp::Idx => all(&|l| shuffle(what, l, lanes)),
        Warp::VoteAll => same(lanes.iter().all(yes).put()),
        Warp::VoteAny => same(lanes.iter().any(yes).put()),
        Warp::VoteUni => same((lanes.iter().all(yes) || !lanes.iter().any(yes)).put()),
        Warp::Ballot => same(set(&yes).put()),
        // `b` masks the value's width.
        Warp::MatchAny => all(&|l| (set(&|o| (o.a ^ l.a) & l.b == 0).put(), false)),
        Warp::MatchAll => {
            let equal = lanes.iter().all(|o| (o.a ^ lanes[0].a) & o.b == 0);
            let mask = if equal { set(&|_| true) } else { 0 };
            all(&|_| (mask.put(), equal))
        }
        Warp::ReduceAdd => same(fold(u32::wrapping_add).put()),
        Warp::ReduceMin { signed: false } => same(fold(u32::min).put()),
        Warp::ReduceMax { signed: false } => same(fold(u32::max).put()),
        Warp::ReduceMin { signed: true } => same(fold(|a, b| (a as i32).min(b as i32) as u32).put()),
        Warp::ReduceMax { signed: true } => same(fold(|a, b| (a as i32).max(b as i32) as u32).put()),
        Warp::ReduceAnd => same(fold(|a, b| a & b).put()),
        Warp::ReduceOr => same(fold(|a, b| a | b).put()),
        Warp::ReduceXor => same(fold(|a, b| a ^ b).put()),
    }
}

fn shuffle(what: Warp, l: &Lane, lanes: &[Lane]) -> (Slot, bool) {
    let (own, by) = (l.lane as i32, (l.b & 31) as i32);
    let (clamp, segment) = ((l.c & 31) as i32, (l.c >> 8 & 31) as i32);
    let last = own & segment | clamp & !segment;
    let first = own & segment;
    let (from, inside) = match what {
        Warp::Up => (own - by, own - by >= last),
        Warp::Down => (own + by, own + by <= last),
        Warp::Bfly => (own ^ by, own ^ by <= last),
        _ => (first | by & !segment, first | by & !segment <= last),
    };
    let from = if inside { from } else { own };
    let there = lanes.iter().find(|o| o.lane as i32 == from);
    (there.map_or(POISON, |o| o.a & 0xffff_ffff), inside)
}
