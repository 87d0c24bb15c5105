//! `kmeans`: the nearest of a few centres for each point, and how many points each has (Lloyd, 1957): one step's first half.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// For each point of `dims` numbers, the nearest centre; counts the points of each centre. Returns how many labels changed.
#[kernel]
pub fn kmeans(dims: usize, points: &[f32], centres: &[f32], labels: &mut [u32], counts: &mut [u32]) -> u64 {
    let mut changed = 0u64;
    for i in par(0..labels.len()) {
        let mut best = f32::INFINITY;
        let mut nearest = 0u32;
        for c in 0..counts.len() {
            let mut far = 0.0;
            for d in 0..dims {
                let apart = points[i * dims + d] - centres[c * dims + d];
                far += apart * apart;
            }
            if far < best {
                best = far;
                nearest = c as u32;
            }
        }
        if nearest != labels[i] {
            changed += 1;
        }
        labels[i] = nearest;
        counts[nearest as usize] += 1;
    }
    changed
}

const DIMS: usize = 8;
const CENTRES: usize = 16;

pub(crate) const CASE: Case = Case {
    name: "kmeans",
    // Points between two centres.
    class: Class::Exact {
        relaxed: |n| between(n),
    },
    plain: |n| between(n),
    unit: "points",
    size: 1 << 17,
    special: false,
    stored: |n| n * (4 * DIMS as u128 + 4) + 1000,
    work: Work {
        items: line,
        bytes: 4.0 * DIMS as f64 + 8.0,
        flops: |_| (3 * DIMS * CENTRES) as f64,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: kmeans::explain,
    source: kmeans::source,
};

/// One in ten thousand points is as near to two centres as roundings reach, and moves two counts.
fn between(n: usize) -> Tolerance {
    Tolerance::Mismatches(if n < 1000 { 0.0 } else { 0.001 })
}

struct Arguments {
    points: Slice<f32>,
    centres: Slice<f32>,
    labels: Slice<u32>,
    counts: Slice<u32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let n = g.size;
        let (points, centres) = (
            g.floats(n * DIMS, -1.0, 1.0, usize::MAX),
            g.floats(CENTRES * DIMS, -1.0, 1.0, usize::MAX),
        );
        Arguments {
            points: g.read(&points),
            centres: g.read(&centres),
            labels: g.updated(&vec![3; n]),
            counts: g.updated(&[0; CENTRES]),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments {
            points,
            centres,
            labels,
            counts,
        } = self;
        let changed = match on {
            On::Plain => kmeans(
                DIMS,
                points.host(),
                centres.host(),
                labels.host_mut(),
                counts.host_mut(),
            ),
            On::Slices(d) => kmeans::run(
                d,
                DIMS,
                points.host(),
                centres.host(),
                labels.host_mut(),
                counts.host_mut(),
            )?,
            On::Buffers(d) => kmeans::run(
                d,
                DIMS,
                points.part(),
                centres.part(),
                labels.part_mut(),
                counts.part_mut(),
            )?,
        };
        Ok(Some(Values::U64(vec![changed])))
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.points, &mut self.centres, &mut self.labels, &mut self.counts]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let far = |p: &[f32], c: &[f32]| -> f64 {
            p.iter()
                .zip(c)
                .map(|(p, c)| (f64::from(*p) - f64::from(*c)).powi(2))
                .sum()
        };
        let label = |p: &[f32]| {
            let all = self.centres.host().chunks(DIMS).map(|c| far(p, c)).enumerate();
            all.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(c, _)| c)
        };
        let labels: Vec<usize> = self.points.host().chunks(DIMS).map(label).collect();
        let count = |c: usize| labels.iter().filter(|l| **l == c).count();
        let changed = labels
            .iter()
            .zip(self.labels.host())
            .filter(|(a, b)| **a != **b as usize)
            .count();
        let wanted = |n: usize| Wanted::plain(n as f64);
        vec![
            labels.iter().map(|l| wanted(*l)).collect(),
            (0..CENTRES).map(|c| wanted(count(c))).collect(),
            vec![wanted(changed)],
        ]
    }
}
