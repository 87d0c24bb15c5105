//! What text is decoded to: instructions with resolved registers, targets and addresses.

use std::sync::Arc;

use crate::ast::Space;
use crate::value::Slot;

/// An instruction that only touches registers.
pub type Alu = fn(&mut [Slot], &Inst);

/// Reads the old value and two operands, gives the new one.
pub type Exchange = fn(Slot, Slot, Slot) -> Slot;

/// What a barrier instruction does with its predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// Nothing: it only waits.
    None,
    Popc,
    And,
    Or,
}

/// An operation between the lanes of a warp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warp {
    /// `bar.warp.sync`.
    Sync,
    Up,
    Down,
    Bfly,
    Idx,
    VoteAll,
    VoteAny,
    VoteUni,
    Ballot,
    MatchAny,
    MatchAll,
    ReduceAdd,
    ReduceMin {
        signed: bool,
    },
    ReduceMax {
        signed: bool,
    },
    ReduceAnd,
    ReduceOr,
    ReduceXor,
}

/// What an instruction does, besides [`Inst`]'s operands.
#[derive(Clone, Copy)]
pub enum Kind {
    Alu(Alu),
    /// To instruction `x`.
    Jump,
    /// To instruction `x` where `a` is true.
    JumpIf,
    JumpUnless,
    /// To the instruction that entry `a` of the list at `d`, of `e` entries, names.
    JumpTable,
    /// `d` from `a + x`.
    Load {
        space: Space,
        bytes: u8,
        signed: bool,
    },
    /// The `e` registers of the list at `d`.
    LoadMany {
        space: Space,
        bytes: u8,
        signed: bool,
    },
    /// `b` to `a + x`.
    Store {
        space: Space,
        bytes: u8,
    },
    StoreMany {
        space: Space,
        bytes: u8,
    },
    /// `d` is what `a + x` held before `b` and `c` changed it.
    Atom {
        space: Space,
        bytes: u8,
        to: Exchange,
    },
    /// Call site `x`.
    Call,
    Return,
    Exit,
    /// Barrier `a` of `b` threads (all where `b` is [`NONE`]), with predicate `c`.
    Barrier {
        vote: Vote,
        aligned: bool,
    },
    /// As [`Kind::Barrier`], without waiting.
    Arrive,
    /// Operands `a`, `b`, `c` by operation; `e` is a second destination or [`NONE`], the list at `x` has the mask.
    Warp(Warp),
    /// `d` is how many instructions this thread has executed.
    Clock,
    Trap,
    /// Fences: threads are interleaved, memory is always up to date.
    Nop,
}

/// No slot.
pub const NONE: u32 = u32::MAX;

/// Whether an optional slot is there.
pub fn given(slot: u32) -> bool {
    slot != NONE
}

/// One instruction.
#[derive(Clone, Copy)]
pub struct Inst {
    pub kind: Kind,
    pub d: u32,
    pub e: u32,
    pub a: u32,
    pub b: u32,
    pub c: u32,
    pub line: u32,
    pub x: u64,
}

impl Inst {
    pub fn new(kind: Kind, line: u32) -> Self {
        Inst {
            kind,
            d: SINK,
            e: NONE,
            a: SINK,
            b: SINK,
            c: SINK,
            line,
            x: 0,
        }
    }
}

/// A value that moves between a caller's and a callee's parameter.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    Register(u32),
    /// Offset in the frame, and bytes.
    Frame(usize, usize),
}

/// A call.
#[derive(Clone, Debug)]
pub struct Site {
    pub function: usize,
    pub arguments: Vec<Place>,
    pub results: Vec<Place>,
}

/// A function that runs.
#[derive(Clone)]
pub struct Code {
    pub name: String,
    pub entry: bool,
    pub insts: Vec<Inst>,
    /// Register files begin as this: special registers, then registers, then constants.
    pub template: Vec<Slot>,
    pub lists: Vec<u32>,
    pub sites: Vec<Site>,
    /// Bytes of the frame in local memory.
    pub frame: usize,
    /// Parameters in the frame or in registers, for a call; of an entry, offsets in the launch's block.
    pub params: Vec<Place>,
    pub results: Vec<Place>,
    /// Bytes of an entry's parameter block.
    pub param_bytes: usize,
    pub most_threads: u32,
}

/// A loaded module.
#[derive(Clone, Default)]
pub struct Program {
    pub functions: Vec<Arc<Code>>,
    /// Bytes of shared memory that the text declares.
    pub shared: usize,
}

impl Program {
    pub fn entry(&self, name: &str) -> Option<usize> {
        self.functions.iter().position(|f| f.entry && f.name == name)
    }
}

// Special registers have the first slots of every register file.
/// Where unused results go.
pub const SINK: u32 = 0;
/// The carry of `add.cc`.
pub const CARRY: u32 = 1;
/// Where the frame is in local memory.
pub const FRAME: u32 = 2;
pub const TID: u32 = 3;
pub const NTID: u32 = 6;
pub const CTAID: u32 = 9;
pub const NCTAID: u32 = 12;
pub const LANE: u32 = 15;
pub const WARP: u32 = 16;
pub const NWARP: u32 = 17;
pub const SHARED_BYTES: u32 = 18;
pub const DYNAMIC_BYTES: u32 = 19;
/// Always 0, for `%smid`, `%gridid` and the like.
pub const ZERO: u32 = 20;
/// `eq`, `lt`, `le`, `gt`, `ge`.
pub const MASKS: u32 = 21;
/// The first slot that is no special register.
pub const FIRST: u32 = 26;

/// Generic addresses of shared memory, of a thread's local memory and of parameters begin here.
pub const SHARED_WINDOW: u64 = 1 << 32;
pub const LOCAL_WINDOW: u64 = 2 << 32;
pub const PARAM_WINDOW: u64 = 3 << 32;
