//! The last part of a reduction, on the host: partials by halves, blocks pairwise, the initial
//! value last. The shape is the one that [`Reds`] documents, so the bits are those of every
//! strict device.

use hoist_machine::Elem;
use hoist_machine::program::{AccSource, PARTIALS, Reds};
use hoist_machine::reduce::pairwise;

use crate::elems::from_bytes;

/// Where one reduction's partials lie in what a device wrote: see [`join_blocks`].
struct Partials<'a> {
    /// For each reduction, `blocks * PARTIALS` elements, partials of a block together.
    bytes: &'a [Vec<u8>],
    /// Which partial of all blocks.
    at: usize,
}
impl AccSource for Partials<'_> {
    fn lanes(&self) -> usize {
        1
    }
    fn get<T: Elem>(&mut self, number: usize, _: usize) -> T {
        let size = size_of::<T>();
        from_bytes(&self.bytes[number][self.at * size..][..size])
    }
}

/// Joins the partials of all blocks: `partials[r]` holds reduction `r`'s, [`PARTIALS`] for each block.
pub(crate) fn join_blocks<R: Reds>(reds: &R, partials: &[Vec<u8>], blocks: usize) -> R::Out {
    let mut level: Vec<R::Out> = (0..blocks)
        .map(|block| {
            let mut p: Vec<R::Out> = (0..PARTIALS)
                .map(|n| {
                    reds.collect(&mut Partials {
                        bytes: partials,
                        at: block * PARTIALS + n,
                    })
                })
                .collect();
            let mut half = PARTIALS / 2;
            while half > 0 {
                for n in 0..half {
                    p[n] = reds.join(p[n], p[n + half]);
                }
                half /= 2;
            }
            p[0]
        })
        .collect();
    pairwise(reds, &mut level)
}

/// Joins the totals of all blocks: `totals[r]` holds reduction `r`'s.
pub(crate) fn join_totals<R: Reds>(reds: &R, totals: &[Vec<u8>], blocks: usize) -> R::Out {
    let one = |at| reds.collect(&mut Partials { bytes: totals, at });
    pairwise(reds, &mut (0..blocks).map(one).collect::<Vec<_>>())
}
