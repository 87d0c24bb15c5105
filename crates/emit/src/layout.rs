//! The words that every launch passes, and where the text finds them.

/// Words of the fault buffer.
pub const FAULT_WORDS: usize = 8;
/// Word 0: 0 while nothing faulted, else the site + 1.
pub const FAULT_CLAIM: usize = 0;
/// Word 1: the kind, see [`FAULT_OUT_OF_BOUNDS`] and its neighbours, in the top 8 bits; the site below.
pub const FAULT_SITE: usize = 1;
/// Words 2 and 3: the index.
pub const FAULT_INDEX: usize = 2;
/// Words 4 and 5: the length.
pub const FAULT_LEN: usize = 4;
/// Words 6 and 7: the flattened number of the iteration.
pub const FAULT_ITERATION: usize = 6;

/// An index out of bounds.
pub const FAULT_OUT_OF_BOUNDS: u32 = 1;
/// Integer division by zero.
pub const FAULT_DIVISION_BY_ZERO: u32 = 2;
/// `MIN / -1`.
pub const FAULT_DIVISION_OVERFLOW: u32 = 3;
/// A failed assertion.
pub const FAULT_ASSERT: u32 = 4;

/// More rounds of loops than the device goes through.
pub const FAULT_ROUNDS: u32 = 5;

/// What the fault buffer says after a launch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultWords {
    /// One of the `FAULT_…` kinds.
    pub kind: u32,
    /// Index into the loop's sites.
    pub site: u32,
    /// The index, for an access out of bounds.
    pub index: u64,
    /// The length, for an access out of bounds.
    pub len: u64,
    /// The flattened number of the iteration.
    pub iteration: u64,
}

/// Reads the fault buffer; `None` where nothing faulted.
pub fn read_fault(words: &[u32; FAULT_WORDS]) -> Option<FaultWords> {
    let two = |n: usize| words[n] as u64 | (words[n + 1] as u64) << 32;
    (words[FAULT_CLAIM] != 0).then(|| FaultWords {
        kind: words[FAULT_SITE] >> 24,
        site: words[FAULT_SITE] & 0xff_ffff,
        index: two(FAULT_INDEX),
        len: two(FAULT_LEN),
        iteration: two(FAULT_ITERATION),
    })
}

/// Words 0 and 1: the number of items.
pub const PARAM_TOTAL: usize = 0;
/// Word 2: groups in the first dimension of the grid.
pub const PARAM_GROUPS_X: usize = 2;
/// Six words a dimension from here: start, step, count, each low word first.
pub const PARAM_DIMS: usize = 3;
/// Four words a buffer from here: offset and length in elements.
pub const PARAM_BUFFERS: usize = PARAM_DIMS + 18;
/// The first of the two words of uniform 0.
pub const fn param_uniforms(buffers: usize) -> usize {
    PARAM_BUFFERS + 4 * buffers
}

pub use hoist_ir::Schedule;

/// One dimension at a launch, as `(start, step, count)`.
pub type LaunchDim = (u64, u64, u64);

/// Number of items that a launch has.
pub fn items(schedule: Schedule, dims: &[LaunchDim; 3]) -> u64 {
    let rows = dims[0].2.saturating_mul(dims[1].2);
    match schedule {
        Schedule::Serial => 1,
        Schedule::Items => rows.saturating_mul(dims[2].2),
        Schedule::Groups => rows.saturating_mul(dims[2].2).saturating_mul(PARTIALS),
        Schedule::SerialGroups => PARTIALS,
        Schedule::Blocks => rows.saturating_mul(blocks_per_row(dims)).saturating_mul(PARTIALS),
    }
}
/// Reduction blocks in one row.
pub fn blocks_per_row(dims: &[LaunchDim; 3]) -> u64 {
    dims[2].2.div_ceil(BLOCK)
}
/// Elements of each scratch buffer of a launch with reductions.
pub fn scratch_len(dims: &[LaunchDim; 3]) -> u64 {
    items(Schedule::Blocks, dims)
}
pub(crate) const BLOCK: u64 = hoist_ir::BLOCK as u64;
pub(crate) const PARTIALS: u64 = hoist_ir::PARTIALS as u64;

/// Items of the largest group that a CUDA text may be launched with; it is one text for all sizes of groups.
pub const LARGEST_GROUP: u32 = 256;

/// The grid for `items` items in groups of `workgroup`: groups in x and y.
pub fn grid(items: u64, workgroup: u32, max_groups: u32) -> (u32, u32) {
    let groups = items.div_ceil(workgroup.max(1) as u64).max(1);
    let x = groups.min(max_groups.max(1) as u64);
    (x as u32, groups.div_ceil(x).min(u32::MAX as u64) as u32)
}

/// The params block of a launch. `buffers` holds `(offset, len)` in elements, in the order of the
/// kernel's buffers; `uniforms` the bits of each captured scalar.
pub fn params_words(
    schedule: Schedule,
    groups_x: u32,
    dims: &[LaunchDim; 3],
    buffers: &[(u64, u64)],
    uniforms: &[u64],
) -> Vec<u32> {
    let mut out = Vec::with_capacity(param_uniforms(buffers.len()) + 2 * uniforms.len());
    let two = |out: &mut Vec<u32>, v: u64| out.extend([v as u32, (v >> 32) as u32]);
    two(&mut out, items(schedule, dims));
    out.push(groups_x);
    for &(start, step, count) in dims {
        two(&mut out, start);
        two(&mut out, step);
        two(&mut out, count);
    }
    for &(offset, len) in buffers {
        two(&mut out, offset);
        two(&mut out, len);
    }
    for &bits in uniforms {
        two(&mut out, bits);
    }
    out
}
