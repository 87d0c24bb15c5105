//! A PTX module as it is written.

/// The type of an operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ty {
    Pred,
    B8,
    B16,
    B32,
    B64,
    U8,
    U16,
    U32,
    U64,
    S8,
    S16,
    S32,
    S64,
    F32,
    F64,
}

impl Ty {
    /// By its name without the dot.
    pub fn named(name: &str) -> Option<Ty> {
        use Ty::*;
        let all = [Pred, B8, B16, B32, B64, U8, U16, U32, U64, S8, S16, S32, S64, F32, F64];
        all.into_iter().find(|t| t.name() == name)
    }

    pub fn name(self) -> &'static str {
        use Ty::*;
        match self {
            Pred => "pred",
            B8 => "b8",
            B16 => "b16",
            B32 => "b32",
            B64 => "b64",
            U8 => "u8",
            U16 => "u16",
            U32 => "u32",
            U64 => "u64",
            S8 => "s8",
            S16 => "s16",
            S32 => "s32",
            S64 => "s64",
            F32 => "f32",
            F64 => "f64",
        }
    }

    pub fn bytes(self) -> usize {
        use Ty::*;
        match self {
            Pred | B8 | U8 | S8 => 1,
            B16 | U16 | S16 => 2,
            B32 | U32 | S32 | F32 => 4,
            B64 | U64 | S64 | F64 => 8,
        }
    }

    pub fn is_signed(self) -> bool {
        matches!(self, Ty::S8 | Ty::S16 | Ty::S32 | Ty::S64)
    }

    pub fn is_float(self) -> bool {
        matches!(self, Ty::F32 | Ty::F64)
    }

    pub fn is_bits(self) -> bool {
        matches!(self, Ty::B8 | Ty::B16 | Ty::B32 | Ty::B64)
    }
}

/// Where memory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Space {
    Generic,
    Global,
    Const,
    Shared,
    Local,
    Param,
}

/// One number of an initialiser.
#[derive(Clone, Debug, PartialEq)]
pub enum Init {
    Bits(u64),
    Address(String, i64),
}

/// Memory with a name.
#[derive(Clone, Debug)]
pub struct Var {
    pub space: Space,
    pub name: String,
    pub ty: Ty,
    pub align: usize,
    /// 0 for `extern` shared memory, whose size comes with the launch.
    pub bytes: usize,
    pub init: Vec<Init>,
    pub line: u32,
}

/// A parameter or a result of a function.
#[derive(Clone, Debug)]
pub struct Param {
    pub name: String,
    pub ty: Ty,
    pub bytes: usize,
    pub align: usize,
    /// Passed in a register rather than in memory.
    pub register: bool,
}

/// `.entry` or `.func`.
#[derive(Clone, Debug)]
pub struct Function {
    pub name: String,
    pub entry: bool,
    pub results: Vec<Param>,
    pub params: Vec<Param>,
    /// `None` for a declaration.
    pub body: Option<Vec<Item>>,
    /// Threads of a block at most, by `.maxntid` or `.reqntid`.
    pub most: Option<u32>,
    pub line: u32,
}

/// One statement of a body; blocks are flat, between `Open` and `Close`.
#[derive(Clone, Debug)]
pub enum Item {
    Open,
    Close,
    /// Names, each alone or as a range `name<n>`.
    Regs(Ty, Vec<(String, Option<u32>)>),
    Var(Var),
    Label(String),
    /// `.branchtargets`, under its label.
    Targets(String, Vec<String>),
    Op(Op),
}

/// An instruction.
#[derive(Clone, Debug)]
pub struct Op {
    /// The predicate in front, and whether it is negated.
    pub guard: Option<(String, bool)>,
    /// The opcode with its modifiers.
    pub name: String,
    pub args: Vec<Arg>,
    pub line: u32,
}

/// An operand.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    Name(String),
    /// `name + offset`.
    Near(String, i64),
    /// `a|b`.
    Pair(String, String),
    Not(String),
    Int(u64),
    F32(u32),
    F64(u64),
    /// `[base + offset]`; no base for `[number]`.
    At(Option<String>, i64),
    /// `{a, b}`.
    Pack(Vec<Arg>),
    /// `(a, b)` of a call.
    Group(Vec<Arg>),
    /// `_`.
    Sink,
}

/// A module.
#[derive(Clone, Debug, Default)]
pub struct Module {
    pub version: (u32, u32),
    /// 75 of `sm_75`.
    pub target: u32,
    pub vars: Vec<Var>,
    pub functions: Vec<Function>,
}
